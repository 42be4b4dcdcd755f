"""The rows of a framework's tables, sorted by column, and notes on tables and columns outside it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from matbot.importers.frameworks.cells import SortedRow, sort_row
from matbot.importers.frameworks.columns import Column, Headers, lacks_elements, unused
from matbot.importers.frameworks.header_words import CODE, DESCRIPTOR, ELEMENT, RATING, says_more
from matbot.importers.frameworks.names import element_in, heading_in
from matbot.importers.frameworks.notes import Notes
from matbot.importers.readers.items import begins_item
from matbot.importers.readers.pieces import SourceCell, SourceRow, SourceTable
from matbot.rubric import Level

_OTHER_COLUMNS = "The table has other columns than questions and what weak and strong look like."
_NO_LEVEL = "This column is left out: it says nothing of what a level looks like."
_NAME_ALONE = "Only the name of the level is kept of it."
_LONGEST_HEADER = 80
"""The longest text of a cell in the header of another table, in characters."""


@dataclass
class TableLine:
    """A row with its position in the table."""

    sorted_row: SortedRow
    opens_table: bool
    """Whether it is the first row of a later table, or of a table's part on another page."""
    under_header: bool = False
    """Whether it opens a table with a separate header, rather than a part on another page."""


def ratings_in(tables: Sequence[SourceTable], headers: Headers) -> list[str]:
    """The contents of the rating column, row by row."""
    lines = sorted_rows(tables, headers, (), Notes())
    return [line.sorted_row.rating for line in lines if line.sorted_row.rating]


def sorted_rows(
    tables: Sequence[SourceTable], headers: Headers, scale: Sequence[Level], notes: Notes
) -> Iterator[TableLine]:
    """Yield the rows of the framework's tables, sorted by column; all others are noted."""
    columns, seen, ours = tuple[Column, ...](), False, False
    for table in tables:
        opens, same_table, headed = seen, table.runs_on, False
        is_continued = _is_continuation(table, headers, columns, ours)
        rows = table.rows if is_continued else _from_header(table, headers, columns, notes)
        ours = is_continued or bool(rows)
        for row in rows:
            if row in headers:
                columns, same_table, opens, headed = headers[row], True, seen, not table.runs_on
                _list_columns(row, columns, notes)
                continue
            yield TableLine(sort_row(row, columns, same_table, notes), opens, opens and headed)
            opens, seen = False, True


def _list_columns(header: SourceRow, columns: Sequence[Column], notes: Notes) -> None:
    """Note the columns that a framework version does not use, once each."""
    noted = {one.words for one in notes.unread if one.why == _NO_LEVEL}
    for column in unused(columns):
        if column.name not in noted:
            notes.add_unread(header.place, column.name, _NO_LEVEL, headed=True)
    if len(header.cells) == len(columns):
        for cell, column in zip(header.cells, columns, strict=True):
            if column.kind in ("", DESCRIPTOR) and says_more(cell.text, column.name):
                notes.add_unread(header.place, cell.text, _NAME_ALONE, headed=True)


def _is_continuation(table: SourceTable, headers: Headers, columns: Sequence[Column], ours: bool) -> bool:
    """Whether a table without a header continues the one before; `ours` if that is the framework's."""
    if not columns or not table.rows:
        return bool(columns)
    first = table.rows[0].cells
    if table.runs_on:
        return ours and (table.rows[0] in headers or not _is_other_header(first, columns))
    if len(first) != len(columns):
        return False
    pairs = zip(first, columns, strict=True)
    words = next(cell.text for cell, column in pairs if column.kind in (CODE, ELEMENT))
    return not words or bool(element_in(words, plain=False) or heading_in(words))


def _is_other_header(cells: Sequence[SourceCell], columns: Sequence[Column]) -> bool:
    """Whether the first row of a table at the top of a page is the header of another table."""
    texts = [cell.text for cell in cells]
    if len(cells) < 3 or not all(text[:1].isupper() and len(text) <= _LONGEST_HEADER for text in texts):
        return False
    if any(map(begins_item, texts)) or element_in(texts[0], plain=False) or heading_in(texts[0]):
        return False
    return len(cells) < len(columns) or _has_words_for_rating(cells, columns)


def _has_words_for_rating(cells: Sequence[SourceCell], columns: Sequence[Column]) -> bool:
    """Whether there are words in a rating column."""
    pairs = zip(cells, columns, strict=False)
    return any(column.kind == RATING and re.search("[a-z]{3}", cell.text) for cell, column in pairs)


def _from_header(
    table: SourceTable, headers: Headers, columns: Sequence[Column], notes: Notes
) -> Sequence[SourceRow]:
    """The rows from the header on; those above it are noted. `columns` are those of the table before."""
    start = next((place for place, row in enumerate(table.rows) if row in headers), len(table.rows))
    texts = [cell.text for row in table.rows[:1] for cell in row.cells]
    headed = len(texts) > 1 and all(texts) and not any(map(begins_item, texts))
    asks = len(texts) >= len(columns) - 1 > 1 and any("?" in text for text in texts)
    headed = table.runs_on or (headed and not asks and not any(map(lacks_elements, table.rows[:1])))
    for row in table.rows[:start]:
        words = "\n".join(cell.text for cell in row.cells if cell.text)
        notes.add_unread(row.place, words, _OTHER_COLUMNS, headed=headed)
    return table.rows[start:]
