"""How the file of a review stands where it is not simply being edited: what that means, and the ways on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from matbot.review.local_time import format_time
from matbot.store.states import State

if TYPE_CHECKING:
    from datetime import datetime

    from matbot.store.copies import Copy
    from matbot.store.review_file import ReviewFile


class FileAction(StrEnum):
    """A way on, by the word that line mode takes for it."""

    AGAIN = "again"
    ELSEWHERE = "elsewhere"
    FOLDER = "folder"
    COPY = "copy"
    THEIRS = "changed"
    OURS = "saved"
    LOOK = "look"
    HOME = "home"


FILE_ACTION_LABELS: Mapping[FileAction, str] = {
    FileAction.AGAIN: "Try again now",
    FileAction.ELSEWHERE: "Save all of it in another folder, as a copy",
    FileAction.FOLDER: "Save a copy in another folder, and go on in that",
    FileAction.COPY: "Make a copy, and go on in that",
    FileAction.THEIRS: "Take the file as it is now",
    FileAction.OURS: "Take what matbot saved last",
    FileAction.LOOK: "Look round, and change nothing",
    FileAction.HOME: "Go home",
}
"""How each way on is called where people choose one."""


@dataclass(frozen=True)
class FileStateWords:
    """What there is to say of a review's file in some state, and what can be done about it."""

    title: str
    means: str
    """What the state means, in a sentence."""
    advice: str
    """What to do about it, or what matbot does; may be empty."""
    ways: tuple[FileAction, ...]
    """The ways on that change something, the likeliest first."""
    follows: str = ""
    """What a page shows by itself as long as it is open; empty where nothing follows."""


FILE_STATES: Mapping[State, FileStateWords] = {
    State.UNSAVED: FileStateWords(
        "Not saved yet",
        "What you said last is not on disk yet.",
        "",
        (FileAction.AGAIN, FileAction.ELSEWHERE),
        "It is in this window, and matbot goes on trying.",
    ),
    State.ELSEWHERE: FileStateWords(
        "Open in another window",
        "Only one window can write to a review.",
        "",
        (FileAction.COPY,),
        "What is saved there shows here within two seconds, and once it is closed there you can go on here.",
    ),
    State.NEWER: FileStateWords(
        "Saved by a newer matbot",
        "This matbot cannot write to it without losing something.",
        "Update matbot to go on.",
        (),
    ),
    State.NO_RIGHT: FileStateWords(
        "Only for reading",
        "You have no right to write where it is kept.",
        "Save a copy to edit.",
        (FileAction.FOLDER,),
    ),
    State.CHANGED: FileStateWords(
        "Changed by something other than matbot",
        "The file reads well, but matbot did not write it as it is.",
        "Which version counts? The other is kept beside it.",
        (FileAction.THEIRS, FileAction.OURS),
    ),
}
"""What is said in each state in which people are asked, or told, what to do."""


@dataclass(frozen=True)
class Versions:
    """The two versions of a file that something other than matbot changed."""

    theirs: int
    """How many events the file holds now."""
    ours: int | None
    """How many events matbot saved last; None where it has no copy of its own."""
    differ: int
    """How many of the file's events are not as matbot saved them."""


def versions_of(file: ReviewFile) -> Versions | None:
    """The two versions of a file; None where nothing but matbot changed it."""
    theirs = file.changed
    if theirs is None:
        return None
    if file.events is theirs.log:
        return Versions(len(theirs.log), None, 0)
    ours = {event.id: event for event in file.events}
    differ = sum(ours.get(event.id) != event for event in theirs.log)
    return Versions(len(theirs.log), len(file.events), differ)


def format_file_state(file: ReviewFile) -> str:
    """How the file of an open review stands, in a line."""
    if words := FILE_STATES.get(file.state):
        return f"{words.title}. {words.means} F9 in the conversation says what can be done."
    return f"There is nothing to do here. {format_last_save(file.saved)}"


def format_last_save(saved: datetime | None) -> str:
    """That everything is on disk, and since when."""
    return f"All of it is saved, last on {format_time(saved)}." if saved else "All of it is saved."


def copy_state(copy: Copy) -> str:
    """Whether a copy that can be read is whole: `good`, or what is wrong with it."""
    newer = copy.contents is not None and copy.contents.newer
    return copy.flaw or ("saved by a newer matbot" if newer else "good")
