"""Where lines come from: a pipe, a file, or somebody at a terminal."""

from collections.abc import Callable
from typing import TextIO

from matbot.text import LONGEST

ReadLine = Callable[[str], str | None]
"""Asks for an answer with the words given and gives the line that was typed; None at the end of input."""

WriteText = Callable[[str], None]
"""Takes one block of lines to print."""

READ_AT_ONCE = 4 * LONGEST
"""How much of a line is ever held, in characters: `clean` makes at most `LONGEST` of it."""


def from_lines(lines: TextIO | None, out: WriteText) -> ReadLine:
    """Hears answers from a pipe or a file: the line that asks stands alone, so that all of it reads well."""

    def hear(asking: str) -> str | None:
        out(asking.rstrip())
        return _line(lines) if lines else None

    return hear


def at_terminal(out: WriteText) -> ReadLine:
    """Hears somebody at a terminal, who can mend the line while typing it."""

    def hear(asking: str) -> str | None:
        try:
            return input(asking)
        except EOFError:
            out("")  # the line that asks is still open
            return None

    return hear


def _line(lines: TextIO) -> str | None:
    """The next line, of which no more is held than can be kept; None at the end."""
    line = rest = lines.readline(READ_AT_ONCE)
    while rest and not rest.endswith("\n"):
        rest = lines.readline(READ_AT_ONCE)
    return line or None
