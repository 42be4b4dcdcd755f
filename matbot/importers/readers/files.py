"""Files that people hand in: their bytes, or in words why they cannot be had."""

import os
from pathlib import Path

LARGEST = 25 * 2**20
"""The largest file that is read, in bytes: a hundred times what a framework or a pack takes."""

AS_WORD = "Open it in Word or LibreOffice and save it as Word (.docx), and read that."

_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
"""How a file of an old Word begins, and one of any Word with a password."""

_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
"""What a Word file with a password has in its list of contents."""


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


def is_old_office(raw: bytes) -> bool:
    """Whether a file is one of an old Word, or of any Word with a password."""
    return raw.startswith(_OLD_OFFICE)


def has_password(raw: bytes) -> bool:
    """Whether a file of that kind is protected with a password."""
    return _ENCRYPTED in raw


def decoded(raw: bytes) -> str | None:
    """Text as UTF-8, as UTF-16 with its mark, or as the older Windows writes it; None if it is none."""
    codecs = ["utf-16"] if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else ["utf-8-sig", "cp1252"]
    for codec in codecs:
        try:
            return raw.decode(codec)
        except UnicodeDecodeError:
            continue
    return None


def _what_it_is(path: Path, what: str) -> str:
    if path.is_dir():
        return f"It is a folder. Name the file of the {what}."
    there = "\0" not in str(path) and os.path.lexists(path)
    return "It is not an ordinary file." if there else "There is no such file. Look how it is called."
