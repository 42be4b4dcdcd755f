"""The states of a review's file other than plain editing: what each means, and the actions available."""

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
    """An action on the file; its value is the word typed for it in line mode."""

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
"""The label of each action where people choose one."""


@dataclass(frozen=True)
class FileStateWords:
    """The texts about a review's file in one state, and the actions available."""

    title: str
    means: str
    """What the state means, in a sentence."""
    advice: str
    """What to do about it, or what matbot does; can be empty."""
    ways: tuple[FileAction, ...]
    """The actions that change something, most likely first."""
    follows: str = ""
    """What an open page shows or does automatically; empty if nothing."""


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
"""The texts for each state in which people have to know or decide something."""


@dataclass(frozen=True)
class Versions:
    """The two versions of a file that something other than matbot has changed."""

    theirs: int
    """The number of events in the file now."""
    ours: int | None
    """The number of events that matbot saved last; None if it has no copy of its own."""
    differ: int
    """The number of the file's events that differ from those matbot saved."""


def versions_of(file: ReviewFile) -> Versions | None:
    """Compare the two versions of a file; None if nothing but matbot changed it."""
    theirs = file.changed
    if theirs is None:
        return None
    if file.events is theirs.log:
        return Versions(len(theirs.log), None, 0)
    ours = {event.id: event for event in file.events}
    differ = sum(ours.get(event.id) != event for event in theirs.log)
    return Versions(len(theirs.log), len(file.events), differ)


def format_file_state(file: ReviewFile) -> str:
    """The state of an open review's file, in one line."""
    if words := FILE_STATES.get(file.state):
        return f"{words.title}. {words.means} F9 in the conversation says what can be done."
    return f"There is nothing to do here. {format_last_save(file.saved)}"


def format_last_save(saved: datetime | None) -> str:
    """A sentence which says that everything is on disk, and when it was last saved."""
    return f"All of it is saved, last on {format_time(saved)}." if saved else "All of it is saved."


def copy_state(copy: Copy) -> str:
    """The state of a readable copy: `good`, or what is wrong with it."""
    newer = copy.contents is not None and copy.contents.newer
    return copy.flaw or ("saved by a newer matbot" if newer else "good")
