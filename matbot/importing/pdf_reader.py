"""What stands where in a PDF: its ruled tables cell by cell, and the words around them.

pdfplumber, an extra, finds the words and the rules of a page.
"""

import logging
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from matbot.importing.found import CannotImport
from matbot.importing.pdf_lines import Line, Word, lines_of, paragraphs_of, text_of, whole_words
from matbot.importing.pieces import Cell, Pieces, Row, Table, Words, tidy

MOST_PAGES = 300
"""How many pages are read at most."""
MOST_EDGES = 20_000
"""How many drawn edges a page may have: a drawing has more, and a table never so many."""

_INSTALL = 'Reading a PDF needs one thing more. Install it, and import again: pip install "matbot[pdf]"'
_PASSWORD = "It is protected with a password. Save it without one, and import that."
_DAMAGED = "It is damaged. Open it, print it to a new PDF, and import that."
_SCANNED = (
    "There is no text in it: its pages are pictures, as from a scanner. Run text recognition over it first."
)
_TOO_LONG = f"It has more than {MOST_PAGES} pages. Save the pages of the framework alone."
_DRAWING = (
    "There is a drawing on page {} that is too large to read around. Save the pages of the tables alone."
)

_LIGATURES = str.maketrans({"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl"})
_BOLD = re.compile(r"bold|black|heavy", re.IGNORECASE)
_PAGE_NUMBER = re.compile(r"(?:page\s*)?[0-9]{1,3}(?:\s*(?:of|/)\s*[0-9]{1,3})?", re.IGNORECASE)
_NEAR = 3.0
"""How far apart edges may be that are one, in points."""

Box = tuple[float, float, float, float]
"""Left, top, right and bottom, in points from the top left of the page."""


def pieces_of_pdf(raw: bytes) -> Pieces:
    """The ruled tables of a PDF, and the words around them; CannotImport if there is no text in it."""
    try:
        import pdfplumber
    except ImportError as error:
        raise CannotImport(_INSTALL) from error
    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)  # it grumbles to the terminal
    try:
        with pdfplumber.open(BytesIO(raw)) as pdf:
            pages = list(_pages(pdf.pages))
    except CannotImport:
        raise
    except Exception as error:  # pdfminer raises anything for a file that is not what it says
        locked = "Password" in repr(error) or "Encrypt" in repr(error)
        raise CannotImport(_PASSWORD if locked else _DAMAGED) from error
    if not any(page.words for page in pages):
        raise CannotImport(_SCANNED)
    return Pieces(list(_parts(pages)))


@dataclass(frozen=True)
class _Ruled:
    """A table as it stands on a page: its cells' boxes with the lines of words in each."""

    box: Box
    rows: list[list[tuple[Box, list[Line]]]]

    def limits(self) -> dict[int, float]:
        """How far to the right lines reach in each column, by its right edge."""
        found = dict[int, float]()
        for box, lines in (cell for row in self.rows for cell in row):
            reach = max((line.right for line in lines), default=box[0])
            found[round(box[2])] = max(found.get(round(box[2]), 0.0), reach)
        return found

    def edges(self) -> set[float]:
        """Where its columns begin and end."""
        return {edge for row in self.rows for box, _ in row for edge in (box[0], box[2])}


@dataclass(frozen=True)
class _Page:
    """What stands on a page."""

    number: int
    words: list[Word]
    tables: list[_Ruled]
    """From the top."""

    def lines(self) -> Iterator[Line]:
        """The lines in the cells of its tables."""
        for table in self.tables:
            yield from (line for row in table.rows for _, lines in row for line in lines)

    def around(self) -> list[Line]:
        """The lines outside its tables, the page's number left out."""
        boxes = [table.box for table in self.tables]
        words = [word for word in self.words if not any(_is_in(word, box) for box in boxes)]
        return [line for line in lines_of(words) if not _PAGE_NUMBER.fullmatch(line.text)]


# What pdfplumber says


def _pages(pages: Sequence[Any]) -> Iterator[_Page]:
    if len(pages) > MOST_PAGES:
        raise CannotImport(_TOO_LONG)
    for number, page in enumerate(pages, 1):
        words = list(map(_word, page.extract_words(x_tolerance_ratio=0.15, return_chars=True)))
        if len(page.edges) > MOST_EDGES:
            raise CannotImport(_DRAWING.format(number))
        settings = {"explicit_horizontal_lines": _open_ends(page.edges)}
        tables = [_ruled(table, words) for table in page.find_tables(settings)]
        yield _Page(number, words, sorted(tables, key=lambda table: table.box[1]))
        page.close()


def _word(found: Any) -> Word:
    first, last = (found["chars"][place].get("fontname", "") for place in (0, -1))
    text = str(found["text"]).translate(_LIGATURES)
    box = (found["x0"], found["x1"], found["top"], found["bottom"])
    return Word(text, *box, bool(_BOLD.search(first)), bool(_BOLD.search(last)))


def _open_ends(edges: Iterable[Any]) -> list[float]:
    """How far down the columns of a row end that runs over the page without a rule at its end."""
    long = [edge for edge in edges if max(edge["width"], edge["height"]) > 2 * _NEAR]
    ruled = [edge["top"] for edge in long if edge["orientation"] == "h"]
    ends = {
        (round(edge[end]), round(edge["x0"] / _NEAR))
        for edge in long
        if edge["orientation"] == "v"
        for end in ("top", "bottom")
    }
    columns = Counter(height for height, _ in ends)
    return [
        float(height)
        for height, count in columns.items()
        if count > 2 and all(abs(height - rule) > _NEAR for rule in ruled)
    ]


def _ruled(table: Any, words: Sequence[Word]) -> _Ruled:
    """A table with the lines of words in each of its cells."""
    here = [word for word in words if _is_in(word, table.bbox)]
    rows = [
        [(box, lines_of(word for word in here if _is_in(word, box))) for box in row.cells if box]
        for row in table.rows
    ]
    return _Ruled(table.bbox, rows)


def _is_in(word: Word, box: Box) -> bool:
    """Whether the middle of a word is in a box."""
    across, down = (word.left + word.right) / 2, (word.top + word.bottom) / 2
    return box[0] <= across < box[2] and box[1] <= down < box[3]


# What stands where


def _parts(pages: Sequence[_Page]) -> Iterator[Words | Table]:
    """The tables and the paragraphs of all pages, from the top."""
    known = {word for page in pages for word in whole_words([*page.lines(), *page.around()])}
    last: _Ruled | None = None
    for page in pages:
        pieces = list[tuple[float, Words | Table]](_around(page, known))
        for place, table in enumerate(page.tables):
            runs_on = place == 0 and last is not None and _same_columns(last, table)
            many = f", table {place + 1}" if len(page.tables) > 1 else ""
            rows = tuple(_rows(table, f"page {page.number}{many}", known))
            pieces.append((table.box[1], Table(rows, runs_on)))
        last = page.tables[-1] if page.tables else None
        yield from (piece for _, piece in sorted(pieces, key=lambda piece: piece[0]))


def _rows(table: _Ruled, where: str, known: Collection[str]) -> Iterator[Row]:
    limits = table.limits()
    for number, row in enumerate(table.rows, 1):
        cells = [
            Cell(box[0], box[2], tidy(text_of(lines, limits[round(box[2])], known))) for box, lines in row
        ]
        yield Row(f"{where}, row {number}", tuple(sorted(cells, key=lambda cell: cell.start)))


def _around(page: _Page, known: Collection[str]) -> Iterator[tuple[float, Words]]:
    """The paragraphs of a page outside its tables, each with how far down it stands."""
    lines = page.around()
    limit = max((line.right for line in lines), default=0.0)
    for paragraph in paragraphs_of(lines, limit):
        words = text_of(paragraph, limit, known)
        yield paragraph[0].top, Words(f"page {page.number}", tidy(words))


def _same_columns(before: _Ruled, after: _Ruled) -> bool:
    """Whether a table on top of a page has no other columns than the one that ended the page before."""
    known = before.edges()
    return all(any(abs(edge - one) < _NEAR for one in known) for edge in after.edges())
