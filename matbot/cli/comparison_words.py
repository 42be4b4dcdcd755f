"""A comparison as text for a terminal of 80 columns: a grid of ratings, then the agenda."""

from collections.abc import Iterator

from matbot.presenters.comparison import (
    NO_DIFFERENCE,
    format_legend,
    format_letters,
    format_saved_version,
    format_unconfirmed_drafts,
    group_elements,
    present_element,
    side_state,
)
from matbot.report.columns import TERMINAL, fit, pad, width, wrap
from matbot.report.sides import IN_NONE
from matbot.report.words import capitalise, date_in_words, people_in_words
from matbot.review.comparison import Comparison, Difference, Side
from matbot.rubric.places import code_of
from matbot.text import in_words

_LABEL = 60
"""The longest part of a label to print, in columns."""

_NAME = 20
"""The minimum width for an element's code and name, in columns."""


def format_comparison(comparison: Comparison) -> Iterator[str]:
    """Yield the sides, the grid of their ratings, and the elements in the order to discuss them."""
    for side in comparison.sides:
        first, *more = wrap(_format_side(side), columns=TERMINAL - 3)
        yield f"{side.letter}  {first}"
        yield from (f"   {line}" for line in more)
    yield ""
    yield from _format_grid(comparison)
    yield ""
    yield from _format_agenda(comparison)
    yield ""
    yield from _format_rest(comparison)


def _format_side(side: Side) -> str:
    as_of_words = f", as of {fit(format_saved_version(side), _LABEL)}" if format_saved_version(side) else ""
    people = people_in_words(side.account.people)
    details = f"{people}, {date_in_words(side.account.said)}: {side.progress}"
    return f"{fit(side.label, _LABEL)}{as_of_words}, {details}."


def _format_grid(comparison: Comparison) -> Iterator[str]:
    """Yield the grid: a row for each element, a column for each side, with the letters of the ratings."""
    longest = max(map(len, comparison.rubric.levels))
    cell = min(longest + 2, (TERMINAL - _NAME) // len(comparison.sides))
    outside = [element.code for element in group_elements(comparison).outside]
    shown = {element.code: element for element in comparison.elements if element.code not in outside}
    names = [f"  {element.code} {element.name}" for element in shown.values()]
    room = min(TERMINAL - cell * len(comparison.sides), max(map(width, names), default=0) + 3)
    yield pad("", room) + "".join(pad(side.letter, cell) for side in comparison.sides).rstrip()
    for heading in comparison.rubric.part(list(shown)).headings:
        yield fit(heading.title, TERMINAL)
        for element in heading.elements:
            marks = [side_state(comparison, shown[element.code], side).mark for side in comparison.sides]
            name = pad("  " + fit(f"{element.code} {element.name}", room - 3), room)
            yield name + "".join(pad(fit(mark, cell - 1), cell) for mark in marks).rstrip()
    if outside:
        yield from wrap(f"{IN_NONE}: {', '.join(outside)}.")
    yield from wrap(f"{', '.join(format_legend(comparison))}.")


def _format_agenda(comparison: Comparison) -> Iterator[str]:
    """Yield the elements to discuss, with the widest difference first."""
    if not comparison.to_discuss:
        yield from wrap(NO_DIFFERENCE)
        return
    yield "To talk about, the widest difference first"
    for number, element in enumerate(comparison.to_discuss, 1):
        yield f"{number:>3}. " + fit(f"{element.code} {element.name}", TERMINAL - 5)
        for words in _format_item(comparison, element):
            yield from (f"     {line}" for line in wrap(words, columns=TERMINAL - 5))


def _format_item(comparison: Comparison, element: Difference) -> Iterator[str]:
    shown = present_element(comparison, element, format_letters)
    stand = "; ".join(f"{format_letters(sides)}: {words}" for words, sides in shown.chosen)
    yield f"{capitalise(shown.difference)}. {stand}."
    yield from shown.remarks


def _format_rest(comparison: Comparison) -> Iterator[str]:
    """Yield the elements without a difference: rated the same, by one side only, or by none."""
    parts = group_elements(comparison)
    for title, codes in parts.rest:
        yield from wrap(f"{title}: {', '.join(codes)}.")
    if unconfirmed := format_unconfirmed_drafts(comparison):
        yield from wrap(unconfirmed)
    yield from _format_other_frameworks(comparison)


def _format_other_frameworks(comparison: Comparison) -> Iterator[str]:
    """Yield the elements that a side reviewed but the first side's framework lacks, which the grid omits."""
    first, *others = comparison.sides
    known = {code_of(id_) for id_ in first.account.words}
    for side in others:
        gone = [code for code in side.account.elements if code not in known]
        if gone:
            spoke = f"{side.letter} also reviewed {in_words(gone)}"
            yield from wrap(f"{spoke}, which the framework version of {first.letter} does not have.")
