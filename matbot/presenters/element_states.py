"""Where an element stands in its review, in the words that every page uses for it."""

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
"""What stands on a map in place of the letters of a rating."""


def element_state(interview: Interview, code: str) -> str:
    """Where an element stands: `Amber Green`, `Not this time`, `Not rated yet` or `Not reviewed`."""
    record = interview.review.elements[code]
    if record.rating:
        return interview.rubric.levels[record.rating].name
    return format_unrated(interview.review, code)


def element_progress(interview: Interview, code: str) -> str:
    """How far an element has come, beside its letters: `parked, 2 of 5 answered`, `rated`, `not reviewed`."""
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
    """How many questions of an element are answered, and how many are asked."""
    questions = review.elements[code].questions
    answered = sum(question.leaning is not None for question in questions.values())
    return answered, sum(map(review.is_asked, questions))


def voice_state(voice: Voice) -> str:
    """What stands for somebody else who gave no answer and no rating: `no answer`, `not reviewed`."""
    return lower_first(voice.unrated or "No answer")


def lower_first(words: str) -> str:
    """Words that stand by themselves elsewhere, as they go on in a line."""
    return f"{words[:1].lower()}{words[1:]}"
