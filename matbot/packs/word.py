"""What stands where in a pack that was filled in with Word.

The words are read from the file's XML, as they stand on the page: python-docx leaves out what was added
while changes were tracked.
"""

import re
import struct
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import NamedTuple
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from matbot.packs.found import Entry, Found, NotAPack
from matbot.report.pack import EDITION, MARK, WORDS, YOURS
from matbot.text import shortened

LARGEST_PART = 20 * 2**20
"""The most XML that is read, in bytes: many times what a pack of every element has, filled to the brim."""

_BODY = "word/document.xml"
_GONE = {"del", "moveFrom", "Fallback"}
"""What does not stand on the page: what was struck out or moved away, and second ways to draw the same."""
_WHITE = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_SYMBOLS = {"F0FC": "✓", "F0FE": "☑", "F0FD": "☒", "F050": "✓", "F052": "☑"}
"""The ticks among the signs of the Wingdings fonts."""

_DAMAGED = (
    *(zipfile.BadZipFile, ElementTree.ParseError, zlib.error, struct.error),
    *(NotImplementedError, EOFError, OSError, RuntimeError, ValueError),
)
"""What reading a file raises that is not what it says it is."""

_TRACKED = "This file has tracked changes: it was read as it stands with all of them accepted."
_COMMENTS = "This file has comments in its margin. They were not read: only what stands in the cells is."


def found_in_word(raw: bytes) -> Found:
    """What stands where in the bytes of a .docx file; NotAPack, in words, if it is none."""
    names, root = _opened(raw)
    edition, entries, unread = "", list[Entry](), list[str]()
    number = 0
    for block in _blocks(root):
        if _name(block) == "p":
            edition = edition or _edition_in(_words(block))
            continue
        number += 1
        entries_here, unread_here = _table(number, list(_rows(block)))
        entries += entries_here
        unread += unread_here
    if any(_name(one) in ("ins", "del", "moveFrom") for one in root.iter()):
        unread.append(_TRACKED)
    if "word/comments.xml" in names:
        unread.append(_COMMENTS)
    return Found(edition, tuple(entries), tuple(unread))


def _opened(raw: bytes) -> tuple[set[str], Element]:
    """The names of a file's parts, and its text."""
    try:
        with zipfile.ZipFile(BytesIO(raw)) as parts:
            names = set(parts.namelist())
            xml = _body(parts) if _BODY in names else b""
        if not xml:
            raise NotAPack("It is not a Word file (.docx). Save it as one, and read that.")
        if b"<!DOCTYPE" in xml or b"<!ENTITY" in xml:
            raise NotAPack("It is not a file that Word made. Open it in Word, save it again, and read that.")
        return names, ElementTree.fromstring(xml)
    except _DAMAGED as error:
        raise NotAPack(
            "It is damaged. Open it in Word, which may mend it, save it again, and read that."
        ) from error


def _body(parts: zipfile.ZipFile) -> bytes:
    part = parts.getinfo(_BODY)
    if part.flag_bits & 1:
        raise NotAPack("It is protected with a password. Save it without one, and read that.")
    if part.file_size > LARGEST_PART:
        raise NotAPack("There is far more in it than in any pack. Send the pack alone.")
    return parts.read(part)


class _Row(NamedTuple):
    """A row of a table."""

    texts: tuple[str, ...]
    """What stands in its cells."""
    joined: bool
    """Whether cells of it were made one with each other, or with those of another row."""


def _table(number: int, rows: Sequence[_Row]) -> tuple[list[Entry], list[str]]:
    """What stands where in a table, and what of it cannot be told apart."""
    header = [" ".join(text.split()) for text in rows[0].texts] if rows else []
    if MARK in header or WORDS in header:
        rated = ""
    elif len(header) == 2 and header[1] == YOURS:
        rated = header[0]
    else:
        filled = any(text.strip() for row in rows for text in row.texts)
        lost = f"Table {number}: its first row is not one of a pack's. Nothing of the table was read."
        return [], [lost] if filled else []
    entries, unread = list[Entry](), list[str]()
    for place, row in enumerate(rows[1:], 2):
        where = f"table {number}, row {place}"
        if row.joined or len(row.texts) != len(header):
            unread.append(
                f"{_capital(where)}{_begins(row)}: its cells were joined or parted. It was not read."
            )
        elif rated:
            entries.append(Entry(where, rated, row.texts[0], row.texts[1]))
        else:
            cells = zip(header, row.texts, strict=True)
            entries += [Entry(where, row.texts[0], label, text) for label, text in cells]
    return entries, unread


def _begins(row: _Row) -> str:
    first = shortened(row.texts[0], 30) if row.texts else ""
    return f", “{first}”" if first else ""


def _capital(words: str) -> str:
    return words[0].upper() + words[1:]


def _edition_in(words: str) -> str:
    found = re.fullmatch(rf"{EDITION}\s*:\s*([\w.-]{{1,100}})", words.strip())
    return found[1] if found else ""


# What the XML says


def _blocks(root: Element) -> Iterator[Element]:
    """The paragraphs and tables of a text, from the top; not those that stand in a table."""
    waiting = [root]
    while waiting:
        element = waiting.pop()
        if _name(element) in ("p", "tbl"):
            yield element
        elif _name(element) not in _GONE:
            waiting += reversed(element)


def _rows(table: Element) -> Iterator[_Row]:
    """The rows of a table that were not struck out."""
    for row in _inside(table, "tr"):
        marks = {_name(one) for properties in _children(row, "trPr") for one in properties}
        if "del" not in marks:
            cells = list(_inside(row, "tc"))
            yield _Row(tuple(map(_words, cells)), any(map(_is_joined, cells)))


def _inside(parent: Element, name: str) -> Iterator[Element]:
    """Elements of that name, in whatever wraps them, but not in one another."""
    waiting = list(reversed(parent))
    while waiting:
        element = waiting.pop()
        if _name(element) == name:
            yield element
        elif _name(element) not in _GONE:
            waiting += reversed(element)


def _children(parent: Element, name: str) -> list[Element]:
    return [child for child in parent if _name(child) == name]


def _is_joined(cell: Element) -> bool:
    for mark in (one for properties in _children(cell, "tcPr") for one in properties):
        if _name(mark) in ("vMerge", "hMerge", "cellMerge", "cellDel"):
            return True
        if _name(mark) == "gridSpan" and _value(mark, "val") not in ("", "1"):
            return True
    return False


def _words(element: Element) -> str:
    """The words of a cell or paragraph as they stand on the page, a line a paragraph."""
    said, waiting = list[str](), [element]
    paragraphs = 0
    while waiting:
        one = waiting.pop()
        name = _name(one)
        if name in _GONE:
            continue
        if name == "p":
            said.append("\n" if paragraphs else "")
            paragraphs += 1
        elif name == "t":
            said.append(one.text or "")
        elif name == "sym":
            said.append(_SYMBOLS.get(_value(one, "char").upper(), "\ufffd"))
        elif name == "tabs":  # where the tabs are, not the tabs
            continue
        said.append(_WHITE.get(name, ""))
        waiting += reversed(one)
    return "".join(said)


def _name(element: Element) -> str:
    """The name of an element, whichever of the two dialects of Word's files it is of."""
    return element.tag.rpartition("}")[2]


def _value(element: Element, name: str) -> str:
    return next((value for key, value in element.items() if key.rpartition("}")[2] == name), "")
