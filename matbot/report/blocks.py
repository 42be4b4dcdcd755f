"""The blocks that a report is made of.

Every text in a block is plain text, exactly as typed; only the writers of the formats escape it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from matbot.review.heat_map import Row
from matbot.review.unrated import NO_RATING_MARK
from matbot.rubric import Level


@dataclass(frozen=True)
class Run:
    """A stretch of text within a paragraph; writers put a space between two runs."""

    text: str
    strong: bool = False
    """Whether to set it in bold: only for matbot's own labels, never for what people typed."""


@dataclass(frozen=True)
class HeadingBlock:
    """A heading. Level 1 is the report's title, which is a field of `Report` and not a block."""

    level: int
    text: str
    new_page: bool = False
    """Whether its section starts a new page. Sections before the first such heading form a separate page."""


@dataclass(frozen=True)
class Paragraph:
    """A paragraph in matbot's words."""

    runs: tuple[Run, ...]


@dataclass(frozen=True)
class Quote:
    """People's own words, verbatim: each line is a paragraph, and all are set off from matbot's text."""

    text: str


@dataclass(frozen=True)
class Bullets:
    """A bulleted list, one line per item."""

    items: tuple[str, ...]


@dataclass(frozen=True)
class KeyValues:
    """A list of labels and their values, one line per pair."""

    pairs: tuple[tuple[str, str], ...]


NO_LETTERS = NO_RATING_MARK
"""Shown instead of the letters if there is no rating and no text gives the reason."""


@dataclass(frozen=True)
class RatingCell:
    """A rating in a table cell; its colour is looked up in the table's scale."""

    letters: str | None
    """The letters of the level; None or empty if there is no rating."""
    words: str = ""
    """Text after the letters, such as the rating's name; or the reason why there is no rating."""

    @property
    def text(self) -> str:
        """The rating as plain text, never empty: `AG Amber Green`, `Not rated yet`."""
        return " ".join(filter(None, (self.letters, self.words))) or NO_LETTERS


TableCell = str | RatingCell
"""What a cell of a table can hold."""


@dataclass(frozen=True)
class Table:
    """A table of texts and ratings, with a header row."""

    caption: str
    """A one-line description of the table."""
    columns: tuple[str, ...]
    rows: tuple[tuple[TableCell, ...], ...]
    """Each row has as many cells as there are columns."""
    wide: bool = False
    """Whether it needs a landscape page."""
    whole: bool = False
    """Whether all of it must stay on one page."""
    scale: tuple[Level, ...] = ()
    """The levels that its ratings refer to, weakest first; empty for a table without ratings."""


@dataclass(frozen=True)
class Legend:
    """An explanation of the letters and colours of a scale."""

    scale: tuple[Level, ...]


@dataclass(frozen=True)
class Spread:
    """The ratings that groups chose, one line per element, in the order to discuss them."""

    groups: tuple[tuple[str, str], ...]
    """The letter and the name of each group."""
    lines: tuple[tuple[str, tuple[str | None, ...]], ...]
    """Each element's title, and the letters of the rating each group chose, in the order of `groups`."""


@dataclass(frozen=True)
class Moves:
    """How ratings changed between two reviews, one line per element."""

    lines: tuple[tuple[str, str | None, str | None], ...]
    """Each element's title, its earlier letters and its present letters."""


@dataclass(frozen=True)
class Picture:
    """A picture, and a table with the same content in letters and words.

    Formats that cannot draw pictures show the table alone.
    """

    title: str
    """A short description of the picture."""
    shows: Spread | Moves
    table: Table
    """Its scale is also the scale that the picture is drawn on."""


@dataclass(frozen=True)
class HeatMap:
    """The heat map, with the scale that its letters refer to."""

    scale: tuple[Level, ...]
    """The levels, weakest first; the position of a cell's letters in it determines the cell's colour."""
    rows: tuple[Row, ...]
    compact: bool = False
    """Whether it shares its page with other sections, so that on paper it is drawn as small as legible."""


Block = HeadingBlock | Paragraph | Quote | Bullets | KeyValues | Table | Legend | Picture | HeatMap
"""Every block that a writer must be able to render."""


@dataclass(frozen=True)
class Report:
    """A document, ready to be written in any format."""

    title: str
    blocks: tuple[Block, ...]
    form: bool = False
    """Whether it is a form to be filled in and returned; in Word its pages then have no footer."""
    scale: tuple[Level, ...] = ()
    """For a form, the levels that can be marked in it, weakest first."""
    author: str = ""
    """The trust that the document belongs to; empty if it belongs to no single trust."""


def cells(*row: TableCell) -> tuple[TableCell, ...]:
    """Build a row of cells from texts and ratings."""
    return row


def plain(cell: TableCell) -> str:
    """Return the text of a cell, without its colour."""
    return cell.text if isinstance(cell, RatingCell) else cell


def write_runs(runs: Sequence[Run], write: Callable[[str], str]) -> list[tuple[str, bool]]:
    """Render each run with `write`; return the texts that are not empty, each with whether it is bold."""
    return [(words, run.strong) for run in runs if (words := write(run.text))]


def strong(text: str) -> Run:
    """Build a run in bold."""
    return Run(text, strong=True)


def paragraph(*words: Run | str) -> Paragraph:
    """Build a paragraph from runs; a plain string becomes a run that is not bold."""
    return Paragraph(tuple(Run(word) if isinstance(word, str) else word for word in words))
