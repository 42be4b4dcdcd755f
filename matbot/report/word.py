"""A report as a Word file: headings, quotations and real tables, all of it to be edited."""

from collections.abc import Iterator, Sequence
from typing import Any, assert_never

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.shared import Mm

from matbot.report.blocks import (
    Block,
    Bullets,
    Heading,
    HeatMap,
    KeyValues,
    Legend,
    Paragraph,
    Picture,
    Quote,
    Report,
    Run,
    Table,
)
from matbot.report.ooxml import printable, saved, shade_run
from matbot.report.palette import colour
from matbot.report.sections import as_table, levels_of, sections, wide
from matbot.report.word_styles import dress
from matbot.report.word_table import write_table
from matbot.report.words import on_one_line
from matbot.rubric import Level
from matbot.text import lines

_LONG, _SHORT, _MARGIN = Mm(297), Mm(210), Mm(18)


def to_word(report: Report) -> bytes:
    """The report as the bytes of a .docx file: every text stands as typed."""
    writer = _Writer(report.title)
    for number, blocks in enumerate(sections(report.blocks)):
        writer.section(blocks, first=number == 0)
    return writer.saved()


class _Writer:
    """Writes the blocks of one document."""

    def __init__(self, title: str) -> None:
        self._document = Document()
        self._document.core_properties.title = printable(on_one_line(title))[:250]
        self._document.core_properties.author = ""
        self._document.core_properties.comments = ""
        dress(self._document)
        self._turn(self._document.sections[0], across=False)
        self._document.add_heading(printable(on_one_line(title)), level=1)
        self._across = False
        self._leads_on = False

    def saved(self) -> bytes:
        """The bytes of the file."""
        return saved(self._document)

    def section(self, blocks: Sequence[Block], first: bool) -> None:
        """Write the blocks of a section, on pages of its own if it needs the long side of the paper."""
        across = wide(blocks)
        if across != self._across:
            self._across = across
            section = self._document.sections[0] if first else self._document.add_section()
            self._turn(section, across)
        for block, following in zip(blocks, [*blocks[1:], None], strict=True):
            self._leads_on = isinstance(following, Quote | Table | Picture)
            self._write(block)

    def _turn(self, section: Any, across: bool) -> None:
        section.orientation = WD_ORIENT.LANDSCAPE if across else WD_ORIENT.PORTRAIT
        section.page_width, section.page_height = (_LONG, _SHORT) if across else (_SHORT, _LONG)
        section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = _MARGIN
        self._room = section.page_width - 2 * _MARGIN

    def _write(self, block: Block) -> None:
        match block:
            case Table():
                write_table(self._document, block, self._room)
            case Picture():
                write_table(self._document, block.table, self._room)
            case HeatMap():
                self._legend(block.scale)
                write_table(self._document, as_table(block), self._room)
            case Legend():
                self._legend(block.scale)
            case _:
                self._write_words(block)

    def _write_words(self, block: Heading | Paragraph | Quote | Bullets | KeyValues) -> None:
        match block:
            case Heading():
                self._document.add_heading(printable(on_one_line(block.text)), level=block.level)
            case Paragraph():
                written = self._document.add_paragraph()
                written.paragraph_format.keep_with_next = self._leads_on or None
                _add_runs(written, block.runs)
            case Quote():
                for line in lines(block.text):
                    self._document.add_paragraph(printable(line), style="Quote")
            case Bullets():
                for item in block.items:
                    self._document.add_paragraph(printable(on_one_line(item)), style="List Bullet")
            case KeyValues():
                for name, value in block.pairs:
                    _add_runs(self._document.add_paragraph(), (Run(f"{name}:", strong=True), Run(value)))
            case _:
                assert_never(block)

    def _legend(self, scale: Sequence[Level]) -> None:
        """What the letters stand for, each in its colour."""
        paragraph = self._document.add_paragraph()
        for letters, name in levels_of(scale):
            shade_run(paragraph.add_run(printable(f" {letters} ")), colour(scale, letters))
            paragraph.add_run(printable(f" {on_one_line(name)}   "))


def _add_runs(paragraph: Any, runs: Sequence[Run]) -> None:
    """The runs of a paragraph, a space between them; those without words are left out."""
    written = [(printable(on_one_line(run.text)), run.strong) for run in runs]
    for number, (words, bold) in enumerate(_with_words(written)):
        paragraph.add_run(f" {words}" if number else words).bold = bold or None


def _with_words(written: Sequence[tuple[str, bool]]) -> Iterator[tuple[str, bool]]:
    return ((words, bold) for words, bold in written if words)
