"""What stands where in a PDF: its ruled tables cell by cell, and the words around them.

pdfplumber, an extra, finds the words and the rules of a page.
"""

import logging
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from typing import Any

from matbot.importers.findings import CannotImport, Doubt, Unread
from matbot.importers.readers.pdf_forms import XFA, drawings_on, fields_of, form_in
from matbot.importers.readers.pdf_lines import (
    Line,
    PrintedWord,
    PrintStyle,
    find_print_style,
    lines_of,
    paragraphs_of,
    text_of,
)
from matbot.importers.readers.pdf_running_heads import repeated_lines, running_lines
from matbot.importers.readers.pieces import (
    SourceCell,
    SourceContent,
    SourceParagraph,
    SourceRow,
    SourceTable,
    tidy,
)
from matbot.installation import how_to_install
from matbot.text import in_words

MOST_PAGES = 300
"""How many pages are read at most."""
MOST_EDGES = 20_000
"""How many drawn edges a page may have: a drawing has more, and a table never so many."""

MOST_LETTERS = 60_000
"""How many letters a page may have: ten times what a page of small print has."""

NEEDED = "pdfplumber>=0.11,<1"
"""What finds the words and the tables of a PDF."""

INSTALL = "Reading a PDF needs one thing more. Install it, and import again: {}"
_PASSWORD = "It is protected with a password. Save it without one, and import that."
_DAMAGED = "It is damaged. Open it, print it to a new PDF, and import that."
_SCANNED = (
    "There is no text in it: its pages are pictures, as from a scanner. Run text recognition over it first."
)
_TOO_LONG = f"It has more than {MOST_PAGES} pages. Save the pages of the framework alone."
_DRAWING = (
    "There is a drawing on page {} that is too large to read around. Save the pages of the tables alone."
)

_TOO_FULL = "There is far more on page {} than a page has room for. Save the pages of the framework alone."

_NO_RULES = (
    "No table in it has ruled lines between its columns, so they cannot be told apart. "
    "Save it as a Word file (.docx), and import that."
)
_ON_MANY_PAGES = "It is at the top or the foot of these pages, and is no part of the framework."
_PICTURES = (
    "There is no text on {}, as if from a scanner: nothing on {} was read. "
    "Run text recognition over the file, and import it again."
)

_LIGATURES = str.maketrans({"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl"})
_BOLD = re.compile(r"bold|black|heavy", re.IGNORECASE)
_PAGE_NUMBER = re.compile(r"(?:page\s*)?[0-9]{1,3}(?:\s*(?:of|/)\s*[0-9]{1,3})?", re.IGNORECASE)
_NEAR = 3.0
"""How far apart edges may be that are one, in points."""

Box = tuple[float, float, float, float]
"""Left, top, right and bottom, in points from the top left of the page."""


def pieces_of_pdf(raw: bytes) -> SourceContent:
    """The ruled tables of a PDF, and the words around them; CannotImport if there is no text in it."""
    try:
        import pdfplumber
    except ImportError as error:
        raise CannotImport(INSTALL.format(how_to_install(NEEDED))) from error
    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)  # it grumbles to the terminal
    try:
        with pdfplumber.open(BytesIO(raw)) as pdf:
            pages, form = list(_pages(pdf.pages)), form_in(pdf.doc.catalog)
    except CannotImport:
        raise
    except Exception as error:  # pdfminer raises anything for a file that is not what it says
        if _is_out_of_memory(error):
            raise MemoryError from error
        locked = "Password" in repr(error) or "Encrypt" in repr(error)
        raise CannotImport(_PASSWORD if locked else _DAMAGED) from error
    if not any(page.words for page in pages):
        raise CannotImport(XFA if form.is_xfa else _SCANNED)
    if form.is_waiting(" ".join(word.text for page in pages for word in page.words)):
        raise CannotImport(XFA)
    running = running_lines([(page.around(), page.all_lines()) for page in pages])
    fields = [one for page in pages for one in page.fields]
    unread = (*_running(running), *fields, *form.unseen(fields))
    pages = [page.without(lines) for page, lines in zip(pages, running, strict=True)]
    no_table = _NO_RULES if _has_bare_table(pages) else XFA if form.is_xfa else ""
    return SourceContent(list(_parts(pages)), unread=unread, doubts=tuple(_unseen(pages)), no_table=no_table)


def _is_out_of_memory(error: BaseException | None) -> bool:
    """Whether it was for want of memory that reading failed, whatever was made of that on the way."""
    # What is written in C loses the MemoryError at times: Python makes a SystemError of that.
    while error is not None and not isinstance(error, MemoryError | SystemError):
        error = error.__cause__ or error.__context__
    return error is not None


@dataclass(frozen=True)
class _Ruled:
    """A table as it stands on a page: its cells' boxes with the lines of words in each."""

    box: Box
    rows: list[list[tuple[Box, list[Line]]]]

    @property
    def is_wide(self) -> bool:
        """Whether it has as many columns as the tables of a framework."""
        return any(len(row) > 2 for row in self.rows)

    def edges(self) -> set[float]:
        """Where its columns begin and end."""
        return {edge for row in self.rows for box, _ in row for edge in (box[0], box[2])}


@dataclass(frozen=True)
class _Page:
    """What stands on a page."""

    number: int
    words: list[PrintedWord]
    tables: list[_Ruled]
    """From the top."""
    drawn: bool
    """Whether there is anything on it but words."""
    fields: tuple[Unread, ...] = ()
    """What the fields of a form, notes and drawings on it hold."""

    def without(self, lines: Collection[Line]) -> "_Page":
        """The page without some lines around its tables."""
        gone = {word for line in lines for word in line.words}
        return replace(self, words=[word for word in self.words if word not in gone])

    def all_lines(self) -> list[Line]:
        """The lines in its tables and around them."""
        return [*self.lines(), *self.around()]

    def lines(self) -> Iterator[Line]:
        """The lines in the cells of its tables."""
        for table in self.tables:
            yield from (line for row in table.rows for _, lines in row for line in lines)

    def around(self) -> list[Line]:
        """The lines outside its tables, the page's number left out."""
        boxes = [table.box for table in self.tables]
        words = [word for word in self.words if not any(_is_in(word, box) for box in boxes)]
        return [line for line in lines_of(words) if not _PAGE_NUMBER.fullmatch(line.text)]


def _running(found: Sequence[set[Line]]) -> Iterator[Unread]:
    """Note what stands at the top or the foot of many pages, once."""
    for words, numbers in repeated_lines(found).items():
        yield Unread(_named_pages(numbers), tidy(words), _ON_MANY_PAGES)


def _has_bare_table(pages: Sequence[_Page]) -> bool:
    """Whether the words of a framework's table are there, and no table with as many columns."""
    words_there = {word.text.strip(".…:,").casefold() for page in pages for word in page.words}
    wide = any(table.is_wide for page in pages for table in page.tables)
    return not wide and "questions" in words_there and not words_there.isdisjoint({"red", "weak"})


def _unseen(pages: Sequence[_Page]) -> Iterator[Doubt]:
    """Tell of pages that are pictures, where others have words."""
    numbers = [page.number for page in pages if page.drawn and not page.words]
    if numbers:
        those = ("this page", "it") if len(numbers) == 1 else ("these pages", "them")
        yield Doubt(_named_pages(numbers), _PICTURES.format(*those))


def _named_pages(numbers: Sequence[int]) -> str:
    """Pages as a person finds them: `page 4`, `pages 4 to 7`, `pages 2, 4 and 6`."""
    first, last = numbers[0], numbers[-1]
    if len(numbers) < 2:
        return f"page {first}"
    if last - first + 1 == len(numbers):
        return f"pages {first} to {last}"
    return f"pages {in_words([str(number) for number in numbers])}"


# What pdfplumber says


def _pages(pages: Sequence[Any]) -> Iterator[_Page]:
    if len(pages) > MOST_PAGES:
        raise CannotImport(_TOO_LONG)
    for number, page in enumerate(pages, 1):
        if len(page.chars) > MOST_LETTERS:
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
        yield _Page(number, words, by_height, drawn, fields)
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
    """A place on a page, near enough."""
    return round(left), round(top)


def _open_ends(edges: Iterable[Any]) -> list[float]:
    """How far down a table ends on a page that runs over it without a rule there, or a part of one."""
    long = [edge for edge in edges if max(edge["width"], edge["height"]) > 2 * _NEAR]
    ruled = [edge for edge in long if edge["orientation"] == "h"]
    upright = [edge for edge in long if edge["orientation"] == "v"]
    ends = {(round(edge[end]), round(edge["x0"] / _NEAR)) for edge in upright for end in ("top", "bottom")}
    columns = Counter(height for height, _ in ends)
    return [
        float(height)
        for height, count in columns.items()
        if count > 2
        and (
            all(abs(height - rule["top"]) > _NEAR for rule in ruled)
            or (_is_end(height, upright) and not _is_ruled(height, upright, ruled))
        )
    ]


def _is_end(height: float, upright: Sequence[Any]) -> bool:
    """Whether the sides of a table's cells stand on one side of a height alone."""
    above = any(edge["top"] < height - _NEAR < edge["bottom"] for edge in upright)
    below = any(edge["top"] < height + _NEAR < edge["bottom"] for edge in upright)
    return above != below


def _is_ruled(height: float, upright: Iterable[Any], ruled: Iterable[Any]) -> bool:
    """Whether rules go all the way along the ends of a table's columns at a height."""
    ends = [
        edge["x0"]
        for edge in upright
        if min(abs(edge["top"] - height), abs(edge["bottom"] - height)) <= _NEAR
    ]
    reached = min(ends)
    for rule in sorted(ruled, key=lambda rule: float(rule["x0"])):
        if abs(rule["top"] - height) <= _NEAR and rule["x0"] <= reached + _NEAR:
            reached = max(reached, rule["x1"])
    return bool(reached + _NEAR >= max(ends))


def _ruled(table: Any, words: Sequence[PrintedWord]) -> _Ruled:
    """A table with the lines of words in each of its cells."""
    here = [word for word in words if _is_in(word, table.bbox)]
    rows = [
        [(box, lines_of(word for word in here if _is_in(word, box))) for box in row.cells if box]
        for row in table.rows
    ]
    return _Ruled(table.bbox, rows)


def _is_in(word: PrintedWord, box: Box) -> bool:
    """Whether the middle of a word is in a box."""
    across, down = (word.left + word.right) / 2, (word.top + word.bottom) / 2
    return box[0] <= across < box[2] and box[1] <= down < box[3]


# What stands where


def _parts(pages: Sequence[_Page]) -> Iterator[SourceParagraph | SourceTable]:
    """The tables and the paragraphs of all pages, from the top."""
    printed = find_print_style([line for page in pages for line in page.all_lines()])
    limits = _limits(pages)
    last: _Ruled | None = None
    for page in pages:
        around = list(_around(page, printed))
        pieces = list[tuple[float, SourceParagraph | SourceTable]](around)
        for place, table in enumerate(page.tables):
            lone = all(top > table.box[1] for top, _ in around)
            runs_on = place == 0 and last is not None and lone and _same_columns(last, table)
            many = f", table {place + 1}" if len(page.tables) > 1 else ""
            rows = tuple(_rows(table, f"page {page.number}{many}", limits, printed))
            pieces.append((table.box[1], SourceTable(rows, runs_on)))
        if page.tables or around:
            last = page.tables[-1] if page.tables else None
        yield from (piece for _, piece in sorted(pieces, key=lambda piece: piece[0]))


def _limits(pages: Sequence[_Page]) -> dict[tuple[int, int], float]:
    """How far to the right lines reach in the cells between the same edges, on all pages."""
    found = dict[tuple[int, int], float]()
    for box, lines in (cell for page in pages for table in page.tables for row in table.rows for cell in row):
        reach = max((line.right for line in lines), default=box[0])
        found[_sides(box)] = max(found.get(_sides(box), 0.0), reach)
    return found


def _sides(box: Box) -> tuple[int, int]:
    return round(box[0]), round(box[2])


def _rows(
    table: _Ruled, where: str, limits: Mapping[tuple[int, int], float], printed: PrintStyle
) -> Iterator[SourceRow]:
    tall = list[tuple[Box, str]]()
    for number, row in enumerate(table.rows, 1):
        top = min(box[1] for box, _ in row) if row else table.box[3]
        tall = [(box, words) for box, words in tall if box[3] > top + _NEAR]
        found = [(box, tidy(text_of(lines, limits[_sides(box)], printed))) for box, lines in row]
        cells = [SourceCell(box[0], box[2], words) for box, words in found]
        cells += [SourceCell(box[0], box[2], "", joined=words) for box, words in tall]
        tall += found
        yield SourceRow(f"{where}, row {number}", tuple(sorted(cells, key=lambda cell: cell.start)))


def _around(page: _Page, printed: PrintStyle) -> Iterator[tuple[float, SourceParagraph]]:
    """The paragraphs of a page outside its tables, each with how far down it stands."""
    lines = page.around()
    limit = max((line.right for line in lines), default=0.0)
    for paragraph in paragraphs_of(lines, limit, printed):
        words = text_of(paragraph, limit, printed)
        yield paragraph[0].top, SourceParagraph(f"page {page.number}", tidy(words))


def _same_columns(before: _Ruled, after: _Ruled) -> bool:
    """Whether a table on top of a page has no other columns than the one that ended the page before."""
    known, edges = before.edges(), after.edges()
    sides = all(abs(one(known) - one(edges)) < _NEAR for one in (min, max))
    return sides and all(any(abs(edge - one) < _NEAR for one in known) for edge in edges)
