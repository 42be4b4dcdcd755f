"""Text width in terminal columns: measuring, padding, truncating and wrapping."""

import unicodedata
from collections.abc import Iterator

from matbot.text import one_line

TERMINAL = 80
"""The number of columns that any terminal can be assumed to have."""


def width(text: str) -> int:
    """The number of columns a text takes in a terminal; wide East Asian letters and emoji take two."""
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)


def pad(text: str, columns: int) -> str:
    """Pad a text with spaces on the right to this number of columns."""
    return text + " " * (columns - width(text))


def fit(text: str, columns: int) -> str:
    """Return any text as one line of at most `columns` columns, with an ellipsis if it was truncated."""
    line = one_line(text)
    if width(line) <= columns:
        return line
    line = line[: columns - 1]
    while width(line) >= columns:
        line = line[:-1]
    return line.rstrip() + "…"


def wrap(text: str, indent: int = 0, columns: int = TERMINAL) -> Iterator[str]:
    """Break any text into lines of at most `columns` columns, indenting all but the first.

    A word that is too long for a line is truncated.
    """
    line = ""
    for word in one_line(text).split(" "):
        if line and width(line) + 1 + width(word) > columns:
            yield line
            line = " " * indent + fit(word, columns - indent)
        else:
            line = f"{line} {word}" if line else fit(word, columns)
    yield line
