"""Days are those that people here had, and a clock that was wrong turns no order round."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from matbot.report.output import stem_of
from matbot.report.words import date_in_words, month_in_words
from matbot.review.events import (
    Event,
    NoteWritten,
    PriorityWritten,
    QuestionAnswered,
    ReviewOpened,
    ScopeChosen,
    VersionSaved,
)
from matbot.review.fold import review_of
from matbot.review.local_time import local_day
from matbot.rubric import Rubric
from matbot.services.joint_reviews import source_of
from matbot.store.workspace import Workspace
from tests.conftest import set_time_zone
from tests.speaking import at_home, run, text_of

EVENING = datetime(2026, 11, 30, 20, tzinfo=UTC)
"""The last evening of November in London, and the first morning of December in New Zealand."""


@pytest.fixture
def east(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where it is thirteen hours later than in London."""
    set_time_zone(monkeypatch, "EAST-13")


def log_at(at: datetime, review: str = "abcd2345") -> list[Event]:
    """A short review, all of it at one moment."""
    return [
        ReviewOpened(id="a", at=at, review=review, trust="Northfields", group="Heads", rubric="small"),
        ScopeChosen(id="b", at=at, elements=("1A",)),
        QuestionAnswered(id="c", at=at, question="1A.i", leaning="red"),
        NoteWritten(id="d", at=at, question="1A.i", note="Clear to most"),
        VersionSaved(id="e", at=at, name="then"),
    ]


@pytest.fixture
def kept(workspace: Workspace, rubric: Rubric, monkeypatch: pytest.MonkeyPatch, east: None) -> Workspace:
    """A review of that evening, in a workspace that the environment names."""
    opened, scoped, *rest = log_at(EVENING)
    assert isinstance(opened, ReviewOpened)
    assert isinstance(scoped, ScopeChosen)
    with workspace.create(rubric, opened, scoped, *rest):
        pass
    monkeypatch.setenv("MATBOT_WORKSPACE", str(workspace.root))
    return workspace


def test_a_moment_is_told_by_its_day_here(east: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """And a day stays as it is."""
    assert date_in_words(EVENING) == "1 December 2026"
    assert month_in_words(EVENING) == "December 2026"
    assert date_in_words(date(2026, 11, 30)) == "30 November 2026"
    set_time_zone(monkeypatch, "WEST+11")
    assert date_in_words(EVENING) == "30 November 2026"
    assert date_in_words(datetime(2026, 12, 1, 9, tzinfo=UTC)) == "30 November 2026"


@pytest.mark.parametrize("zone", ["EAST-13", "WEST+11"])
@pytest.mark.parametrize("at", [datetime.min, datetime.max])
def test_a_moment_that_no_clock_here_can_show_has_the_day_it_says(
    zone: str, at: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first and the last day there are."""
    set_time_zone(monkeypatch, zone)
    assert local_day(at.replace(tzinfo=UTC)).year == at.year


def test_every_document_and_file_name_has_the_day_here(kept: Workspace) -> None:
    """The review's file, what the commands print, and what they write."""
    assert "-2026-12-" in kept.find("abcd2345").name
    written = Path(run("transcript", "abcd2345").out.strip())
    assert "2026-12-01" in written.name
    told = [
        run("show", "abcd2345").out,
        written.read_text(encoding="utf-8"),
        run("transcript", "abcd2345", "--edition", "board", "--output", "-").out,
        run("transcript", "abcd2345", "--as-of", "then", "--output", "-").out,
    ]
    for words in told:
        assert "1 December 2026" in words
        assert "30 November 2026" not in words


def test_what_follows_and_what_is_compared_has_the_day_here(kept: Workspace) -> None:
    """In the conversation of the following review, its documents, and side by side."""
    later = run("new", "--since", "abcd2345").out.strip()
    told = [
        run("show", later).out,
        run("compare", "abcd2345", later).out,
        run("compare", "abcd2345", later, "--format", "md", "--output", "-").out,
        run("ask", later, typed="\n").out,
        text_of(at_home(kept, "compare 1,2", "stop")),
    ]
    for words in told:
        assert "December 2026" in words
        assert "30 November 2026" not in words


def wrong_at_first(then: datetime) -> list[Event]:
    """A review that was opened by a clock that was years ahead, and answered once it was right."""
    ahead = then + timedelta(days=1500)
    opened, scoped, *rest = log_at(then)
    return [opened.model_copy(update={"at": ahead}), scoped.model_copy(update={"at": ahead}), *rest]


@pytest.mark.parametrize("answers", [0, 1, 2, 3])
def test_a_review_is_never_begun_later_than_it_was_last_updated(small_rubric: Rubric, answers: int) -> None:
    """However much of it was said by the wrong clock."""
    review = review_of(small_rubric, wrong_at_first(EVENING)[: 2 + answers])
    assert review.started
    assert review.said
    assert review.started <= review.said


def test_nor_where_the_clock_was_wrong_again_at_the_end(small_rubric: Rubric) -> None:
    """By what is said of the last answer to a question either."""
    ahead = EVENING + timedelta(days=1500)
    late = PriorityWritten(at=ahead, priority="p1", elements=("1A",), focus="Vision")
    review = review_of(small_rubric, [*wrong_at_first(EVENING), late])
    assert review.started
    assert review.talked
    assert review.started <= review.talked


def test_lists_documents_and_accounts_say_so_too(
    workspace: Workspace, rubric: Rubric, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also a file whose header an earlier matbot wrote."""
    opened, scoped, *rest = wrong_at_first(EVENING)
    assert isinstance(opened, ReviewOpened)
    assert isinstance(scoped, ScopeChosen)
    with workspace.create(rubric, opened, scoped) as file:
        file.append(*rest)
    (listed,) = workspace.listed()
    assert listed.header
    assert listed.saved
    assert listed.header.started
    assert listed.header.started <= listed.saved
    account = source_of(workspace, "abcd2345").account
    assert account.started <= account.said
    monkeypatch.setenv("MATBOT_WORKSPACE", str(workspace.root))
    assert "Begun 30 November 2026, last updated 30 November 2026." in run("show", "abcd2345").out
    assert stem_of(file.projection.review).endswith("2026-11-30-transcript")


def test_a_header_that_says_so_is_not_believed(workspace: Workspace, small_rubric: Rubric) -> None:
    """It was begun when it was saved at the latest."""
    ahead = datetime.now(UTC) + timedelta(days=1500)
    opened, scoped, *_ = log_at(ahead)
    assert isinstance(opened, ReviewOpened)
    assert isinstance(scoped, ScopeChosen)
    with workspace.create(small_rubric, opened, scoped):
        pass
    (listed,) = workspace.listed()
    assert listed.header
    assert listed.header.started == listed.saved
