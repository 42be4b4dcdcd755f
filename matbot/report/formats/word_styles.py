"""The styles of a Word file: dark headings that stand out by size, smaller text in tables and on page one."""

from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor
from docx.text.paragraph import Paragraph

from matbot.report.formats.ooxml import speak_english

IN_TABLES, NAME_OF_COLUMN = "TableText", "TableHeading"
"""The ids of the styles of text in tables."""

_HEADINGS = {1: (20, 0), 2: (15, 18), 3: (12.5, 14), 4: (11, 10)}
"""The font size of headings by level, and the space above them, in points."""

_SMALL = {
    "Normal": ("First page", 9, 2),
    "List Bullet": ("First page list", 9, 1),
    IN_TABLES: ("First page cell", 8.5, 0.5),
    NAME_OF_COLUMN: ("First page column", 8.5, 0.5),
}
"""For each style the smaller one for the first page: its name, font size and space below, in points."""

_SMALL_HEADINGS = {"Heading 1": (14, 0), "Heading 2": (11.5, 5)}
"""The font size of headings on the first page, and the space above them, in points."""

_INK = RGBColor(0x0B, 0x0C, 0x0C)


def dress(document: Any) -> None:
    """Set the styles and the language of a document."""
    speak_english(document)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Calibri", Pt(11)
    normal.paragraph_format.space_after = Pt(6)
    for level, (size, above) in _HEADINGS.items():
        style = document.styles[f"Heading {level}"]
        style.font.size, style.font.color.rgb, style.font.italic = Pt(size), _INK, False
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(above), Pt(4)
    _in_tables(document.styles, IN_TABLES)
    _in_tables(document.styles, NAME_OF_COLUMN).paragraph_format.keep_with_next = True


def _in_tables(styles: Any, name: str) -> Any:
    style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style, style.font.size = styles["Normal"], Pt(10)
    style.paragraph_format.space_before = style.paragraph_format.space_after = Pt(2)
    return style


def make_small(document: Any) -> None:
    """Set all existing content of a document in smaller styles, which are added to it for this."""
    small = {name: _style(document.styles, name, *how) for name, how in _SMALL.items()}
    # All paragraphs, including those in tables; a merged cell is visited once.
    for found in document.element.body.iter(qn("w:p")):
        paragraph: Any = Paragraph(found, document._body)
        name = paragraph.style.name
        if name in _SMALL_HEADINGS:
            size, above = (Pt(points) for points in _SMALL_HEADINGS[name])
            paragraph.paragraph_format.space_before, paragraph.paragraph_format.space_after = above, Pt(2)
            for run in paragraph.runs:
                run.font.size = size
        elif name in small:
            paragraph._p.style = small[name]


def _style(styles: Any, like: str, name: str, size: float, below: float) -> str:
    style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style, style.font.size = styles[like], Pt(size)
    style.paragraph_format.space_after = Pt(below)
    style.paragraph_format.line_spacing = 1.0
    if like in (IN_TABLES, NAME_OF_COLUMN):
        style.paragraph_format.space_before = Pt(below)
    return str(style.style_id)
