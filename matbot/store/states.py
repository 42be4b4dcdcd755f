"""Who may write to an open review, and what keeps a window from it."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from matbot.store import files
from matbot.store.recovery import RecoveredCopy


class State(StrEnum):
    """How an open review stands, for whoever shows it."""

    EDITING = "editing"
    """This window writes, and all that was said is on disk."""
    UNSAVED = "unsaved"
    """This window writes, and something that was said is not on disk yet."""
    ELSEWHERE = "open elsewhere"
    """Another window writes; this one follows, can make a copy, and can take over once the other closes."""
    NEWER = "newer"
    """A newer matbot saved it: for reading only."""
    NO_RIGHT = "no right to write"
    """There is no right to write where it is kept: only a copy can be changed."""
    CHANGED = "changed outside"
    """Something other than matbot changed the file: nobody writes before people said which version counts."""
    CLOSED = "closed"
    """This window has done with it."""


@dataclass(frozen=True)
class WriteBarrier:
    """What keeps a window from writing."""

    state: State
    words: str
    """Why the review can only be read, in words that follow `only be read:`."""


CLOSED = WriteBarrier(State.CLOSED, "it was closed")


def find_write_barrier(path: Path, found: RecoveredCopy) -> WriteBarrier | None:
    """Why nobody can write to a review that was found like this; None if somebody can."""
    if found.contents.newer:
        return WriteBarrier(State.NEWER, "saved by a newer matbot")
    if found.changed:
        return WriteBarrier(State.CHANGED, "changed by something other than matbot")
    if not files.may_write(path):
        return WriteBarrier(State.NO_RIGHT, "you have no right to write there")
    return None
