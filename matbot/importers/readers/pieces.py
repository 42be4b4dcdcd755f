"""What stands where in a file, before anybody asks what it means: the same for every kind of file."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from matbot.importers.findings import Correction, Doubt, Unread
from matbot.text import clean, lines

_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))
"""Where a word may be parted at the end of a line, or may not be: no part of the word, and not seen."""

WHOLE_FILE = "the whole file"
"""The place of what is so everywhere."""


class Extent(Protocol):
    """What reaches from one place across a table to another."""

    @property
    def start(self) -> float:
        """Its left edge."""

    @property
    def end(self) -> float:
        """Its right edge."""


def overlaps(one: Extent, other: Extent) -> bool:
    """Whether two cells or columns are over one another, for more than half of the narrower of them."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared * 2 > min(one.end - one.start, other.end - other.start)


@dataclass(frozen=True)
class SourceCell:
    """One cell of a table."""

    start: float
    """Its left edge: points on a page, or how many columns stand before it."""
    end: float
    """Its right edge."""
    text: str
    """Its words, a line a paragraph."""
    joined: str = ""
    """The words of the cell above, where it is one with that; it has none of its own then."""


@dataclass(frozen=True)
class SourceRow:
    """One row of a table, from left to right. A cell that is joined to one above has no words of its own."""

    place: str
    """Where a person finds it, such as `page 4, row 2`."""
    cells: tuple[SourceCell, ...]
    is_heading: bool = False
    """Whether it is a heading that stands above the table in the file."""


@dataclass(frozen=True)
class SourceTable:
    """The rows of a table, as far as one page has them."""

    rows: tuple[SourceRow, ...]
    runs_on: bool = False
    """Whether it is sure to be the rest of the table before it: on top of a page, with the same columns."""


@dataclass(frozen=True)
class SourceParagraph:
    """A paragraph outside the tables."""

    place: str
    text: str
    is_heading: bool = False
    """Whether the file says that it is a heading."""


@dataclass(frozen=True)
class SourceContent:
    """Everything in a file, from the top."""

    parts: Sequence[SourceParagraph | SourceTable]
    corrections: tuple[Correction, ...] = ()
    """What the reader of this kind of file put right."""
    unread: tuple[Unread, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    no_table: str = ""
    """What this kind of file says of a framework that has no table which could be read; empty if nothing."""


def tidy(text: str) -> str:
    """A text from a file without what a terminal would act on: no empty lines, no white space to spare."""
    return "\n".join(lines(clean(text.translate(_UNSEEN).replace("\t", " "), len(text) + 1)))
