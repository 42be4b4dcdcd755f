"""Sort the cells of a row by column: rejoin split cells, and identify merged ones."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from matbot.importers.frameworks.columns import Column
from matbot.importers.frameworks.header_words import CODE, DESCRIPTOR, ELEMENT, OTHER, QUESTION, RATING
from matbot.importers.frameworks.notes import Notes
from matbot.importers.readers.pieces import SourceCell, SourceRow, overlaps

LONGEST_CELL = 200_000
"""The longest cell that is read, in characters: enough for thirty questions of the maximum length."""

_TOO_LONG = "It is longer than any cell of a framework."
_SPLIT = "A cell was split in two; its words are together again."
_JOINED = "Cells of several columns were joined here, so it does not say which of them it belongs to."


@dataclass
class SortedRow:
    """The words of one row by the kind of column."""

    place: str
    element: str = ""
    code: str = ""
    question: str = ""
    descriptors: dict[int, str] = field(default_factory=dict)
    """By the index of their level on the scale."""
    joined: dict[int, str] = field(default_factory=dict)
    """The words of cells merged with the one above, by the same."""
    rating: str = ""
    other: str = ""
    """The words in columns that a framework version does not use."""
    alone: str = ""
    """The words of a cell as wide as the table, if it is the only one with words."""
    is_heading: bool = False
    """Whether it is a heading above the table."""

    @property
    def has_questions(self) -> bool:
        """Whether it has a question or any descriptor."""
        return bool(self.question or any(self.descriptors.values()))


def sort_row(row: SourceRow, columns: Sequence[Column], same_table: bool, notes: Notes) -> SortedRow:
    """Sort the words of a row by their columns."""
    sorted_row = SortedRow(row.place, is_heading=row.is_heading)
    by_column = dict[int, list[SourceCell]]()
    filled = [cell for cell in row.cells if cell.text]
    for place, cell in enumerate(row.cells):
        over = _find_columns(place, row, columns, same_table) if cell.text or cell.joined else []
        if len(cell.text) > LONGEST_CELL:
            notes.add_unread(row.place, cell.text, _TOO_LONG)
        elif not cell.text:
            _put_joined(sorted_row, cell, [columns[number] for number in over])
        elif len(over) > 1 and len(filled) == 1:
            sorted_row.alone = cell.text
        elif len(over) == 1:
            by_column.setdefault(over[0], []).append(cell)
        elif cell.text:
            notes.add_unread(row.place, cell.text, _JOINED)
    for place, cells in by_column.items():
        _add_words(sorted_row, columns[place], "\n".join(cell.text for cell in cells))
        if len(cells) > 1:
            notes.correct(row.place, _SPLIT, f"The table has one column there, “{columns[place].name}”.")
    return sorted_row


def _put_joined(sorted_row: SortedRow, cell: SourceCell, over: Sequence[Column]) -> None:
    """Record the words of the cell above if a descriptor cell is merged with it."""
    if len(over) == 1 and over[0].kind == DESCRIPTOR and over[0].level >= 0:
        sorted_row.joined[over[0].level] = cell.joined


def _find_columns(place: int, row: SourceRow, columns: Sequence[Column], same_table: bool) -> list[int]:
    """The columns that a cell covers; if it covers several, only those that a framework uses count."""
    if not same_table and len(row.cells) == len(columns):
        return [place]
    cell = row.cells[place]
    touched = [number for number, column in enumerate(columns) if overlaps(cell, column)]
    if len(touched) == len(columns):
        return touched
    used = [number for number in touched if columns[number].kind not in ("", OTHER, RATING)]
    return used or touched[:1]


def _add_words(sorted_row: SortedRow, column: Column, words: str) -> None:
    if column.kind == DESCRIPTOR and column.level >= 0:
        sorted_row.descriptors[column.level] = words
    elif column.kind in (ELEMENT, CODE, QUESTION, RATING):
        before = getattr(sorted_row, column.kind)
        setattr(sorted_row, column.kind, f"{before}\n{words}" if before else words)
    else:
        sorted_row.other = f"{sorted_row.other}\n{words}" if sorted_row.other else words
