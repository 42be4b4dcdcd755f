"""The states of an open review, and what prevents a window from writing to it."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from matbot.store import files
from matbot.store.recovery import RecoveredCopy


class State(StrEnum):
    """The state of an open review, for display."""

    EDITING = "editing"
    """This window may write, and everything is on disk."""
    UNSAVED = "unsaved"
    """This window may write, and something is not on disk yet."""
    ELSEWHERE = "open elsewhere"
    """Another window writes; this one follows, can make a copy, and can take over once the other closes."""
    NEWER = "newer"
    """A newer matbot saved it: it is read-only."""
    NO_RIGHT = "no right to write"
    """There is no permission to write to its file: only a copy can be changed."""
    CHANGED = "changed outside"
    """Something other than matbot changed the file: read-only until the user says which version counts."""
    CLOSED = "closed"
    """This window has closed it."""


@dataclass(frozen=True)
class WriteBarrier:
    """What prevents a window from writing."""

    state: State
    words: str
    """Why the review can only be read, as a phrase that follows `only be read:`."""


CLOSED = WriteBarrier(State.CLOSED, "it was closed")


def find_write_barrier(path: Path, found: RecoveredCopy) -> WriteBarrier | None:
    """Return what prevents writing to a review, apart from its lock; None if nothing does."""
    if found.contents.newer:
        return WriteBarrier(State.NEWER, "saved by a newer matbot")
    if found.changed:
        return WriteBarrier(State.CHANGED, "changed by something other than matbot")
    if not files.may_write(path):
        return WriteBarrier(State.NO_RIGHT, "you have no right to write there")
    return None
