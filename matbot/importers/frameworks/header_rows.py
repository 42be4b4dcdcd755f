"""Merge headers of several rows into one: titles above them, and names that span several columns."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from matbot.importers.findings import Correction, Unread
from matbot.importers.frameworks.columns import columns_of, headers_in, lacks_elements
from matbot.importers.frameworks.header_words import DESCRIPTOR, QUESTION, classify_headers
from matbot.importers.frameworks.names import element_in, heading_in, is_name
from matbot.importers.frameworks.order import is_count
from matbot.importers.readers.items import begins_item
from matbot.importers.readers.pieces import (
    SourceCell,
    SourceContent,
    SourceParagraph,
    SourceRow,
    SourceTable,
    overlaps,
)
from matbot.text import in_words

_JOINED = "Two rows were read as its header: {}."
_WHY_JOINED = "The names of its columns stand in two rows."
_GROUP = "It stands over several columns of the header, which have names of their own."
_MOST_ABOVE = 4
"""How many rows may precede the header of a table."""
_LONGEST = 80
"""The longest text of a header cell, in characters."""
_MOST_COLUMNS = 60
_OF_LEVELS = re.compile(
    r"\b(?:levels?|descriptors?|scale|stages?|steps|maturity|capacity|looks? like|performance|criteria)\b",
    re.IGNORECASE,
)
"""Words in the name above several levels."""
_OF_ORDER = re.compile(
    r"\b(?:best|highest|strongest|top|worst|lowest|weakest|bottom|descending|good|poor|strong|weak)\b",
    re.IGNORECASE,
)
"""Words above numbered levels that may state their direction: kept, so that the user is asked."""


def with_headers_in_one_row(pieces: SourceContent) -> SourceContent:
    """Make the header of each table its first row; rows above it become paragraphs or are listed."""
    work = HeaderJoiner()
    parts = [one for part in pieces.parts for one in work.expand(part)]
    return replace(
        pieces,
        parts=parts,
        corrections=(*pieces.corrections, *work.corrections),
        unread=(*pieces.unread, *work.unread),
    )


@dataclass
class HeaderJoiner:
    """Merges the headers of a file's tables, and records what it changes."""

    corrections: list[Correction] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)

    def expand(self, part: SourceParagraph | SourceTable) -> Iterator[SourceParagraph | SourceTable]:
        """Yield a part of the file; the titles above a table's header are yielded before it."""
        if isinstance(part, SourceParagraph):
            yield part
            return
        part = _without_empty(part)
        found = _find_header(part)
        if found is None or (part.runs_on and found.place):
            yield part
            return
        place, header, joins = found
        above = [row for row in part.rows[:place] if any(cell.text for cell in row.cells)]
        if not all(_title_of(row) or _is_group(row, header) for row in above):
            yield part
            return
        headings = list[SourceRow]()
        for row in above:
            title = _title_of(row)
            if title and heading_in(title) and not element_in(title, plain=False) and headers_in([part]):
                headings.append(replace(row, is_heading=True))
            elif title:
                yield SourceParagraph(row.place, title, is_name(title) and title[-1] not in ".:?!")
            else:
                self._add_unread(row)
        if joins:
            names = in_words([cell.text for cell in header.cells if cell.text])
            self.corrections.append(Correction(header.place, _JOINED.format(names), _WHY_JOINED))
            self._list_groups(part.rows[place], header)
        rest = part.rows[place + 1 + joins :]
        yield replace(part, rows=(header, *headings, *rest))

    def _add_unread(self, row: SourceRow) -> None:
        words = "\n".join(cell.text for cell in row.cells if cell.text)
        self.unread.append(Unread(row.place, words, _GROUP, of_table=True, of_other_table=True))

    def _list_groups(self, top: SourceRow, header: SourceRow) -> None:
        """List names that span several columns and are not part of any column name."""
        texts = [cell.text for cell in header.cells]
        left = tuple(cell for cell in top.cells if cell.text and not any(cell.text in one for one in texts))
        if left:
            self._add_unread(replace(top, cells=left))


def _without_empty(table: SourceTable) -> SourceTable:
    """A table without empty rows and empty leading columns."""
    rows = [row for row in table.rows if any(cell.text or cell.joined for cell in row.cells)]
    while (
        rows and all(len(row.cells) > 1 and not _has_words(row.cells[0]) for row in rows) and _is_even(rows)
    ):
        rows = [replace(row, cells=row.cells[1:]) for row in rows]
    return replace(table, rows=tuple(rows))


def _has_words(cell: SourceCell) -> bool:
    return bool(cell.text or cell.joined)


def _is_even(rows: Sequence[SourceRow]) -> bool:
    """Whether the first cells of all rows span the same column, and no row has too many cells."""
    return (
        all(len(row.cells) <= _MOST_COLUMNS for row in rows)
        and len({(row.cells[0].start, row.cells[0].end) for row in rows}) == 1
    )


class _Header(NamedTuple):
    """The header of a table."""

    place: int
    """The row in which it begins, from 0."""
    row: SourceRow
    """Its contents as a single row."""
    takes_two: bool
    """Whether it takes two rows of the table."""


def _find_header(table: SourceTable) -> _Header | None:
    """The header of a table; None if there is none near the top."""
    for place, row in enumerate(table.rows[: _MOST_ABOVE + 1]):
        below = table.rows[place + 1] if place + 1 < len(table.rows) else None
        joined = _join_rows(row, below) if below else None
        if joined:
            return _Header(place, joined, takes_two=True)
        if below and _is_group(row, below) and _is_header(below) and _descriptors(below) > _descriptors(row):
            continue
        if _is_header(row):
            return _Header(place, row, takes_two=False)
    return None


def _is_header(row: SourceRow) -> bool:
    return bool(headers_in([SourceTable((row,))])) or lacks_elements(row)


def _title_of(row: SourceRow) -> str:
    """The text of a row with a single filled cell; otherwise empty."""
    filled = [cell.text for cell in row.cells if cell.text]
    return filled[0] if len(filled) == 1 else ""


def _is_group(row: SourceRow, header: SourceRow) -> bool:
    """Whether a row has names that span several columns."""
    return _is_short(row) and any(len(_under(cell, header)) > 1 for cell in _widened(row).cells)


def _is_short(row: SourceRow) -> bool:
    return len(row.cells) <= _MOST_COLUMNS and all(len(cell.text) <= _LONGEST for cell in row.cells)


def _join_rows(top: SourceRow, below: SourceRow) -> SourceRow | None:
    """Merge two rows into one header; None if the second is not part of it."""
    if not (_is_short(top) and _is_short(below)) or _title_of(top) or any(map(_is_data, below.cells)):
        return None
    if _descriptors(below) > 1 and _is_header(below):
        return None  # the second row is a complete header
    wide = _widened(top)
    cells = [_name_cell(cell, wide, below) for cell in below.cells]
    cells += [cell for cell in top.cells if not any(overlaps(cell, one) for one in below.cells)]
    row = SourceRow(top.place, tuple(sorted(cells, key=lambda cell: cell.start)))
    if not _is_header(row) or [column.kind for column in columns_of(row)].count(QUESTION) != 1:
        return None
    groups = [cell.text for cell in wide.cells if len(_under(cell, below)) > 1]
    if any(classify_headers([words])[0] == DESCRIPTOR for words in groups):
        return row if _descriptors(row) > 1 else None
    of_levels = any(map(_OF_LEVELS.search, groups)) and not _descriptors(row)
    return row if of_levels or _descriptors(row) > max(1, _descriptors(top)) else None


def _is_data(cell: SourceCell) -> bool:
    """Whether the text of a cell cannot be that of a header."""
    return bool(cell.text) and (
        cell.text.endswith("?") or begins_item(cell.text) or element_in(cell.text, plain=False) is not None
    )


def _descriptors(row: SourceRow) -> int:
    return [column.kind for column in columns_of(row)].count(DESCRIPTOR)


def _widened(row: SourceRow) -> SourceRow:
    """A row whose cells extend over empty ones to their right: plain text has no merged cells."""
    cells = list[SourceCell]()
    for cell in row.cells:
        if cells and cells[-1].text and not cell.text and not cell.joined:
            cells[-1] = replace(cells[-1], end=cell.end)
        else:
            cells.append(cell)
    return replace(row, cells=tuple(cells))


def _under(cell: SourceCell, row: SourceRow) -> list[SourceCell]:
    """The cells with words in a row that are below a cell of the row above."""
    return [one for one in row.cells if one.text and overlaps(cell, one)]


def _name_cell(cell: SourceCell, top: SourceRow, below: SourceRow) -> SourceCell:
    """A cell of the second row, prefixed with the words of the first row that apply to it."""
    over = [one for one in top.cells if one.text and overlaps(one, cell)]
    words = " ".join(one.text for one in over)
    if not cell.text:
        return replace(cell, text=words, joined="")
    both = f"{words} {cell.text}".strip()
    is_group = any(len(_under(one, below)) > 1 for one in over)
    is_known = classify_headers([cell.text])[0] or classify_headers([both])[0] != DESCRIPTOR
    if is_group and is_known and not (is_count(cell.text) and _OF_ORDER.search(words)):
        return cell
    return replace(cell, text=both)
