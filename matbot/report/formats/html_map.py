"""The heat map on paper: a small table, each heading with its elements beside it."""

from collections.abc import Iterator, Sequence
from html import escape

from matbot.report.blocks import HeatMap
from matbot.report.palette import colour
from matbot.report.sections import Line, as_grid
from matbot.report.words import cell_in_words, on_one_line
from matbot.rubric import Level

MAP_ON_PAPER = "The heat map, heading by heading"
"""What the table shows."""


def map_on_paper(block: HeatMap) -> Iterator[str]:
    """The map as a table of letters and words in their colours."""
    yield f'<table class="map"><caption>{MAP_ON_PAPER}</caption><tbody>'
    for title, lines in as_grid(block):
        for number, line in enumerate(lines):
            head = _heading(title, len(lines)) if number == 0 else ""
            yield f"<tr>{head}{''.join(_cells(line, block.scale))}</tr>"
    yield "</tbody></table>"


def _heading(title: str, lines: int) -> str:
    return f'<th scope="row" rowspan="{lines}">{escape(on_one_line(title))}</th>'


def _cells(line: Line, scale: Sequence[Level]) -> Iterator[str]:
    for cell, span in line:
        look, words = colour(scale, cell.letters).name, cell_in_words(cell)
        name = escape(on_one_line(f"{cell.code} {cell.name}"))
        yield f'<td class="{look}" colspan="{span}">{name} <strong>{escape(words)}</strong></td>'
