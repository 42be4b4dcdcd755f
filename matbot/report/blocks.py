"""What a report is made of. Every text in it is plain text, as it was typed: only writers escape."""

from dataclasses import dataclass

from matbot.review.heat_map import Row
from matbot.rubric import Level


@dataclass(frozen=True)
class Run:
    """Some words of a paragraph. A writer sets a space between two runs."""

    text: str
    strong: bool = False
    """Whether they are set in bold: for matbot's own labels, never for what people said."""


@dataclass(frozen=True)
class Heading:
    """A heading; level 1 is the report's title, which the report holds itself."""

    level: int
    text: str


@dataclass(frozen=True)
class Paragraph:
    """A paragraph in matbot's words."""

    runs: tuple[Run, ...]


@dataclass(frozen=True)
class Quote:
    """People's own words, as they said them: each line is a paragraph, all of them set apart."""

    text: str


@dataclass(frozen=True)
class Bullets:
    """A list, one line an item."""

    items: tuple[str, ...]


@dataclass(frozen=True)
class KeyValues:
    """Facts: a label and what there is to say under it, one line each."""

    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Table:
    """A table of texts, its first row the names of the columns."""

    caption: str
    """What the table shows, in a line."""
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    """As many cells a row as there are columns."""
    wide: bool = False
    """Whether it needs the long side of the paper."""


@dataclass(frozen=True)
class HeatMap:
    """The heat map, with the scale that its letters stand for."""

    scale: tuple[Level, ...]
    """From the weakest level to the strongest: a cell's colour follows from its letters' place here."""
    rows: tuple[Row, ...]


Block = Heading | Paragraph | Quote | Bullets | KeyValues | Table | HeatMap
"""Everything that a writer must be able to draw."""


@dataclass(frozen=True)
class Report:
    """A document, ready to be written in any format."""

    title: str
    blocks: tuple[Block, ...]


def strong(text: str) -> Run:
    """Words in bold."""
    return Run(text, strong=True)


def paragraph(*words: Run | str) -> Paragraph:
    """A paragraph of runs; a plain string is a plain run."""
    return Paragraph(tuple(Run(word) if isinstance(word, str) else word for word in words))
