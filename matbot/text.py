"""What people type, made safe to keep, to show and to write."""

import re
import unicodedata
from collections.abc import Sequence

LONGEST = 20_000
"""The longest text kept of one answer, in characters."""

LONGEST_NAME = 200
"""The longest name of a trust or a group, in characters."""

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
"""Code points that no version of Unicode shows; which others are letters grows with it, and with Python."""
_SPACES = re.compile(r"[^\S\n]+")

_COLUMN = " · "
"""What stands between two cells of a pasted table: no reader of Markdown takes it for anything else."""

_LISTED = re.compile(r"^(\s*(?:[^\w\s]|o|\(?\w{1,4}[.)]))\t+(?=[^\t]*$)")
"""The sign of a list with the tab behind it, as word processors paste it: no cell of a table."""

_RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))}
"""Names that Windows keeps for devices; they make no file anywhere."""


def without_half_characters(text: str) -> str:
    """Text with the replacement character for each half of a character, which no encoding can hold."""
    return text if text.isascii() else _SURROGATES.sub("\ufffd", text)


def clean(typed: str, longest: int = LONGEST) -> str:
    """What is kept of something typed or pasted: composed letters, plain newlines, no control characters.

    Tabs and newlines stay, white space at either end goes, and what is longer than `longest`
    characters is cut. An escape sequence goes whole, so that none of it is left behind as litter.
    """
    text = _SURROGATES.sub("\ufffd", typed[: 4 * longest])
    text = _NEWLINES.sub("\n", _ESCAPE_SEQUENCES.sub("", text))
    return unicodedata.normalize("NFC", _UNSEEN.sub("", text)).strip()[:longest].rstrip()


def whole(text: str) -> str:
    """A text in which half a character, which nothing can write down, is the sign for an unknown one."""
    return _SURROGATES.sub("\ufffd", text)


def clean_name(typed: str) -> str:
    """What is kept of a name: as `clean`, on one line of at most `LONGEST_NAME` characters.

    Empty where nothing of it would be seen.
    """
    name = one_line(clean(typed))[:LONGEST_NAME].rstrip()
    seen = (
        letter for letter in _NOT_CHARACTERS.sub("", name) if unicodedata.category(letter) not in _INVISIBLE
    )
    return name if any(seen) else ""


def shown(text: str) -> str:
    """Text from anywhere as a terminal may show it: each control character and direction mark as a symbol."""
    text = _NEWLINES.sub("\n", _SURROGATES.sub("\ufffd", text)).replace("\t", " ")
    return _UNSEEN.sub(lambda found: _symbol(found.group()), text)


def one_line(text: str) -> str:
    """Text as one line, for lists and titles: shown safely, its white space collapsed."""
    return " ".join(shown(text).split())


def shortened(text: str, longest: int) -> str:
    """Text as one line of at most `longest` characters, with an ellipsis where something was left out."""
    line = one_line(text)
    return line if len(line) <= longest else line[: longest - 1].rstrip() + "…"


def lines(text: str) -> list[str]:
    """The lines of a text as they go into a document: no empty ones, white space collapsed.

    Where tabs part cells, as in a table that was pasted, a dot stands between them, so that columns stay.
    """
    text = _SURROGATES.sub("\ufffd", text)
    rows = _UNSEEN.sub("", _NEWLINES.sub("\n", text)).split("\n")
    if "\t" in text:
        rows = _with_columns(rows)
    return [line for raw in rows if (line := _SPACES.sub(" ", raw).strip())]


def _with_columns(rows: Sequence[str]) -> list[str]:
    """Lines with a dot for each tab, if a tab stands between words in any; else tabs only indent."""
    rows = [_LISTED.sub(r"\1 ", row).rstrip() for row in rows]
    inner = any("\t" in row.strip() for row in rows)
    return [_COLUMN.join(row.split("\t")) for row in rows] if inner else rows


_NUMBERS = (
    *("none", "one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)


def number_in_words(number: int, none: str = "none") -> str:
    """A small number as a word, as text has it; a larger one in figures."""
    word = _NUMBERS[number] if number < len(_NUMBERS) else str(number)
    return word if number else none


def in_words(words: Sequence[str], last_by: str = "and") -> str:
    """Words as a list in a sentence: `iii and v`, `i, ii and iv`; `last_by` stands before the last."""
    *first, last = words
    return f"{', '.join(first)} {last_by} {last}" if first else last


def file_stem(name: str, fallback: str = "review") -> str:
    """A name as part of a file name that every system takes: lower case, `a-z 0-9 -`, at most 60 bytes.

    Letters with accents lose them; a name of which nothing is left becomes `fallback`.
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode("ascii").lower()
    stem = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60].strip("-")
    return f"{stem}-{fallback}" if stem in _RESERVED else stem or fallback


def _symbol(character: str) -> str:
    """The printable stand-in of a character that must not reach a terminal."""
    code = ord(character)
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\u2421"
    return f"<{code:04X}>"
