"""Lays out the Word file of a pack to be filled in: landscape, with wide empty cells that grow."""

from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.shared import Mm, Pt

from matbot.report.formats.ooxml import save_document, shade
from matbot.report.pack import DIFFERS, EVIDENCE, RATIONALE
from matbot.report.palette import NONE, Colour, colours_of
from matbot.rubric import Level

_LONG, _SHORT, _MARGIN = Mm(297), Mm(210), Mm(12)

_RATING = (62, 211)
"""The column widths of a rating's table, in millimetres."""

_QUESTIONS: Mapping[int, Sequence[int]] = {
    1: (62, 84, 22, 105),
    2: (56, 57, 57, 22, 81),
    3: (48, *[46] * 3, 20, 67),
    4: (42, *[39] * 4, 17, 58),
    5: (38, *[33] * 5, 16, 54),
}
"""The column widths of a table of questions, by the number of levels that it describes."""

_WIDTHS = {len(widths): widths for widths in (_RATING, *_QUESTIONS.values())}

_QUESTION_HEIGHT, _WORDS_HEIGHT, _LEVEL_HEIGHT = Mm(20), Mm(11), Mm(6)
"""The minimum height of a row; it grows as people write."""

_SMALL = Pt(9)
"""The font size of questions and their descriptors."""

_GREY = Colour("head", "#f0f1f2", NONE.text)


def lay_out_pack(drawn: bytes, scale: Sequence[Level]) -> bytes:
    """Return the bytes of a pack's .docx file with its layout applied; its text is unchanged."""
    document = Document(BytesIO(drawn))
    for section in document.sections:
        section.orientation, section.start_type = WD_ORIENT.LANDSCAPE, WD_SECTION.CONTINUOUS
        section.page_width, section.page_height = _LONG, _SHORT
        section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = _MARGIN
    colours = {level.name: colours_of(scale)[level.letters] for level in scale}
    for table in document.tables:
        if len(table.columns) in _WIDTHS:
            _lay_out(table, _WIDTHS[len(table.columns)], colours)
    paragraphs: list[Any] = document.paragraphs
    # Each element can be handed out separately; the first one shares a page with the instructions.
    for heading in [one for one in paragraphs if one.style.name == "Heading 2"][2:]:
        heading.paragraph_format.page_break_before = True
    return save_document(document)


def _lay_out(table: Any, widths: Sequence[int], colours: Mapping[str, Colour]) -> None:
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    for number, row in enumerate(table.rows):
        cells = row.cells
        for cell, width in zip(cells, widths, strict=True):
            cell.width = Mm(width)
            if number == 0:
                shade(cell, _GREY)
        if number:
            label = cells[0].text
            row.height_rule, row.height = WD_ROW_HEIGHT_RULE.AT_LEAST, _height(label, len(cells))
            if label in colours:
                shade(cells[0], colours[label])
        if len(widths) == 2 or number == len(table.rows) - 1:
            # A rating's table is kept on one page, together with the last of its questions.
            for paragraph in (paragraph for cell in cells for paragraph in cell.paragraphs):
                paragraph.paragraph_format.keep_with_next = True
        if number and len(widths) > 2:
            _make_small(cells)


def _make_small(cells: Any) -> None:
    for cell in cells:
        for paragraph in cell.paragraphs:
            paragraph.paragraph_format.space_before = paragraph.paragraph_format.space_after = Pt(1)
            for run in paragraph.runs:
                run.font.size = _SMALL


def _height(label: str, columns: int) -> int:
    if columns > 2:
        return _QUESTION_HEIGHT
    return _WORDS_HEIGHT if label in (RATIONALE, EVIDENCE, DIFFERS) else _LEVEL_HEIGHT
