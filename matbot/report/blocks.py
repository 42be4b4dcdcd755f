"""What a report is made of. Every text in it is plain text, as it was typed: only writers escape."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from matbot.review.heat_map import Row
from matbot.review.unrated import NO_RATING_MARK
from matbot.rubric import Level


@dataclass(frozen=True)
class Run:
    """Some words of a paragraph. A writer sets a space between two runs."""

    text: str
    strong: bool = False
    """Whether they are set in bold: for matbot's own labels, never for what people said."""


@dataclass(frozen=True)
class HeadingBlock:
    """A heading; level 1 is the report's title, which the report holds itself."""

    level: int
    text: str
    new_page: bool = False
    """Whether its section begins a page. What stands before the first that does is a page by itself."""


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


NO_LETTERS = NO_RATING_MARK
"""What stands in the place of the letters where there is no rating, and no words say why."""


@dataclass(frozen=True)
class RatingCell:
    """A rating in a cell of a table; which colour it has follows from the table's scale."""

    letters: str | None
    """None or empty: no rating."""
    words: str = ""
    """What stands beside the letters, such as the rating's name; or why there is no rating."""

    @property
    def text(self) -> str:
        """The rating without its colour, never empty: `AG Amber Green`, `Not rated yet`."""
        return " ".join(filter(None, (self.letters, self.words))) or NO_LETTERS


TableCell = str | RatingCell
"""What a cell of a table can hold."""


@dataclass(frozen=True)
class Table:
    """A table of texts and ratings, its first row the names of the columns."""

    caption: str
    """What the table shows, in a line."""
    columns: tuple[str, ...]
    rows: tuple[tuple[TableCell, ...], ...]
    """As many cells a row as there are columns."""
    wide: bool = False
    """Whether it needs the long side of the paper."""
    whole: bool = False
    """Whether all of it stays on one page."""
    scale: tuple[Level, ...] = ()
    """What the letters of its ratings stand for, the weakest first; empty in a table of texts alone."""


@dataclass(frozen=True)
class Legend:
    """What the letters and the colours of a scale stand for."""

    scale: tuple[Level, ...]


@dataclass(frozen=True)
class Spread:
    """Where groups stand on the scale, a line an element, in the order in which to look at them."""

    groups: tuple[tuple[str, str], ...]
    """The letter of each group, and its name."""
    lines: tuple[tuple[str, tuple[str | None, ...]], ...]
    """An element's title, and the letters that each group chose, in the order of the groups."""


@dataclass(frozen=True)
class Moves:
    """How ratings moved from one time to another, a line an element."""

    lines: tuple[tuple[str, str | None, str | None], ...]
    """An element's title, its letters then and its letters now."""


@dataclass(frozen=True)
class Picture:
    """Something to look at rather than to read, and the table that says the same in letters and words.

    Where nothing can be drawn, the table stands alone.
    """

    title: str
    """What the picture shows, in a few words."""
    shows: Spread | Moves
    table: Table
    """It has the scale that the picture is drawn on."""


@dataclass(frozen=True)
class HeatMap:
    """The heat map, with the scale that its letters stand for."""

    scale: tuple[Level, ...]
    """From the weakest level to the strongest: a cell's colour follows from its letters' place here."""
    rows: tuple[Row, ...]
    compact: bool = False
    """Whether it shares its page with much else: on paper it is as small as it can be read."""


Block = HeadingBlock | Paragraph | Quote | Bullets | KeyValues | Table | Legend | Picture | HeatMap
"""Everything that a writer must be able to draw."""


@dataclass(frozen=True)
class Report:
    """A document, ready to be written in any format."""

    title: str
    blocks: tuple[Block, ...]
    form: bool = False
    """Whether it is filled in and comes back: then nothing stands at the foot of its pages in Word."""
    scale: tuple[Level, ...] = ()
    """The levels that are marked in it, the weakest first, where it is filled in."""
    author: str = ""
    """The trust whose document it is; empty where it is nobody's alone."""


def cells(*row: TableCell) -> tuple[TableCell, ...]:
    """The cells of a row, texts and ratings as they come."""
    return row


def plain(cell: TableCell) -> str:
    """What a cell says, in text alone."""
    return cell.text if isinstance(cell, RatingCell) else cell


def write_runs(runs: Sequence[Run], write: Callable[[str], str]) -> list[tuple[str, bool]]:
    """The words of runs as a writer sets them, each with whether it is bold; empty runs are left out."""
    return [(words, run.strong) for run in runs if (words := write(run.text))]


def strong(text: str) -> Run:
    """Words in bold."""
    return Run(text, strong=True)


def paragraph(*words: Run | str) -> Paragraph:
    """A paragraph of runs; a plain string is a plain run."""
    return Paragraph(tuple(Run(word) if isinstance(word, str) else word for word in words))
