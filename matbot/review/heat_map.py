"""The heat map: every element under its heading, with its rating in letters and words.

Framework, "Capturing the output from your self-assessment".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from matbot.review.review import Review
    from matbot.rubric import Rubric


class Cell(NamedTuple):
    """One element on the heat map."""

    code: str
    name: str
    letters: str
    """The letters of its rating; empty if it has none."""
    words: str
    """The name of its rating, or why it has none: `Not rated yet`, `Not reviewed`, `Not in this review`."""
    parked: bool = False
    in_scope: bool = True


class Row(NamedTuple):
    """One heading with its elements."""

    number: str
    name: str
    cells: tuple[Cell, ...]


def heat_map(rubric: Rubric, review: Review) -> tuple[Row, ...]:
    """Build the heat map of a review, with a row for each heading, in the order of the framework."""
    return tuple(
        Row(
            heading.number,
            heading.name,
            tuple(_cell(rubric, review, element.code) for element in heading.elements),
        )
        for heading in rubric.headings
    )


def _cell(rubric: Rubric, review: Review, code: str) -> Cell:
    from matbot.review.unrated import format_unrated  # not needed for the map of a header

    record = review.elements[code]
    in_scope = code in review.scope
    words = rubric.levels[record.rating].name if record.rating else format_unrated(review, code)
    return Cell(code, rubric.elements[code].name, record.rating or "", words, record.parked, in_scope)
