"""Sources of input lines: a pipe, a file, or a person at a terminal."""

from collections.abc import Callable
from typing import TextIO

from matbot.text import LONGEST

ReadLine = Callable[[str], str | None]
"""Prints a prompt and returns the line that was typed; None at the end of input."""

WriteText = Callable[[str], None]
"""Prints one block of lines."""

READ_AT_ONCE = 4 * LONGEST
"""How much of a line is ever held in memory, in characters: `clean` keeps at most `LONGEST` of it."""


def from_lines(lines: TextIO | None, out: WriteText) -> ReadLine:
    """Build a reader for a pipe or file, with each prompt on its own line so that the output reads well."""

    def hear(asking: str) -> str | None:
        out(asking.rstrip())
        return _read_line(lines) if lines else None

    return hear


def at_terminal(out: WriteText) -> ReadLine:
    """Build a reader for a terminal, where the line can be edited while it is typed."""

    def hear(asking: str) -> str | None:
        try:
            return input(asking)
        except EOFError:
            out("")  # ends the line of the prompt
            return None

    return hear


def _read_line(lines: TextIO) -> str | None:
    """Read the next line, dropping what is longer than `READ_AT_ONCE` characters; None at the end."""
    line = rest = lines.readline(READ_AT_ONCE)
    while rest and not rest.endswith("\n"):
        rest = lines.readline(READ_AT_ONCE)
    return line or None
