"""Open a filled-in pack: detect its file type and framework version, and interpret its contents."""

from dataclasses import replace
from pathlib import Path

from matbot.importers.packs.found import ANEW, NotAPack, PackContents
from matbot.importers.packs.interpretation import PackReading, interpret_pack
from matbot.importers.readers.budget import Budget, fault_in_words
from matbot.importers.readers.files import (
    AS_WORD,
    DamagedLine,
    DecodedText,
    UnreadableSource,
    bytes_of,
    decode_text,
    is_pdf,
    why_old_office,
)
from matbot.rubric import Rubric
from matbot.rubric.checker import FaultyRubric
from matbot.rubric.library import UnknownRubric, find
from matbot.text import one_line, shortened

_NO_PACK = "It is not a pack that matbot made: {}. Fill in a pack that `matbot pack` writes, and read that."

_PDF = f"A PDF cannot be read back, nor what is typed into the fields of one. {ANEW}"
_OTHERS: tuple[tuple[bytes, str], ...] = (
    (b"{\\rtf", f"An RTF file cannot be read back. {AS_WORD}"),
    (b"<!doctype html", f"A web page cannot be read back. {ANEW}"),
    (b"<html", f"A web page cannot be read back. {ANEW}"),
)
"""How files of other types begin, and what to do about them."""


def read_pack(
    path: Path, own: Path | None = None, framework: Rubric | None = None
) -> tuple[Rubric, PackReading]:
    """Read a filled-in pack, and find the framework version that it belongs to.

    Args:
        path: The file.
        own: The folder of a workspace's framework versions.
        framework: The framework version of the review; if None, the one the pack names is used.

    Returns:
        The framework version, and what the pack says.

    Raises:
        NotAPack: it cannot be read; the message says why.
        UnknownRubric: its framework version is not available.
        FaultyRubric: its framework version has faults.

    """
    budget = Budget()
    try:
        return _read(bytes_of(path, "pack"), own, framework, budget)
    except (NotAPack, UnreadableSource) as problem:
        raise NotAPack(f"{one_line(str(path))} cannot be read. {problem}") from problem
    except (UnknownRubric, FaultyRubric):
        raise
    except Exception as fault:  # no input file may crash the app: the message says what to report
        words = fault_in_words(fault, budget)
        raise NotAPack(f"{one_line(str(path))} cannot be read. {words}") from fault


def _read(
    raw: bytes, own: Path | None, framework: Rubric | None, budget: Budget
) -> tuple[Rubric, PackReading]:
    if raw.startswith(b"PK"):
        from matbot.importers.packs.word import found_in_word

        found = found_in_word(raw, budget)
        rubric = _framework(found.framework, own, framework)
    else:
        from matbot.importers.packs.text import found_in_lines, framework_in_lines

        decoded = _text(raw)
        rubric = _framework(framework_in_lines(decoded.text), own, framework)
        found = found_in_lines(decoded.text, rubric)
        found = replace(found, notes=(*found.notes, *map(_format_damage, decoded.damaged)))
    return rubric, _interpret(rubric, found)


def _interpret(rubric: Rubric, found: PackContents) -> PackReading:
    reading = interpret_pack(rubric, found)
    if not reading.is_pack:
        raise NotAPack(_NO_PACK.format("it has no questions"))
    if not (reading.drafts or reading.unread):
        raise NotAPack("Nothing in it is filled in.")
    return reading


def _framework(name: str, own: Path | None, framework: Rubric | None) -> Rubric:
    """The framework version with a name; NotAPack if none is named, or not the one of the review."""
    if not name:
        raise NotAPack(_NO_PACK.format("it does not say which framework version it is of"))
    if framework is None:
        return find(name, own)
    if framework.id != name:
        words = f"It is of the framework version {shortened(name, 60)}, and the review is of {framework.id}."
        raise NotAPack(f"{words} Begin a review of its own for it: --trust NAME")
    return framework


def _format_damage(line: DamagedLine) -> str:
    """The message about a line with bytes that are invalid in the file's encoding."""
    if line.is_cut:
        return f"Line {line.number}: {line.how_it_ends}"
    return f"Line {line.number}: a character is damaged, and was read as “{line.read_as}”. Check these words."


def _text(raw: bytes) -> DecodedText:
    """The text of a plain text file; NotAPack if it is another type of file."""
    if why := _PDF if is_pdf(raw) else why_old_office(raw, ANEW):
        raise NotAPack(why)
    begins = raw[:200].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    for beginning, words in _OTHERS:
        if begins.startswith(beginning.lower()):
            raise NotAPack(words)
    decoded = decode_text(raw)
    if decoded is None or "\0" in decoded.text:
        raise NotAPack(_NO_PACK.format("it is neither a Word file nor text"))
    if not decoded.text.strip():
        raise NotAPack("It is empty. Check whether it was saved, and whether it is the right file.")
    return decoded
