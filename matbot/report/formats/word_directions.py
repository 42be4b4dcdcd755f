"""Marks paragraphs in right-to-left scripts in a Word file, because Word does not detect them itself."""

import unicodedata
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

_AFTER_BIDI = (
    *("w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind", "w:contextualSpacing", "w:mirrorIndents"),
    *("w:suppressOverlap", "w:jc", "w:textDirection", "w:textAlignment", "w:textboxTightWrap"),
    *("w:outlineLvl", "w:divId", "w:cnfStyle", "w:rPr", "w:sectPr", "w:pPrChange"),
)
_AFTER_RTL = ("w:cs", "w:em", "w:lang", "w:eastAsianLayout", "w:specVanish", "w:oMath")
"""The elements that follow these marks in Word's schema."""


def mark_directions(document: Any) -> None:
    """Mark each paragraph, and its runs, whose text begins in a right-to-left script."""
    for paragraph in document.element.body.iter(qn("w:p")):
        text = "".join(node.text or "" for node in paragraph.iter(qn("w:t")))
        if not text.isascii() and reads_from_right(text):
            properties = paragraph.get_or_add_pPr()
            properties.insert_element_before(OxmlElement("w:bidi"), *_AFTER_BIDI)
            for run in paragraph.iter(qn("w:r")):
                run.get_or_add_rPr().insert_element_before(OxmlElement("w:rtl"), *_AFTER_RTL)


def reads_from_right(text: str) -> bool:
    """Whether the first letter of a text with a direction belongs to a right-to-left script."""
    directions = map(unicodedata.bidirectional, text)
    return next((found != "L" for found in directions if found in ("L", "R", "AL")), False)
