"""Days are those that people here had, and a clock that was wrong turns no order round."""

import re
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matbot.report.output import build_stem
from matbot.report.words import date_in_words, month_in_words
from matbot.review.account_building import build_account
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
from matbot.review.local_time import to_local_day
from matbot.review.projection import header_of, projection_of
from matbot.rubric import Rubric
from matbot.rubric.library import find
from matbot.services.joint_reviews import load_source
from matbot.store import saving
from matbot.store.workspace import Workspace
from tests.conftest import set_time_zone
from tests.speaking import at_home, run, text_of

RUBRIC = find()

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
    assert to_local_day(at.replace(tzinfo=UTC)).year == at.year


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


@given(st.lists(st.integers(-4000, 4000), min_size=6, max_size=6))
def test_no_clock_makes_a_review_begin_later_than_it_was_updated(days: list[int]) -> None:
    """Set back, put forward or both, before any of its answers: in the review, its header and its account."""
    log: list[Event] = [
        *log_at(EVENING),
        PriorityWritten(at=EVENING, priority="p", elements=("1A",), focus="V"),
    ]
    log = [
        event.model_copy(update={"at": EVENING + timedelta(days=by)})
        for event, by in zip(log, days, strict=True)
    ]
    found = projection_of(RUBRIC, log)
    review, header = found.review, header_of(RUBRIC, found.review, found.flow)
    assert review.started
    assert review.said
    assert header.started == review.started <= review.said
    assert review.started <= (review.talked or review.said)
    account = build_account(RUBRIC, review, log[-1].id)
    assert account.started <= account.said


@pytest.mark.parametrize(
    ("at", "day"),
    [
        (datetime(2026, 10, 24, 23, 30, tzinfo=UTC), "25 October 2026"),  # summer time's last night
        (datetime(2026, 10, 25, 23, 30, tzinfo=UTC), "25 October 2026"),
        (datetime(2026, 3, 28, 23, 30, tzinfo=UTC), "28 March 2026"),
        (datetime(2026, 3, 29, 23, 30, tzinfo=UTC), "30 March 2026"),  # and its first
        (datetime(2026, 10, 25, 0, 30, tzinfo=UTC), "25 October 2026"),  # an hour that is there twice
        (datetime(2026, 10, 25, 1, 30, tzinfo=UTC), "25 October 2026"),
    ],
)
def test_the_day_is_right_where_the_clocks_change(
    at: datetime, day: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In Britain's summer time an evening of UTC is the next day."""
    set_time_zone(monkeypatch, "GMT0BST,M3.5.0/1,M10.5.0")
    assert date_in_words(at) == day


@pytest.mark.parametrize("zone", ["EAST-13", "WEST+11"])
@pytest.mark.parametrize("by", [timedelta(days=-730), timedelta(days=3650)])
def test_a_review_saved_by_a_wrong_clock_is_told_in_order_everywhere(
    workspace: Workspace, rubric: Rubric, monkeypatch: pytest.MonkeyPatch, zone: str, by: timedelta
) -> None:
    """On each side of the world: the list and the Full record name no beginning after the last update."""
    set_time_zone(monkeypatch, zone)
    monkeypatch.setenv("MATBOT_WORKSPACE", str(workspace.root))
    opened, scoped, *rest = log_at(EVENING)
    assert isinstance(opened, ReviewOpened)
    assert isinstance(scoped, ScopeChosen)
    with monkeypatch.context() as patch:
        patch.setattr(saving, "now", lambda: EVENING + by)
        with workspace.create(rubric, opened, scoped) as file:
            file.append(*(event.model_copy(update={"at": event.at + by}) for event in rest))
    (listed,) = workspace.list_reviews()
    assert listed.header
    assert listed.header.started
    assert listed.saved
    assert listed.header.started <= listed.saved
    record = run("transcript", "abcd2345", "--output", "-").out
    first, last = sorted([to_local_day(EVENING), to_local_day(EVENING + by)])
    begun, updated = re.findall(r"\*\*(?:Begun|Last [a-z]+):\*\* (\d+ \w+ \d+)", record)
    assert begun == date_in_words(first)
    assert updated == date_in_words(to_local_day(EVENING + by))
    assert first <= last


@pytest.mark.parametrize("field", ["saved", "started", "at"])
def test_a_file_whose_moments_name_no_time_zone_is_said_to_be_damaged(
    workspace: Workspace, rubric: Rubric, monkeypatch: pytest.MonkeyPatch, field: str
) -> None:
    """No matbot wrote one, and nobody could know which day was meant: no traceback, nothing is changed."""
    opened, scoped, *rest = log_at(EVENING)
    assert isinstance(opened, ReviewOpened)
    assert isinstance(scoped, ScopeChosen)
    with workspace.create(rubric, opened, scoped, *rest) as file:
        path = file.path
    raw = re.sub(rf'("{field}":"[^"]*?)(?:Z|\+00:00)"', r'\1"', path.read_text(encoding="utf-8"))
    for kept in (path.with_name(f"{path.name}.backup"), *(workspace.root.parent / "state").rglob("*.json*")):
        kept.unlink(missing_ok=True)
    path.write_text(raw, encoding="utf-8")
    monkeypatch.setenv("MATBOT_WORKSPACE", str(workspace.root))
    done = [run("list"), run("show", str(path)), run("transcript", str(path), "--output", "-")]
    assert all("Traceback" not in one.out + one.err for one in done)
    assert path.read_text(encoding="utf-8") == raw


def test_lists_documents_and_accounts_say_so_too(
    workspace: Workspace, rubric: Rubric, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also a file whose header an earlier matbot wrote."""
    opened, scoped, *rest = wrong_at_first(EVENING)
    assert isinstance(opened, ReviewOpened)
    assert isinstance(scoped, ScopeChosen)
    with workspace.create(rubric, opened, scoped) as file:
        file.append(*rest)
    (listed,) = workspace.list_reviews()
    assert listed.header
    assert listed.saved
    assert listed.header.started
    assert listed.header.started <= listed.saved
    account = load_source(workspace, "abcd2345").account
    assert account.started <= account.said
    monkeypatch.setenv("MATBOT_WORKSPACE", str(workspace.root))
    assert "Begun 30 November 2026, last updated 30 November 2026." in run("show", "abcd2345").out
    assert build_stem(file.projection.review).endswith("2026-11-30-transcript")


def test_a_header_that_says_so_is_not_believed(workspace: Workspace, small_rubric: Rubric) -> None:
    """It was begun when it was saved at the latest."""
    ahead = datetime.now(UTC) + timedelta(days=1500)
    opened, scoped, *_ = log_at(ahead)
    assert isinstance(opened, ReviewOpened)
    assert isinstance(scoped, ScopeChosen)
    with workspace.create(small_rubric, opened, scoped):
        pass
    (listed,) = workspace.list_reviews()
    assert listed.header
    assert listed.header.started == listed.saved
