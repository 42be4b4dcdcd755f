"""The sentences that compare groups by name. Ratings are never averaged, and groups are never ranked."""

from collections.abc import Iterator, Sequence

from matbot.line.other_views import HALF_A_SCREEN, keep_first_words
from matbot.presenters.comparison import (
    NO_DIFFERENCE,
    SideState,
    format_saved_version,
    group_elements,
    present_element,
)
from matbot.report.sides import IN_NONE, format_placing, labelled_answers
from matbot.report.words import date_in_words, format_count, people_in_words
from matbot.review.comparison import Comparison, Difference, Side
from matbot.text import in_words, shortened

_MAX_LABEL = 60
_MAX_QUESTION = 100


def format_side(side: Side) -> str:
    """Format one side of the comparison: its name, saved version, number of people, date and progress."""
    as_of_words = (
        f", as of {shortened(format_saved_version(side), _MAX_LABEL)}" if format_saved_version(side) else ""
    )
    people = people_in_words(side.account.people)
    details = date_in_words(side.account.said)
    return f"{side.letter} is {_format_name(side)}{as_of_words}, {people}, {details}: {side.progress}."


def format_opened(comparison: Comparison) -> Iterator[str]:
    """Yield how many elements there are to discuss, and list the elements that need no discussion."""
    number = len(comparison.to_discuss)
    if not number:
        yield NO_DIFFERENCE
    else:
        yield f"There {'is' if number == 1 else 'are'} {format_count(number, 'element')} to talk about."
    parts = group_elements(comparison)
    for title, codes in (*parts.rest, (IN_NONE, [one.code for one in parts.outside])):
        if codes:
            yield f"{title}: {in_words(codes)}."


def format_element(comparison: Comparison, element: Difference, place: str) -> Iterator[str]:
    """Yield an element's difference, the rating of each side, and any remarks.

    Args:
        comparison: The comparison that the element belongs to.
        element: The element to describe.
        place: The element's position in the list being printed, such as `3 of 14`.

    """
    shown = present_element(comparison, element, _format_names)
    yield f"{place}: {shown.code} {shown.name}, {shown.difference}."
    yield f"{'; '.join(map(_format_state, shown.states))}."
    yield from shown.remarks


def element_in_full(comparison: Comparison, element: Difference) -> Iterator[str]:
    """Yield everything each side recorded about an element, then the questions they answered differently."""
    shown = present_element(comparison, element, _format_names)
    yield f"{shown.code} {shown.name}, {shown.difference}."
    for state in shown.states:
        yield f"{_format_state(state)}."
        for label, words in labelled_answers(element.account_of(state.side)):
            if words.strip():
                yield f"{label}: {shortened(words, HALF_A_SCREEN)}"
    for id_ in element.apart:
        question = comparison.rubric.questions[id_]
        yield f"Question {question.numeral}: {keep_first_words(question.text, _MAX_QUESTION)}"
        for side in element.sides:
            placing = format_placing(comparison.rubric, id_, side.account.question(id_))
            yield f"{_format_name(side)}: {shortened(placing, HALF_A_SCREEN)}"


def _format_state(state: SideState) -> str:
    """Format the name of a side with its rating, or with why it has none."""
    words = state.words if state.letters else f"{state.words[0].lower()}{state.words[1:]}"
    return f"{_format_name(state.side)}: {words}"


def _format_names(sides: Sequence[Side]) -> str:
    return in_words([_format_name(side) for side in sides])


def _format_name(side: Side) -> str:
    return shortened(side.label, _MAX_LABEL)
