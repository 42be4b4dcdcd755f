"""How many columns a text takes in a terminal, and text made to fit into so many."""

import unicodedata
from collections.abc import Iterator

from matbot.text import one_line

TERMINAL = 80
"""The columns that every terminal has."""


def width(text: str) -> int:
    """How many columns a text takes where every letter is as wide: wide letters and emoji take two."""
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)


def pad(text: str, columns: int) -> str:
    """A text filled up with spaces to so many columns."""
    return text + " " * (columns - width(text))


def fit(text: str, columns: int) -> str:
    """Text from anywhere as one line of at most so many columns, with an ellipsis where it was cut."""
    line = one_line(text)
    if width(line) <= columns:
        return line
    line = line[: columns - 1]
    while width(line) >= columns:
        line = line[:-1]
    return line.rstrip() + "…"


def wrap(text: str, indent: int = 0, columns: int = TERMINAL) -> Iterator[str]:
    """Text from anywhere, broken into lines of at most so many columns, the later ones indented."""
    line = ""
    for word in one_line(text).split(" "):
        if line and width(line) + 1 + width(word) > columns:
            yield line
            line = " " * indent + fit(word, columns - indent)
        else:
            line = f"{line} {word}" if line else fit(word, columns)
    yield line
