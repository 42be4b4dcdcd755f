"""What can be done where a review is not simply being edited: in words, with a way on for each state."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from matbot.screens.asking import AskScreen
from matbot.screens.folder import FolderScreen
from matbot.screens.host import host_of
from matbot.store.errors import StoreError
from matbot.store.states import State
from matbot.store.workspace import Workspace

if TYPE_CHECKING:
    from matbot.screens.review_screen import ReviewScreen
    from matbot.store.review_file import ReviewFile

COPY = "Make a copy, and go on in that"
HOME = "Go home"
LEAVE = "Leave it for now"
"""The same for a group that was invited to one review, and has no home to go to."""

_WAYS: dict[State, tuple[str, str, dict[str, str]]] = {
    State.UNSAVED: (
        "Not saved yet",
        "What you said last is in this window, but not on disk yet. matbot goes on trying.",
        {"again": "Try again now", "elsewhere": "Save all of it in another folder, as a copy"},
    ),
    State.ELSEWHERE: (
        "Open in another window",
        "Only one window can write to a review. What is saved there shows here within two seconds, and once "
        "it is closed there you can go on here.",
        {"copy": COPY, "home": HOME},
    ),
    State.NEWER: (
        "Saved by a newer matbot",
        "This matbot cannot write to it without losing something. Update matbot to go on.",
        {"home": HOME},
    ),
    State.NO_RIGHT: (
        "Only for reading",
        "You have no right to write where this review is kept. Save a copy to edit.",
        {"elsewhere": "Save a copy in another folder, and go on in that", "home": HOME},
    ),
    State.CHANGED: (
        "Changed by something other than matbot",
        "The file reads well, but matbot did not write it as it is. Say which version counts. Both are kept: "
        "the other one lies beside it under another name.",
        {
            "theirs": "Take the file as it is now",
            "ours": "Take what matbot saved last",
            "home": HOME,
        },
    ),
}
"""For each state its title, what it means, and the ways on by the name of what is done."""


class FileState:
    """The state of a review's file, for the screen that shows the review."""

    def __init__(self, screen: ReviewScreen[Any], file: ReviewFile) -> None:
        self._screen = screen
        self._file = file

    @property
    def wants_a_word(self) -> bool:
        """Whether there is anything to say and do about it."""
        return self._file.state in _WAYS

    def ask(self) -> None:
        """Say how the file stands, and offer the ways on."""
        title, words, ways = _WAYS[self._file.state]
        why = self._file.read_only
        leave = "look round; reading and the transcript work as ever" if why else "go on"
        ways = {name: self._named(words) for name, words in ways.items() if self._is_there(name)}
        said = f"{why[0].upper()}{why[1:]}.\n\n{words}" if why else words
        self._screen.app.push_screen(AskScreen(title, said, ways, leave, begin_with_leaving=True), self._go)

    def _is_there(self, way: str) -> bool:
        """Whether a way on can be taken from here: other folders and reviews may be out of reach."""
        host = host_of(self._screen)
        return {"elsewhere": host.names_files, "copy": host.sees_others}.get(way, True)

    def _named(self, words: str) -> str:
        return LEAVE if words == HOME and not host_of(self._screen).sees_others else words

    def _go(self, way: str | None) -> None:
        try:
            self._do(way)
        except StoreError as problem:
            self._screen.tell(str(problem), wrong=True)

    def _do(self, way: str | None) -> None:
        match way:
            case "again":
                self._screen.try_again()
            case "elsewhere":
                self._screen.app.push_screen(FolderScreen(), self._copy_into)
            case "copy":
                self._open(host_of(self._screen).workspace.copy(self._file))
            case "theirs":
                self._file.take_theirs()
                self._screen.look_again()
            case "ours":
                self._file.keep_ours()
                self._screen.look_again()
            case "home":
                self._screen.app.pop_screen()

    def _copy_into(self, folder: str | None) -> None:
        if folder:
            try:
                self._open(Workspace(Path(folder).expanduser().absolute()).copy(self._file))
            except StoreError as problem:
                self._screen.tell(str(problem), wrong=True)

    def _open(self, copy: ReviewFile) -> None:
        """Go on in a copy."""
        copy.close()
        self._screen.app.pop_screen()
        host_of(self._screen).open_review(str(copy.path))
        kept = f" It is kept in {copy.path}" if host_of(self._screen).names_files else ""
        self._screen.tell(f"This is the copy.{kept}")
