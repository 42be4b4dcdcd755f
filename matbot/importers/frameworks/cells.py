"""What stands in which column, row by row: cells that were split are joined, joined ones are told apart."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from matbot.importers.frameworks.columns import Column
from matbot.importers.frameworks.header_words import CODE, DESCRIPTOR, ELEMENT, OTHER, QUESTION, RATING
from matbot.importers.frameworks.notes import Notes
from matbot.importers.readers.pieces import SourceCell, SourceRow, overlaps

LONGEST_CELL = 200_000
"""The longest cell that is read, in characters: what thirty questions of the greatest length have."""

_TOO_LONG = "It is longer than any cell of a framework."
_SPLIT = "A cell was split in two; its words are together again."
_JOINED = "Cells of several columns were joined here, so it does not say which of them it belongs to."


@dataclass
class SortedRow:
    """The words of one row by what they are."""

    place: str
    element: str = ""
    code: str = ""
    question: str = ""
    descriptors: dict[int, str] = field(default_factory=dict)
    """By the place of their level on the scale."""
    joined: dict[int, str] = field(default_factory=dict)
    """The words of cells that are one with those above, by the same."""
    rating: str = ""
    other: str = ""
    """What stands in columns that a framework version has no use for."""
    alone: str = ""
    """What stands in the only cell that has words, where it is as wide as the table."""
    is_heading: bool = False
    """Whether it is a heading that stands above the table."""

    @property
    def has_questions(self) -> bool:
        """Whether anything stands where questions or descriptors do."""
        return bool(self.question or any(self.descriptors.values()))


def sort_row(row: SourceRow, columns: Sequence[Column], same_table: bool, notes: Notes) -> SortedRow:
    """The words of a row by the columns they stand in."""
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
    """Note the words of the cell above, where a cell of descriptors is one with it."""
    if len(over) == 1 and over[0].kind == DESCRIPTOR and over[0].level >= 0:
        sorted_row.joined[over[0].level] = cell.joined


def _find_columns(place: int, row: SourceRow, columns: Sequence[Column], same_table: bool) -> list[int]:
    """The columns of a cell. Of those it touches, only such as a framework has a use for count."""
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
