"""Dated backups: at least 30 minutes apart, thinned as they age, and never in the way of a save."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matbot.review.events import Event, QuestionAnswered, ReviewOpened, ScopeChosen
from matbot.rubric import Rubric
from matbot.store import saving
from matbot.store.contents import inspect_file
from matbot.store.dated import APART, DatedBackups, choose_kept, find_dated_backups
from matbot.store.places import Place, find_place
from matbot.store.review_file import ReviewFile
from matbot.store.workspace import Workspace

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)
MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)


class Clock:
    """A clock that tests set."""

    def __init__(self) -> None:
        self.time = NOON

    def __call__(self) -> datetime:
        """The time it was set to."""
        return self.time


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """The clock that saves are told by."""
    clock = Clock()
    monkeypatch.setattr(saving, "now", clock)
    return clock


@pytest.fixture
def review(
    clock: Clock, workspace: Workspace, small_rubric: Rubric, opened: ReviewOpened, scoped: ScopeChosen
) -> Iterator[ReviewFile]:
    """A review made at noon, open."""
    with workspace.create(small_rubric, opened, scoped) as review:
        yield review


def place(review: ReviewFile) -> Place:
    """Where the copies of a review are."""
    return find_place(review.path)


def leant(question: str = "1A.i") -> Event:
    """An answer."""
    return QuestionAnswered(question=question, leaning="red")


def test_a_save_is_kept_at_most_every_thirty_minutes(review: ReviewFile, clock: Clock) -> None:
    """The first save at once, and later ones once enough time has gone by."""
    for minutes in (1, 29, 30, 31, 59, 60):
        clock.time = NOON + minutes * MINUTE
        review.append(leant())
    assert list(find_dated_backups(place(review).dated)) == [
        NOON + minutes * MINUTE for minutes in (60, 30, 0)
    ]


def test_a_window_that_opens_the_review_again_goes_on_counting(review: ReviewFile, clock: Clock) -> None:
    """What was kept before it opened counts too."""
    review.close()
    clock.time = NOON + 10 * MINUTE
    with ReviewFile.open(review.path) as again:
        again.append(leant())
    assert list(find_dated_backups(place(review).dated)) == [NOON]


def test_a_dated_backup_is_the_save_as_it_was(review: ReviewFile, clock: Clock) -> None:
    """A whole review file, for this person alone."""
    clock.time = NOON + 40 * MINUTE
    review.append(leant())
    newest = next(iter(find_dated_backups(place(review).dated).values()))
    assert newest.read_bytes() == review.path.read_bytes()
    if os.name != "nt":
        assert newest.stat().st_mode & 0o777 == 0o600
        assert newest.parent.stat().st_mode & 0o777 == 0o700


def test_a_clock_set_back_does_not_keep_saves_from_being_kept(review: ReviewFile, clock: Clock) -> None:
    """A backup of tomorrow, or of next year, stands in the way of none today."""
    clock.time = NOON - DAY
    review.append(leant())
    assert list(find_dated_backups(place(review).dated)) == [NOON, NOON - DAY]


def test_a_backup_that_cannot_be_kept_is_a_notice_and_no_error(review: ReviewFile, clock: Clock) -> None:
    """The save itself is what counts, and the next one tries again."""
    folder = place(review).dated
    shutil.rmtree(folder)
    folder.write_text("in the way", encoding="utf-8")
    clock.time = NOON + 40 * MINUTE
    review.append(leant())
    assert (review.unsaved, review.notice) == (
        0,
        "Saved, but no dated backup could be kept on this machine.",
    )
    folder.unlink()
    review.append(leant())
    assert list(find_dated_backups(folder)) == [clock.time]


def test_strange_files_among_the_backups_are_left_alone(tmp_path: Path) -> None:
    """What is not named like one of them is none of them; half-written ones are cleared away."""
    folder = tmp_path / "dated"
    folder.mkdir()
    (folder / "notes.txt").touch()
    (folder / ".new-1234.tmp").touch()
    DatedBackups(folder).keep(b"{}", NOON)
    assert sorted(path.name for path in folder.iterdir()) == ["2026-03-04T12-00-00Z.json", "notes.txt"]


def test_all_of_the_last_day_stay_and_older_ones_are_thinned() -> None:
    """Then one a day for 12 days, one a week for 10 weeks, one a month for 9 months."""
    times = [NOON - number * timedelta(hours=1) for number in range(24 * 400)]
    staying = choose_kept(times, NOON)
    recent = {at for at in staying if at > NOON - DAY}
    assert len(recent) == 24
    assert len({at.date() for at in staying if at > NOON - 12 * DAY}) == 12
    assert len(staying - recent) < 12 + 10 + 9
    assert min(staying) == datetime(2025, 7, 31, 23, tzinfo=UTC)


def test_a_review_left_alone_keeps_its_backups() -> None:
    """Time going by without a save takes nothing away."""
    times = [NOON, NOON - 3 * DAY, NOON - 40 * DAY]
    assert choose_kept(times, NOON + 1000 * DAY) == set(times)


@given(st.lists(st.integers(0, 60 * 24 * 500), max_size=60))
def test_a_backup_less_than_apart_is_always_there_and_the_rule_decides_which_stay(minutes: list[int]) -> None:
    """Whatever the clock does."""
    with tempfile.TemporaryDirectory() as folder:
        backups, found = DatedBackups(Path(folder)), dict[datetime, Path]()
        for number in minutes:
            at, before = NOON + number * MINUTE, found
            backups.keep(b"{}", at)
            found = find_dated_backups(Path(folder))
            assert min(abs(at - other) for other in found) < APART
            if at in found and at not in before:
                assert choose_kept(found, at) == set(found)


def test_with_nothing_else_left_the_newest_good_dated_backup_is_opened(
    review: ReviewFile, clock: Clock
) -> None:
    """A damaged one is passed over, and what was opened is said."""
    for hours in (1, 2):
        clock.time = NOON + hours * 60 * MINUTE
        review.append(leant())
    review.close()
    newest, *_ = find_dated_backups(place(review).dated).values()
    newest.write_bytes(b"")
    for path in (place(review).mirror, place(review).backup):
        path.unlink()
    review.path.write_bytes(b"")
    with ReviewFile.open(review.path) as again:
        assert again.log == review.log[:3]
        assert "recovered from the dated backup saved " in again.notice
    assert inspect_file(review.path).good


def test_a_file_put_back_is_caught_up_from_a_dated_backup_where_the_mirror_is_gone(
    review: ReviewFile, clock: Clock
) -> None:
    """A second copy that was lost does not make an older file pass for the newest."""
    older = review.path.read_bytes()
    clock.time = NOON + 40 * MINUTE
    review.append(leant())
    review.close()
    review.path.write_bytes(older)
    place(review).mirror.unlink()
    with ReviewFile.open(review.path) as again:
        assert again.log == review.log
        assert "put back to an older one" in again.notice
