"""Read a PDF: its ruled tables cell by cell, and the words around them.

pdfplumber, an optional dependency, finds the words and the ruled lines of a page.
"""

import logging
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO

from matbot.importers.findings import CannotImport, Doubt, Unread
from matbot.importers.readers.pdf_forms import XFA, form_in
from matbot.importers.readers.pdf_lines import (
    Line,
    PrintStyle,
    find_print_style,
    paragraphs_of,
    text_of,
)
from matbot.importers.readers.pdf_pages import NEAR, Box, PdfPage, RuledTable, read_pages
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

NEEDED = "pdfplumber>=0.11,<1"
"""The package that finds the words and tables of a PDF."""

INSTALL = "Reading a PDF needs one thing more. Install it, and import again: {}"
_PASSWORD = "It is protected with a password. Save it without one, and import that."
_DAMAGED = "It is damaged. Open it, print it to a new PDF, and import that."
_SCANNED = (
    "There is no text in it: its pages are pictures, as from a scanner. Run text recognition over it first."
)
_NO_RULES = (
    "No table in it has ruled lines between its columns, so they cannot be told apart. "
    "Save it as a Word file (.docx), and import that."
)
_ON_MANY_PAGES = "It is at the top or the foot of these pages, and is no part of the framework."
_PICTURES = (
    "There is no text on {}, as if from a scanner: nothing on {} was read. "
    "Run text recognition over the file, and import it again."
)


def pieces_of_pdf(raw: bytes) -> SourceContent:
    """Return the ruled tables of a PDF and the paragraphs around them.

    Raises:
        CannotImport: pdfplumber is not installed, the file is damaged or locked, or it has no text.
        MemoryError: reading needs more memory than is available.

    """
    try:
        import pdfplumber
    except ImportError as error:
        raise CannotImport(INSTALL.format(how_to_install(NEEDED))) from error
    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)  # it logs warnings to the terminal
    try:
        with pdfplumber.open(BytesIO(raw)) as pdf:
            pages, form = list(read_pages(pdf)), form_in(pdf.doc.catalog)
    except CannotImport:
        raise
    except Exception as error:  # pdfminer raises any exception for a file that is not a valid PDF
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
    unread = (*_report_running_lines(running), *fields, *form.unseen(fields))
    pages = [page.without(lines) for page, lines in zip(pages, running, strict=True)]
    no_table = _NO_RULES if _has_bare_table(pages) else XFA if form.is_xfa else ""
    return SourceContent(
        list(_parts(pages)), unread=unread, doubts=tuple(_find_picture_pages(pages)), no_table=no_table
    )


def _is_out_of_memory(error: BaseException | None) -> bool:
    """Whether reading failed for lack of memory, even if the MemoryError was wrapped or replaced."""
    # C extensions sometimes lose the MemoryError, and Python then raises a SystemError.
    while error is not None and not isinstance(error, MemoryError | SystemError):
        error = error.__cause__ or error.__context__
    return error is not None


def _report_running_lines(found: Sequence[set[Line]]) -> Iterator[Unread]:
    """Report the lines at the top or foot of many pages, once each."""
    for words, numbers in repeated_lines(found).items():
        yield Unread(_named_pages(numbers), tidy(words), _ON_MANY_PAGES)


def _has_bare_table(pages: Sequence[PdfPage]) -> bool:
    """Whether the words of a framework's table appear, but no table with as many columns."""
    words_there = {word.text.strip(".…:,").casefold() for page in pages for word in page.words}
    wide = any(table.is_wide for page in pages for table in page.tables)
    return not wide and "questions" in words_there and not words_there.isdisjoint({"red", "weak"})


def _find_picture_pages(pages: Sequence[PdfPage]) -> Iterator[Doubt]:
    """Report pages that are pictures, if other pages have words."""
    numbers = [page.number for page in pages if page.drawn and not page.words]
    if numbers:
        those = ("this page", "it") if len(numbers) == 1 else ("these pages", "them")
        yield Doubt(_named_pages(numbers), _PICTURES.format(*those))


def _named_pages(numbers: Sequence[int]) -> str:
    """Page numbers as a reader would write them: `page 4`, `pages 4 to 7`, `pages 2, 4 and 6`."""
    first, last = numbers[0], numbers[-1]
    if len(numbers) < 2:
        return f"page {first}"
    if last - first + 1 == len(numbers):
        return f"pages {first} to {last}"
    return f"pages {in_words([str(number) for number in numbers])}"


# Tables and paragraphs


def _parts(pages: Sequence[PdfPage]) -> Iterator[SourceParagraph | SourceTable]:
    """The tables and paragraphs of all pages, from the top."""
    printed = find_print_style([line for page in pages for line in page.all_lines()])
    limits = _limits(pages)
    last: RuledTable | None = None
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


def _limits(pages: Sequence[PdfPage]) -> dict[tuple[int, int], float]:
    """How far right lines reach in cells with the same left and right edges, across all pages."""
    found = dict[tuple[int, int], float]()
    for box, lines in (cell for page in pages for table in page.tables for row in table.rows for cell in row):
        reach = max((line.right for line in lines), default=box[0])
        found[_sides(box)] = max(found.get(_sides(box), 0.0), reach)
    return found


def _sides(box: Box) -> tuple[int, int]:
    return round(box[0]), round(box[2])


def _rows(
    table: RuledTable, where: str, limits: Mapping[tuple[int, int], float], printed: PrintStyle
) -> Iterator[SourceRow]:
    tall = list[tuple[Box, str]]()
    for number, row in enumerate(table.rows, 1):
        top = min(box[1] for box, _ in row) if row else table.box[3]
        tall = [(box, words) for box, words in tall if box[3] > top + NEAR]
        found = [(box, tidy(text_of(lines, limits[_sides(box)], printed))) for box, lines in row]
        cells = [SourceCell(box[0], box[2], words) for box, words in found]
        cells += [SourceCell(box[0], box[2], "", joined=words) for box, words in tall]
        tall += found
        yield SourceRow(f"{where}, row {number}", tuple(sorted(cells, key=lambda cell: cell.start)))


def _around(page: PdfPage, printed: PrintStyle) -> Iterator[tuple[float, SourceParagraph]]:
    """The paragraphs of a page outside its tables, each with its distance from the top of the page."""
    lines = page.around()
    limit = max((line.right for line in lines), default=0.0)
    for paragraph in paragraphs_of(lines, limit, printed):
        words = text_of(paragraph, limit, printed)
        yield paragraph[0].top, SourceParagraph(f"page {page.number}", tidy(words))


def _same_columns(before: RuledTable, after: RuledTable) -> bool:
    """Whether a table at the top of a page has the same columns as the last table of the page before."""
    known, edges = before.edges(), after.edges()
    sides = all(abs(one(known) - one(edges)) < NEAR for one in (min, max))
    return sides and all(any(abs(edge - one) < NEAR for one in known) for edge in edges)
