"""Files that people hand in: their bytes, or in words why they cannot be had."""

import codecs
import os
import re
from dataclasses import dataclass
from pathlib import Path

LARGEST = 25 * 2**20
"""The largest file that is read, in bytes: a hundred times what a framework or a pack takes."""

AS_WORD = "Open it in Word or LibreOffice and save it as Word (.docx), and read that."

AS_CSV = (
    "Save the sheet that has the table as CSV: in Excel with File, Save As, “CSV UTF-8 (Comma delimited)”; "
    "in LibreOffice with File, Save As, “Text CSV”; in Numbers with File, Export To, CSV. Read that file."
)
"""What to do with a spreadsheet, where a table is wanted."""

AS_WORD_TABLES = "Copy its tables into a Word file (.docx), and read that."

_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
"""How a file of an old Word begins, and one of any Word with a password."""

_OF_OLD_OFFICE = (("Workbook", "spreadsheet"), ("PowerPoint Document", "presentation"))
"""What such files have in their lists of contents that are none of Word's."""

_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
"""What a Word file with a password has in its list of contents."""

_BROKEN = re.compile("[\udc80-\udcff]+")
"""Bytes that are no UTF-8, as Python's `surrogateescape` has them."""

_BROKEN_END = re.compile("[\udc80-\udcff]{1,3}$")
_MOST_LIKELY_CUT = 2
"""From how many bytes on, at the end of a text, a part of a UTF-8 character is no letters by chance."""
_PUNCTUATION = re.compile("[\u2010-\u2027\u20ac\u2122]")
"""Quotation marks, dashes and the like, which take three bytes each."""


_CUT = "The file ends in the middle of a character: it may have been cut short when it was saved or sent."
_PERHAPS_CUT = (
    "The last character of the file is read as “{}”, and may be the half of another one. "
    "Check that nothing is missing at the end."
)


class UnreadableSource(ValueError):
    """A file that cannot be had; the message says in a sentence or two why, and what to do."""


def bytes_of(path: Path, what: str) -> bytes:
    """The bytes of a file in which a `framework` or a `pack` is looked for; CannotOpen, in words."""
    try:
        if not path.is_file():
            raise UnreadableSource(_what_it_is(path, what))
        if path.stat().st_size > LARGEST:
            words = f"It is larger than {LARGEST >> 20} MB, which no {what} is."
            raise UnreadableSource(f"{words} Save the pages of the {what} alone.")
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except OSError as error:
        words = f"The system says: {error.strerror or error}. Check whether it is yours to read."
        raise UnreadableSource(words) from error


def is_pdf(raw: bytes) -> bool:
    """Whether a file is a PDF, whatever stands before it."""
    return b"%PDF-" in raw[:1024]


def why_old_office(raw: bytes, spreadsheets: str) -> str:
    """Why a file of an old Office, or any with a password, cannot be read; empty if it is none of these.

    `spreadsheets` says what to do with one of Excel.
    """
    if not raw.startswith(_OLD_OFFICE):
        return ""
    if _ENCRYPTED in raw:
        return "It is protected with a password. Save it without one, and read that."
    kind = next((kind for name, kind in _OF_OLD_OFFICE if name.encode("utf-16-le") in raw), "")
    if kind == "spreadsheet":
        return f"It is a spreadsheet of an old Excel. {spreadsheets}"
    if kind:
        return f"It is a presentation of an old PowerPoint. {AS_WORD_TABLES}"
    return f"It is a file of an old Word. {AS_WORD}"


@dataclass(frozen=True)
class DamagedLine:
    """A line of a text in which characters are not of the text's encoding, or are cut."""

    number: int
    """Which line it is, from 1."""
    read_as: str
    """What the bytes were read as, one after another."""
    is_cut: bool = False
    """Whether the file ends there within a character, or may do so."""

    @property
    def how_it_ends(self) -> str:
        """What to say of a file that ends there; empty where it does not end within a character."""
        if not self.is_cut:
            return ""
        if self.read_as:
            return _PERHAPS_CUT.format(self.read_as)
        return _CUT


@dataclass(frozen=True)
class DecodedText:
    """A text, with the lines of which it is not sure what they say."""

    text: str
    """With `\\n` at the end of each line."""
    damaged: tuple[DamagedLine, ...] = ()


def decode_text(raw: bytes) -> DecodedText | None:
    """Text as UTF-8, as UTF-16 with its mark, or as the older Windows writes it; None if it is none.

    A text that is UTF-8 but for a few bytes is read as that, and those bytes as the older Windows has them.
    """
    is_utf_16 = raw[:2] in (b"\xff\xfe", b"\xfe\xff")
    try:
        return DecodedText(_with_plain_ends(raw.decode("utf-16" if is_utf_16 else "utf-8-sig")))
    except UnicodeDecodeError:
        if is_utf_16:
            return None
    mixed = _with_plain_ends(raw.decode("utf-8-sig", "surrogateescape"))
    if _is_utf_8_for_the_most_part(mixed):
        return _with_bytes_read(mixed)
    if (end := _cut_end(mixed)) and mixed.removesuffix(end).isascii():
        return _with_end_read(mixed.removesuffix(end), end)
    try:
        return DecodedText(_with_plain_ends(raw.decode("cp1252")))
    except UnicodeDecodeError:
        return None


def _with_plain_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _is_utf_8_for_the_most_part(mixed: str) -> bool:
    """Whether what could be read as UTF-8 is hardly there by chance.

    The older Windows has a quotation mark or a dash of UTF-8 as three letters and signs that nobody writes.
    """
    broken = len(_BROKEN.findall(mixed))
    whole = sum(sign > "\x7f" for sign in mixed) - sum(map(len, _BROKEN.findall(mixed)))
    return bool(_PUNCTUATION.search(mixed)) or (whole > 0 and whole >= broken)


def _with_bytes_read(mixed: str) -> DecodedText:
    """A text with what its broken bytes are in the older Windows; a cut last character is left out."""
    lines, damaged = list[str](), list[DamagedLine]()
    end = _cut_end(mixed)
    whole = mixed.removesuffix(end)
    for number, line in enumerate(whole.split("\n"), 1):
        found = _BROKEN.findall(line)
        if found:
            damaged.append(DamagedLine(number, "".join(map(_in_old_windows, found))))
        lines.append(_BROKEN.sub(lambda one: _in_old_windows(one[0]), line))
    if end:
        damaged.append(DamagedLine(len(lines), "", is_cut=True))
    return DecodedText("\n".join(lines), tuple(damaged))


def _with_end_read(text: str, end: str) -> DecodedText:
    """A text of plain letters that ends in bytes of one UTF-8 character, or in a letter of the older Windows.

    A single byte may be either: it is read as the letter, and listed.
    """
    number = text.count("\n") + 1
    if len(end) >= _MOST_LIKELY_CUT:
        return DecodedText(text, (DamagedLine(number, "", is_cut=True),))
    letter = _in_old_windows(end)
    return DecodedText(text + letter, (DamagedLine(number, letter, is_cut=True),))


def _cut_end(mixed: str) -> str:
    """The bytes of a character that the text ends within; empty if its last is whole."""
    found = _BROKEN_END.search(mixed)
    if not found:
        return ""
    raw = found[0].encode("utf-8", "surrogateescape")
    try:
        return "" if codecs.utf_8_decode(raw, "strict", False)[1] else found[0]
    except UnicodeDecodeError:
        return ""


def _in_old_windows(broken: str) -> str:
    """What bytes are there: letters and signs, or the sign for a character that is lost."""
    return broken.encode("utf-8", "surrogateescape").decode("cp1252", "replace")


def _what_it_is(path: Path, what: str) -> str:
    if path.is_dir():
        return f"It is a folder. Name the file of the {what}."
    there = "\0" not in str(path) and os.path.lexists(path)
    return "It is not an ordinary file." if there else "There is no such file. Look how it is called."
