"""A log folded as it grows comes to what the whole log comes to, however it grows."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from matbot.review.flow import flow_of
from matbot.review.fold import review_of
from matbot.review.replies import Leant, Reply, Withdrew
from matbot.review.story import Story
from tests.unit.test_review import RUBRIC, moving_logs


def distinct(log: list[Reply]) -> tuple[Reply, ...]:
    """A log in which no id stands twice, as in every log that is kept."""
    return tuple({reply.id: reply for reply in log}.values())


@given(moving_logs(), st.data())
def test_a_growing_log_makes_what_the_whole_log_makes(log: list[Reply], data: st.DataObject) -> None:
    """After each part of it: the same review and the same flow."""
    whole = distinct(log)
    lengths = data.draw(st.lists(st.integers(1, len(whole)), max_size=8).map(sorted))
    story = Story()
    for length in [*lengths, len(whole)]:
        part = whole[:length]
        review = review_of(RUBRIC, part)
        assert story.after(RUBRIC, part) == (review, flow_of(RUBRIC, review, part))


@given(moving_logs())
def test_another_log_is_told_from_the_beginning(log: list[Reply]) -> None:
    """As after a merge, or when a review is read again: nothing of the first is left in the second."""
    first, *rest = distinct(log)
    story, other = Story(), (first, *reversed(rest[len(rest) // 3 :]))
    story.after(RUBRIC, (first, *rest))
    review = review_of(RUBRIC, other)
    assert story.after(RUBRIC, other) == (review, flow_of(RUBRIC, review, other))


def test_what_was_told_does_not_change_when_the_story_goes_on() -> None:
    """A review that somebody holds is a value."""
    story, log = Story(), (Leant(id="one", question="1A.i", leaning="red"),)
    before, _ = story.after(RUBRIC, log)
    kept = replace(before)
    story.after(
        RUBRIC, (*log, Leant(id="two", question="1A.i", leaning="green"), Withdrew(id="x", reply="one"))
    )
    assert before == kept
    assert before.question("1A.i").leaning == "red"
