"""The result of reading a file: a framework version, the corrections made, and what could not be read."""

from dataclasses import dataclass

from matbot.rubric import Rubric


class CannotImport(Exception):
    """A framework version could not be read or stored; the message says why, and what to do, in one line."""


@dataclass(frozen=True)
class Correction:
    """Something in the file that the importer corrected or filled in."""

    place: str
    """Where it is in the file, such as `page 4, row 2` or `line 57`."""
    what: str
    """What was done, as a sentence."""
    why: str
    """What was wrong, as a sentence."""


@dataclass(frozen=True)
class Unread:
    """Words of the file that are not part of the framework version."""

    place: str
    words: str
    """All of them, unchanged."""
    why: str
    """Why they were left out, as a sentence."""
    of_table: bool = False
    """Whether they are in a table."""
    of_other_table: bool = False
    """Whether that table has its own header, with other columns than the framework's tables."""


@dataclass(frozen=True)
class Doubt:
    """A sign that part of the framework is missing or misplaced: check these first."""

    place: str
    what: str
    """What was seen, in one or two sentences."""


@dataclass(frozen=True)
class Found:
    """A framework version found in a file, under a suitable name."""

    rubric: Rubric
    corrections: tuple[Correction, ...] = ()
    unread: tuple[Unread, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    """Reasons not to keep it unchanged."""
    ends: tuple[str, ...] = ()
    """The levels in file order, if it is unclear which end is the weakest; otherwise empty."""
