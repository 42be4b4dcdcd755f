"""Open a Word file of any kind: its text, styles and lists, and the parts outside the main text.

Documents, templates and files with macros are read, in transitional and in strict OOXML. Sizes are limited
while unpacking: a small file may expand to more than any machine has memory for.
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
"""The largest unpacked size that a file may declare, in bytes, including pictures."""
MOST_MARKS = 1_000_000
"""The most elements and attributes that are read: each takes far more memory than its characters."""
MOST_PARTS = 5_000
"""The most parts a file may have."""

_BODY = "word/document.xml"
_RELATIONS = "_rels/.rels"
_BESIDE = (
    ("header", "in the header of the page"),
    ("footer", "in the footer of the page"),
    ("footnotes", "in a footnote"),
    ("endnotes", "in an endnote"),
    ("comments", "in a comment in the margin"),
)
"""The parts with words outside the main text, and where those are on the page."""

_PICTURES = re.compile(r"word/(media|embeddings|charts|diagrams|ink)/|word/afchunk", re.IGNORECASE)

_DRAWN = {"imagedata", "blip", "textpath", "OLEObject"}
"""Elements that show a picture or drawn words, wherever the data is stored."""
_OTHER_FILES = {"altChunk", "subDoc"}
"""Elements that include the text of another file."""

_DAMAGED = (
    *(zipfile.BadZipFile, ElementTree.ParseError, zlib.error, struct.error),
    *(NotImplementedError, EOFError, OSError, RuntimeError, ValueError, LookupError),
)
"""The exceptions raised by reading a damaged or mislabelled file."""

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
    """The parts of a Word file that are read."""

    body: Element
    styles: Element | None
    numbering: Element | None
    beside: Sequence[tuple[str, Element]]
    """The parts outside the main text, each with where it is on the page."""
    has_pictures: bool
    has_other_files: bool = False
    """Whether it includes other files, whose words are not in its own text."""
    hidden: str = ""
    """The words formatted as hidden."""


def open_word(raw: bytes, spreadsheets: str) -> WordFile:
    """Unpack a Word file.

    Args:
        raw: The bytes of the file.
        spreadsheets: The advice for a spreadsheet, which is packed in the same way.

    Raises:
        UnreadableSource: it is not a Word file, or it holds too much.

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
    """The parts of a file, unpacked one at a time within a limit for all of them together."""

    def __init__(self, file: zipfile.ZipFile) -> None:
        self._file = file
        self._infos = {info.filename: info for info in file.infolist()}
        self._bytes, self._marks = LARGEST_PART, MOST_MARKS
        self.names = list(self._infos)

    def check(self) -> None:
        """Reject a file that is encrypted, or that declares too large a size."""
        if any(info.flag_bits & 1 for info in self._infos.values()):
            raise UnreadableSource(_PASSWORD)
        if sum(info.file_size for info in self._infos.values()) > LARGEST_WHOLE:
            raise UnreadableSource(_TOO_MUCH)

    def kind(self) -> str:
        """The media type that a LibreOffice file declares; empty for other files."""
        if "mimetype" not in self._infos:
            return ""
        with self._file.open(self._infos["mimetype"]) as part:
            return part.read(100).decode("ascii", "replace").strip().removesuffix("-template")

    def parsed(self, name: str) -> Element:
        """The parsed XML of a part."""
        with self._file.open(self._infos[name]) as part:
            raw = part.read(self._bytes + 1)
        self._bytes -= len(raw)
        self._marks -= raw.count(b"<") + raw.count(b"=")
        if self._bytes < 0 or self._marks < 0:
            raise UnreadableSource(_TOO_MUCH)
        if not raw:
            raise UnreadableSource(_NOT_WORD)
        plain = raw.replace(b"\0", b"")  # in UTF-16, every other byte of these ASCII words is zero
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
    """The parts of a kind in the same folder, such as `word/header2.xml`."""
    path = re.compile(rf"{re.escape(folder)}/?{kind}\d*\.xml", re.IGNORECASE)
    return (name for name in parts.names if path.fullmatch(name))


def _main_part(parts: _Parts) -> str:
    """The part with the main text: the default one, or the one the file names; empty if there is none."""
    if _BODY in parts.names or _RELATIONS not in parts.names:
        return _BODY if _BODY in parts.names else ""
    for relation in parts.parsed(_RELATIONS):
        target = relation.get("Target", "").lstrip("/")
        if relation.get("Type", "").endswith("/officeDocument") and target in parts.names:
            return target if target.startswith("word") else ""
    return ""


def _what_else(names: Sequence[str], kind: str, spreadsheets: str) -> str:
    """What to do with a file of another program that is also a zip archive."""
    if any(name.startswith("xl/") for name in names) or kind.endswith(".spreadsheet"):
        return f"It is a spreadsheet. {spreadsheets}"
    if any(name.startswith("ppt/") for name in names) or kind.endswith(".presentation"):
        return f"It is a presentation. {AS_WORD_TABLES}"
    if {"content.xml", "mimetype"} & {*names}:
        return f"It is a file of LibreOffice's. {AS_WORD}"
    if any(name.endswith(".iwa") or name == "index.xml" for name in names):
        return f"{_OF_APPLE} {spreadsheets}"
    return _NOT_WORD
