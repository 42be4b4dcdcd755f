"""Pictures in a Word file, drawn in the cells of a table that has the scale for its columns.

A letter or a sign stands in the column of its level; a grey band joins those that belong together.
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
"""What the signs of a picture of moves stand for."""

_ELEMENT = 0.37
"""The share of the width that the names of the elements have."""

_LETTER, _EDGES = Mm(2.2), Mm(4)
"""The room that a bold letter takes, and the edges of a cell."""


@dataclass(frozen=True)
class Lane:
    """One element of a picture."""

    title: str
    at: tuple[str, ...]
    """What stands in the column of each level."""
    beside: str
    """What stands in the last column: what has no place on the scale."""
    reach: tuple[int, int] | None
    """The first and the last level that the band joins; None where there is nothing to join."""


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
    """What the levels are called above their columns: by their letters alone where a name would be broken."""
    widest = max(len(word) for level in scale for word in level.name.split())
    fits = _EDGES + widest * _LETTER <= room * (1 - _ELEMENT) / (len(scale) + 1)
    return [f"{level.letters} {level.name}" if fits else level.letters for level in scale]


def _colour(drawn: Any, scale: Sequence[Level], lanes: Sequence[Lane]) -> None:
    """The names of the levels in their colours, and the bands."""
    head, *rows = (row.cells for row in drawn.rows)
    for cell, level in zip(head[1:], scale, strict=False):
        shade(cell, find_colour(scale, level.letters))
    for cells, lane in zip(rows, lanes, strict=True):
        first, last = lane.reach or (0, -1)
        for cell in cells[1 + first : 2 + last]:
            shade(cell, HEAD)
        # Letters and signs are looked for: bold, and in the middle of their column.
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
        yield Lane(title, tuple(signs.values()), _once(then, now), reach)


def _sign(place: int, then: int | None, now: int | None) -> str:
    """What stands at one level: where it was, where it is, or the arrow between."""
    if place == now:
        return "● held" if now == then else "● now"
    if then is None or now is None:
        return "○ then" if place == then else ""
    if place == then:
        return "○ then →" if now > then else "← ○ then"
    between = min(then, now) < place < max(then, now)
    return ("→" if now > then else "←") if between else ""


def _once(then: int | None, now: int | None) -> str:
    if then is None and now is None:
        return NO_LETTERS
    return "new this time" if then is None else "not rated now" if now is None else ""


def _reach(places: Sequence[int]) -> tuple[int, int] | None:
    return (min(places), max(places)) if places else None
