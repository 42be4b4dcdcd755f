"""A Word file of any kind, opened: its text, its styles and lists, and what stands beside the text.

Documents, templates and files with macros are read, in the usual dialect and in the strict one. What is
unpacked is bounded while it is unpacked: a small file may hold far more than any machine has room for.
"""

import re
import struct
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from matbot.importers.readers.files import AS_WORD, AS_WORD_TABLES, UnreadableSource
from matbot.importers.readers.word_symbols import with_plain_signs
from matbot.importers.readers.word_xml import name_of

LARGEST_PART = 20 * 2**20
"""The most XML that is read, in bytes: many times what any framework or pack has."""
LARGEST_WHOLE = 100 * 2**20
"""The most that a file may say it unpacks to, in bytes, pictures and all."""
MOST_MARKS = 1_000_000
"""How many elements and attributes are read at most: each takes far more memory than its letters."""
MOST_PARTS = 5_000
"""How many parts a file may have at most."""

_BODY = "word/document.xml"
_RELATIONS = "_rels/.rels"
_BESIDE = (
    ("header", "in the header of the page"),
    ("footer", "in the footer of the page"),
    ("footnotes", "in a footnote"),
    ("endnotes", "in an endnote"),
    ("comments", "in a comment in the margin"),
)
"""What has words beside the text, and where these stand."""

_PICTURES = re.compile(r"word/(media|embeddings|charts|diagrams|ink)/|word/afchunk", re.IGNORECASE)

_DRAWN = {"imagedata", "blip", "textpath", "OLEObject"}
"""What shows a picture, or words that are drawn, wherever these are kept."""
_OTHER_FILES = {"altChunk", "subDoc"}
"""What stands for the text of another file."""

_DAMAGED = (
    *(zipfile.BadZipFile, ElementTree.ParseError, zlib.error, struct.error),
    *(NotImplementedError, EOFError, OSError, RuntimeError, ValueError, LookupError),
)
"""What reading a file raises that is not what it says it is."""

_BROKEN = (
    "It is damaged. Open it in Word, which may mend it, save it again as a Word file (.docx), and read that."
)
_NOT_WORD = "It is not a Word file (.docx). Save it as one, and read that."
_PASSWORD = "It is protected with a password. Save it without one, and read that."
_TOO_MUCH = "There is far more in it than in any framework or pack. Save the pages that are needed alone."
_OF_APPLE = (
    "It is a file of Pages or Numbers. If it is one of Pages, export it as Word (.docx) there, with File, "
    "Export To, Word, and read that. If it is a spreadsheet:"
)
_NOT_OF_WORD = "It is not a file that Word made. Open it in Word, save it again, and read that."


@dataclass(frozen=True)
class WordFile:
    """What is read of a file."""

    body: Element
    styles: Element | None
    numbering: Element | None
    beside: Sequence[tuple[str, Element]]
    """What stands beside the text, and where."""
    has_pictures: bool
    has_other_files: bool = False
    """Whether the words of other files stand in it, which are not in its text."""
    hidden: str = ""
    """The words that are marked as hidden."""


def open_word(raw: bytes, spreadsheets: str) -> WordFile:
    """Unpack a Word file; UnreadableSource, in words, if it is none or holds too much.

    `spreadsheets` says what to do with a spreadsheet, which other programs pack as Word does.
    """
    try:
        if raw.count(b"PK\x01\x02") > MOST_PARTS:
            raise UnreadableSource(_TOO_MUCH)
        with zipfile.ZipFile(BytesIO(raw)) as parts:
            return _read(_Parts(parts), spreadsheets)
    except _DAMAGED as error:
        if isinstance(error, UnreadableSource):
            raise
        raise UnreadableSource(_BROKEN) from error


class _Parts:
    """The parts of a file, unpacked one by one within what may be unpacked altogether."""

    def __init__(self, file: zipfile.ZipFile) -> None:
        self._file = file
        self._infos = {info.filename: info for info in file.infolist()}
        self._bytes, self._marks = LARGEST_PART, MOST_MARKS
        self.names = list(self._infos)

    def check(self) -> None:
        """Refuse a file that says it is locked, or that it holds too much."""
        if any(info.flag_bits & 1 for info in self._infos.values()):
            raise UnreadableSource(_PASSWORD)
        if sum(info.file_size for info in self._infos.values()) > LARGEST_WHOLE:
            raise UnreadableSource(_TOO_MUCH)

    def kind(self) -> str:
        """What LibreOffice says that the file is; empty if it is none of its own."""
        if "mimetype" not in self._infos:
            return ""
        with self._file.open(self._infos["mimetype"]) as part:
            return part.read(100).decode("ascii", "replace").strip().removesuffix("-template")

    def parsed(self, name: str) -> Element:
        """The XML of a part."""
        with self._file.open(self._infos[name]) as part:
            raw = part.read(self._bytes + 1)
        self._bytes -= len(raw)
        self._marks -= raw.count(b"<") + raw.count(b"=")
        if self._bytes < 0 or self._marks < 0:
            raise UnreadableSource(_TOO_MUCH)
        if not raw:
            raise UnreadableSource(_NOT_WORD)
        plain = raw.replace(b"\0", b"")  # in UTF-16, every other byte of these words is none
        if b"<!DOCTYPE" in plain or b"<!ENTITY" in plain:
            raise UnreadableSource(_NOT_OF_WORD)
        return ElementTree.fromstring(raw)


def _read(parts: _Parts, spreadsheets: str) -> WordFile:
    name = _main_part(parts)
    if not name:
        raise UnreadableSource(_what_else(parts.names, parts.kind(), spreadsheets))
    parts.check()
    folder = name.rpartition("/")[0]
    hidden = list[str]()
    body = with_plain_signs(parts.parsed(name), hidden)
    styles, numbering = (
        next((parts.parsed(one) for one in _named(parts, folder, kind)), None)
        for kind in ("styles", "numbering")
    )
    beside = [
        (where, with_plain_signs(parts.parsed(other)))
        for kind, where in _BESIDE
        for other in _named(parts, folder, kind)
    ]
    names = {name_of(one) for one in body.iter()}
    return WordFile(
        body,
        styles,
        numbering,
        beside,
        has_pictures=any(map(_PICTURES.match, parts.names)) or not names.isdisjoint(_DRAWN),
        has_other_files=not names.isdisjoint(_OTHER_FILES),
        hidden=" ".join(" ".join(hidden).split()),
    )


def _named(parts: _Parts, folder: str, kind: str) -> Iterator[str]:
    """The parts of a kind beside the text, such as `word/header2.xml`."""
    path = re.compile(rf"{re.escape(folder)}/?{kind}\d*\.xml", re.IGNORECASE)
    return (name for name in parts.names if path.fullmatch(name))


def _main_part(parts: _Parts) -> str:
    """The part that has the text: the usual one, or the one that the file names; empty if there is none."""
    if _BODY in parts.names or _RELATIONS not in parts.names:
        return _BODY if _BODY in parts.names else ""
    for relation in parts.parsed(_RELATIONS):
        target = relation.get("Target", "").lstrip("/")
        if relation.get("Type", "").endswith("/officeDocument") and target in parts.names:
            return target if target.startswith("word") else ""
    return ""


def _what_else(names: Sequence[str], kind: str, spreadsheets: str) -> str:
    """What to do with a file that other programs pack as Word does."""
    if any(name.startswith("xl/") for name in names) or kind.endswith(".spreadsheet"):
        return f"It is a spreadsheet. {spreadsheets}"
    if any(name.startswith("ppt/") for name in names) or kind.endswith(".presentation"):
        return f"It is a presentation. {AS_WORD_TABLES}"
    if {"content.xml", "mimetype"} & {*names}:
        return f"It is a file of LibreOffice's. {AS_WORD}"
    if any(name.endswith(".iwa") or name == "index.xml" for name in names):
        return f"{_OF_APPLE} {spreadsheets}"
    return _NOT_WORD
