"""OOXML features that python-docx has no API for, such as shading, repeated header rows and language."""

import re
from collections.abc import Sequence
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import RGBColor

from matbot.report.formats.word_directions import mark_directions
from matbot.report.palette import Colour

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that no XML file can contain."""


_AFTER_SHADING = (
    *("w:noWrap", "w:tcMar", "w:textDirection", "w:tcFitText", "w:vAlign", "w:hideMark"),
    *("w:fitText", "w:vertAlign", "w:rtl", "w:cs", "w:em", "w:lang", "w:eastAsianLayout", "w:specVanish"),
)
"""The elements that follow the shading in Word's schema, in the properties of cells and of runs."""


def printable(text: str) -> str:
    """Replace the characters that no XML file can contain."""
    return _NOT_XML.sub("\ufffd", text)


def save_document(document: Any) -> bytes:
    """Return the bytes of a document; they depend only on its content, not on the time of saving."""
    mark_directions(document)
    drawn, packed = BytesIO(), BytesIO()
    document.save(drawn)
    with ZipFile(drawn) as parts, ZipFile(packed, "w", ZIP_DEFLATED) as alike:
        for name in parts.namelist():
            alike.writestr(ZipInfo(name), parts.read(name), ZIP_DEFLATED)  # ZipInfo dates it 1 January 1980
    return packed.getvalue()


def speak_english(document: Any) -> None:
    """Set the language of a document to British English."""
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "en-GB")


def describe(table: Any, words: str) -> None:
    """Give a table a description for screen readers."""
    _add(table._tbl.tblPr, "w:tblDescription").set(qn("w:val"), words)


def repeat_at_each_page(row: Any) -> None:
    """Repeat a row at the top of each page of its table."""
    _add(row._tr.get_or_add_trPr(), "w:tblHeader")


def keep_whole(row: Any) -> None:
    """Keep a row on one page."""
    _add(row._tr.get_or_add_trPr(), "w:cantSplit")


def keep_together(rows: Sequence[Any]) -> None:
    """Keep the rows of a table on one page; a caption that is kept with the next paragraph joins them."""
    for row in rows[:-1]:
        for properties in (one.get_or_add_pPr() for one in row._tr.iter(qn("w:p"))):
            properties.get_or_add_keepNext()


def add_footer(section: Any, title: str) -> None:
    """Add a footer with a title and the page number to every page."""
    foot = section.footer.paragraphs[0]
    foot.text = f"{title} · page "
    for kind, code in (("begin", ""), ("", "PAGE"), ("end", "")):
        run = foot.add_run()._r
        field = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            field.set(qn("w:fldCharType"), kind)
        field.text = code or None
        run.append(field)


def set_style(paragraph: Any, style: str) -> None:
    """Set a paragraph's style by its id, because python-docx searches all styles for a name each time."""
    paragraph._p.style = style


def shade(cell: Any, colour: Colour) -> None:
    """Set the background colour of a cell, and a text colour that is legible on it."""
    _set_shading(cell._tc.get_or_add_tcPr(), colour)
    for paragraph in cell.paragraphs:
        for run in paragraph.runs:
            run.font.color.rgb = _text_colour(colour)


def shade_run(run: Any, colour: Colour) -> None:
    """Set some words of a paragraph in bold on a coloured background."""
    run.bold, run.font.color.rgb = True, _text_colour(colour)
    _set_shading(run._r.get_or_add_rPr(), colour)


def _set_shading(properties: Any, colour: Colour) -> None:
    """Replace the shading in the properties of a cell or run; the schema allows one, at a fixed position."""
    for earlier in properties.findall(qn("w:shd")):
        properties.remove(earlier)
    shading = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", colour.fill.removeprefix("#").upper())):
        shading.set(qn(f"w:{name}"), value)
    properties.insert_element_before(shading, *_AFTER_SHADING)


def _text_colour(colour: Colour) -> RGBColor:
    return RGBColor.from_string(colour.text.removeprefix("#").upper())


def _add(parent: Any, name: str) -> Any:
    element = OxmlElement(name)
    parent.append(element)
    return element
