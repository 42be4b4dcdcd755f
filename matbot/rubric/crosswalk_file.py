"""Reads and writes a crosswalk as a CSV file that people can check and correct in a spreadsheet."""

import csv
from collections.abc import Container, Iterator
from pathlib import Path

from matbot.csv_tables import rows_of, sheet_of
from matbot.rubric.crosswalk import Crosswalk
from matbot.rubric.model import Rubric

COLUMNS = ("Earlier", "Later", "How", "Asked earlier", "Asked later")
"""The column headings. Only the first two columns are read; the others show what is matched."""

LARGEST = 4_000_000
"""The maximum size of a crosswalk file, in bytes: more than any framework needs."""


class CannotRead(ValueError):
    """The file is not a crosswalk between two framework versions; the message says what to mend and where."""


def name_of(earlier: str, later: str) -> str:
    """Return the name of a crosswalk file, from the ids of the two framework versions."""
    return f"{earlier}--{later}.csv"


def sheet(crosswalk: Crosswalk) -> bytes:
    """Return a crosswalk as the bytes of a CSV file, with a row for each question of either version."""
    return sheet_of(COLUMNS, rows_in(crosswalk))


def rows_in(crosswalk: Crosswalk) -> Iterator[tuple[str, ...]]:
    """Yield the rows of a crosswalk file, without the column headings."""
    for match in crosswalk.matches:
        old, new = match.earlier, match.later
        ids = (old.id if old else "", new.id if new else "")
        yield *ids, match.how, old.text if old else "", new.text if new else ""


def find_crosswalk(folder: Path, earlier: Rubric, later: Rubric) -> Crosswalk | None:
    """Read the crosswalk in a folder, written in either direction; None if there is none.

    Raises:
        CannotRead: the file is not a crosswalk between the two; the message gives the line.
        OSError: the file cannot be opened.

    """
    path, reversed_path = folder / name_of(earlier.id, later.id), folder / name_of(later.id, earlier.id)
    if path.is_file():
        return read(path, earlier, later)
    return read(reversed_path, later, earlier).reversed() if reversed_path.is_file() else None


def read(path: Path, earlier: Rubric, later: Rubric) -> Crosswalk:
    """Read a crosswalk from a file.

    Raises:
        CannotRead: the file is not a crosswalk between the two; the message gives the line.
        OSError: the file cannot be opened.

    """
    if path.stat().st_size > LARGEST:
        raise CannotRead(f"{path.name} is too large to be a crosswalk.")
    try:
        rows = rows_of(path.read_bytes())
    except (UnicodeDecodeError, csv.Error) as error:
        raise CannotRead(f"{path.name} cannot be read. Save it as CSV in UTF-8.") from error
    if not rows or [cell.strip().casefold() for cell in rows[0][1][:2]] != ["earlier", "later"]:
        raise CannotRead(f"{path.name}:1: The first line has to begin with Earlier and Later.")
    pairs: dict[str, str] = {}
    for line, row in rows[1:]:
        old, new = (cell.strip().removeprefix("'") for cell in (*row, "", "")[:2])
        if old and new:
            _check(f"{path.name}:{line}", old, earlier, pairs)
            _check(f"{path.name}:{line}", new, later, pairs.values())
            pairs[old] = new
    return Crosswalk(earlier, later, {old: pairs[old] for old in earlier.questions if old in pairs})


def _check(place: str, id_: str, rubric: Rubric, taken: Container[str]) -> None:
    if id_ not in rubric.questions:
        example = next(iter(rubric.questions))
        raise CannotRead(f"{place}: {rubric.id} has no question {id_}. Its ids are such as {example}.")
    if id_ in taken:
        raise CannotRead(f"{place}: {id_} is matched twice. Each question has one counterpart at most.")
