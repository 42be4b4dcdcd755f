"""The screens, line mode and the commands say the same of what is not one review's answers.

A new review, framework versions, packs that came back, and the documents made of a review.
"""

import re
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from matbot.importers.frameworks.opening import found_in
from matbot.importers.packs.opening import read_pack
from matbot.presenters.framework_versions import list_versions, present_findings, version_counts
from matbot.presenters.new_review import choice_in_words, elements_in_words, find_people_fault, time_in_words
from matbot.presenters.packs import present_outcome, present_reading
from matbot.presenters.transcripts import DOCUMENTS, present_transcript
from matbot.review.account import Account
from matbot.review.events import Event, PriorityWritten, ReviewOpened, ScopeChosen
from matbot.review.plans import plans
from matbot.review.review import Review
from matbot.rubric import Rubric
from matbot.rubric.crosswalk import crosswalk_of
from matbot.rubric.library import find
from matbot.rubric.writer import keep
from matbot.screens.frameworks.frameworks import draw_version
from matbot.screens.new_review.form import Form, bringing_together
from matbot.screens.packs.filled_pack import outcome_in_words, reading_in_words
from matbot.screens.transcript.transcript import choice_in_words as chosen_on_screen
from matbot.screens.widgets.edition_words import about_edition
from matbot.screens.widgets.found_words import found_words
from matbot.screens.widgets.match_words import match_row
from matbot.services.export import BOARD, OWN, Wanted
from matbot.services.joint_reviews import source_of
from matbot.services.pack_import import read_into
from matbot.store.workspace import Workspace
from tests.speaking import at_home, reviews_in, run, speak, text_of
from tests.strategies import logs
from tests.unit.filled_packs import in_lines
from tests.unit.published import HEADER, Layout, as_text

SOME = settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
WIDE = 4000
"""Columns enough that nothing is cut short."""

LABELS = ("Heads", "Board", "Staff")

ROW = (
    "1A. Purpose",
    "i. Is it clear?\nii. Is it shared?\nii. Is it lived?",
    "i. A\nii. B\niii. C",
    "i. D",
    "we are",
)
OURS = Layout(("Our framework", "It is owned by Northfields Trust."), ((HEADER, ("1. Vision",), ROW),))
"""A file in which questions are numbered wrongly, and somebody wrote into the column of the rating."""

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
        found.append([opened, scope, *rest])
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
    return workspace, [source_of(workspace, id_).account for id_ in ids]


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
    on_screen = _filled_in(bringing_together(groups, small_rubric), small_rubric)
    together = [part for group in groups for part in ("--together", group.review)]
    made = run("--workspace", str(workspace.root), "new", *together)
    assert made.status == 0, made.err
    by_command = next(review for review in reviews_in(workspace) if review.id == made.out.strip())
    numbers = [place for place, one in enumerate(workspace.listed(), 1) if one.id != by_command.id]
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
    fault = find_people_fault(typed)
    what = fault.removeprefix("Please type ").removesuffix(".")
    assert fault in text_of(at_home(workspace, "new", " ", "Northfields", "", typed, "/stop"))
    refused = run("--workspace", str(workspace.root), "new", "--trust", "Northfields", "--people", typed)
    assert (refused.status, what in refused.err) == (2, True)
    nameless = "A review needs the name of your trust"
    assert nameless in text_of(at_home(workspace, "new", " ", "/stop"))
    assert nameless in run("--workspace", str(workspace.root), "new", "--trust", " ").err


def test_how_long_it_takes_is_said_alike(workspace: Workspace, rubric: Rubric) -> None:
    """Of every plan: line mode offers it so, and confirms it in the words that the form shows."""
    said = text_of(at_home(workspace, "new", "Northfields", "", "", "/stop"))
    for number, plan in enumerate(plans(rubric), 1):
        assert f"{number} {plan.name}, {elements_in_words(rubric, plan.elements)}" in said
        asked = text_of(at_home(workspace, "new", "Northfields", "", "", str(number), "/stop"))
        words = f"{elements_in_words(rubric, plan.elements)}, {time_in_words(plan.elements)}"
        assert words in asked
        form = choice_in_words(rubric, plan.elements).casefold()
        assert form.startswith(elements_in_words(rubric, plan.elements).casefold())
        assert form.endswith(f"{time_in_words(plan.elements)}.")


# Framework versions

_names = st.text("abc XYZ-&", min_size=1, max_size=12).filter(lambda words: words.strip(" -&"))


@st.composite
def versions(draw: st.DrawFn, rubric: Rubric) -> Rubric:
    """A framework version with other names and facts, and with one element or two."""
    facts = {field: draw(_names).strip() for field in ("title", "edition", "source", "credit")}
    part = rubric.part(draw(st.sampled_from([("1A",), ("1B",), ("1A", "1B")])))
    return part.model_copy(update=facts | {"id": "drawn"})


@SOME
@given(data=st.data())
def test_any_framework_version_is_described_alike_in_all_three(
    small_rubric: Rubric, tmp_path: Path, data: st.DataObject
) -> None:
    """In the list, and read through: what it is, whose, how large; and one that has something to mend."""
    workspace = _workspace(tmp_path)
    keep(data.draw(versions(small_rubric)), workspace.rubrics / "drawn")
    keep(small_rubric, workspace.rubrics / "torn")
    (workspace.rubrics / "torn" / "rubric.md").write_text("# Nothing else\n", encoding="utf-8")
    shelf = list_versions(workspace.rubrics)
    rows = {one.name: draw_version(one)(WIDE).plain for one in shelf}
    where = ("--workspace", str(workspace.root))
    listed = run(*where, "rubric", "list").out
    spoken = [" ".join(one.split()) for one in at_home(workspace, "editions", "/back", "stop")]
    assert len(re.findall(r"\n    \S", listed)) == len(shelf)
    for number, one in enumerate(shelf, 1):
        line = next(said for said in spoken if said.startswith(f"matbot: {number} of {len(shelf)}: "))
        assert one.whose in line
        assert one.whose in rows[one.name]
        brief = listed.split(f"{one.name}  ")[1].split("\n")[0]
        if one.rubric is None:
            assert one.to_mend in line
            assert one.to_mend in rows[one.name]
            assert brief.startswith("has something to mend")
            continue
        for words in (line, rows[one.name], brief):
            assert version_counts(one.rubric) in words
            assert " ".join(one.rubric.edition.split()) in words
    drawn = find("drawn", workspace.rubrics)
    read = " ".join(run(*where, "rubric", "show", "drawn").out.split())
    heard = text_of(at_home(workspace, "editions", "drawn", *[""] * 9, "/back", "stop"))
    page = about_edition(drawn, WIDE).plain
    for label, words in (("Edition", drawn.edition), ("Source", drawn.source), ("Credit", drawn.credit)):
        for told in (read, heard, page):
            assert f"{label}: {words}" in told


@SOME
@given(data=st.data())
def test_any_two_versions_are_told_apart_alike_in_all_three(
    small_rubric: Rubric, tmp_path: Path, data: st.DataObject
) -> None:
    """How many questions came through in which way, and which of them are to be looked at."""
    workspace = _workspace(tmp_path)
    texts = st.sampled_from(["How is it?", "Who decides on it, and when?", "How good is it now?"])
    headings = []
    for heading in small_rubric.headings:
        elements = []
        for element in heading.elements:
            asked = [one.model_copy(update={"text": data.draw(texts)}) for one in element.questions]
            elements.append(element.model_copy(update={"questions": tuple(asked)}))
        headings.append(heading.model_copy(update={"elements": tuple(elements)}))
    keep(small_rubric, workspace.rubrics / "before")
    keep(small_rubric.model_copy(update={"headings": tuple(headings)}), workspace.rubrics / "since")
    earlier, later = (find(name, workspace.rubrics) for name in ("before", "since"))
    crosswalk = crosswalk_of(earlier, later)
    rows = [match_row(match, match.doubtful, False, WIDE).plain for match in crosswalk.matches]
    out = " ".join(
        run("--workspace", str(workspace.root), "rubric", "compare", "before", "since").out.split()
    )
    said = text_of(at_home(workspace, "editions", "compare before,since", *[""] * 9, "/back", "stop"))
    for how, words in (("comparable", "as they were"), ("reworded", "reworded"), ("moved", "moved")):
        many = sum(re.search(rf"  {how}\b", row) is not None for row in rows)
        assert (f"{many} {words}" in out) == bool(many)
        assert (f"{many} {words}" in said) == bool(many)
    doubtful = sum("look at this" in row for row in rows)
    assert out.count(", look at it ") == said.count("share few words: look at this one") == doubtful


def test_what_is_found_in_a_file_is_told_alike(workspace: Workspace, tmp_path: Path) -> None:
    """What is to be looked at first, what was mended and what was left out, each with its place."""
    path = tmp_path / "ours.txt"
    path.write_text(as_text(OURS), encoding="utf-8")
    found = found_in(path)
    out = run("--workspace", str(workspace.root), "rubric", "import", str(path), typed="n\n").out
    said = text_of(at_home(workspace, "editions", "import", str(path), *[""] * 9, "/back", "/back", "stop"))
    page = found_words(found, WIDE).plain
    findings = present_findings(found)
    assert findings.mended
    assert findings.left_out
    for label, some in findings.parts.items():
        assert (f"\n{label}:\n" in f"\n{out}") == (f"\n{label}\n" in f"\n{page}") == bool(some)
        for one in some:
            assert f"matbot: {label}, {one.place}: {' '.join(one.words.split())}" in said
            for told in (out, page):
                assert f"  {one.place}: " in told
                assert one.words in told


# Packs that came back

_marks = st.sampled_from(["", "1", "3", "x", "9", "Green and Red"])


@SOME
@given(data=st.data())
def test_any_pack_that_came_back_is_read_alike_in_all_three(
    small_rubric: Rubric, tmp_path: Path, data: st.DataObject
) -> None:
    """What could not be read, what stays as it was, and whether anything was new."""
    perhaps = {words: st.sampled_from(["", words]) for words in ("So.", "x")}
    filled = {
        about: {"Where you are": data.draw(_marks), "What makes you say that": data.draw(perhaps["So."])}
        for about in ("1A (i)", "1A (ii)", "1B (i)")
    }
    filled["1A"] = {"Green": data.draw(perhaps["x"]), "Red": data.draw(perhaps["x"])}
    assume(any(words for said in filled.values() for words in said.values()))
    workspaces = [_workspace(tmp_path) for _ in range(3)]
    path = tmp_path / f"pack{next(_places)}.md"
    path.write_text(in_lines(small_rubric, filled), encoding="utf-8")
    opened = ReviewOpened(review="k7m2", trust="Northfields", rubric=small_rubric.id, group="Heads")
    for workspace in workspaces:
        workspace.create(small_rubric, opened, ScopeChosen(elements=("1A",))).close()
    _, pack = read_pack(path, edition=small_rubric)
    reading = present_reading(pack)
    command = run("--workspace", str(workspaces[0].root), "pack", "--read", str(path), "--into", "k7m2")
    with workspaces[1].open("k7m2") as file:
        said = text_of(speak(file, "/pack", "read", str(path), *["yes"] * bool(pack.unread), "/stop"))
    on_screen = reading_in_words(reading)
    for unread in pack.unread:
        words = " ".join(unread.split())
        assert words in " ".join(command.err.split())
        assert words in said
    if pack.unread:
        for told in (command.err, said, on_screen):
            assert reading.left_out in told
    nothing = "in this pack is filled in, so nothing was kept of it."
    assert {nothing in told for told in (command.err, said, on_screen)} == {not pack.drafts}
    if pack.drafts:
        with workspaces[2].open("k7m2") as file:
            outcome = present_outcome(read_into(file, pack), file.projection.review)
        assert outcome.news in said
        assert outcome.news in outcome_in_words(outcome)
        again = run("--workspace", str(workspaces[0].root), "pack", "--read", str(path), "--into", "k7m2").err
        assert "Nothing in this pack is new to the review, and nothing was added." in again
    ends = [reviews_in(workspace)[0].elements for workspace in workspaces]
    assert ends[0] == ends[1] == ends[2]


# The documents made of a review


@pytest.mark.parametrize("edition", DOCUMENTS)
@pytest.mark.parametrize("lead", ["", "Jo Okafor", "Jo Okafor and Sam Lee", "The heads"])
def test_a_document_and_what_it_leaves_out_are_told_alike(
    workspace: Workspace, small_rubric: Rubric, edition: str, lead: str
) -> None:
    """Which documents there are, whose names each is without, and what to think of before it is shared."""
    row = PriorityWritten(priority="p1", elements=("1A",), lead=lead)
    opened = ReviewOpened(review="k7m2", trust="Northfields", rubric=small_rubric.id)
    with workspace.create(small_rubric, opened, ScopeChosen(elements=("1A", "1B")), row) as file:
        words = present_transcript(file.projection.review, Wanted(edition))
        said = text_of(speak(file, "/transcript", edition, "", "", "md", "/back", "/stop"))
    for number, document in enumerate(DOCUMENTS.values(), 1):
        assert f"{number} {document.name}, {document.about}" in said
    assert words.document.sharing in said
    told = run("--workspace", str(workspace.root), "transcript", "k7m2", "--edition", edition).err
    assert (f"Names left out: {words.names_left_out}." in told) == bool(words.names)
    assert chosen_on_screen(words) == f"Elements: all of this review · Names left out: {words.names_left_out}"
    if edition != OWN:
        assert (f"Enter leaves out {words.names_left_out}" in said) == bool(words.names)
    assert bool(words.names) == (edition != OWN and "Okafor" in lead)


def test_a_document_of_some_elements_says_which(workspace: Workspace, small_rubric: Rubric) -> None:
    """On screen as in the document; one that is not in the review is refused in words."""
    opened = ReviewOpened(review="k7m2", trust="Northfields", rubric=small_rubric.id)
    with workspace.create(small_rubric, opened, ScopeChosen(elements=("1A",))) as file:
        words = present_transcript(file.projection.review, Wanted(BOARD, ("1A",)))
        said = text_of(speak(file, "/transcript", "board", "1B", "/back", "/stop"))
    assert words.elements == "1A alone"
    where = ("--workspace", str(workspace.root), "transcript", "k7m2", "--edition", "board", "--output", "-")
    assert "1A alone." in run(*where, "--elements", "1A").out
    assert "1B is not in" in run(*where, "--elements", "1B").err
    assert "1B is not in" in said
