"""What stands where in a filled pack, before anybody asks what it means."""

from dataclasses import dataclass


class NotAPack(Exception):
    """A file is no pack that can be read; the message says why and what to do, in a line."""


@dataclass(frozen=True)
class Entry:
    """One thing to fill in, with what stands there."""

    where: str
    """Its place in the file: `table 2, row 4`, or `line 31`."""
    about: str
    """What it is about, as the file has it: begins with `1A (iii)`, or is `1A`."""
    label: str
    """Which of its columns or rows it is, such as `Where you are`."""
    text: str
    """As it was typed."""


@dataclass(frozen=True)
class Found:
    """What stands where in a file."""

    edition: str
    """The id of the edition that it says it is of; empty if it says none."""
    entries: tuple[Entry, ...]
    unread: tuple[str, ...] = ()
    """What could not be told apart, a line each, with its place."""
