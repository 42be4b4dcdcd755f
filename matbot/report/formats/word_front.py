"""The first page of a Word file that stands alone: it says much on one sheet, in smaller words."""

from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from matbot.report.formats.word_styles import IN_TABLES, NAME_OF_COLUMN

_SMALL = {
    "Normal": ("First page", 9, 2),
    "List Bullet": ("First page list", 9, 1),
    IN_TABLES: ("First page cell", 8.5, 0.5),
    NAME_OF_COLUMN: ("First page column", 8.5, 0.5),
}
"""For each style its smaller one: its name, its size and the room below it, in points."""

_HEADINGS = {"Heading 1": (14, 0), "Heading 2": (11.5, 5)}
"""The size of headings on the first page, and the room above them, in points."""


_FIRST = 0.34
"""The share of a table's width that its first column has."""


def first_named(columns: int) -> list[float]:
    """The shares of the columns of a table, the first of which says what each row is about."""
    return [_FIRST, *([(1 - _FIRST) / (columns - 1)] * (columns - 1))]


def make_small(document: Any) -> None:
    """Set all that stands in a document so far in the smaller styles, which it gets for that."""
    small = {name: _style(document.styles, name, *how) for name, how in _SMALL.items()}
    for paragraph in _paragraphs(document):
        name = paragraph.style.name
        if name in _HEADINGS:
            _shrink(paragraph, *_HEADINGS[name])
        elif name in small:
            paragraph._p.style = small[name]


def _paragraphs(document: Any) -> list[Any]:
    """All paragraphs, those in tables too; a cell of several columns comes once."""
    return [Paragraph(one, document._body) for one in document.element.body.iter(qn("w:p"))]


def _style(styles: Any, like: str, name: str, size: float, below: float) -> str:
    style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style, style.font.size = styles[like], Pt(size)
    style.paragraph_format.space_after = Pt(below)
    style.paragraph_format.line_spacing = 1.0
    if like in (IN_TABLES, NAME_OF_COLUMN):
        style.paragraph_format.space_before = Pt(below)
    return str(style.style_id)


def _shrink(heading: Any, size: float, above: float) -> None:
    heading.paragraph_format.space_before, heading.paragraph_format.space_after = Pt(above), Pt(2)
    for run in heading.runs:
        run.font.size = Pt(size)
