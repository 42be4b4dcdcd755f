"""What is said of groups side by side, by name and in words: nothing is averaged, and nobody is ranked."""

from collections.abc import Iterator, Sequence

from matbot.line.other_views import HALF_A_SCREEN, in_short
from matbot.presenters.comparison import (
    NO_DIFFERENCE,
    SideState,
    as_of,
    parts_of,
    present_element,
)
from matbot.report.sides import IN_NONE, labelled_answers, placed
from matbot.report.words import counted, date_in_words, people_in_words
from matbot.review.comparison import Comparison, Difference, Side
from matbot.text import in_words, shortened

_LABEL = 60
_QUESTION = 100


def format_side(side: Side) -> str:
    """Who stands there, how many they are, and how far they have come."""
    as_of_words = f", as of {shortened(as_of(side), _LABEL)}" if as_of(side) else ""
    people = people_in_words(side.account.people)
    details = date_in_words(side.account.said)
    return f"{side.letter} is {_name(side)}{as_of_words}, {people}, {details}: {side.progress}."


def format_opened(comparison: Comparison) -> Iterator[str]:
    """How much there is to talk about, and what needs no talk."""
    number = len(comparison.to_discuss)
    if not number:
        yield NO_DIFFERENCE
    else:
        yield f"There {'is' if number == 1 else 'are'} {counted(number, 'element')} to talk about."
    parts = parts_of(comparison)
    for title, codes in (*parts.rest, (IN_NONE, [one.code for one in parts.outside])):
        if codes:
            yield f"{title}: {in_words(codes)}."


def format_element(comparison: Comparison, element: Difference, place: str) -> Iterator[str]:
    """An element: how far apart you are, where each stands, and what else there is to know.

    `place` is where it stands among those that are told, such as `3 of 14`.
    """
    shown = present_element(comparison, element, _names)
    yield f"{place}: {shown.code} {shown.name}, {shown.apart}."
    yield f"{'; '.join(map(_stands, shown.states))}."
    yield from shown.remarks


def element_in_full(comparison: Comparison, element: Difference) -> Iterator[str]:
    """All that each side said of an element, then the questions that they place differently."""
    shown = present_element(comparison, element, _names)
    yield f"{shown.code} {shown.name}, {shown.apart}."
    for state in shown.states:
        yield f"{_stands(state)}."
        for label, words in labelled_answers(element.account_of(state.side)):
            if words.strip():
                yield f"{label}: {shortened(words, HALF_A_SCREEN)}"
    for id_ in element.apart:
        question = comparison.rubric.questions[id_]
        yield f"Question {question.numeral}: {in_short(question.text, _QUESTION)}"
        for side in element.sides:
            stands = placed(comparison.rubric, id_, side.account.question(id_))
            yield f"{_name(side)}: {shortened(stands, HALF_A_SCREEN)}"


def _stands(state: SideState) -> str:
    """Where a side stands, by its name."""
    words = state.words if state.letters else f"{state.words[0].lower()}{state.words[1:]}"
    return f"{_name(state.side)}: {words}"


def _names(sides: Sequence[Side]) -> str:
    return in_words([_name(side) for side in sides])


def _name(side: Side) -> str:
    return shortened(side.label, _LABEL)
