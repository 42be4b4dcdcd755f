"""Word files for tests, written as XML: cells that are joined, lists that number themselves, anything."""

import zipfile
from io import BytesIO

_NAMES = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def paragraph(words: str, style: str = "", numbered: tuple[int, int] | None = None) -> str:
    """A paragraph; `numbered` is the number of a list and how deep in it."""
    marks = f'<w:pStyle w:val="{style}"/>' if style else ""
    if numbered:
        marks += f'<w:numPr><w:ilvl w:val="{numbered[1]}"/><w:numId w:val="{numbered[0]}"/></w:numPr>'
    return f'<w:p><w:pPr>{marks}</w:pPr><w:r><w:t xml:space="preserve">{words}</w:t></w:r></w:p>'


def cell(words: str, columns: int = 1, joined: str = "") -> str:
    """A cell over some columns; `joined` is `restart` or `continue`. Words may be paragraphs already."""
    inner = words if words.startswith("<") else "".join(map(paragraph, words.split("\n")))
    marks = f'<w:gridSpan w:val="{columns}"/>' if columns > 1 else ""
    marks += f'<w:vMerge w:val="{joined}"/>' if joined else ""
    return f"<w:tc><w:tcPr>{marks}</w:tcPr>{inner}</w:tc>"


def row(*cells: str) -> str:
    """A row of cells, or of the words in them."""
    return f"<w:tr>{''.join(one if one.startswith('<w:tc') else cell(one) for one in cells)}</w:tr>"


def table(*rows: str) -> str:
    """A table of rows."""
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def level(depth: int, form: str, text: str, start: int = 1, marks: str = "") -> str:
    """One level of a list."""
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{marks}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def lists(*levels: str, others: str = "") -> str:
    """The definition of list 1 by its levels; `others` are further lists of kind 0."""
    kind = f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>'
    return f'{kind}<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>{others}'


def word_of(body: str, numbering: str = "", styles: str = "") -> bytes:
    """A Word file with this text, and perhaps with lists and styles."""
    raw = BytesIO()
    with zipfile.ZipFile(raw, "w") as file:
        file.writestr("word/document.xml", f"<w:document {_NAMES}><w:body>{body}</w:body></w:document>")
        for name, inner in (("numbering", numbering), ("styles", styles)):
            if inner:
                file.writestr(f"word/{name}.xml", f"<w:{name} {_NAMES}>{inner}</w:{name}>")
    return raw.getvalue()
