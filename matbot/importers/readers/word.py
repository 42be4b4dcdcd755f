"""What stands where in a Word file: the words of its paragraphs and cells, as they stand on the page.

python-docx opens the file; the words are taken from its XML, since python-docx leaves out what was added
while changes were tracked.
"""

import zipfile
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from docx import Document
from docx.oxml.ns import qn

from matbot.importers.findings import CannotImport, Correction
from matbot.importers.readers.pieces import (
    WHOLE_FILE,
    SourceCell,
    SourceContent,
    SourceParagraph,
    SourceRow,
    SourceTable,
    tidy,
)
from matbot.importers.readers.word_lists import Lists
from matbot.importers.readers.word_xml import name_of, outermost

LARGEST_PART = 20 * 2**20
"""The most text that is read, in bytes: many times what any framework has."""
LARGEST_WHOLE = 100 * 2**20
"""The most that is unpacked, in bytes, pictures and all."""

_BODY = "word/document.xml"
_GONE = {"del", "moveFrom", "Fallback", "delText", "instrText", "pPr", "rPr"}
"""What does not stand on the page: what was struck out or moved away, and second ways to draw the same."""
_WHITE = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_TRACKED = ("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel")

_DAMAGED = (
    "It is damaged, or no Word file. Open it in Word, save it again as a Word file (.docx), and import that."
)
_NOT_WORD = "It is not a Word file (.docx). Save it as one, and import that."
_PASSWORD = "It is protected with a password. Save it without one, and import that."
_TOO_MUCH = "There is far more in it than in any framework. Save the framework alone."


def pieces_of_word(raw: bytes) -> SourceContent:
    """The tables of a Word file, and the paragraphs around them; CannotImport if it is none."""
    document = _opened(raw)
    reader = _Reader(Lists(document))
    parts = list(reader.parts(document.element.body))
    return SourceContent(parts, tuple(_corrections(document.element.body, reader.lists)))


def _corrections(body: Any, lists: Lists) -> Iterator[Correction]:
    if any(name_of(one) in _TRACKED for one in body.iter()):
        what = "It was read with all changes accepted: what was added is in, what was struck out is not."
        yield Correction(WHOLE_FILE, what, "It has tracked changes.")
    if lists.numbered:
        what = "The numerals are the places in the lists."
        yield Correction(WHOLE_FILE, what, "They are Word's own numbering, and stand in no text.")


def _opened(raw: bytes) -> Any:
    try:
        _check_size(raw)
        return Document(BytesIO(raw))
    except CannotImport:
        raise
    except Exception as error:  # python-docx and lxml raise anything for a file that is not what it says
        raise CannotImport(_DAMAGED) from error


def _check_size(raw: bytes) -> None:
    """Refuse what is no Word file, and what would be too large, before anything in it is unpacked."""
    with zipfile.ZipFile(BytesIO(raw)) as file:
        parts = file.infolist()
    if all(part.filename != _BODY for part in parts):
        raise CannotImport(_NOT_WORD)
    if any(part.flag_bits & 1 for part in parts):
        raise CannotImport(_PASSWORD)
    texts = [part.file_size for part in parts if part.filename.endswith((".xml", ".rels"))]
    if max(texts) > LARGEST_PART or sum(part.file_size for part in parts) > LARGEST_WHOLE:
        raise CannotImport(_TOO_MUCH)


class _Reader:
    """Goes through the body of a document, counting its tables and paragraphs."""

    def __init__(self, lists: Lists) -> None:
        self.lists = lists
        self.tables = self.paragraphs = 0

    def parts(self, body: Any) -> Iterator[SourceParagraph | SourceTable]:
        """The paragraphs with words, and the tables, from the top."""
        for block in outermost(body, ("p", "tbl"), _GONE):
            if name_of(block) == "tbl" and _is_layout(block):
                for cell in (
                    cell
                    for row in outermost(block, ("tr",), _GONE)
                    for cell in outermost(row, ("tc",), _GONE)
                ):
                    yield from self.parts(cell)
            elif name_of(block) == "tbl":
                self.tables += 1
                yield SourceTable(tuple(self._rows(block)))
            else:
                self.paragraphs += 1
                if words := tidy(_words(block)):
                    yield SourceParagraph(f"paragraph {self.paragraphs}", words)

    def _rows(self, table: Any) -> Iterator[SourceRow]:
        """The rows of a table that were not struck out."""
        number = 0
        for row in outermost(table, ("tr",), _GONE):
            marks = {name_of(one) for one in _properties(row, "trPr")}
            if "del" in marks:
                continue
            number += 1
            yield SourceRow(f"table {self.tables}, row {number}", tuple(self._cells(row)))

    def _cells(self, row: Any) -> Iterator[SourceCell]:
        """The cells of a row by the columns of Word's grid; those joined to the cell above have no words."""
        start = sum(_number(one) for one in _properties(row, "trPr") if name_of(one) == "gridBefore")
        for cell in outermost(row, ("tc",), _GONE):
            marks = {name_of(one): one for one in _properties(cell, "tcPr")}
            width = _number(marks["gridSpan"]) if "gridSpan" in marks else 1
            joined = "vMerge" in marks and marks["vMerge"].get(qn("w:val"), "continue") == "continue"
            yield SourceCell(start, start + width, "" if joined or "cellDel" in marks else self._text(cell))
            start += width

    def _text(self, cell: Any) -> str:
        """The words of a cell, a line a paragraph, with the signs of its lists."""
        counts = Counter[tuple[str, str]]()
        texts = list[str]()
        for paragraph in outermost(cell, ("p",), _GONE):
            words = _words(paragraph)
            sign = self.lists.sign(paragraph, counts) if words.strip() else ""
            texts.append(sign + words + ("" if _mark_is_gone(paragraph) else "\n"))
        return tidy("".join(texts))


# What the XML says


def _is_layout(table: Any) -> bool:
    """Whether a table only puts things beside one another: of two columns at most, with tables in them."""
    rows = [list(outermost(row, ("tc",), _GONE)) for row in outermost(table, ("tr",), _GONE)]
    nested = any(True for row in rows for cell in row for _ in outermost(cell, ("tbl",), _GONE))
    return nested and all(len(row) < 3 for row in rows)


def _words(paragraph: Any) -> str:
    """The words of a paragraph as they stand on the page."""
    texts, waiting = list[str](), list(reversed(paragraph))
    while waiting:
        one = waiting.pop()
        name = name_of(one)
        if name in _GONE:
            continue
        texts.append((one.text or "") if name == "t" else "\ufffd" if name == "sym" else _WHITE.get(name, ""))
        waiting += reversed(one)
    return "".join(texts)


def _mark_is_gone(paragraph: Any) -> bool:
    """Whether the end of a paragraph was struck out, so that the next one goes on with it."""
    return any(
        name_of(one) in ("del", "moveFrom")
        for properties in _properties(paragraph, "pPr")
        if name_of(properties) == "rPr"
        for one in properties
    )


def _properties(element: Any, name: str) -> list[Any]:
    found = element.find(qn(f"w:{name}"))
    return [] if found is None else list(found)


def _number(mark: Any) -> int:
    """A count that the file gives; 1 where it gives none that can be."""
    value = mark.get(qn("w:val"), "")
    return max(1, min(int(value), 100)) if value.isascii() and value.isdigit() else 1
