"""The tables and paragraphs of a file, before they are interpreted: the same types for every file format."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from matbot.importers.findings import Correction, Doubt, Unread
from matbot.text import clean, lines

_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))
"""Soft hyphens, zero-width spaces and joiners: invisible, and no part of a word."""

WHOLE_FILE = "the whole file"
"""The place of something that applies to all of the file."""


class Extent(Protocol):
    """Anything with a left and a right edge in a table."""

    @property
    def start(self) -> float:
        """Its left edge."""

    @property
    def end(self) -> float:
        """Its right edge."""


def overlaps(one: Extent, other: Extent) -> bool:
    """Whether two cells or columns overlap by more than half the width of the narrower."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared * 2 > min(one.end - one.start, other.end - other.start)


@dataclass(frozen=True)
class SourceCell:
    """One cell of a table."""

    start: float
    """Its left edge: points on a page, or the number of columns before it."""
    end: float
    """Its right edge."""
    text: str
    """Its words, one paragraph per line."""
    joined: str = ""
    """The words of the cell above if it is merged with that one; `text` is empty then."""


@dataclass(frozen=True)
class SourceRow:
    """One row of a table, from left to right. A cell that is merged with the one above has no words."""

    place: str
    """Where a user finds it, such as `page 4, row 2`."""
    cells: tuple[SourceCell, ...]
    is_heading: bool = False
    """Whether it is a heading above the table in the file."""


@dataclass(frozen=True)
class SourceTable:
    """The rows of a table, or of its part on one page."""

    rows: tuple[SourceRow, ...]
    runs_on: bool = False
    """Whether it certainly continues the table before it: at the top of a page, with the same columns."""


@dataclass(frozen=True)
class SourceParagraph:
    """A paragraph outside the tables."""

    place: str
    text: str
    is_heading: bool = False
    """Whether the file marks it as a heading."""


@dataclass(frozen=True)
class SourceContent:
    """The contents of a file, from the top."""

    parts: Sequence[SourceParagraph | SourceTable]
    corrections: tuple[Correction, ...] = ()
    """What the reader for this kind of file corrected."""
    unread: tuple[Unread, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    no_table: str = ""
    """The message if no table of a framework was found in this kind of file; empty for the default."""


def tidy(text: str) -> str:
    """Clean a text of terminal control characters, empty lines and redundant white space."""
    return "\n".join(lines(clean(text.translate(_UNSEEN).replace("\t", " "), len(text) + 1)))
