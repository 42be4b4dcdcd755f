"""Writes a report as a Word file with headings, quotations and real tables, all of them editable."""

from collections.abc import Sequence
from typing import Any, assert_never

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.shared import Mm

from matbot.report.blocks import (
    Block,
    Bullets,
    HeadingBlock,
    HeatMap,
    KeyValues,
    Legend,
    Paragraph,
    Picture,
    Quote,
    Report,
    Run,
    Table,
    write_runs,
)
from matbot.report.formats.ooxml import add_footer, printable, save_document, shade_run
from matbot.report.formats.word_pictures import write_picture
from matbot.report.formats.word_properties import set_properties
from matbot.report.formats.word_styles import dress, make_small
from matbot.report.formats.word_table import draw_table, shares_with_first, write_map, write_table
from matbot.report.palette import find_colour
from matbot.report.sections import begins_page, count_first_page_sections, is_wide, levels_of, sections
from matbot.report.words import on_one_line, shorten_words
from matbot.rubric import Level
from matbot.text import lines

_LONG, _SHORT, _MARGIN = Mm(297), Mm(210), Mm(18)

_RUNNING = 80
"""The most characters of the title in the footer of each page."""

_FIRST = 0.34
"""The first column's share of the width of tables on the first page."""

_FEW = 3
"""Up to this many facts are kept on one page with what follows them."""


def to_word(report: Report) -> bytes:
    """Render the report as the bytes of a .docx file; text appears exactly as typed."""
    writer = _WordWriter(report.title, report.author, foot=not report.form)
    parted = list(sections(report.blocks))
    front = count_first_page_sections(parted)
    for number, blocks in enumerate(parted):
        if front and number == front:
            writer.end_first_page()
        writer.section(blocks, first=number == 0, front=number < front)
    return writer.to_bytes()


def write_word(report: Report) -> bytes:
    """Render the report as the bytes of a .docx file; a form is laid out to be filled in."""
    drawn = to_word(report)
    if not report.form:
        return drawn
    from matbot.report.formats.word_pack import lay_out_pack

    return lay_out_pack(drawn, report.scale)


class _WordWriter:
    """Writes the blocks of one document."""

    def __init__(self, title: str, author: str, foot: bool) -> None:
        self._document = Document()
        set_properties(self._document, title, author)
        dress(self._document)
        self._turn_page(self._document.sections[0], across=False)
        if foot:
            add_footer(self._document.sections[0], printable(shorten_words(title, _RUNNING)))
        self._document.add_heading(printable(on_one_line(title)), level=1)
        self._across = False
        self._breaks = False
        self._front = False
        self._leads_on = False

    def to_bytes(self) -> bytes:
        """Return the bytes of the file."""
        return save_document(self._document)

    def end_first_page(self) -> None:
        """Set everything written up to now in the smaller styles of the separate first page."""
        make_small(self._document)

    def section(self, blocks: Sequence[Block], first: bool, front: bool) -> None:
        """Write the blocks of a section, on landscape pages if it needs them."""
        self._front = front
        across = is_wide(blocks)
        self._breaks = begins_page(blocks) and across == self._across
        if across != self._across:
            self._across = across
            section = self._document.sections[0] if first else self._document.add_section()
            self._turn_page(section, across)
        for before, block, after in zip([None, *blocks], blocks, [*blocks[1:], None], strict=False):
            self._leads_on = _keeps_with_next(before, after)
            self._write(block)

    def _turn_page(self, section: Any, across: bool) -> None:
        section.orientation = WD_ORIENT.LANDSCAPE if across else WD_ORIENT.PORTRAIT
        section.page_width, section.page_height = (_LONG, _SHORT) if across else (_SHORT, _LONG)
        section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = _MARGIN
        self._room = section.page_width - 2 * _MARGIN

    def _write(self, block: Block) -> None:
        match block:
            case Table() if self._front:
                draw_table(self._document, block, self._room, shares_with_first(_FIRST, len(block.columns)))
            case Table():
                write_table(self._document, block, self._room)
            case Picture():
                write_picture(self._document, block, self._room)
                write_table(self._document, block.table, self._room)
            case HeatMap():
                write_map(self._document, block, self._room)
                self._legend(block.scale)
            case Legend():
                self._legend(block.scale)
            case _:
                self._write_words(block)

    def _write_words(self, block: HeadingBlock | Paragraph | Quote | Bullets | KeyValues) -> None:
        match block:
            case HeadingBlock():
                written = self._document.add_heading(printable(on_one_line(block.text)), level=block.level)
                written.paragraph_format.page_break_before = (self._breaks and block.new_page) or None
            case Paragraph():
                self._add_runs(block.runs, leads_on=self._leads_on)
            case Quote():
                for line in lines(block.text):
                    self._document.add_paragraph(printable(line), style="Quote")
            case Bullets():
                for item in block.items:
                    self._document.add_paragraph(printable(on_one_line(item)), style="List Bullet")
            case KeyValues():
                few = len(block.pairs) <= _FEW
                for name, value in block.pairs:
                    self._add_runs((Run(f"{name}:", strong=True), Run(value)), self._leads_on and few)
            case _:
                assert_never(block)

    def _add_runs(self, runs: Sequence[Run], leads_on: bool) -> None:
        """Add a paragraph of runs, separated by spaces; runs without words are left out."""
        paragraph = self._document.add_paragraph()
        paragraph.paragraph_format.keep_with_next = leads_on or None
        written = write_runs(runs, lambda text: printable(on_one_line(text)))
        for number, (words, bold) in enumerate(written):
            paragraph.add_run(f" {words}" if number else words).bold = bold or None

    def _legend(self, scale: Sequence[Level]) -> None:
        """Write the meaning of the letters, each in its colour."""
        paragraph = self._document.add_paragraph()
        for letters, name in levels_of(scale):
            shade_run(paragraph.add_run(printable(f" {letters} ")), find_colour(scale, letters))
            paragraph.add_run(printable(f" {on_one_line(name)}   "))


def _keeps_with_next(before: Block | None, after: Block | None) -> bool:
    """Whether to keep a block on a page with the next one: it introduces it, or it follows a heading."""
    under = isinstance(before, HeadingBlock) and after is not None and not isinstance(after, HeadingBlock)
    return under or isinstance(after, Quote | Table | Picture | HeatMap)
