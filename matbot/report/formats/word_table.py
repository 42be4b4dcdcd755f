"""Tables in a Word file, to be edited, with ratings in colour and letters; the heat map is one too."""

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
"""The room that a letter of a table takes, on average."""

_HEADINGS = 0.22
"""The share of the heat map's width that the names of the headings have."""


def shares_with_first(first: float, columns: int) -> list[float]:
    """The share of each column of a table; the first has its own, and the others are alike."""
    return [first, *([(1 - first) / (columns - 1)] * (columns - 1))]


def write_table(document: Any, table: Table, room: int, parts: Sequence[float] = ()) -> Any:
    """Write a table under its caption, as wide as `room`, which is in Word's own small units.

    `parts` are the shares of its columns, if its words are not to decide them. What was drawn is returned.
    """
    label = document.add_paragraph()
    label.add_run(printable(on_one_line(table.caption))).bold = True
    label.paragraph_format.keep_with_next = True
    return draw_table(document, table, room, parts)


def draw_table(document: Any, table: Table, room: int, parts: Sequence[float] = ()) -> Any:
    """A table as `write_table` writes it; its caption is heard, and not seen."""
    caption = printable(on_one_line(table.caption))
    drawn = document.add_table(1 + len(table.rows), len(table.columns), style="Table Grid")
    describe(drawn, caption)
    set_widths(drawn, [round(room * share) for share in parts or column_shares(table, room // _LETTER)])
    # Cells are looked up once a row: each look-up of a single one walks through the whole table.
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
    """Set the widths of the grid and of the cells: LibreOffice heeds the one, Word the other."""
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
    """Write the cells of a row; its first one names it, if names are short enough to be set in bold."""
    for place, (cell, one) in enumerate(zip(cells, texts, strict=True)):
        rating = one.letters if isinstance(one, RatingCell) else None
        _write(cell, plain(one), IN_TABLES, bold=bool(rating) or (named and place == 0))
        if find_colour(scale, rating) != NONE:
            shade(cell, find_colour(scale, rating))


def _write(cell: Any, text: str, style: str, bold: bool) -> None:
    """Write a text into a cell, a paragraph a line."""
    for number, line in enumerate([printable(line) for line in lines(text)] or [""]):
        paragraph = cell.add_paragraph() if number else cell.paragraphs[0]
        set_style(paragraph, style)
        paragraph.add_run(line).bold = bold or None


def thin_line(document: Any) -> None:
    """A line between a table and what follows, too thin to begin a page of its own."""
    thin = document.add_paragraph().paragraph_format
    thin.line_spacing = thin.space_after = Pt(4)


def write_map(document: Any, block: HeatMap, room: int) -> None:
    """Draw the heat map as a table without a row of names: each heading with its elements beside it."""
    grid = list(map_as_grid(block))
    drawn = document.add_table(sum(len(across) for _, across in grid), 1 + SPANS, style="Table Grid")
    texts = (f"{cell.code} {cell_in_words(cell)}" for row in block.rows for cell in row.cells)
    describe(drawn, "The heat map: " + "; ".join(printable(on_one_line(words)) for words in texts))
    set_header_cells(drawn, row=False, column=True)
    set_widths(drawn, [round(room * share) for share in shares_with_first(_HEADINGS, 1 + SPANS)])
    rows = [(row, row.cells) for row in drawn.rows]  # looked up once: each look-up walks the table
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
    """Elements beside each other, which share the width."""
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
