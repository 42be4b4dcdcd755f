"""Draws pictures in a Word file as tables, with a column for each level of the scale.

A letter or a sign is in the column of its level; a grey band connects those that belong together.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm

from matbot.report.blocks import NO_LETTERS, Moves, Picture, Spread, Table
from matbot.report.formats.ooxml import shade
from matbot.report.formats.word_table import shares_with_first, write_table
from matbot.report.palette import HEAD, find_colour
from matbot.rubric import Level

KEY = "○ is where you stood then, ● where you stand now, and the arrows lead from one to the other."
"""The key to the signs in a picture of moves."""

_ELEMENT = 0.37
"""The share of the width for the names of elements."""

_LETTER, _EDGES = Mm(2.2), Mm(4)
"""The width of a bold letter, and of a cell's two margins."""


@dataclass(frozen=True)
class Lane:
    """One element of a picture, which is a row of the table."""

    title: str
    at: tuple[str, ...]
    """The text in the column of each level."""
    beside: str
    """The text in the last column: what has no place on the scale."""
    reach: tuple[int, int] | None
    """The indexes of the first and last level that the band connects; None if there is nothing to connect."""


def write_picture(document: Any, picture: Picture, room: int) -> None:
    """Draw a picture as a table under its title and its key."""
    shows, scale = picture.shows, picture.table.scale
    lanes = list(_spread(shows, scale) if isinstance(shows, Spread) else _moves(shows, scale))
    key = (
        " · ".join(f"{letter} {name}" for letter, name in shows.groups) if isinstance(shows, Spread) else KEY
    )
    columns = ["Element", *_heads(scale, room)]
    rows = [[lane.title, *lane.at] for lane in lanes]
    if any(lane.beside for lane in lanes):
        columns.append("No rating" if isinstance(shows, Spread) else "At one time only")
        rows = [[*row, lane.beside] for row, lane in zip(rows, lanes, strict=True)]
    table = Table(f"{picture.title}. {key}", tuple(columns), tuple(map(tuple, rows)))
    _colour(write_table(document, table, room, shares_with_first(_ELEMENT, len(columns))), scale, lanes)


def _heads(scale: Sequence[Level], room: int) -> list[str]:
    """The column headings of the levels; only their letters if a name would have to be broken."""
    widest = max(len(word) for level in scale for word in level.name.split())
    fits = _EDGES + widest * _LETTER <= room * (1 - _ELEMENT) / (len(scale) + 1)
    return [f"{level.letters} {level.name}" if fits else level.letters for level in scale]


def _colour(drawn: Any, scale: Sequence[Level], lanes: Sequence[Lane]) -> None:
    """Colour the names of the levels, and draw the bands."""
    head, *rows = (row.cells for row in drawn.rows)
    for cell, level in zip(head[1:], scale, strict=False):
        shade(cell, find_colour(scale, level.letters))
    for cells, lane in zip(rows, lanes, strict=True):
        first, last = lane.reach or (0, -1)
        for cell in cells[1 + first : 2 + last]:
            shade(cell, HEAD)
        # Letters and signs must be easy to find, so they are bold and centred in their column.
        for paragraph in (paragraph for cell in cells[1:] for paragraph in cell.paragraphs):
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
            for run in paragraph.runs:
                run.bold = True


def _spread(shows: Spread, scale: Sequence[Level]) -> Iterator[Lane]:
    letters = [level.letters for level in scale]
    for title, chosen in shows.lines:
        stand = list(zip((letter for letter, _ in shows.groups), chosen, strict=True))
        at = tuple(", ".join(group for group, rating in stand if rating == level) for level in letters)
        none = ", ".join(group for group, rating in stand if rating not in letters)
        yield Lane(title, at, none, _reach([place for place, groups in enumerate(at) if groups]))


def _moves(shows: Moves, scale: Sequence[Level]) -> Iterator[Lane]:
    places = {level.letters: place for place, level in enumerate(scale)}
    for title, before, after in shows.lines:
        then, now = places.get(before or ""), places.get(after or "")
        signs = {place: _sign(place, then, now) for place in range(len(scale))}
        reach = _reach([place for place in (then, now) if place is not None])
        yield Lane(title, tuple(signs.values()), _find_single_rating(then, now), reach)


def _sign(place: int, then: int | None, now: int | None) -> str:
    """The sign in the column of one level: the earlier rating, the present one, or an arrow between them."""
    if place == now:
        return "● held" if now == then else "● now"
    if then is None or now is None:
        return "○ then" if place == then else ""
    if place == then:
        return "○ then →" if now > then else "← ○ then"
    between = min(then, now) < place < max(then, now)
    return ("→" if now > then else "←") if between else ""


def _find_single_rating(then: int | None, now: int | None) -> str:
    if then is None and now is None:
        return NO_LETTERS
    return "new this time" if then is None else "not rated now" if now is None else ""


def _reach(places: Sequence[int]) -> tuple[int, int] | None:
    return (min(places), max(places)) if places else None
