"""The heat map as a picture: under each heading a bar an element, with its name, letters and words."""

from collections.abc import Iterator, Sequence

from matbot.report.blocks import HeatMap
from matbot.report.palette import Colour, colours_of
from matbot.report.svg import WIDTH, drawn, fitted, rectangle, words
from matbot.report.words import cell_in_words, on_one_line
from matbot.review.heat_map import Cell

_MOST = 8
"""How many elements are drawn in one piece at most."""

_HEADING = 22
_BAR = 38
_GAP = 4
_EDGE = 6
"""The room between a bar's line and its words."""


def heat_map_svgs(block: HeatMap, name: str) -> Iterator[str]:
    """The map as pieces of SVG, one a heading; `name` is unlike any other name on the page.

    A heading with many elements has several pieces: on paper one so high could not be read.
    """
    colours = colours_of(block.scale)
    for number, (title, cells) in enumerate(_pieces(block), 1):
        parts = [words(0, 15, fitted(title, 50), look="heading")]
        for place, cell in enumerate(cells):
            parts += _bar(cell, _HEADING + place * (_BAR + _GAP), colours[cell.letters])
        description = "; ".join(f"{cell.code} {cell_in_words(cell)}" for cell in cells)
        yield drawn(f"{name}-{number}", title, description, _HEADING + len(cells) * (_BAR + _GAP), parts)


def _pieces(block: HeatMap) -> Iterator[tuple[str, Sequence[Cell]]]:
    """The elements that are drawn in one piece, with what stands above them."""
    for row in block.rows:
        count = -(-len(row.cells) // _MOST) or 1
        high = -(-len(row.cells) // count) or 1
        for start in range(0, max(1, len(row.cells)), high):
            goes_on = " (goes on)" if start else ""
            yield on_one_line(f"{row.number} {row.name}") + goes_on, row.cells[start : start + high]


def _bar(cell: Cell, y: float, colour: Colour) -> Iterator[str]:
    yield rectangle(0, y, WIDTH, _BAR, colour, dashed=not cell.letters)
    yield words(_EDGE, y + 16, fitted(f"{cell.code} {cell.name}", 50), colour.text, "code")
    yield words(_EDGE, y + 31, fitted(cell_in_words(cell), 58), colour.text)
