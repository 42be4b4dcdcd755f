"""A log folded as it grows comes to what the whole log comes to, however it grows."""

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from matbot.interview.past import PastTurnsFold, past_turns
from matbot.review.account import Account
from matbot.review.events import AccountAdded, Event, EventUndone, QuestionAnswered, StepSkipped, StepVisited
from matbot.review.flow import flow_of
from matbot.review.fold import review_of
from matbot.review.log import effective_events
from matbot.review.migration import IncrementalMigration, migrate_log
from matbot.review.projection import IncrementalProjection, Projection
from matbot.rubric import Rubric
from matbot.store.log_merge import merge_contents
from matbot.store.tables import new_contents
from tests.migrations import EARLIER, LATER, THERE, over
from tests.strategies import accounts, logs
from tests.unit.test_review import RUBRIC, moving_logs


def distinct(log: Sequence[Event]) -> tuple[Event, ...]:
    """A log in which no id stands twice, as in every log that is kept."""
    return tuple({event.id: event for event in log}.values())


def folded_anew(rubric: Rubric, log: tuple[Event, ...]) -> Projection:
    """What a whole log comes to, by the functions that know of no log before it."""
    review = review_of(rubric, log)
    return Projection(rubric, log, tuple(effective_events(log)), review, flow_of(rubric, review, log))


def check_every_beginning(rubric: Rubric, log: tuple[Event, ...]) -> None:
    """However long a log is by now, folding what is new comes to what folding all of it does."""
    reading, projections, past = IncrementalMigration(rubric), IncrementalProjection(), PastTurnsFold()
    for length in range(1, len(log) + 1):
        part = log[:length]
        here = reading.update(part)
        assert here == migrate_log(rubric, part)
        projection = projections.update(here.rubric, here.log)
        assert projection == folded_anew(here.rubric, here.log)
        assert past.update(here.rubric, projection.counted) == past_turns(here.rubric, here.log)


@st.composite
def carried_logs(draw: st.DrawFn) -> tuple[Event, ...]:
    """Logs that go over to another framework version and perhaps back, with undo of anything on the way."""
    log = [*draw(logs(EARLIER)), over(THERE, id="over"), *draw(logs(LATER))[1:15]]
    ways_back: list[list[Event]] = [[over(THERE.reversed())], [EventUndone(reply="over")], []]
    way_back = draw(st.sampled_from(ways_back))
    log += [*way_back, *draw(logs(EARLIER))[1:10]]
    for _ in range(draw(st.integers(0, 3))):
        taken = draw(st.sampled_from([event.id for event in log]))
        log.insert(draw(st.integers(1, len(log))), EventUndone(reply=taken))
    return distinct(log)


@given(moving_logs(), st.lists(accounts(RUBRIC), max_size=2), st.data())
@settings(max_examples=60)
def test_folding_each_event_as_it_comes_makes_what_the_whole_log_makes(
    log: list[Event], brought: list[Account], data: st.DataObject
) -> None:
    """At every length of the log: moves, skips, undo, events of the future, accounts brought in anywhere."""
    for account in brought:
        role = data.draw(st.sampled_from(["group", "earlier"]))
        log.insert(data.draw(st.integers(1, len(log))), AccountAdded(role=role, account=account))
    check_every_beginning(RUBRIC, distinct(log))


@given(carried_logs())
@settings(max_examples=40)
def test_a_log_that_is_moved_is_folded_the_same_at_every_length(log: tuple[Event, ...]) -> None:
    """Over, back and undone: what was read anew goes on from there."""
    check_every_beginning(EARLIER, log)


@given(moving_logs(), st.data())
@settings(max_examples=40)
def test_two_copies_that_are_merged_are_folded_the_same(log: list[Event], data: st.DataObject) -> None:
    """The story of the one copy goes on in the merged log, and in every later event of it."""
    whole = distinct(log)
    shared = data.draw(st.integers(1, len(whole)))
    ours, others = whole[:shared], data.draw(moving_logs())[1:]
    theirs = distinct([*ours, *others])
    ours = (*ours, *whole[shared:])
    projections = IncrementalProjection()
    projections.update(RUBRIC, ours)
    both = merge_contents(new_contents(RUBRIC, ours), new_contents(RUBRIC, theirs)).log
    for part in (
        both,
        (*both, QuestionAnswered(question="1A.i", leaning="red")),
        (*both, StepSkipped(skipped="opening:1A")),
    ):
        assert projections.update(RUBRIC, part) == folded_anew(RUBRIC, part)
    check_every_beginning(RUBRIC, both)


def test_a_log_that_did_not_grow_is_not_folded_again() -> None:
    """Header, conversation and page get one and the same result."""
    projections, log = (
        IncrementalProjection(),
        (QuestionAnswered(question="1A.i", leaning="red"), StepVisited(to="choice:1A.ii")),
    )
    assert projections.update(RUBRIC, log) is projections.update(RUBRIC, log)


@given(moving_logs(), st.data())
def test_a_growing_log_makes_what_the_whole_log_makes(log: list[Event], data: st.DataObject) -> None:
    """After each part of it: the same review and the same flow."""
    whole = distinct(log)
    lengths = data.draw(st.lists(st.integers(1, len(whole)), max_size=8).map(sorted))
    projections = IncrementalProjection()
    for length in [*lengths, len(whole)]:
        part = whole[:length]
        assert projections.update(RUBRIC, part) == folded_anew(RUBRIC, part)


@given(moving_logs())
def test_another_log_is_told_from_the_beginning(log: list[Event]) -> None:
    """As after a merge, or when a review is read again: nothing of the first is left in the second."""
    first, *rest = distinct(log)
    projections, other = IncrementalProjection(), (first, *reversed(rest[len(rest) // 3 :]))
    projections.update(RUBRIC, (first, *rest))
    assert projections.update(RUBRIC, other) == folded_anew(RUBRIC, other)


def test_what_was_told_does_not_change_when_the_story_goes_on() -> None:
    """A review that somebody holds is a value."""
    projections, log = IncrementalProjection(), (QuestionAnswered(id="one", question="1A.i", leaning="red"),)
    before = projections.update(RUBRIC, log).review
    kept = replace(before)
    projections.update(
        RUBRIC,
        (
            *log,
            QuestionAnswered(id="two", question="1A.i", leaning="green"),
            EventUndone(id="x", reply="one"),
        ),
    )
    assert before == kept
    assert before.question("1A.i").leaning == "red"
