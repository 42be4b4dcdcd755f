"""Sets a Word file's title and author, and removes what the library's template left in it."""

from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from matbot.report.formats.ooxml import printable
from matbot.report.words import on_one_line

_APPLICATION = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    b"<Application>matbot</Application></Properties>"
)
"""The property that names a program; the library's template names one that did not make the file."""

_LEFTOVERS = (
    RELATIONSHIP_TYPE.THUMBNAIL,
    RELATIONSHIP_TYPE.CUSTOM_XML,
    "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects",
)
"""Parts of the library's template: a thumbnail of an empty page, citation sources, Word 2010 styles."""

_SETTINGS_LEFT_OUT = ("w:proofState", "w:savePreviewPicture", "w:rsids", "w:shapeDefaults")
"""Settings of the computer on which the template was made."""

_TABLE_STYLES = ("TableNormal", "TableGrid")
"""The ids of the table styles that matbot's tables use."""

_LONGEST = 250
"""The most characters of a property; Word itself accepts 255."""

_COMPATIBILITY = "15"
"""The layout of Word 2013 and later: with a lower number, Word opens a file in compatibility mode."""


def set_properties(document: Any, title: str, author: str) -> None:
    """Set the title and the author of a document, and remove what comes with the library's template.

    No dates are set, so that the same content always gives the same file; the text of a document says when it
    was produced.

    Args:
        document: The document, as the library creates it from its template.
        title: Its title; truncated if it is longer than Word accepts.
        author: The trust it belongs to, or an empty string.

    """
    properties = document.core_properties
    for leftover in list(properties._element):
        properties._element.remove(leftover)
    properties.title = printable(on_one_line(title))[:_LONGEST]
    properties.author = printable(on_one_line(author))[:_LONGEST]
    properties.language = "en-GB"
    for relations in (document.part.package.rels, document.part.rels):
        for name in [name for name, relation in relations.items() if relation.reltype in _LEFTOVERS]:
            del relations[name]
        for relation in relations.values():
            if relation.reltype == RELATIONSHIP_TYPE.EXTENDED_PROPERTIES:
                relation.target_part._blob = _APPLICATION
    _set_settings(document.settings.element)
    _keep_used_table_styles(document.styles.element)


def _set_settings(settings: Any) -> None:
    for name in _SETTINGS_LEFT_OUT:
        for leftover in settings.findall(qn(name)):
            settings.remove(leftover)
    for leftover in [one for one in settings if one.tag.endswith("}docId")]:
        settings.remove(leftover)
    for zoom in settings.iter(qn("w:zoom")):
        zoom.set(qn("w:percent"), "100")
    for language in settings.iter(qn("w:themeFontLang")):
        language.set(qn("w:val"), "en-GB")
    for setting in settings.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), _COMPATIBILITY)


def _keep_used_table_styles(styles: Any) -> None:
    """Remove unused table styles: they are nine tenths of the file, and Word has its own."""
    for style in styles.findall(qn("w:style")):
        if style.get(qn("w:type")) == "table" and style.get(qn("w:styleId")) not in _TABLE_STYLES:
            styles.remove(style)


def set_header_cells(table: Any, row: bool, column: bool) -> None:
    """Declare whether the first row and the first column of a table are headers.

    Args:
        table: The table.
        row: Whether the first row has the names of the columns.
        column: Whether the first cell of each row names the row.

    """
    properties = table._tbl.tblPr
    look = properties.find(qn("w:tblLook"))
    if look is None:
        look = OxmlElement("w:tblLook")
        properties.insert_element_before(look, "w:tblCaption", "w:tblDescription", "w:tblPrChange")
    bits = 0x0600 | (0x0020 if row else 0) | (0x0080 if column else 0)
    values = {"val": f"{bits:04X}", "firstRow": int(row), "lastRow": 0, "firstColumn": int(column)}
    for name, value in {**values, "lastColumn": 0, "noHBand": 1, "noVBand": 1}.items():
        look.set(qn(f"w:{name}"), str(value))
