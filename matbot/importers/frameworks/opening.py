"""Open a file with a framework: detect its file type, and read its contents."""

from dataclasses import replace
from pathlib import Path

from matbot.importers.findings import CannotImport, Correction, Doubt, Found
from matbot.importers.frameworks.interpretation import interpret_source
from matbot.importers.readers.budget import Budget, fault_in_words
from matbot.importers.readers.files import (
    AS_CSV,
    DamagedLine,
    DecodedText,
    UnreadableSource,
    bytes_of,
    decode_text,
    is_pdf,
    why_old_office,
)
from matbot.importers.readers.pieces import SourceContent
from matbot.text import one_line

LARGEST_TEXT = 2 * 2**20
"""The largest plain text that is read, in bytes."""

_OTHERS: tuple[tuple[bytes, str], ...] = (
    (b"{\\rtf", "It is an RTF file. Save it as a Word file (.docx), and import that."),
    (b"<!doctype html", "It is a web page. Save the framework as a Word file or as plain text."),
    (b"<html", "It is a web page. Save the framework as a Word file or as plain text."),
)
"""How files of other types begin, and what to do about them."""

_NO_TEXT = "It is neither a Word file, nor a PDF, nor plain text. Save the framework as one of these."


def found_in(path: Path, weakest: str = "") -> Found:
    """Return the framework version in a file.

    Args:
        path: The file.
        weakest: The level at the weak end, if the file does not show which it is.

    Raises:
        CannotImport: there is none in it; the message says why.

    """
    budget = Budget()
    try:
        raw = bytes_of(path, "framework")
        return interpret_source(
            _pieces(raw, budget, path.suffix.lower() == ".csv"), path.name, weakest, budget
        )
    except (CannotImport, UnreadableSource) as problem:
        raise CannotImport(f"{one_line(str(path))} cannot be imported. {problem}") from problem
    except Exception as fault:  # no input file may crash the app: the message says what to report
        words = fault_in_words(fault, budget)
        raise CannotImport(f"{one_line(str(path))} cannot be imported. {words}") from fault


def _pieces(raw: bytes, budget: Budget, is_csv: bool) -> SourceContent:
    """Read the tables and paragraphs of a file; only the reader for its type is imported."""
    if raw.startswith(b"PK"):
        from matbot.importers.readers.word import pieces_of_word

        return pieces_of_word(raw, budget)
    if is_pdf(raw):
        from matbot.importers.readers.pdf_process import pieces_of_pdf_apart

        return pieces_of_pdf_apart(raw)
    from matbot.importers.readers.text import pieces_of_text

    decoded = _text(raw)
    pieces = pieces_of_text(decoded.text, budget, is_csv)
    return replace(
        pieces,
        corrections=(*pieces.corrections, *(_correction(one) for one in decoded.damaged if not one.is_cut)),
        doubts=(*pieces.doubts, *(_cut(one) for one in decoded.damaged if one.is_cut)),
    )


def _correction(line: DamagedLine) -> Correction:
    words = f"What is damaged there is read as “{line.read_as}”. Check the words of this line."
    return Correction(f"line {line.number}", words, "The rest of the file is UTF-8, and this is not.")


def _cut(line: DamagedLine) -> Doubt:
    return Doubt(f"line {line.number}", line.how_it_ends)


def _text(raw: bytes) -> DecodedText:
    """The text of a plain text file; CannotImport if it is another type of file."""
    if why := why_old_office(raw, AS_CSV):
        raise CannotImport(why)
    begins = raw[:200].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    for beginning, words in _OTHERS:
        if begins.startswith(beginning):
            raise CannotImport(words)
    if len(raw) > LARGEST_TEXT:
        words = f"It is larger than {LARGEST_TEXT >> 20} MB, and no text of a framework is."
        raise CannotImport(f"{words} Save the framework alone.")
    decoded = decode_text(raw)
    if decoded is None or "\0" in decoded.text:
        raise CannotImport(_NO_TEXT)
    if not decoded.text.strip():
        raise CannotImport("It is empty.")
    return decoded
