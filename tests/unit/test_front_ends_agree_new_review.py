"""The screens, line mode and the commands say the same of a new review, and of the documents of one."""

from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from matbot.presenters.new_review import (
    NO_PEOPLE,
    NO_TRUST,
    PEOPLE,
    choice_in_words,
    elements_in_words,
    find_people_fault,
    find_trust_fault,
    time_in_words,
)
from matbot.presenters.transcripts import DOCUMENTS, present_transcript
from matbot.review.account import Account
from matbot.review.events import Event, PriorityWritten, ReviewOpened, ScopeChosen
from matbot.review.review import Review
from matbot.review.session_plan import plans
from matbot.rubric import Rubric
from matbot.rubric.library import find
from matbot.rubric.writer import keep
from matbot.screens.new_review.form import Form, build_joint_form
from matbot.screens.transcript.transcript import format_choice as chosen_on_screen
from matbot.services.export import BOARD, OWN, TranscriptOptions
from matbot.services.joint_reviews import load_source
from matbot.store.workspace import Workspace
from tests.speaking import at_home, reviews_in, run, speak, text_of
from tests.strategies import logs, without_renaming

SOME = settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
WIDE = 4000
"""Columns enough that nothing is cut short."""

LABELS = ("Heads", "Board", "Staff")

_places = count()


def _workspace(folder: Path) -> Workspace:
    return Workspace(folder / f"workspace{next(_places)}")


# A new review


@st.composite
def accounts(draw: st.DrawFn, rubric: Rubric, how_many: int) -> list[list[Event]]:
    """The logs of so many reviews of one trust, with any number of people and anything said."""
    found = []
    for label in LABELS[:how_many]:
        opened, *rest = draw(logs(rubric))
        assert isinstance(opened, ReviewOpened)
        whose = {"review": f"{label.lower()}234", "trust": "Northfields", "group": label, "since": None}
        opened = opened.model_copy(update=whose | {"people": draw(st.integers(1, 9999))})
        scope = ScopeChosen(elements=draw(st.sampled_from([("1A",), ("1B",), ("1A", "1B")])))
        found.append([opened, scope, *without_renaming(rest)])
    return found


def _kept(folder: Path, rubric: Rubric, drawn: list[list[Event]]) -> tuple[Workspace, list[Account]]:
    workspace = _workspace(folder)
    keep(rubric, workspace.rubrics / rubric.id)
    read = find(rubric.id, workspace.rubrics)
    ids = []
    for opened, scoped, *rest in drawn:
        assert isinstance(opened, ReviewOpened)
        assert isinstance(scoped, ScopeChosen)
        opened = opened.model_copy(update={"rubric_hash": read.content_hash})
        workspace.create(read, opened, scoped, *rest).close()
        ids.append(opened.review)
    return workspace, [load_source(workspace, id_).account for id_ in ids]


def _whose(review: Review) -> tuple[str, str, int, tuple[str, ...]]:
    return review.trust, review.group, review.people, review.scope


def _filled_in(form: Form, rubric: Rubric) -> tuple[str, str, int, tuple[str, ...]]:
    codes = tuple(code for code in rubric.elements if code in form.ticked)
    return form.trust, form.group, int(form.people), codes


@SOME
@given(data=st.data())
def test_a_review_of_any_groups_begins_alike_in_all_three(
    small_rubric: Rubric, tmp_path: Path, data: st.DataObject
) -> None:
    """The trust, the group, how many people and which elements, where nobody says otherwise."""
    workspace, groups = _kept(tmp_path, small_rubric, data.draw(accounts(small_rubric, 3)))
    on_screen = _filled_in(build_joint_form(groups, small_rubric), small_rubric)
    together = [part for group in groups for part in ("--together", group.review)]
    made = run("--workspace", str(workspace.root), "new", *together)
    assert made.status == 0, made.err
    by_command = next(review for review in reviews_in(workspace) if review.id == made.out.strip())
    numbers = [place for place, one in enumerate(workspace.list_reviews(), 1) if one.id != by_command.id]
    listed = ",".join(map(str, numbers))
    at_home(workspace, "new", "together", listed, "", "", "", "", "", "/stop")
    known = {by_command.id, *(group.review for group in groups)}
    spoken = [review for review in reviews_in(workspace) if review.id not in known]
    assert on_screen == _whose(by_command) == _whose(spoken[0])


@SOME
@given(data=st.data())
def test_a_review_that_follows_any_other_begins_alike_in_all_three(
    small_rubric: Rubric, tmp_path: Path, data: st.DataObject
) -> None:
    """It takes from that one whose it is, how many they are and its elements."""
    workspace, (earlier,) = _kept(tmp_path, small_rubric, data.draw(accounts(small_rubric, 1)))
    form = Form()
    form.follow(earlier, small_rubric)
    at_home(workspace, "new", "since", "1", "", "", "", "", "", "/stop")
    made = run("--workspace", str(workspace.root), "new", "--since", earlier.review).out.strip()
    begun = {review.id: _whose(review) for review in reviews_in(workspace) if review.id != earlier.review}
    assert len(begun) == 2
    assert {*begun.values()} == {_filled_in(form, small_rubric)}
    assert made in begun


@pytest.mark.parametrize("typed", ["0", "10000", "some", "-1", "1.5", "²", "9" * 40])
def test_what_no_review_can_have_is_refused_in_the_same_words(workspace: Workspace, typed: str) -> None:
    """How many people there are, and a trust without a name."""
    assert find_people_fault(typed) is NO_PEOPLE
    assert NO_PEOPLE.words in text_of(at_home(workspace, "new", " ", "Northfields", "", typed, "/stop"))
    refused = run("--workspace", str(workspace.root), "new", "--trust", "Northfields", "--people", typed)
    assert (refused.status, PEOPLE in refused.err) == (2, True)
    nameless = NO_TRUST.words.removesuffix(".")
    assert find_trust_fault(" ") is NO_TRUST
    assert nameless in text_of(at_home(workspace, "new", " ", "/stop"))
    assert nameless in run("--workspace", str(workspace.root), "new", "--trust", " ").err


def test_how_long_it_takes_is_said_alike(workspace: Workspace, rubric: Rubric) -> None:
    """Of every plan: line mode offers it so, and confirms it in the words that the form shows."""
    values = text_of(at_home(workspace, "new", "Northfields", "", "", "/stop"))
    for number, plan in enumerate(plans(rubric), 1):
        assert f"{number} {plan.name}, {elements_in_words(rubric, plan.elements)}" in values
        asked = text_of(at_home(workspace, "new", "Northfields", "", "", str(number), "/stop"))
        words = f"{elements_in_words(rubric, plan.elements)}, {time_in_words(plan.elements)}"
        assert words in asked
        form = choice_in_words(rubric, plan.elements).casefold()
        assert form.startswith(elements_in_words(rubric, plan.elements).casefold())
        assert form.endswith(f"{time_in_words(plan.elements)}.")


# The documents made of a review


@pytest.mark.parametrize("kind", DOCUMENTS)
@pytest.mark.parametrize("lead", ["", "Jo Okafor", "Jo Okafor and Sam Lee", "The heads"])
def test_a_document_and_what_it_leaves_out_are_told_alike(
    workspace: Workspace, small_rubric: Rubric, kind: str, lead: str
) -> None:
    """Which documents there are, whose names each is without, and what to think of before it is shared."""
    row = PriorityWritten(priority="p1", elements=("1A",), lead=lead)
    opened = ReviewOpened(review="k7m2", trust="Northfields", rubric=small_rubric.id)
    with workspace.create(small_rubric, opened, ScopeChosen(elements=("1A", "1B")), row) as file:
        words = present_transcript(file.projection.review, TranscriptOptions(kind))
        values = text_of(speak(file, "/transcript", kind, "", "", "md", "/back", "/stop"))
    for number, document in enumerate(DOCUMENTS.values(), 1):
        assert f"{number} {document.name}, {document.about}" in values
    assert words.document.sharing in values
    told = run("--workspace", str(workspace.root), "transcript", "k7m2", "--edition", kind).err
    assert (f"Names left out: {words.names_left_out}." in told) == bool(words.names)
    assert chosen_on_screen(words) == f"Elements: all of this review · Names left out: {words.names_left_out}"
    if kind != OWN:
        assert (f"Enter leaves out {words.names_left_out}" in values) == bool(words.names)
    assert bool(words.names) == (kind != OWN and "Okafor" in lead)


def test_a_document_of_some_elements_says_which(workspace: Workspace, small_rubric: Rubric) -> None:
    """On screen as in the document; one that is not in the review is refused in words."""
    opened = ReviewOpened(review="k7m2", trust="Northfields", rubric=small_rubric.id)
    with workspace.create(small_rubric, opened, ScopeChosen(elements=("1A",))) as file:
        words = present_transcript(file.projection.review, TranscriptOptions(BOARD, ("1A",)))
        values = text_of(speak(file, "/transcript", "board", "1B", "/back", "/stop"))
    assert words.elements == "1A alone"
    where = ("--workspace", str(workspace.root), "transcript", "k7m2", "--edition", "board", "--output", "-")
    assert "1A alone." in run(*where, "--elements", "1A").out
    assert "1B is not in" in run(*where, "--elements", "1B").err
    assert "1B is not in" in values
