"""A framework laid out as it is published, for tests to import: as plain text, in Word, and as a PDF.

Nothing of matbot lays it out: Word files are python-docx's, PDFs are drawn line by line with fpdf2.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from itertools import zip_longest
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from fpdf import FPDF

from matbot.importers.findings import Found
from matbot.rubric import Element, Question, Rubric
from matbot.rubric.places import numeral_of

PUBLISHED = Path(__file__).parents[3] / "shared/framework/mat-si-capacity-framework-2019-20.txt"
"""The published text, which is no part of this repository."""

HEADER = (
    "Element",
    "Questions to consider",
    "Red (weak) looks like...",
    "Green (strong) looks like...",
    "Current rating and key evidence",
)
SCALE = "Red (weak capacity) Amber Red Amber Green Green (strong capacity)"

_NUMERAL = re.compile(r"(?:(?<=\s)|^)(?=[ivx]{1,4}\. )")
_WIDTHS = (32.0, 80.0, 70.0, 70.0, 25.0)
_LINE = 3.4
"""The height of a line in a PDF, in millimetres."""

Row = tuple[str, ...]
"""The cells of a row, a line a paragraph; a row of one cell goes over all columns."""


@dataclass(frozen=True)
class Layout:
    """What stands in a document: paragraphs, then tables with a header each, then paragraphs."""

    before: tuple[str, ...]
    tables: tuple[tuple[Row, ...], ...]
    after: tuple[str, ...] = ()

    def mapped(self, change: Callable[[Row], Row]) -> "Layout":
        """The same with every row of full width changed."""
        return replace(
            self,
            tables=tuple(
                tuple(change(row) if len(row) > 1 else row for row in table) for table in self.tables
            ),
        )


def published() -> str:
    """The published text; the test is skipped where it is not here."""
    if not PUBLISHED.is_file():
        pytest.skip("the published text of the framework is not beside this checkout")
    return PUBLISHED.read_text(encoding="utf-8")


def layout_of_text(text: str) -> Layout:
    """The published text as what it shows: its tags are lines, and its items a line each."""
    parts = list[str | tuple[Row, ...]]()
    for block in re.split(r"\n\s*\n", text):
        rows = [line for line in block.split("\n") if "\t" in line]
        parts.append(tuple(map(_row, rows)) if rows else block.strip())
    tables = [part for part in parts if isinstance(part, tuple) and part[0] == HEADER]
    first = parts.index(tables[0])
    before = [part.replace("*", "") for part in parts[:first] if isinstance(part, str) and part]
    return Layout(tuple(before), tuple(tables), ("Capturing the output from your self-assessment",))


def _row(line: str) -> Row:
    cells = tuple(_lines(cell) for cell in line.split("\t"))
    return cells[:1] if not any(cells[1:]) else cells


def _lines(cell: str) -> str:
    text = re.sub(r"<[^<>]+>", "", re.sub(r"</p>|<ul[^<>]*>", "\n", cell))
    return "\n".join(
        line for line in (one.strip() for one in re.split("\n|" + _NUMERAL.pattern, text)) if line
    )


def layout_of_rubric(rubric: Rubric) -> Layout:
    """A framework in the form of the published one: a table an element, its heading above the first."""
    tables = []
    for heading in rubric.headings:
        for element in heading.elements:
            above: list[Row] = [(f"{heading.number}. {heading.name}",)]
            tables.append((HEADER, *(above if element is heading.elements[0] else []), _element(element)))
    return Layout(
        (rubric.title.upper(), rubric.source, "How to use this tool", *rubric.guidance, SCALE), tuple(tables)
    )


def _element(element: Element) -> Row:
    def cell(words: Callable[[Question], str]) -> str:
        return "\n".join(f"{numeral_of(one.id)}. {words(one)}" for one in element.questions)

    first = "\n".join([f"{element.code}. {element.name}", *element.aspects])
    columns = (cell(lambda one: one.text), cell(lambda one: one.red), cell(lambda one: one.green))
    return (first, *columns, "R AR AG G")


# As a file


def as_text(layout: Layout) -> str:
    """In plain text: a row a line, tabs between its cells, tags in them."""
    tables = ["\n".join(map(_tagged, table)) for table in layout.tables]
    return "\n\n".join([*layout.before, *tables, *layout.after]) + "\n"


def _tagged(row: Row) -> str:
    cells = [
        cell if "\n" not in cell else "".join(f"<p>{line}</p> " for line in cell.split("\n")) for cell in row
    ]
    return "\t".join([*cells, *[""] * (len(HEADER) - len(row))])


def as_word(layout: Layout, change: Callable[[Any], None] = lambda document: None) -> bytes:
    """In Word; `change` does what else people do to a document."""
    document = Document()
    for words in layout.before:
        document.add_paragraph(words)
    for rows in layout.tables:
        table = document.add_table(rows=0, cols=max(map(len, rows)))
        table.style = "Table Grid"
        for row in rows:
            _add_row(table, row)
        document.add_paragraph()
    for words in layout.after:
        document.add_paragraph(words)
    change(document)
    return saved(document)


def _add_row(table: Any, row: Row) -> None:
    cells = table.add_row().cells
    if len(row) == 1 < len(cells):
        cells[0].merge(cells[-1])
    for cell, words in zip(cells, row, strict=False):
        first, *rest = words.split("\n")
        cell.paragraphs[0].text = first
        for line in rest:
            cell.add_paragraph(line)


def saved(document: Any) -> bytes:
    """The bytes of a Word file."""
    raw = BytesIO()
    document.save(raw)
    return raw.getvalue()


def as_pdf(layout: Layout, repeat_header: bool = True, **options: Any) -> bytes:
    """As a PDF: ruled tables, wrapped cells, rows that run over the page, a number on each page."""
    return _Drawn(layout, repeat_header, **options).bytes()


class _Drawn:
    """Draws a layout page by page."""

    def __init__(
        self,
        layout: Layout,
        repeat_header: bool,
        one_table: bool = False,
        open_ends: bool = False,
        spaces: bool = False,
        running: str = "",
        widths: Sequence[float] = _WIDTHS,
    ) -> None:
        self.repeat_header = repeat_header
        self.open_ends = open_ends
        """Whether a row that runs over the page has no rule there, as browsers print it."""
        self.spaces = spaces
        """Whether lines end in a space where the words have one."""
        self.running = running
        """What stands at the top of every page."""
        self.widths = widths
        self.pdf = FPDF(orientation="landscape")
        self.pdf.core_fonts_encoding = "cp1252"
        self.pdf.set_auto_page_break(False)
        self._page()
        for words in layout.before:
            self._paragraph(words)
        rows = [row for table in layout.tables for row in table if row != HEADER]
        for table in [(HEADER, *rows)] if one_table else layout.tables:
            self._table(table)
        for words in layout.after:
            self._paragraph(words)

    def bytes(self) -> bytes:
        return bytes(self.pdf.output())

    def _page(self) -> None:
        self.pdf.add_page()
        self.pdf.set_font("helvetica", size=8)
        self.pdf.text(self.pdf.w / 2, self.pdf.h - 6, str(self.pdf.page))
        self.pdf.text(12, 8, self.running and f"{self.running} {self.pdf.page}")
        self.pdf.set_y(12)

    def _room(self) -> int:
        """How many lines there is room for."""
        return int((self.pdf.h - 12 - self.pdf.get_y() - 2) / _LINE)

    def _paragraph(self, words: str) -> None:
        lines = self._wrapped(words, 250)
        if self._room() < len(lines) + 1:
            self._page()
        self._draw([lines], [250.0], boxed=False)
        self.pdf.set_y(self.pdf.get_y() + _LINE)

    def _table(self, table: Sequence[Row]) -> None:
        if self._room() < 12:
            self._page()
        self._row(table[0], table[0])
        for row in table[1:]:
            self._row(row, table[0])
        self.pdf.set_y(self.pdf.get_y() + _LINE)

    def _row(self, row: Row, header: Row) -> None:
        widths = self._widths(len(header)) if len(row) > 1 else [sum(self._widths(len(header)))]
        left = [self._wrapped(words, width) for words, width in zip(row, widths, strict=True)]
        ran_over = False
        while any(left):
            if self._room() < 3:
                self._page()
                if self.repeat_header and row != header:
                    self._row(header, header)
            room = self._room()
            now, left = [lines[:room] for lines in left], [lines[room:] for lines in left]
            self._draw(now, widths, ruled=(not ran_over, not any(left)))
            ran_over = True

    def _widths(self, columns: int) -> list[float]:
        known = len(self.widths)
        return list(self.widths) if columns == known else [sum(self.widths) / columns] * columns

    def _wrapped(self, words: str, width: float) -> list[str]:
        lines = self.pdf.multi_cell(width, _LINE, words, dry_run=True, output="LINES", align="L")
        assert isinstance(lines, list)
        triples = [
            line.encode("latin-1").decode("cp1252") for line in lines
        ]  # as it was before it was measured
        return _with_spaces(triples, words) if self.spaces else triples

    def _draw(
        self,
        cells: Sequence[Sequence[str]],
        widths: Sequence[float],
        boxed: bool = True,
        ruled: tuple[bool, bool] = (True, True),
    ) -> None:
        """Draw cells beside one another, a box round each, with a rule above and below or not."""
        top, height = self.pdf.get_y(), max(map(len, cells)) * _LINE + 2
        across = 10.0
        for lines, width in zip(cells, widths, strict=True):
            if boxed:
                self._box(across, top, width, height, (True, True) if not self.open_ends else ruled)
            for number, line in enumerate(lines):
                self.pdf.text(across + 1, top + _LINE * (number + 1) - 0.6, line)
            across += width
        self.pdf.set_y(top + height)

    def _box(self, left: float, top: float, width: float, height: float, ruled: tuple[bool, bool]) -> None:
        for across in (left, left + width):
            self.pdf.line(across, top, across, top + height)
        for down, drawn in zip((top, top + height), ruled, strict=True):
            if drawn:
                self.pdf.line(left, down, left + width, down)


def _with_spaces(lines: Sequence[str], words: str) -> list[str]:
    """The lines of a text, each with the space after it if there is one."""
    at, spaced = 0, list[str]()
    for line in lines:
        at = words.index(line, at) + len(line)
        spaced.append(line + (" " if words[at : at + 1] == " " else ""))
    return spaced


def pairs(table: Sequence[Row]) -> Iterator[tuple[str, str, str]]:
    """Each question of an element's row with its red and its green descriptor, numerals aside, by place."""
    for row in table:
        if len(row) > 1 and row != HEADER:
            columns = [[re.sub(r"^[ivx]+\. ", "", line) for line in cell.split("\n")] for cell in row[1:4]]
            yield from zip_longest(*columns, fillvalue="")


def question_texts(found: Found) -> list[tuple[str, str, str, str]]:
    """Every question with its id and its two descriptors."""
    return [(one.id, one.text, one.red, one.green) for one in found.rubric.questions.values()]


def whys(found: Found) -> str:
    """Everything that is told of what was mended and left out."""
    return "\n".join(
        [f"{m.what} {m.why}" for m in found.corrections] + [f"{u.words} {u.why}" for u in found.unread]
    )
