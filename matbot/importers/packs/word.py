"""What stands where in a pack that was filled in with Word."""

import re
import struct
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from typing import NamedTuple
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from matbot.importers.packs.found import (
    AS_WORD,
    STRUCK,
    Entry,
    NotAPack,
    PackContents,
    PackRow,
    UnplacedLine,
    unplaced_lines,
)
from matbot.importers.readers import word_xml as xml
from matbot.report.pack import FRAMEWORK_LABEL, MARK, QUESTION, WORDS, YOURS

LARGEST_PART = 20 * 2**20
"""The most XML that is read, in bytes: many times what a pack of every element has, filled to the brim."""

_BODY = "word/document.xml"
_BESIDE = (
    (re.compile(r"word/header\d*\.xml"), "in the header of the page"),
    (re.compile(r"word/footer\d*\.xml"), "in the footer of the page"),
    (re.compile(r"word/footnotes\d*\.xml"), "in a footnote"),
    (re.compile(r"word/endnotes\d*\.xml"), "in an endnote"),
    (re.compile(r"word/comments\d*\.xml"), "in a comment in the margin"),
)
"""What has words beside the text, and where these stand."""

_PICTURES = re.compile(r"word/(media|embeddings|charts|diagrams|ink)/|word/afchunk", re.IGNORECASE)
_HEADERS = {QUESTION, MARK, WORDS}

_DAMAGED = (
    *(zipfile.BadZipFile, ElementTree.ParseError, zlib.error, struct.error),
    *(NotImplementedError, EOFError, OSError, RuntimeError, ValueError),
)
"""What reading a file raises that is not what it says it is."""

_TRACKED = "This file has tracked changes: it was read as it stands with all of them accepted."
_SEEN = "This file has pictures or other things that are no words. Only words were read."
_JOINED = "its cells were joined or parted."
_GONE = f"it {STRUCK}."
_NO_TABLE = "no row above it says what its columns are."


def found_in_word(raw: bytes) -> PackContents:
    """What stands where in the bytes of a .docx file; NotAPack, in words, if it is none."""
    file = _opened(raw)
    reading = _WordReading()
    for block in xml.blocks(file.body):
        if xml.name_of(block) == "tbl":
            reading.table(block)
        else:
            reading.paragraph(block)
    for where, part in file.beside:
        reading.unplaced += _loose_of(part, where)
    notes = [_TRACKED] if xml.has_tracked_changes(file.body) else []
    notes += [_SEEN] if file.has_pictures else []
    return PackContents(
        reading.framework, tuple(reading.entries), tuple(reading.rows), tuple(reading.unplaced), tuple(notes)
    )


def _what_else(names: Sequence[str]) -> str:
    """What to do with a file that other programs pack as Word does."""
    if {"content.xml", "mimetype"} & {*names}:
        return f"It is a file of LibreOffice's. {AS_WORD}"
    if any(name.endswith(".iwa") or name == "index.xml" for name in names):
        return "It is a file of Pages'. Open it in Pages and export it as Word (.docx), and read that."
    return "It is not a Word file (.docx). Save it as one, and read that."


class _File(NamedTuple):
    """What is read of a file."""

    body: Element
    beside: Sequence[tuple[str, Element]]
    """What stands beside the text, and where."""
    has_pictures: bool


def _opened(raw: bytes) -> _File:
    try:
        with zipfile.ZipFile(BytesIO(raw)) as parts:
            names = parts.namelist()
            if _BODY not in names:
                raise NotAPack(_what_else(names))
            beside = [(where, name) for named, where in _BESIDE for name in names if named.fullmatch(name)]
            read = _read(parts, [_BODY, *(name for _, name in beside)])
        body, *others = map(_parsed, read)
        places = (where for where, _ in beside)
        pictures = any(_PICTURES.match(name) for name in names)
        return _File(body, list(zip(places, others, strict=True)), pictures)
    except _DAMAGED as error:
        raise NotAPack(
            "It is damaged. Open it in Word, which may mend it, save it again, and read that."
        ) from error


def _read(parts: zipfile.ZipFile, names: Sequence[str]) -> list[bytes]:
    infos = [parts.getinfo(name) for name in names]
    if any(info.flag_bits & 1 for info in infos):
        raise NotAPack("It is protected with a password. Save it without one, and read that.")
    if sum(info.file_size for info in infos) > LARGEST_PART:
        raise NotAPack("There is far more in it than in any pack. Send the pack alone.")
    return [parts.read(info) for info in infos]


def _parsed(part: bytes) -> Element:
    if not part:
        raise NotAPack("It is not a Word file (.docx). Save it as one, and read that.")
    if b"<!DOCTYPE" in part or b"<!ENTITY" in part:
        raise NotAPack("It is not a file that Word made. Open it in Word, save it again, and read that.")
    return ElementTree.fromstring(part)


@dataclass
class _WordReading:
    """The text of a file, read from the top."""

    framework: str = ""
    entries: list[Entry] = field(default_factory=list)
    rows: list[PackRow] = field(default_factory=list)
    unplaced: list[UnplacedLine] = field(default_factory=list)
    tables: int = 0
    """How many were read so far."""

    def paragraph(self, paragraph: Element) -> None:
        """Read a paragraph that stands in no table."""
        self.framework = self.framework or _framework_in(xml.words_of(paragraph))
        where = f"below table {self.tables}" if self.tables else "above the first table"
        self.unplaced += _loose_of(paragraph, where)

    def table(self, table: Element) -> None:
        """Read a table: what its cells are for is said by the last row above them that names columns."""
        self.tables += 1
        columns: Sequence[str] = ()
        for number, row in enumerate(xml.rows(table), 1):
            where = f"table {self.tables}, row {number}"
            cells = xml.cells(row)
            texts = tuple(map(xml.words_of, cells))
            self.unplaced += _hanging(row, where)
            if xml.is_struck(row):
                self._lose(where, texts, _GONE)
            elif named := _columns(texts):
                columns = named
                self._name_columns(where, named)
            elif not columns:
                self._lose(where, texts, _NO_TABLE)
            elif any(map(xml.is_joined, cells)) or len(texts) != len(columns):
                self._join(where, columns, texts)
            else:
                self._take(where, columns, texts)

    def _name_columns(self, where: str, columns: Sequence[str]) -> None:
        """List what stands in a first row beside the names of a pack's columns."""
        if columns[-1] == YOURS and len(columns) == 2:
            self.entries.append(Entry(where, columns[0], "", ""))
            return
        self.entries += [Entry(where, "", name, "") for name in columns]

    def _take(self, where: str, columns: Sequence[str], texts: Sequence[str]) -> None:
        if _is_of_rating(columns):
            self.entries.append(Entry(where, columns[0], _on_one_line(texts[0]), texts[1]))
            return
        about = texts[columns.index(QUESTION) if QUESTION in columns else 0]
        self.entries += [Entry(where, about, label, text) for label, text in zip(columns, texts, strict=True)]

    def _join(self, where: str, columns: Sequence[str], texts: tuple[str, ...]) -> None:
        first = texts[0] if texts else ""
        if _is_of_rating(columns):
            self.rows.append(PackRow(where, texts, _JOINED, columns[0], _on_one_line(first)))
        else:
            self.rows.append(PackRow(where, texts, _JOINED, first))

    def _lose(self, where: str, texts: tuple[str, ...], why: str) -> None:
        self.rows.append(PackRow(where, texts, why))


def _columns(texts: Sequence[str]) -> list[str]:
    """The names of the columns, if a row is the first of one of a pack's tables."""
    names = list(map(_on_one_line, texts))
    return names if MARK in names or WORDS in names or _is_of_rating(names) else []


def _is_of_rating(columns: Sequence[str]) -> bool:
    return len(columns) == 2 and columns[1] == YOURS


def _on_one_line(text: str) -> str:
    return " ".join(text.split())


def _loose_of(part: Element, where: str) -> Iterator[UnplacedLine]:
    """The words of something that is no place to fill in."""
    yield from unplaced_lines(where, xml.words_of(part))
    yield from _hanging(part, where)


def _hanging(part: Element, where: str) -> Iterator[UnplacedLine]:
    """The words of text boxes, and those that were struck out."""
    for box in xml.boxes(part):
        yield from unplaced_lines(f"in a text box, {where}", xml.words_of(box))
    yield from unplaced_lines(where, xml.struck_words(part), STRUCK)


def _framework_in(words: str) -> str:
    found = re.fullmatch(rf"{FRAMEWORK_LABEL}\s*:\s*([\w.-]{{1,100}})", words.strip())
    return found[1] if found else ""
