"""The pages of a PDF: their words, their ruled tables cell by cell, and what else is drawn on them.

pdfplumber, an optional dependency, finds the words and the ruled lines of a page.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from matbot.importers.findings import CannotImport, Unread
from matbot.importers.readers.pdf_content import MOST_LETTERS, PageCosts
from matbot.importers.readers.pdf_forms import drawings_on, fields_of
from matbot.importers.readers.pdf_lines import Line, PrintedWord, lines_of

MOST_PAGES = 300
"""The most pages that are read."""
MOST_EDGES = 20_000
"""The most drawn edges a page may have: a drawing may have more, a table never does."""
_TOO_LONG = f"It has more than {MOST_PAGES} pages. Save the pages of the framework alone."
_DRAWING = (
    "There is a drawing on page {} that is too large to read around. Save the pages of the tables alone."
)
_TOO_FULL = "There is far more on page {} than a page has room for. Save the pages of the framework alone."
_LIGATURES = str.maketrans({"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl"})
_BOLD = re.compile(r"bold|black|heavy", re.IGNORECASE)
_PAGE_NUMBER = re.compile(r"(?:page\s*)?[0-9]{1,3}(?:\s*(?:of|/)\s*[0-9]{1,3})?", re.IGNORECASE)
Box = tuple[float, float, float, float]
"""Left, top, right and bottom, in points from the top left of the page."""
NEAR = 3.0
"""The largest distance between edges that count as the same, in points."""


@dataclass(frozen=True)
class RuledTable:
    """A table on a page: the boxes of its cells, with the lines of words in each."""

    box: Box
    rows: list[list[tuple[Box, list[Line]]]]

    @property
    def is_wide(self) -> bool:
        """Whether it has as many columns as a framework's table."""
        return any(len(row) > 2 for row in self.rows)

    def edges(self) -> set[float]:
        """The left and right edges of its columns."""
        return {edge for row in self.rows for box, _ in row for edge in (box[0], box[2])}


@dataclass(frozen=True)
class PdfPage:
    """The contents of a page."""

    number: int
    words: list[PrintedWord]
    tables: list[RuledTable]
    """From top to bottom."""
    drawn: bool
    """Whether it has anything but words on it."""
    fields: tuple[Unread, ...] = ()
    """The contents of the form fields, notes and drawings on it."""

    def without(self, lines: Collection[Line]) -> "PdfPage":
        """The page without the given lines outside its tables."""
        gone = {word for line in lines for word in line.words}
        return replace(self, words=[word for word in self.words if word not in gone])

    def all_lines(self) -> list[Line]:
        """The lines inside and outside its tables."""
        return [*self.lines(), *self.around()]

    def lines(self) -> Iterator[Line]:
        """The lines in the cells of its tables."""
        for table in self.tables:
            yield from (line for row in table.rows for _, lines in row for line in lines)

    def around(self) -> list[Line]:
        """The lines outside its tables, without the page number."""
        boxes = [table.box for table in self.tables]
        words = [word for word in self.words if not any(_is_in(word, box) for box in boxes)]
        return [line for line in lines_of(words) if not _PAGE_NUMBER.fullmatch(line.text)]


def read_pages(pdf: Any) -> Iterator[PdfPage]:
    """Read the pages that pdfplumber found.

    Raises:
        CannotImport: there are too many pages, or too much on one of them.

    """
    from pdfminer.pdftypes import resolve1

    tree = resolve1(pdf.doc.catalog.get("Pages")) or {}
    declared = resolve1(tree.get("Count")) if isinstance(tree, dict) else 0
    if (isinstance(declared, int) and declared > MOST_PAGES) or len(pdf.pages) > MOST_PAGES:
        raise CannotImport(_TOO_LONG)
    costs = PageCosts(resolve1)
    for number, page in enumerate(pdf.pages, 1):
        if costs.of_page(page.page_obj).is_too_much or len(page.chars) > MOST_LETTERS:
            raise CannotImport(_TOO_FULL.format(number))
        found = page.extract_words(x_tolerance_ratio=0.15, return_chars=True)
        blanks = {_spot(char["x0"], char["top"]) for char in page.chars if char["text"].isspace()}
        words = [_word(one, blanks) for one in found]
        if len(page.edges) > MOST_EDGES:
            raise CannotImport(_DRAWING.format(number))
        settings = {"explicit_horizontal_lines": _open_ends(page.edges)}
        tables = [_ruled(table, words) for table in page.find_tables(settings)]
        by_height = sorted(tables, key=lambda table: table.box[1])
        drawn = bool(page.images or page.curves or page.rects or page.lines)
        boxes = [table.box for table in tables]
        fields = (*fields_of(number, page.annots), *drawings_on(number, page.curves + page.images, boxes))
        yield PdfPage(number, words, by_height, drawn, fields)
        page.close()


def _word(found: Any, blanks: Collection[tuple[int, int]]) -> PrintedWord:
    first, last = (found["chars"][place].get("fontname", "") for place in (0, -1))
    text = str(found["text"]).translate(_LIGATURES)
    box = (found["x0"], found["x1"], found["top"], found["bottom"])
    top = found["chars"][-1]["top"]
    spots = {_spot(found["x1"] + across, top + down) for across in (-0.5, 0.5) for down in (-0.5, 0.5)}
    return PrintedWord(
        text, *box, bool(_BOLD.search(first)), bool(_BOLD.search(last)), not spots.isdisjoint(blanks)
    )


def _spot(left: float, top: float) -> tuple[int, int]:
    """A position on a page, rounded to whole points."""
    return round(left), round(top)


def _open_ends(edges: Iterable[Any]) -> list[float]:
    """Where tables that continue on another page end without a ruled line, or with only part of one.

    Returns the heights, in points from the top of the page.
    """
    long = [edge for edge in edges if max(edge["width"], edge["height"]) > 2 * NEAR]
    ruled = [edge for edge in long if edge["orientation"] == "h"]
    upright = [edge for edge in long if edge["orientation"] == "v"]
    ends = {(round(edge[end]), round(edge["x0"] / NEAR)) for edge in upright for end in ("top", "bottom")}
    columns = Counter(height for height, _ in ends)
    return [
        float(height)
        for height, count in columns.items()
        if count > 2
        and (
            all(abs(height - rule["top"]) > NEAR for rule in ruled)
            or (_is_end(height, upright) and not _is_ruled(height, upright, ruled))
        )
    ]


def _is_end(height: float, upright: Sequence[Any]) -> bool:
    """Whether the column edges of a table are above a height or below it, but not both."""
    above = any(edge["top"] < height - NEAR < edge["bottom"] for edge in upright)
    below = any(edge["top"] < height + NEAR < edge["bottom"] for edge in upright)
    return above != below


def _is_ruled(height: float, upright: Iterable[Any], ruled: Iterable[Any]) -> bool:
    """Whether ruled lines at a height connect all the column edges that end there."""
    ends = [
        edge["x0"] for edge in upright if min(abs(edge["top"] - height), abs(edge["bottom"] - height)) <= NEAR
    ]
    reached = min(ends)
    for rule in sorted(ruled, key=lambda rule: float(rule["x0"])):
        if abs(rule["top"] - height) <= NEAR and rule["x0"] <= reached + NEAR:
            reached = max(reached, rule["x1"])
    return bool(reached + NEAR >= max(ends))


def _ruled(table: Any, words: Sequence[PrintedWord]) -> RuledTable:
    """A table with the lines of words in each of its cells."""
    here = [word for word in words if _is_in(word, table.bbox)]
    rows = [
        [(box, lines_of(word for word in here if _is_in(word, box))) for box in row.cells if box]
        for row in table.rows
    ]
    return RuledTable(table.bbox, rows)


def _is_in(word: PrintedWord, box: Box) -> bool:
    """Whether the centre of a word is in a box."""
    across, down = (word.left + word.right) / 2, (word.top + word.bottom) / 2
    return box[0] <= across < box[2] and box[1] <= down < box[3]
