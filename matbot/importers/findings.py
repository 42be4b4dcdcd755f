"""What was found in a file: a framework version, what was mended on the way, and what could not be read."""

from dataclasses import dataclass

from matbot.rubric import Rubric


class CannotImport(Exception):
    """No framework version can be made of a file, or kept; the message says why and what to do, in a line."""


@dataclass(frozen=True)
class Correction:
    """Something in the file that was put right, or made up for."""

    place: str
    """Where it stands in the file, such as `page 4, row 2` or `line 57`."""
    what: str
    """What was done, in a sentence."""
    why: str
    """What was the matter, in a sentence."""


@dataclass(frozen=True)
class Unread:
    """Words of the file that the framework version does not have."""

    place: str
    words: str
    """All of them, as they stand."""
    why: str
    """Why they were left out, in a sentence."""
    of_table: bool = False
    """Whether they stand in a table."""
    of_other_table: bool = False
    """Whether that has a header of its own, with other columns than the framework's tables."""


@dataclass(frozen=True)
class Doubt:
    """A sign that something of the framework is missing or in the wrong place: to be looked at first."""

    place: str
    what: str
    """What was seen, in a sentence or two."""


@dataclass(frozen=True)
class Found:
    """A framework version as it was found in a file, under a name that fits it."""

    rubric: Rubric
    corrections: tuple[Correction, ...] = ()
    unread: tuple[Unread, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    """What speaks against keeping it as it is."""
    ends: tuple[str, ...] = ()
    """The levels in the order of the file, where it cannot be told which of them is the weakest."""
