"""A pack's Word file, laid out to be filled in: across the page, with wide empty cells that grow."""

from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.shared import Mm

from matbot.report.ooxml import saved, shade
from matbot.report.pack import DIFFERS, EVIDENCE, RATIONALE
from matbot.report.palette import NONE, Colour, colours_of
from matbot.rubric import Level

_LONG, _SHORT = Mm(297), Mm(210)

_RATING = (62, 199)
"""How wide the columns of the form for a rating are, in mm."""

_QUESTIONS: Mapping[int, Sequence[int]] = {
    1: (60, 80, 22, 99),
    2: (54, 50, 50, 22, 85),
    3: (46, *[41] * 3, 20, 72),
    4: (42, *[35] * 4, 18, 61),
    5: (38, *[30] * 5, 17, 56),
}
"""Those of the table of questions, which describe so many levels of the scale."""

_WIDTHS = {len(widths): widths for widths in (_RATING, *_QUESTIONS.values())}

_QUESTION_HEIGHT, _WORDS_HEIGHT, _LEVEL_HEIGHT = Mm(26), Mm(16), Mm(8)
"""How high a row is at least."""

_GREY = Colour("head", "#f0f1f2", NONE.text)


def laid_out(drawn: bytes, scale: Sequence[Level]) -> bytes:
    """The bytes of a pack's .docx file, laid out; the words in it stay as they are."""
    document = Document(BytesIO(drawn))
    for section in document.sections:
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = _LONG, _SHORT
    colours = {level.name: colours_of(scale)[level.letters] for level in scale}
    for table in document.tables:
        if len(table.columns) in _WIDTHS:
            _lay_out(table, _WIDTHS[len(table.columns)], colours)
    _begin_elements_on_new_pages(document)
    return saved(document)


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
        if len(widths) == 2:
            _keep_with_next(cells)


def _keep_with_next(cells: Any) -> None:
    """Let a row stand on one page with what follows: a rating is looked at as a whole."""
    for cell in cells:
        for paragraph in cell.paragraphs:
            paragraph.paragraph_format.keep_with_next = True


def _height(label: str, columns: int) -> int:
    if columns > 2:
        return _QUESTION_HEIGHT
    return _WORDS_HEIGHT if label in (RATIONALE, EVIDENCE, DIFFERS) else _LEVEL_HEIGHT


def _begin_elements_on_new_pages(document: Any) -> None:
    """Each element can be handed out by itself; the first begins on a new page already."""
    headings = [one for one in document.paragraphs if one.style.name == "Heading 2"]
    for heading in headings[2:]:
        heading.paragraph_format.page_break_before = True
