"""Two copies of a review that went apart become one, and nothing is lost."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from matbot.review.events import Event, NoteWritten
from matbot.store.log_merge import merge_logs

START = datetime(2026, 3, 4, 10, tzinfo=UTC)


def event(name: str, minute: int) -> Event:
    """An event that is told apart by its id, said so many minutes after the start."""
    return NoteWritten(id=name, at=START + timedelta(minutes=minute), question="1A.i", note=name)


def logs(prefix: str) -> st.SearchStrategy[list[Event]]:
    """Logs of their own, the clock running as it likes."""
    minutes = st.lists(st.integers(min_value=0, max_value=9), max_size=6)
    return minutes.map(lambda found: [event(f"{prefix}{n}", minute) for n, minute in enumerate(found)])


def is_part(some: Sequence[Event], log: Sequence[Event]) -> bool:
    """Whether some events stand in a log in the same order."""
    ids = {one.id for one in some}
    return [one for one in log if one.id in ids] == list(some)


@given(logs("shared"), logs("ours"), logs("theirs"))
def test_copies_that_went_apart_keep_every_event_and_each_its_own_order(
    shared: list[Event], ours: list[Event], theirs: list[Event]
) -> None:
    """The union has each event once, what they share first, whatever the clocks said."""
    log = merge_logs([*shared, *ours], [*shared, *theirs])
    assert sorted(one.id for one in log) == sorted(one.id for one in [*shared, *ours, *theirs])
    assert list(log[: len(shared)]) == shared
    assert is_part(ours, log)
    assert is_part(theirs, log)


@given(logs("shared"), logs("ours"), logs("theirs"))
def test_it_does_not_matter_which_copy_is_whose(
    shared: list[Event], ours: list[Event], theirs: list[Event]
) -> None:
    """Both computers come to the same review, and merging once more changes nothing."""
    log = merge_logs([*shared, *ours], [*shared, *theirs])
    assert log == merge_logs([*shared, *theirs], [*shared, *ours])
    assert log == merge_logs(log, [*shared, *theirs])


@given(
    st.permutations([event(str(n), n) for n in range(5)]),
    st.permutations([event(str(n), n) for n in range(5)]),
)
def test_logs_that_contradict_each_other_still_lose_nothing(ours: list[Event], theirs: list[Event]) -> None:
    """Where two logs have the same events in another order, ours counts."""
    assert list(merge_logs(ours, theirs)) == ours


def test_what_was_said_apart_is_put_in_by_time() -> None:
    """Events of two computers stand in the order in which they were given."""
    log = merge_logs([event("a", 1), event("c", 3)], [event("b", 2), event("d", 4)])
    assert [one.id for one in log] == ["a", "b", "c", "d"]
