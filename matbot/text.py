"""Clean and format text that people type, so that it is safe to store, display and write to documents."""

import re
import unicodedata
from collections.abc import Sequence

LONGEST = 20_000
"""The maximum length of the text of one answer, in characters."""

LONGEST_NAME = 200
"""The maximum length of the name of a trust or a group, in characters."""

_NEWLINES = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_SURROGATES = re.compile("[\ud800-\udfff]")
_ESCAPE_SEQUENCES = re.compile(
    r"""
      \x1b \[ [0-?]* [ -/]* [@-~]                    # CSI: colours, cursor moves
    | (?: \x1b [\]PX^_] | [\x90\x98\x9d-\x9f] )      # OSC, DCS, SOS, PM, APC: titles, links, the clipboard
      [^\x07\x1b\x9c]* (?: \x07 | \x1b\\ | \x9c )
    | \x9b [0-?]* [ -/]* [@-~]                       # CSI as one C1 character
    | \x1b [ -/]* [0-~]                              # every shorter sequence
    """,
    re.VERBOSE,
)
_BIDI = "\u202a-\u202e\u2066-\u2069"
_UNSEEN = re.compile(f"[\x00-\x08\x0e-\x1f\x7f-\x9f{_BIDI}\ufeff\ufffe\uffff]")
_INVISIBLE = {"Cf", "Co", "Zs"}
_NOT_CHARACTERS = re.compile("[\u2065\ufdd0-\ufdef\ufff0-\ufff8\U000e0000-\U000e0fff]")
"""Code points that are never displayed. Other unassigned ones may be letters in a later version of Python."""
_SPACES = re.compile(r"[^\S\n]+")

_COLUMN = " · "
"""Separates two cells of a pasted table; it has no meaning in Markdown."""

_LISTED = re.compile(r"^(\s*(?:[^\w\s]|o|\(?\w{1,4}[.)]))\t+(?=[^\t]*$)")
"""A list marker and the tab after it, as pasted from word processors; that tab does not separate cells."""

_RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))}
"""Device names that Windows reserves; they are not used as file names on any system."""


def without_half_characters(text: str) -> str:
    """Replace each lone surrogate, which cannot be encoded, with the replacement character."""
    return text if text.isascii() else _SURROGATES.sub("\ufffd", text)


def clean(typed: str, longest: int = LONGEST) -> str:
    """Normalise typed or pasted text: composed letters (NFC), plain newlines, no control characters.

    Tabs and newlines are kept, leading and trailing white space is stripped, and text longer than `longest`
    characters is truncated. An escape sequence is removed whole, so that no part of it remains as text.
    """
    text = _SURROGATES.sub("\ufffd", typed[: 4 * longest])
    text = _NEWLINES.sub("\n", _ESCAPE_SEQUENCES.sub("", text))
    return unicodedata.normalize("NFC", _UNSEEN.sub("", text)).strip()[:longest].rstrip()


def whole(text: str) -> str:
    """Replace each lone surrogate, which cannot be encoded, with the replacement character."""
    return _SURROGATES.sub("\ufffd", text)


def clean_name(typed: str) -> str:
    """Clean a name as `clean` does, on one line of at most `LONGEST_NAME` characters.

    The result is empty if none of its characters would be visible.
    """
    name = one_line(clean(typed))[:LONGEST_NAME].rstrip()
    visible = (
        letter for letter in _NOT_CHARACTERS.sub("", name) if unicodedata.category(letter) not in _INVISIBLE
    )
    return name if any(visible) else ""


def shown(text: str) -> str:
    """Make untrusted text safe for a terminal: control characters and direction marks become symbols."""
    text = _NEWLINES.sub("\n", _SURROGATES.sub("\ufffd", text)).replace("\t", " ")
    return _UNSEEN.sub(lambda found: _symbol(found.group()), text)


def one_line(text: str) -> str:
    """Return text as one line, for lists and titles: safe for a terminal, white space collapsed."""
    return " ".join(shown(text).split())


def shortened(text: str, longest: int) -> str:
    """Return text as one line of at most `longest` characters, with an ellipsis if it is truncated."""
    line = one_line(text)
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"


def lines(text: str) -> list[str]:
    """Split text into lines for a document, without empty lines and with white space collapsed.

    If tabs separate cells, as in a pasted table, each tab becomes a dot, so that the columns stay visible.
    """
    text = _SURROGATES.sub("\ufffd", text)
    rows = _UNSEEN.sub("", _NEWLINES.sub("\n", text)).split("\n")
    if "\t" in text:
        rows = _with_columns(rows)
    return [line for raw in rows if (line := _SPACES.sub(" ", raw).strip())]


def _with_columns(rows: Sequence[str]) -> list[str]:
    """Replace tabs with dots if any line has a tab between words; otherwise tabs are only indentation."""
    rows = [_LISTED.sub(r"\1 ", row).rstrip() for row in rows]
    inner = any("\t" in row.strip() for row in rows)
    return [_COLUMN.join(row.split("\t")) for row in rows] if inner else rows


_NUMBERS = (
    *("none", "one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)


def number_in_words(number: int, none: str = "none") -> str:
    """Return a number up to twelve as a word, and a larger one in figures; `none` is the word for zero."""
    word = _NUMBERS[number] if number < len(_NUMBERS) else str(number)
    return word if number else none


def in_words(words: Sequence[str], last_by: str = "and") -> str:
    """Join words as a list in a sentence: `iii and v`, `i, ii and iv`; `last_by` precedes the last."""
    *first, last = words
    return f"{', '.join(first)} {last_by} {last}" if first else last


def file_stem(name: str, fallback: str = "review") -> str:
    """Return a name as part of a file name that is valid on every system.

    It consists of `a-z`, `0-9` and `-`, at most 60 bytes; accents are removed. If nothing is left, it is
    `fallback`; a name that Windows reserves has `fallback` appended.
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode("ascii").lower()
    stem = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60].strip("-")
    return f"{stem}-{fallback}" if stem in _RESERVED else stem or fallback


def _symbol(character: str) -> str:
    """Return the printable substitute for a character that must not reach a terminal."""
    code = ord(character)
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\u2421"
    return f"<{code:04X}>"
