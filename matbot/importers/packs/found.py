"""What stands where in a filled pack, before anybody asks what it means."""

from dataclasses import dataclass

OUTSIDE = "is outside what there is to fill in"
ANEW = (
    "If a Word or Markdown file of the pack was filled in too, read that. Otherwise write a new pack with "
    "`matbot pack`, copy the answers into it, and read that."
)
"""What to do with a filled pack in a file that is not read."""
STRUCK = "was struck out while changes were tracked"


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
    signs: frozenset[str] = frozenset()
    """How it stands out on the page, as `emphasis` names it."""
    colours: frozenset[tuple[str, str]] = frozenset()
    """In which colours it does so: how it stands out, and what Word calls the colour."""


@dataclass(frozen=True)
class PackRow:
    """A row of a table of which it cannot be told what stands where."""

    where: str
    cells: tuple[str, ...]
    why: str
    """A sentence: `its cells were joined or parted.`"""
    about: str = ""
    """What it would be about, if it could be read."""
    label: str = ""


@dataclass(frozen=True)
class UnplacedLine:
    """A line that stands in no place to fill in. Most are the pack's own."""

    where: str
    text: str
    why: str = OUTSIDE
    joins: bool = False
    """Whether it goes on with the line before it, with nothing between them."""


@dataclass(frozen=True)
class PackContents:
    """What stands where in a file: every word of it is in an entry, a row or a loose line."""

    framework: str
    """The id of the framework version that it says it is of; empty if it says none."""
    entries: tuple[Entry, ...]
    rows: tuple[PackRow, ...] = ()
    unplaced: tuple[UnplacedLine, ...] = ()
    """In their order."""
    notes: tuple[str, ...] = ()
    """What else is to be said of the file, a line each."""


def unplaced_lines(where: str, text: str, why: str = OUTSIDE) -> list[UnplacedLine]:
    """A text of any number of lines that stands in no place to fill in."""
    lines = text.split("\n")
    return [
        UnplacedLine(where, line, why, joins=number > 0) for number, line in enumerate(lines) if line.strip()
    ]
