"""A view of a report: the same blocks that are written to files, rendered as one text.

Textual's Markdown widget creates over a thousand widgets for a full transcript: it takes seconds to open, and
more than half a second for each page. A single text opens at once and scrolls as fast as any other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, assert_never

from textual.content import Content

from matbot.report.blocks import (
    Block,
    Bullets,
    HeadingBlock,
    HeatMap,
    KeyValues,
    Legend,
    Paragraph,
    Picture,
    Quote,
    RatingCell,
    Table,
)
from matbot.report.sections import levels_of
from matbot.report.words import on_one_line
from matbot.screens.themes import rating_chip
from matbot.screens.widgets.fitted_text import FittedText
from matbot.screens.widgets.row_list import hang_lines
from matbot.text import lines

if TYPE_CHECKING:
    from matbot.report.blocks import Report, TableCell
    from matbot.review.heat_map import Cell

_HEADINGS = {1: "bold $primary", 2: "bold $primary underline", 3: "bold $accent"}
_GAP = 2
"""The columns between those of a table, and the indent of cells under a name."""


class ReportView(FittedText):
    """A report as text that can be scrolled and selected; rendered again for another width."""

    def show_report(self, report: Report) -> None:
        """Show a report."""
        self.show(partial(draw_report, report))


def draw_report(report: Report, width: int) -> Content:
    """Render a report at a width in columns, with a blank line between blocks."""
    drawn = [
        _render_block(block, max(width, 20)) for block in [HeadingBlock(1, report.title), *report.blocks]
    ]
    return Content("\n\n").join(Content("\n").join(block) for block in drawn if block)


def _render_block(block: Block, width: int) -> list[Content]:
    match block:
        case HeadingBlock():
            return Content.styled(on_one_line(block.text), _HEADINGS.get(block.level, "bold")).wrap(width)
        case Paragraph():
            runs = [(on_one_line(run.text), "bold" if run.strong else "") for run in block.runs]
            return _join_runs(runs).wrap(width)
        case Quote():
            return list(chain.from_iterable(_render_quote(line, width) for line in lines(block.text)))
        case Bullets():
            return [_hang(Content("• "), Content(on_one_line(item)), width) for item in block.items]
        case KeyValues():
            return [
                _hang(Content("• "), _label(name, Content(on_one_line(value))), width)
                for name, value in block.pairs
            ]
        case Table():
            return _render_table(block, width)
        case Picture():
            return _render_table(block.table, width)
        case Legend():
            scale = [level.letters for level in block.scale]
            return (
                Content(" · ")
                .join(_render_level(*level, scale) for level in levels_of(block.scale))
                .wrap(width)
            )
        case HeatMap():
            return _render_heat_map(block, width)
    assert_never(block)


def _join_runs(runs: Iterable[tuple[str, str]]) -> Content:
    return Content(" ").join(Content.styled(words, style) for words, style in runs if words)


def _label(name: str, value: Content) -> Content:
    label = Content.styled(f"{on_one_line(name)}:", "bold")
    return Content(" ").join([label, value] if value else [label])


def _hang(first: Content, words: Content, width: int) -> Content:
    """Render text after its mark, with a hanging indent."""
    indent = first.cell_length
    return hang_lines(first, words.wrap(width - indent), indent)


def _render_quote(line: str, width: int) -> Iterator[Content]:
    """Render quoted text, with a bar before each line."""
    for part in Content(line).wrap(width - _GAP):
        yield Content.assemble(("│ ", "$accent"), part)


def _render_table(table: Table, width: int) -> list[Content]:
    """Render a table under its caption."""
    scale = [level.letters for level in table.scale]
    rows = [[_render_cell(cell, scale) for cell in row] for row in table.rows]
    return [
        *Content.styled(on_one_line(table.caption), "italic").wrap(width),
        *_rows(table.columns, rows, width),
    ]


def _render_cell(cell: TableCell, scale: Sequence[str]) -> Content:
    """Render a cell; the letters of a rating are shown as a chip."""
    if not isinstance(cell, RatingCell):
        return Content(on_one_line(cell))
    if not cell.letters:
        return Content.styled(on_one_line(cell.text), "$secondary")
    return _join_runs([rating_chip(on_one_line(cell.letters), scale), (on_one_line(cell.words), "")])


def _render_level(letters: str, name: str, scale: Sequence[str]) -> Content:
    return _join_runs([rating_chip(on_one_line(letters), scale), (on_one_line(name), "$secondary")])


def _rows(columns: Sequence[str], rows: Sequence[Sequence[Content]], width: int) -> list[Content]:
    """Render columns side by side if they fit, otherwise each row as a name with the other cells under it."""
    head = [Content.styled(on_one_line(name), "bold") for name in columns]
    widths = [max(cell.cell_length for cell in column) for column in zip(head, *rows, strict=True)]
    if sum(widths) + _GAP * (len(widths) - 1) <= width:
        return [_render_columns(row, widths) for row in (head, *rows)]
    return list(chain.from_iterable(_render_stacked(columns, row, width) for row in rows))


def _render_columns(row: Sequence[Content], widths: Sequence[int]) -> Content:
    cells = [cell.truncate(room, pad=True) for cell, room in zip(row, widths, strict=True)]
    return Content(" " * _GAP).join(cells)


def _render_stacked(columns: Sequence[str], row: Sequence[Content], width: int) -> Iterator[Content]:
    yield Content("")
    yield from row[0].stylize("bold").wrap(width)
    for name, cell in list(zip(columns, row, strict=True))[1:]:
        yield _hang(Content(" " * _GAP), _label(name, cell), width)


def _render_heat_map(block: HeatMap, width: int) -> list[Content]:
    drawn, letters = [], [level.letters for level in block.scale]
    for row in block.rows:
        drawn += Content.styled(f"{row.number} {row.name}", "bold $secondary").wrap(width)
        drawn += [_render_map_cell(cell, letters, width) for cell in row.cells]
    scale = [
        f"{level.letters} {level.name}" + (f" ({level.meaning})" if level.meaning else "")
        for level in block.scale
    ]
    legend = Content.styled(
        " · ".join([*scale, f"a dot: no rating, which is not the same as {block.scale[0].name}"]),
        "$secondary",
    )
    return [*drawn, Content(""), *legend.wrap(width)]


def _render_map_cell(cell: Cell, scale: Sequence[str], width: int) -> Content:
    letters, style = rating_chip(cell.letters or "·", scale)
    chip = Content.assemble("  ", (letters, style if cell.letters else "$secondary"), " ")
    words = f"{cell.words}, parked" if cell.parked else cell.words
    return _hang(chip, Content.assemble((f"{cell.code} {cell.name}", "bold"), f": {words}"), width)
