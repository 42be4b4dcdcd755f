"""The fields, rows and lines extracted from a filled-in pack, before they are interpreted."""

from dataclasses import dataclass

OUTSIDE = "is outside what there is to fill in"
ANEW = (
    "If a Word or Markdown file of the pack was filled in too, read that. Otherwise write a new pack with "
    "`matbot pack`, copy the answers into it, and read that."
)
"""What to do with a filled-in pack in a file format that cannot be read."""
STRUCK = "was struck out while changes were tracked"


class NotAPack(Exception):
    """A file is not a readable pack; the message says why, and what to do, in one line."""


@dataclass(frozen=True)
class Entry:
    """One field of a pack with its contents."""

    where: str
    """Its place in the file: `table 2, row 4` or `line 31`."""
    about: str
    """What it is about, as written in the file: begins with `1A (iii)`, or is `1A`."""
    label: str
    """The column or row it is in, such as `Where you are`."""
    text: str
    """Its contents as typed."""
    signs: frozenset[str] = frozenset()
    """Its emphasis on the page, as named in `emphasis`."""
    colours: frozenset[tuple[str, str]] = frozenset()
    """The colours of that emphasis, as pairs of kind and Word's colour value."""


@dataclass(frozen=True)
class PackRow:
    """A table row whose columns cannot be identified."""

    where: str
    cells: tuple[str, ...]
    why: str
    """The reason, as a sentence: `its cells were joined or parted.`"""
    about: str = ""
    """What the row is about, if that can be read."""
    label: str = ""


@dataclass(frozen=True)
class UnplacedLine:
    """A line outside every field; most are the pack's own."""

    where: str
    text: str
    why: str = OUTSIDE
    joins: bool = False
    """Whether it directly continues the line before it."""


@dataclass(frozen=True)
class PackContents:
    """The contents of a file: every word is in an entry, a row or an unplaced line."""

    framework: str
    """The id of the framework version that the file names; empty if it names none."""
    entries: tuple[Entry, ...]
    rows: tuple[PackRow, ...] = ()
    unplaced: tuple[UnplacedLine, ...] = ()
    """In file order."""
    notes: tuple[str, ...] = ()
    """Further remarks about the file, one line each."""


def unplaced_lines(where: str, text: str, why: str = OUTSIDE) -> list[UnplacedLine]:
    """Split a text outside every field into its lines."""
    lines = text.split("\n")
    return [
        UnplacedLine(where, line, why, joins=number > 0) for number, line in enumerate(lines) if line.strip()
    ]
