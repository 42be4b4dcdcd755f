"""The sample trusts: what their walks are meant to show."""

import re
import shutil
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from matbot.demo.priorities import build_priority_events
from matbot.demo.stories import APART, BOARD, COMPARED, HARROWMERE, NORTHFIELDS, TWICE_APART, WALKS, Walk
from matbot.demo.walk import read_lines, walk
from matbot.review.coach import range_of
from matbot.review.comparison import Comparison
from matbot.review.events import Event, HandsShown, PriorityWritten
from matbot.review.fold import review_of
from matbot.review.priorities import draft_issues
from matbot.review.review import Review
from matbot.review.years import find_changes, you_said_we_did
from matbot.rubric import Rubric
from matbot.services.export import comparison_document, transcript_of
from matbot.services.joint_reviews import load_comparison, load_source
from matbot.store.workspace import Workspace
from tests.speaking import saves
from tests.talk import Talk


class Walked:
    """One walk: its log, what matbot said, the review and its transcript, and its file as it was left."""

    def __init__(self, root: Path, one: Walk) -> None:
        self.said: list[str] = []
        with walk(Workspace(root), one, self.said.append) as file:
            self.log: tuple[Event, ...] = file.log
            self.path = file.path
            self.review: Review = review_of(file.rubric, file.log)
            self.transcript = transcript_of(file.rubric, file.log, file.log[-1].at.date()).text
        self.left = self.path.read_bytes()


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A workspace for the walks of this module."""
    root = tmp_path_factory.mktemp("demo")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("MATBOT_STATE", str(root / "state"))
        yield root


@pytest.fixture(scope="module")
def walked(root: Path) -> dict[str, Walked]:
    """Every walk by the review's id, walked once and in order."""
    return {one.review: Walked(root, one) for one in WALKS}


@pytest.fixture(scope="module")
def compared(root: Path, walked: dict[str, Walked]) -> dict[tuple[str, ...], Comparison]:
    """Each comparison of the sample, by the reviews in it."""
    apart = [one.reviews for one in COMPARED if not one.learning]
    return {reviews: load_comparison(Workspace(root), reviews) for reviews in apart}


@pytest.mark.parametrize("one", WALKS, ids=[one.review for one in WALKS])
def test_every_line_of_a_walk_is_taken(walked: dict[str, Walked], one: Walk) -> None:
    """Each line is saved as an answer; none is unclear, and none is left over."""
    typed = [line for line in read_lines(one.name) if line != "/stop"]
    output = walked[one.review].said
    assert saves(output) == len(typed)
    assert "Everything in this review has been asked. Thank you." in " ".join(output)


def test_the_sample_is_the_same_at_every_run(walked: dict[str, Walked], workspace: Workspace) -> None:
    """Ids and times do not depend on the clock or on chance, nor on a sample that was thrown away."""
    for _time in range(2):
        with walk(workspace, WALKS[0]) as file:
            assert file.log == walked["demoexec"].log
        shutil.rmtree(workspace.root)
    assert walked["demoexec"].log[0].at == datetime(2025, 10, 7, 15, 30, tzinfo=UTC)


def test_times_never_run_backwards(walked: dict[str, Walked]) -> None:
    """People talk between one answer and the next, go home between afternoons, and follow what was before."""
    for one in walked.values():
        times = [event.at for event in one.log]
        assert times == sorted(times)
        assert all(15 <= at.hour < 20 for at in times)
        assert all(account.said < times[0] for account in one.review.groups)
        assert one.review.earlier is None or one.review.earlier.said < times[0]


def test_the_executive_teams_drafts_match_the_frameworks_example(
    walked: dict[str, Walked], rubric: Rubric
) -> None:
    """The same elements and numerals as the framework's own table; pupil involvement is now 3B (vi)."""
    review = walked["demoexec"].review
    numerals = {
        code: [line.rpartition(")")[0] + ")" for line in draft_issues(rubric, review, code).split("\n")]
        for code in review.scope
    }
    assert numerals == {
        "1C": ["(i)", "(ii) and (iii)", "(iv)"],
        "2B": ["(i)", "(ii) and (iii)"],
        "3B": ["(i) and (ii)", "(vi)"],
        "3C": ["(ii) and (iii)"],
    }
    assert {code for row in review.priorities for code in row.elements} == set(review.scope)


def test_priorities_are_partly_edited_and_partly_drafts(walked: dict[str, Walked]) -> None:
    """Some rows are agreed in all their columns, some still stand as drafted."""
    rows = walked["demoexec"].review.priorities
    assert any(row.action and row.lead and row.success_measure for row in rows)
    assert any(set(row.drafted) == {"issues", "progress"} for row in rows)
    assert any("progress" not in row.drafted for row in rows)


def test_the_headteachers_use_everything_there_is(walked: dict[str, Walked], rubric: Rubric) -> None:
    """All colours, a glance, not this time, parked, private, not sure, does not apply, not now."""
    review = walked["demoheads"].review
    elements = review.elements
    questions = [record for element in elements.values() for record in element.questions.values()]
    leanings = Counter(record.leaning for record in questions)
    assert review.scope == tuple(rubric.elements)
    assert {element.rating for element in elements.values()} == {"R", "AR", "AG", "G", None}
    assert [code for code, element in elements.items() if element.way == "glance"] == ["6A"]
    assert [code for code, element in elements.items() if not element.looked_at] == ["6B"]
    assert leanings["does not apply"] == 2
    assert leanings["not sure"] >= 3
    assert sum(record.private for record in questions) == 1
    assert sum(record.parked for record in questions) >= 2
    assert any(record.leaning and not record.note for record in questions)
    assert [row.element for row in review.deferred] == ["5A"]
    assert elements["5A"].rating == "R"
    assert "G" in {elements[code].rating for row in review.priorities for code in row.elements}


def test_some_ratings_stand_outside_the_range_that_was_named(
    walked: dict[str, Walked], rubric: Rubric
) -> None:
    """The coach names a range and people choose: one rating of the headteachers lies outside it."""
    elements = walked["demoheads"].review.elements
    outside = [
        code
        for code, record in elements.items()
        if record.rating
        and range_of(rubric, record)
        and record.rating not in {level.letters for level in range_of(rubric, record)}
    ]
    assert outside == ["2B"]


def test_the_principals_are_short_of_time(walked: dict[str, Walked]) -> None:
    """The first of their groups rates everything at a glance, the second all but one element."""
    at_a_glance = {
        review: [code for code in one.review.scope if one.review.elements[code].way == "glance"]
        for review, one in walked.items()
    }
    assert at_a_glance["demofirst"] == ["1A", "2A", "4A"]
    assert at_a_glance["demosecond"] == ["2A", "4A"]


def test_each_agenda_begins_with_the_widest_difference(
    compared: dict[tuple[str, ...], Comparison],
) -> None:
    """Red against Green comes first wherever there is one, then what is nearer together."""
    for comparison in compared.values():
        steps = [element.steps for element in comparison.agenda if element.steps is not None]
        assert steps == sorted(steps, reverse=True)
    for reviews, code in ((APART, "1B"), (TWICE_APART, "1A")):
        first = compared[reviews].agenda[0]
        assert (first.code, first.steps) == (code, 3)
        assert {"R", "G"} <= set(first.ratings.values())


def test_the_groups_apart_show_every_kind_of_difference(
    compared: dict[tuple[str, ...], Comparison],
) -> None:
    """Red against Green, neighbours, agreement for different reasons, and evidence that nobody named."""
    elements = {element.code: element for element in compared[APART].elements}
    assert [elements[code].steps for code in ("1B", "3B", "2B", "3C")] == [3, 2, 1, 0]
    assert len({elements["3C"].account_of(side).rationale for side in elements["3C"].sides}) == 3
    assert [side.key for side in elements["2B"].unevidenced] == ["demomiddle"]
    assert elements["3B"].apart == ("3B.i", "3B.iv", "3B.v", "3B.vi")


@pytest.mark.parametrize(("together", "groups"), [("demotogether", APART), ("demoeveryone", TWICE_APART)])
def test_bringing_together_leaves_the_groups_as_they_were(
    walked: dict[str, Walked], root: Path, together: str, groups: tuple[str, ...]
) -> None:
    """Their files are the same to the byte, and each stands in the record by its id and its last event."""
    brought = {account.review: account for account in walked[together].review.groups}
    assert tuple(brought) == groups
    for review in groups:
        assert walked[review].path.read_bytes() == walked[review].left
        assert brought[review] == load_source(Workspace(root), review).account
        assert brought[review].upto == walked[review].log[-1].id


@pytest.mark.parametrize("together", ["demotogether", "demonext", "demoeveryone"])
def test_who_sees_an_agreed_rating_differently_is_kept(walked: dict[str, Walked], together: str) -> None:
    """Each word of dissent is in the transcript, beside the rating that was agreed all the same."""
    one = walked[together]
    dissent = [record.differs for record in one.review.elements.values() if record.differs]
    assert len(dissent) >= 3
    assert all(f"> {words}\n" in one.transcript for words in dissent)


def test_hands_are_shown_again_when_people_have_talked(walked: dict[str, Walked]) -> None:
    """Both shows of hands and the agreed rating stay, in their order."""
    for review, code in (("demotogether", "1B"), ("demoeveryone", "1A")):
        moves = walked[review].review.elements[code].moves
        assert [isinstance(move, HandsShown) for move in moves] == [True, True, False]
        assert moves[0] != moves[1]


def test_a_year_on_says_each_word_of_change(walked: dict[str, Walked], rubric: Rubric) -> None:
    """Some elements moved, one of them down; one held, one is newly rated, and the transcript says so."""
    one = walked["demonext"]
    found = find_changes(rubric, one.review)
    assert {change.code: change.steps for change in found if change.kind == "moved"} == {
        "1B": 1,
        "2B": 1,
        "3B": 1,
        "3C": -1,
        "5A": 2,
    }
    assert [change.code for change in found if change.kind == "held"] == ["1C"]
    assert [change.code for change in found if change.kind == "newly rated"] == ["6A"]
    text = one.transcript.casefold()
    assert all(word in text for word in ("moved from red to amber green", "held at", "newly rated"))


def test_a_year_on_looks_back_on_each_priority(walked: dict[str, Walked]) -> None:
    """Met, partly met and not yet, each with what shows it."""
    found = walked["demonext"].review.promise_progress
    assert {name: back.met for name, back in found.items()} == {
        "row-3b": "partly met",
        "row-1b": "met",
        "row-2b": "partly met",
        "row-1c": "not yet",
    }
    assert all(back.shows and back.shows in walked["demonext"].transcript for back in found.values())


def test_the_middle_leaders_find_that_they_were_listened_to(
    walked: dict[str, Walked], rubric: Rubric
) -> None:
    """What they raised became a priority, was met and moved; tested with them, one rating differs."""
    review = walked["demonext"].review
    raised = {one.code: one for one in you_said_we_did(rubric, review)}
    assert "Middle leaders" in {who for who, _words in raised["1B"].said}
    assert [back.met for back in raised["1B"].promise_progress] == ["met"]
    assert raised["3C"].left
    checks = {code: record.checks for code, record in review.elements.items() if record.checks}
    assert {code: [check.outcome for check in found] for code, found in checks.items()} == {
        "1B": ["agrees"],
        "3B": ["differs"],
    }
    assert review.elements["3B"].rating == "AG"


def test_a_version_was_saved_before_more_was_said(walked: dict[str, Walked], root: Path) -> None:
    """The review brought together as the board saw it has no reality check yet; as it is now, it has."""
    assert [snapshot.name for snapshot in walked["demotogether"].review.snapshots] == [BOARD]
    then = load_source(Workspace(root), f"demotogether@{BOARD}").account
    assert walked["demonext"].review.earlier == then
    now = load_source(Workspace(root), "demotogether").account
    assert (len(then.element("3B").checks), len(now.element("3B").checks)) == (0, 1)
    assert then.not_now == now.not_now
    assert [left.element for left in then.not_now] == ["5A", "3C"]


def test_a_private_note_is_in_nobody_elses_report(
    walked: dict[str, Walked], compared: dict[tuple[str, ...], Comparison]
) -> None:
    """What the chief executive wrote for himself is neither compared nor brought into another review."""
    notes = [
        record.note
        for one in walked.values()
        for element in one.review.elements.values()
        for record in element.questions.values()
        if record.private
    ]
    assert len(notes) == 2
    others = [comparison_document(one, WALKS[0].first.date()).text for one in compared.values()]
    bringing = [one.review for one in WALKS if one.groups or one.since]
    others += [walked[review].path.read_text(encoding="utf-8") for review in bringing]
    assert not [note for note in notes for text in others if note in text]


def test_nobody_and_no_trust_in_the_sample_is_real(rubric: Rubric) -> None:
    """People are named by their posts, the only trusts are the two that were made up."""
    walks = Path(__file__).parents[2] / "matbot" / "demo" / "walks"
    text = "\n".join(path.read_text(encoding="utf-8") for path in sorted(walks.glob("*.txt")))
    assert not re.findall(r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Sir|Dame|Professor|Prof)\b", text)
    assert set(re.findall(r"(?:[A-Z]\w+ )+Trust\b", text)) == {NORTHFIELDS, HARROWMERE}
    credited = re.findall(r"[A-Z]\w+ [A-Z]\w+", rubric.source)
    assert not [name for name in credited if name in text]


def test_a_row_of_a_walk_may_be_about_several_elements_or_none(rubric: Rubric) -> None:
    """Several are named with `and` between; other words name a row of people's own."""
    rows = [[("Priority", "1A and 2B")], [("Priority", "Sixth form"), ("Focus area", "The sixth form")]]
    several, *_drafted, own = build_priority_events(rows, Talk(rubric).interview)
    assert isinstance(several, PriorityWritten)
    assert isinstance(own, PriorityWritten)
    assert (several.priority, several.elements) == ("row-1a-and-2b", ("1A", "2B"))
    assert (own.elements, own.focus) == ((), "The sixth form")
