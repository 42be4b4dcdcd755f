"""Reading the bytes of a user's file, with an explanation if that fails, and decoding text."""

import codecs
import os
import re
from dataclasses import dataclass
from pathlib import Path

LARGEST = 25 * 2**20
"""The largest file that is read, in bytes: a hundred times the size of a framework or a pack."""

AS_WORD = "Open it in Word or LibreOffice and save it as Word (.docx), and read that."

AS_CSV = (
    "Save the sheet that has the table as CSV: in Excel with File, Save As, “CSV UTF-8 (Comma delimited)”; "
    "in LibreOffice with File, Save As, “Text CSV”; in Numbers with File, Export To, CSV. Read that file."
)
"""What to do with a spreadsheet if a table is required."""

AS_WORD_TABLES = "Copy its tables into a Word file (.docx), and read that."

_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
"""The first bytes of a file of an old Office program, and of any Office file with a password."""

_OF_OLD_OFFICE = (("Workbook", "spreadsheet"), ("PowerPoint Document", "presentation"))
"""Names in the directory of such a file that show it is not from Word."""

_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
"""The name in the directory of an Office file with a password."""

_BROKEN = re.compile("[\udc80-\udcff]+")
"""Bytes that are not UTF-8, as `surrogateescape` decodes them."""

_BROKEN_END = re.compile("[\udc80-\udcff]{1,3}$")
_MOST_LIKELY_CUT = 2
"""How many trailing bytes of a UTF-8 character are unlikely to be letters of another encoding."""
_PUNCTUATION = re.compile("[\u2010-\u2027\u20ac\u2122]")
"""Quotation marks, dashes and similar characters that take three bytes each in UTF-8."""


_CUT = "The file ends in the middle of a character: it may have been cut short when it was saved or sent."
_PERHAPS_CUT = (
    "The last character of the file is read as “{}”, and may be the half of another one. "
    "Check that nothing is missing at the end."
)


class UnreadableSource(ValueError):
    """A file cannot be read; the message says why, and what to do, in one or two sentences."""


def bytes_of(path: Path, what: str) -> bytes:
    """Return the bytes of a file that should hold a framework or a pack.

    Args:
        path: The file.
        what: `framework` or `pack`, for the message.

    Raises:
        UnreadableSource: there is no such ordinary file, it is too large, or the system cannot read it.

    """
    try:
        if not path.is_file():
            raise UnreadableSource(_explain_no_file(path, what))
        if path.stat().st_size > LARGEST:
            words = f"It is larger than {LARGEST >> 20} MB, which no {what} is."
            raise UnreadableSource(f"{words} Save the pages of the {what} alone.")
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except OSError as error:
        words = f"The system says: {error.strerror or error}. Check whether it is yours to read."
        raise UnreadableSource(words) from error


def is_pdf(raw: bytes) -> bool:
    """Whether a file is a PDF, even if a few bytes precede its signature."""
    return b"%PDF-" in raw[:1024]


def why_old_office(raw: bytes, spreadsheets: str) -> str:
    """Explain why an old Office file, or one with a password, cannot be read; empty for any other file.

    `spreadsheets` is the advice for an Excel file.
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
    """A line with bytes that are not valid in the text's encoding, or that end within a character."""

    number: int
    """Its line number, from 1."""
    read_as: str
    """The characters that the bytes were read as, joined."""
    is_cut: bool = False
    """Whether the file ends, or may end, within a character on this line."""

    @property
    def how_it_ends(self) -> str:
        """The message about a file that ends here; empty if it does not end within a character."""
        if not self.is_cut:
            return ""
        if self.read_as:
            return _PERHAPS_CUT.format(self.read_as)
        return _CUT


@dataclass(frozen=True)
class DecodedText:
    """A decoded text, and the lines whose contents are uncertain."""

    text: str
    """The text, with `\\n` as the line ending."""
    damaged: tuple[DamagedLine, ...] = ()


def decode_text(raw: bytes) -> DecodedText | None:
    """Decode UTF-8, UTF-16 with a byte order mark, or Windows-1252; None if it is none of these.

    A text that is UTF-8 except for a few bytes is read as UTF-8, and those bytes as Windows-1252.
    """
    is_utf_16 = raw[:2] in (b"\xff\xfe", b"\xfe\xff")
    try:
        return DecodedText(_normalise_line_ends(raw.decode("utf-16" if is_utf_16 else "utf-8-sig")))
    except UnicodeDecodeError:
        if is_utf_16:
            return None
    mixed = _normalise_line_ends(raw.decode("utf-8-sig", "surrogateescape"))
    if _is_utf_8_for_the_most_part(mixed):
        return _decode_mixed(mixed)
    if (end := _cut_end(mixed)) and mixed.removesuffix(end).isascii():
        return _decode_end(mixed.removesuffix(end), end)
    try:
        return DecodedText(_normalise_line_ends(raw.decode("cp1252")))
    except UnicodeDecodeError:
        return None


def _normalise_line_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _is_utf_8_for_the_most_part(mixed: str) -> bool:
    """Whether the valid UTF-8 sequences are unlikely to be there by chance.

    In Windows-1252, a UTF-8 quotation mark or dash would be three characters that nobody writes together.
    """
    broken = len(_BROKEN.findall(mixed))
    whole = sum(sign > "\x7f" for sign in mixed) - sum(map(len, _BROKEN.findall(mixed)))
    return bool(_PUNCTUATION.search(mixed)) or (whole > 0 and whole >= broken)


def _decode_mixed(mixed: str) -> DecodedText:
    """Decode invalid bytes as Windows-1252, and leave out a truncated last character."""
    lines, damaged = list[str](), list[DamagedLine]()
    end = _cut_end(mixed)
    whole = mixed.removesuffix(end)
    for number, line in enumerate(whole.split("\n"), 1):
        found = _BROKEN.findall(line)
        if found:
            damaged.append(DamagedLine(number, "".join(map(_decode_windows, found))))
        lines.append(_BROKEN.sub(lambda one: _decode_windows(one[0]), line))
    if end:
        damaged.append(DamagedLine(len(lines), "", is_cut=True))
    return DecodedText("\n".join(lines), tuple(damaged))


def _decode_end(text: str, end: str) -> DecodedText:
    """Decode the last bytes of an otherwise ASCII text.

    They are part of a UTF-8 character, or a letter in Windows-1252. A single byte may be either: it is read
    as the letter, and listed as damaged.
    """
    number = text.count("\n") + 1
    if len(end) >= _MOST_LIKELY_CUT:
        return DecodedText(text, (DamagedLine(number, "", is_cut=True),))
    letter = _decode_windows(end)
    return DecodedText(text + letter, (DamagedLine(number, letter, is_cut=True),))


def _cut_end(mixed: str) -> str:
    """The bytes of the character that the text ends within; empty if the last one is complete."""
    found = _BROKEN_END.search(mixed)
    if not found:
        return ""
    raw = found[0].encode("utf-8", "surrogateescape")
    try:
        return "" if codecs.utf_8_decode(raw, "strict", False)[1] else found[0]
    except UnicodeDecodeError:
        return ""


def _decode_windows(broken: str) -> str:
    """Decode bytes as Windows-1252, with the replacement character for undefined ones."""
    return broken.encode("utf-8", "surrogateescape").decode("cp1252", "replace")


def _explain_no_file(path: Path, what: str) -> str:
    if path.is_dir():
        return f"It is a folder. Name the file of the {what}."
    there = "\0" not in str(path) and os.path.lexists(path)
    return "It is not an ordinary file." if there else "There is no such file. Look how it is called."
