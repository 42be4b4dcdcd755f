"""Tables in a Word file, with ratings in colour and letters; the heat map is a table too."""

from collections.abc import Sequence
from typing import Any

from docx.shared import Mm, Pt

from matbot.report.blocks import HeatMap, RatingCell, Table, TableCell, plain
from matbot.report.formats.ooxml import (
    describe,
    keep_together,
    keep_whole,
    printable,
    repeat_at_each_page,
    set_style,
    shade,
)
from matbot.report.formats.word_properties import set_header_cells
from matbot.report.formats.word_styles import IN_TABLES, NAME_OF_COLUMN
from matbot.report.palette import HEAD, NONE, find_colour
from matbot.report.sections import SPANS, TALL, Line, first_column_names, is_small, map_as_grid
from matbot.report.shares import column_shares
from matbot.report.words import cell_in_words, on_one_line
from matbot.rubric import Level
from matbot.text import lines

_LETTER = Mm(2)
"""The average width of a letter in a table."""

_HEADINGS = 0.22
"""The share of the heat map's width for the names of the headings."""


def shares_with_first(first: float, columns: int) -> list[float]:
    """Return each column's share of a table's width: `first` for the first, the rest split equally."""
    return [first, *([(1 - first) / (columns - 1)] * (columns - 1))]


def write_table(document: Any, table: Table, room: int, parts: Sequence[float] = ()) -> Any:
    """Write a table below its caption.

    Args:
        document: The document to append to.
        table: The table.
        room: Its width in English Metric Units (EMU), as python-docx measures lengths.
        parts: The share of each column; by default they are derived from the text.

    Returns:
        The table in the document.

    """
    label = document.add_paragraph()
    label.add_run(printable(on_one_line(table.caption))).bold = True
    label.paragraph_format.keep_with_next = True
    return draw_table(document, table, room, parts)


def draw_table(document: Any, table: Table, room: int, parts: Sequence[float] = ()) -> Any:
    """Write a table as `write_table` does, with its caption only as a description for screen readers."""
    caption = printable(on_one_line(table.caption))
    drawn = document.add_table(1 + len(table.rows), len(table.columns), style="Table Grid")
    describe(drawn, caption)
    set_widths(drawn, [round(room * share) for share in parts or column_shares(table, room // _LETTER)])
    # Get the cells once per row: each access to a single cell walks through the whole table.
    head, *rows = ((row, row.cells) for row in drawn.rows)
    repeat_at_each_page(head[0])
    _write_head(head[1], table.columns)
    named = first_column_names(table)
    set_header_cells(drawn, row=True, column=named)
    for (row, cells), texts in zip(rows, table.rows, strict=True):
        _write_row(cells, texts, table.scale, named)
        if all(len(plain(cell)) <= TALL for cell in texts):
            keep_whole(row)
    if is_small(table):
        keep_together(drawn.rows)
    thin_line(document)
    return drawn


def set_widths(drawn: Any, widths: Sequence[int]) -> None:
    """Set the widths of the grid columns and of the cells: LibreOffice reads the former, Word the latter."""
    drawn.autofit = False
    for column, width in zip(drawn.columns, widths, strict=True):
        column.width = width
    for row in drawn.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = width


def _write_head(cells: Sequence[Any], columns: Sequence[str]) -> None:
    for cell, name in zip(cells, columns, strict=True):
        _write(cell, name, NAME_OF_COLUMN, bold=True)
        shade(cell, HEAD)


def _write_row(cells: Sequence[Any], texts: Sequence[TableCell], scale: Sequence[Level], named: bool) -> None:
    """Write the cells of a row; the first is bold if the first column of the table names its rows."""
    for place, (cell, one) in enumerate(zip(cells, texts, strict=True)):
        rating = one.letters if isinstance(one, RatingCell) else None
        _write(cell, plain(one), IN_TABLES, bold=bool(rating) or (named and place == 0))
        if find_colour(scale, rating) != NONE:
            shade(cell, find_colour(scale, rating))


def _write(cell: Any, text: str, style: str, bold: bool) -> None:
    """Write a text into a cell, one paragraph per line."""
    for number, line in enumerate([printable(line) for line in lines(text)] or [""]):
        paragraph = cell.add_paragraph() if number else cell.paragraphs[0]
        set_style(paragraph, style)
        paragraph.add_run(line).bold = bold or None


def thin_line(document: Any) -> None:
    """Add a paragraph between a table and what follows, too low to start a new page."""
    thin = document.add_paragraph().paragraph_format
    thin.line_spacing = thin.space_after = Pt(4)


def write_map(document: Any, block: HeatMap, room: int) -> None:
    """Draw the heat map as a table without a header row: each heading, with its elements next to it."""
    grid = list(map_as_grid(block))
    drawn = document.add_table(sum(len(across) for _, across in grid), 1 + SPANS, style="Table Grid")
    texts = (f"{cell.code} {cell_in_words(cell)}" for row in block.rows for cell in row.cells)
    describe(drawn, "The heat map: " + "; ".join(printable(on_one_line(words)) for words in texts))
    set_header_cells(drawn, row=False, column=True)
    set_widths(drawn, [round(room * share) for share in shares_with_first(_HEADINGS, 1 + SPANS)])
    rows = [(row, row.cells) for row in drawn.rows]  # once, because each access walks through the table
    for title, across in grid:
        mine, rows = rows[: len(across)], rows[len(across) :]
        heading = mine[0][1][0]
        _write_words(heading.merge(mine[-1][1][0]), (title, True))
        shade(heading, HEAD)
        for (row, cells), line in zip(mine, across, strict=True):
            _write_line(cells[1:], line, block)
            keep_whole(row)
    keep_together(drawn.rows)
    thin_line(document)


def _write_line(cells: list[Any], line: Line, block: HeatMap) -> None:
    """Write the elements of one line of the grid, which share its width."""
    for cell, span in line:
        mine, cells = cells[:span], cells[span:]
        joined = mine[0].merge(mine[-1])
        _write_words(joined, (f"{cell.code} {cell.name}", False), (cell_in_words(cell), True))
        look = find_colour(block.scale, cell.letters)
        if look != NONE:
            shade(joined, look)


def _write_words(cell: Any, *texts: tuple[str, bool]) -> None:
    for number, (words, bold) in enumerate(texts):
        paragraph = cell.add_paragraph() if number else cell.paragraphs[0]
        set_style(paragraph, IN_TABLES)
        paragraph.add_run(printable(on_one_line(words))).bold = bold or None
