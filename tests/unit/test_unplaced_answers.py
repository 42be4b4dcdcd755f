"""What has no place in another framework version is told in the words of then, place by place."""

from matbot.interview.unplaced_turns import build_unplaced_turns
from matbot.review.events import (
    ElementRated,
    Event,
    NoteWritten,
    QuestionAnswered,
    RationaleGiven,
    StepVisited,
)
from matbot.review.fold import review_of
from matbot.review.migration import migrate_log
from tests.migrations import EARLIER, THERE, over
from tests.talk import Talk


def _turns(*given: Event) -> list[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    reading = migrate_log(EARLIER, [*Talk(EARLIER).log, *given, over(THERE)])
    return [
        (turn.title, turn.lines, turn.private)
        for turn in build_unplaced_turns(review_of(reading.rubric, reading.log).unplaced)
    ]


def test_the_last_answer_to_each_thing_is_told_with_the_question_of_then() -> None:
    """A change of mind is history."""
    question = EARLIER.questions["1C.i"]
    turns = _turns(
        QuestionAnswered(question="1C.i", leaning="red"),
        NoteWritten(question="1C.i", note="Some do."),
        QuestionAnswered(question="1C.i", leaning="nearer red"),
        ElementRated(element="1C", rating="AR"),
        RationaleGiven(element="1C", rationale="Not all of us."),
    )
    assert turns == [
        (f"1C.i {question.text}", ("Nearer the red", "Some do."), ()),
        (EARLIER.elements["1C"].title, ("Rated Amber Red", "Not all of us."), ()),
    ]


def test_a_private_note_stays_private() -> None:
    """It is told apart, for the Full record alone."""
    ((_, lines, private),) = _turns(NoteWritten(question="1C.i", note="Between us.", private=True))
    assert (lines, private) == ((), ("Between us.",))


def test_what_only_moved_the_conversation_is_not_told() -> None:
    """It said nothing."""
    assert _turns(StepVisited(to="choice:1C.i"), NoteWritten(question="1C.ii", note="")) == []
