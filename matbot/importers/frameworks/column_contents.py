"""Conclusions from the cells below each header: rating columns, and columns without a name."""

import re
from collections.abc import Iterator, Sequence

from matbot.importers.frameworks.columns import NO_DESCRIPTOR, Column, Headers
from matbot.importers.frameworks.header_words import QUESTION, RATING
from matbot.importers.frameworks.notes import Notes
from matbot.importers.readers.pieces import SourceRow, SourceTable

_RATINGS = "This column is left out: matbot asks for the ratings itself."
_NO_NAME = (
    "A column to the right of “{}” has no name, and words are in it: it is left out, and may be a level. "
    "If it is one, write its name above it in a copy of the file, and import that."
)
_CHOICES = 3
"""The fewest words of a cell in a rating column that lists the choices."""
_BETWEEN = re.compile(r"[\s/|,;☐□○]+")


def list_rating_columns(tables: Sequence[SourceTable], headers: Headers, notes: Notes) -> None:
    """List rating columns that do not state a scale, once each, with the ratings in their cells."""
    found = dict[str, tuple[str, list[str]]]()
    for header, column, texts in _columns(tables, headers):
        if column.kind == RATING:
            _, before = found.setdefault(column.name, (header.place, []))
            before += texts
    for name, (place, texts) in found.items():
        if not any(_says_choices(text) for text in texts):
            ratings = dict.fromkeys(text for text in texts if NO_DESCRIPTOR.fullmatch(text))
            notes.add_unread(place, "\n".join((name, *ratings)), _RATINGS, headed=True)


def doubt_unnamed_columns(tables: Sequence[SourceTable], headers: Headers, notes: Notes) -> None:
    """Report columns to the right of the questions that have words in their cells but no name."""
    reported = set[SourceRow]()
    for header, column, texts in _columns(tables, headers):
        columns = headers[header]
        question_column = next(one for one in columns if one.kind == QUESTION)
        is_behind = columns.index(column) > columns.index(question_column)
        words = [text for text in texts if not NO_DESCRIPTOR.fullmatch(text)]
        if not column.name and is_behind and words and header not in reported:
            reported.add(header)
            notes.doubt(header.place, _NO_NAME.format(question_column.name))


def _says_choices(text: str) -> bool:
    return sum(map(bool, _BETWEEN.split(text))) >= _CHOICES


def _columns(
    tables: Sequence[SourceTable], headers: Headers
) -> Iterator[tuple[SourceRow, Column, list[str]]]:
    """Yield each column of each header with the texts of its cells."""
    header: SourceRow | None = None
    below = dict[SourceRow, list[list[str]]]()
    for table in tables:
        for row in table.rows:
            if row in headers:
                header = row
                below.setdefault(row, [[] for _ in headers[row]])
            elif header is not None and len(row.cells) == len(headers[header]):
                for texts, cell in zip(below[header], row.cells, strict=True):
                    texts += [cell.text] if cell.text else []
    for row, columns in below.items():
        yield from ((row, column, texts) for column, texts in zip(headers[row], columns, strict=True))
