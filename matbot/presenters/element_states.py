"""The state of an element in its review, in the words that every page uses."""

from matbot.interview import Interview
from matbot.interview.other_views import Voice
from matbot.review.review import Review
from matbot.review.unrated import (
    BUT_LEFT_OUT,
    NO_RATING,
    NO_RATING_MARK,
    OUTSIDE_MARK,
    format_unrated,
)

MAP_MARKS = f"{NO_RATING_MARK} {NO_RATING}   {OUTSIDE_MARK} not in this review"
"""The key to the marks that a map has in place of a rating's letters."""


def element_state(interview: Interview, code: str) -> str:
    """The state of an element: `Amber Green`, `Not this time`, `Not rated yet` or `Not reviewed`."""
    record = interview.review.elements[code]
    if record.rating:
        return interview.rubric.levels[record.rating].name
    return format_unrated(interview.review, code)


def element_progress(interview: Interview, code: str) -> str:
    """The progress of an element, shown next to its letters: `parked, 2 of 5 answered`, `rated`."""
    record = interview.review.elements[code]
    answered, asked = count_answered(interview.review, code)
    if code not in interview.review.scope:
        state = f"rated, {BUT_LEFT_OUT}" if record.rating else format_unrated(interview.review, code)
    elif interview.flow.is_half_done(code) and asked:
        state = f"{answered} of {asked} answered"
    else:
        state = "rated" if record.rating else format_unrated(interview.review, code)
    return f"{'parked, ' * record.parked}{lower_first(state)}"


def count_answered(review: Review, code: str) -> tuple[int, int]:
    """Count the questions of an element that are answered, and those that are asked."""
    questions = review.elements[code].questions
    answered = sum(question.leaning is not None for question in questions.values())
    return answered, sum(map(review.is_asked, questions))


def voice_state(voice: Voice) -> str:
    """The label of another reviewer without an answer or a rating: `no answer`, `not reviewed`."""
    return lower_first(voice.unrated or "No answer")


def lower_first(words: str) -> str:
    """Return a phrase with a small first letter, for use inside a sentence."""
    return f"{words[:1].lower()}{words[1:]}"
