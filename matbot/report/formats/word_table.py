"""A table in a Word file: a real one, to be edited, its ratings in colour with their letters."""

from collections.abc import Sequence
from typing import Any

from docx.shared import Mm, Pt

from matbot.report.blocks import RatingCell, Table, TableCell, plain
from matbot.report.formats.ooxml import (
    describe,
    keep_together,
    keep_whole,
    printable,
    repeat_at_each_page,
    set_style,
    shade,
)
from matbot.report.formats.word_styles import IN_TABLES, NAME_OF_COLUMN
from matbot.report.palette import HEAD, NONE, colour
from matbot.report.sections import TALL, first_column_names, small
from matbot.report.shares import shares
from matbot.report.words import on_one_line
from matbot.rubric import Level
from matbot.text import lines

_LETTER = Mm(2)
"""The room that a letter of a table takes, on average."""


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
    set_widths(drawn, [round(room * share) for share in parts or shares(table, room // _LETTER)])
    # Cells are looked up once a row: each look-up of a single one walks through the whole table.
    head, *rows = ((row, row.cells) for row in drawn.rows)
    repeat_at_each_page(head[0])
    _write_head(head[1], table.columns)
    named = first_column_names(table)
    for (row, cells), texts in zip(rows, table.rows, strict=True):
        _write_row(cells, texts, table.scale, named)
        if all(len(plain(cell)) <= TALL for cell in texts):
            keep_whole(row)
    if small(table):
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
        if colour(scale, rating) != NONE:
            shade(cell, colour(scale, rating))


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
