"""How a Word file looks: dark headings that stand out by size, and smaller words in tables."""

from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.shared import Pt, RGBColor

from matbot.report.formats.ooxml import speak_english

IN_TABLES, NAME_OF_COLUMN = "TableText", "TableHeading"
"""The styles of what stands in tables, by their ids."""

_HEADINGS = {1: (20, 0), 2: (15, 18), 3: (12.5, 14), 4: (11, 10)}
"""The size of the headings of each level, and the room above them, in points."""

_INK = RGBColor(0x0B, 0x0C, 0x0C)


def dress(document: Any) -> None:
    """Set the styles of a document, and its language."""
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
