"""The lines that describe priorities: each row, the candidates, and the deferred elements."""

from collections.abc import Iterator

from matbot.interview import Interview
from matbot.line.other_views import end_sentence
from matbot.presenters.priorities import DRAFT, candidate_codes, own_focus, rated_element, row_state
from matbot.report.words import TO_BE_AGREED
from matbot.review.events import PriorityWritten
from matbot.review.priority_fields import LOOK_AGAIN
from matbot.text import in_words, shortened

_MAX_REASON = 200


def format_rated(interview: Interview, code: str) -> str:
    """Format an element with its rating; a code that the framework does not have is shown as the code."""
    element = rated_element(interview, code)
    return f"{element.title}, {element.level}" if element.level else element.title


def format_focus(interview: Interview, row: PriorityWritten) -> str:
    """Format what a row is about: the focus area in the users' own words, if any, then its elements."""
    about = [own_focus(row)] if row.focus else []
    about += [format_rated(interview, code) for code in row.elements]
    return "; ".join(about) or "no focus area yet"


def format_chosen(interview: Interview) -> Iterator[str]:
    """Yield the rows in order, then the deferred elements and the review date."""
    review = interview.review
    if not review.priorities:
        yield "You have chosen no priorities yet."
    many = len(review.priorities)
    for number, row in enumerate(review.priorities, 1):
        yield f"Priority {number} of {many}: {format_focus(interview, row)}. {_format_state(row)}".rstrip()
    for left in review.deferred:
        again = (
            end_sentence(f" {LOOK_AGAIN.label}: {shortened(left.look_again, 60)}") if left.look_again else ""
        )
        why = end_sentence(shortened(left.why, _MAX_REASON) or "no reason given")
        yield f"Deferred: {format_rated(interview, left.element)}. Why: {why}{again}"
    if review.next_review:
        yield end_sentence(f"You review again: {shortened(review.next_review, 60)}")


def format_candidates(interview: Interview) -> Iterator[str]:
    """Yield the elements to choose from, with the weakest rating first."""
    codes = candidate_codes(interview)
    if codes:
        yield f"To choose from: {'; '.join(format_rated(interview, code) for code in codes)}."
    elif not interview.review.priorities:
        yield "There is nothing to choose from yet: rate an element first."


def _format_state(row: PriorityWritten) -> str:
    """Format which of the framework's columns are still drafts, and which are empty."""
    state = row_state(row)
    drafted, empty = ([field.short for field in fields] for fields in (state.drafted, state.empty))
    sentences = [
        f"{DRAFT}: {in_words(drafted)}." if drafted else "",
        f"{TO_BE_AGREED}: {in_words(empty)}." if empty else "",
    ]
    return " ".join(filter(None, sentences))
