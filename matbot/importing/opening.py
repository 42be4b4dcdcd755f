"""A file with a framework in it, opened: what kind of file it is, and what stands in it."""

import os
from pathlib import Path

from matbot.importing.found import CannotImport, Found
from matbot.importing.pieces import Pieces
from matbot.importing.understanding import understood
from matbot.text import one_line

LARGEST = 25 * 2**20
"""The largest file that is read, in bytes: the published framework is a hundredth of it."""

LARGEST_TEXT = 2 * 2**20
"""The largest plain text that is read, in bytes."""

_OLD_OFFICE = b"\xd0\xcf\x11\xe0"
"""How a file of an old Word begins, and one of any Word with a password."""

_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")

_OTHERS: tuple[tuple[bytes, str], ...] = (
    (b"{\\rtf", "It is an RTF file. Save it as a Word file (.docx), and import that."),
    (b"<!doctype html", "It is a web page. Save the framework as a Word file or as plain text."),
    (b"<html", "It is a web page. Save the framework as a Word file or as plain text."),
)
"""How other files begin, and what to do about them."""

_NO_TEXT = "It is neither a Word file, nor a PDF, nor plain text. Save the framework as one of these."


def found_in(path: Path) -> Found:
    """The edition in a file; CannotImport, in words, if there is none in it."""
    try:
        return understood(_pieces(_raw(path)), path.name)
    except CannotImport as problem:
        raise CannotImport(f"{one_line(str(path))} cannot be imported. {problem}") from problem


def _pieces(raw: bytes) -> Pieces:
    """What stands where in a file; only what reads a file of its kind is brought in."""
    if raw.startswith(b"PK"):
        from matbot.importing.word_reader import pieces_of_word

        return pieces_of_word(raw)
    if b"%PDF-" in raw[:1024]:
        from matbot.importing.pdf_reader import pieces_of_pdf

        return pieces_of_pdf(raw)
    from matbot.importing.text_reader import pieces_of_text

    return pieces_of_text(_text(raw))


def _raw(path: Path) -> bytes:
    """The bytes of a file, if there are no more of them than there may be."""
    try:
        if not path.is_file():
            raise CannotImport(_what_it_is(path))
        if path.stat().st_size > LARGEST:
            words = f"It is larger than {LARGEST >> 20} MB, which no framework is."
            raise CannotImport(f"{words} Save the pages of the framework alone.")
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except OSError as error:
        words = f"The system says: {error.strerror or error}. Look whether it is yours to read."
        raise CannotImport(words) from error


def _what_it_is(path: Path) -> str:
    if path.is_dir():
        return "It is a folder. Name the file of the framework."
    there = "\0" not in str(path) and os.path.lexists(path)
    return "It is not an ordinary file." if there else "There is no such file. Look how it is called."


def _text(raw: bytes) -> str:
    """The text of a file that is none of the others."""
    if raw.startswith(_OLD_OFFICE):
        if _ENCRYPTED in raw:
            raise CannotImport("It is protected with a password. Save it without one, and import that.")
        raise CannotImport("It is a file of an old Word. Save it as a Word file (.docx), and import that.")
    begins = raw[:200].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    for beginning, words in _OTHERS:
        if begins.startswith(beginning):
            raise CannotImport(words)
    if len(raw) > LARGEST_TEXT:
        words = f"It is larger than {LARGEST_TEXT >> 20} MB, and no text of a framework is."
        raise CannotImport(f"{words} Save the framework alone.")
    text = _decoded(raw)
    if "\0" in text:
        raise CannotImport(_NO_TEXT)
    if not text.strip():
        raise CannotImport("It is empty.")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _decoded(raw: bytes) -> str:
    """Text as UTF-8, or as the older Windows writes it."""
    codecs = ["utf-16"] if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else ["utf-8-sig", "cp1252"]
    for codec in codecs:
        try:
            return raw.decode(codec)
        except UnicodeDecodeError:
            continue
    raise CannotImport(_NO_TEXT)
