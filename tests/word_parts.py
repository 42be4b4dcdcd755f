"""Builders for the XML of Word files: paragraphs, merged cells, tables and automatically numbered lists."""

import zipfile
from io import BytesIO

_NAMESPACES = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def paragraph(words: str, style: str = "", numbered: tuple[int, int] | None = None) -> str:
    """Build a paragraph; `numbered` is the id of a list and the level in it."""
    marks = f'<w:pStyle w:val="{style}"/>' if style else ""
    if numbered:
        marks += f'<w:numPr><w:ilvl w:val="{numbered[1]}"/><w:numId w:val="{numbered[0]}"/></w:numPr>'
    return f'<w:p><w:pPr>{marks}</w:pPr><w:r><w:t xml:space="preserve">{words}</w:t></w:r></w:p>'


def cell(words: str, columns: int = 1, joined: str = "") -> str:
    """Build a cell.

    Args:
        words: The text, a paragraph per line, or the XML of paragraphs.
        columns: How many columns it spans.
        joined: Whether it begins (`restart`) or continues (`continue`) a vertical merge.

    """
    inner = words if words.startswith("<") else "".join(map(paragraph, words.split("\n")))
    marks = f'<w:gridSpan w:val="{columns}"/>' if columns > 1 else ""
    marks += f'<w:vMerge w:val="{joined}"/>' if joined else ""
    return f"<w:tc><w:tcPr>{marks}</w:tcPr>{inner}</w:tc>"


def row(*cells: str) -> str:
    """Build a row from cells or their texts."""
    return f"<w:tr>{''.join(one if one.startswith('<w:tc') else cell(one) for one in cells)}</w:tr>"


def table(*rows: str) -> str:
    """Build a table from rows."""
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def level(depth: int, form: str, text: str, start: int = 1, marks: str = "") -> str:
    """Build one level of a list.

    Args:
        depth: The level, from 0.
        form: The number format, such as `lowerRoman`.
        text: The template of the label, such as `%1.`.
        start: The first number.
        marks: Further XML for the level.

    """
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{marks}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def lists(*levels: str, others: str = "") -> str:
    """Build the definition of list 1 from its levels; `others` is the XML of further lists based on it."""
    kind = f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>'
    return f'{kind}<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>{others}'


def word_of(body: str, numbering: str = "", styles: str = "") -> bytes:
    """Build a Word file from the XML of its body, and of its lists and styles if any."""
    raw = BytesIO()
    with zipfile.ZipFile(raw, "w") as file:
        file.writestr("word/document.xml", f"<w:document {_NAMESPACES}><w:body>{body}</w:body></w:document>")
        for name, inner in (("numbering", numbering), ("styles", styles)):
            if inner:
                file.writestr(f"word/{name}.xml", f"<w:{name} {_NAMESPACES}>{inner}</w:{name}>")
    return raw.getvalue()
