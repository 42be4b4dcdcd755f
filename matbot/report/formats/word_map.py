"""The heat map in a Word file: each heading with its elements beside it, in colour, letters and words."""

from collections.abc import Iterator
from typing import Any

from matbot.report.blocks import HeatMap
from matbot.report.formats.ooxml import describe, keep_together, keep_whole, printable, set_style, shade
from matbot.report.formats.word_styles import IN_TABLES
from matbot.report.formats.word_table import set_widths, thin_line
from matbot.report.palette import HEAD, NONE, colour
from matbot.report.sections import SPANS, Line, as_grid
from matbot.report.words import cell_in_words, on_one_line
from matbot.review.heat_map import Cell

_HEADINGS = 0.22
"""The share of the width that the names of the headings have."""


def write_map(document: Any, block: HeatMap, room: int) -> None:
    """Draw the map as a table without a row of names: each cell says what it is."""
    grid = list(as_grid(block))
    drawn = document.add_table(sum(len(lines) for _, lines in grid), 1 + SPANS, style="Table Grid")
    describe(
        drawn, "The heat map: " + "; ".join(_cell_words(cell) for row in block.rows for cell in row.cells)
    )
    set_widths(drawn, [round(room * share) for share in _shares()])
    rows = [(row, row.cells) for row in drawn.rows]  # looked up once: each look-up walks the table
    for title, lines in grid:
        mine, rows = rows[: len(lines)], rows[len(lines) :]
        _write_heading([cells[0] for _, cells in mine], title)
        for (row, cells), line in zip(mine, lines, strict=True):
            _write_line(cells[1:], line, block)
            keep_whole(row)
    keep_together(drawn.rows)
    thin_line(document)


def _shares() -> Iterator[float]:
    yield _HEADINGS
    yield from [(1 - _HEADINGS) / SPANS] * SPANS


def _cell_words(cell: Cell) -> str:
    return printable(on_one_line(f"{cell.code} {cell_in_words(cell)}"))


def _write_heading(cells: list[Any], title: str) -> None:
    """The name of a heading, beside all the lines of its elements."""
    _write(cells[0].merge(cells[-1]), (title, True))
    shade(cells[0], HEAD)


def _write_line(cells: list[Any], line: Line, block: HeatMap) -> None:
    """Elements beside each other, which share the width."""
    for cell, span in line:
        mine, cells = cells[:span], cells[span:]
        joined = mine[0].merge(mine[-1])
        _write(joined, (f"{cell.code} {cell.name}", False), (cell_in_words(cell), True))
        look = colour(block.scale, cell.letters)
        if look != NONE:
            shade(joined, look)


def _write(cell: Any, *lines: tuple[str, bool]) -> None:
    for number, (words, bold) in enumerate(lines):
        paragraph = cell.add_paragraph() if number else cell.paragraphs[0]
        set_style(paragraph, IN_TABLES)
        paragraph.add_run(printable(on_one_line(words))).bold = bold or None
