"""A crosswalk as a file that people can look through and mend in a spreadsheet."""

import csv
from collections.abc import Container, Iterator
from pathlib import Path

from matbot.csv_tables import rows_of, sheet_of
from matbot.rubric.crosswalk import Crosswalk
from matbot.rubric.model import Rubric

COLUMNS = ("Earlier", "Later", "How", "Asked earlier", "Asked later")
"""Only the first two are read again; the others are there to see what is matched."""

LARGEST = 4_000_000
"""How many bytes a crosswalk may have: more than any framework needs."""


class CannotRead(ValueError):
    """A file that is no crosswalk between two framework versions; the message says where and what to mend."""


def name_of(earlier: str, later: str) -> str:
    """The name of the file of a crosswalk, by the ids of the two framework versions."""
    return f"{earlier}--{later}.csv"


def sheet(crosswalk: Crosswalk) -> bytes:
    """The bytes of the file of a crosswalk, with a line for each question of either framework version."""
    return sheet_of(COLUMNS, rows_in(crosswalk))


def rows_in(crosswalk: Crosswalk) -> Iterator[tuple[str, ...]]:
    """The rows of the file of a crosswalk, without the names of its columns."""
    for match in crosswalk.matches:
        old, new = match.earlier, match.later
        ids = (old.id if old else "", new.id if new else "")
        yield *ids, match.how, old.text if old else "", new.text if new else ""


def find_crosswalk(folder: Path, earlier: Rubric, later: Rubric) -> Crosswalk | None:
    """The crosswalk that is kept in a folder, in whichever direction it was written; None if there is none.

    Raises:
        CannotRead: the file is no crosswalk between the two; in words, with the line.
        OSError: the file cannot be opened.

    """
    there, back = folder / name_of(earlier.id, later.id), folder / name_of(later.id, earlier.id)
    if there.is_file():
        return read(there, earlier, later)
    return read(back, later, earlier).reversed() if back.is_file() else None


def read(path: Path, earlier: Rubric, later: Rubric) -> Crosswalk:
    """Read a crosswalk from a file.

    Raises:
        CannotRead: the file is no crosswalk between the two; in words, with the line.
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
