"""The states of a review's file that restrict editing, each explained with the available actions."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import platformdirs

from matbot.presenters.file_states import FILE_ACTION_LABELS, FILE_STATES, FileAction
from matbot.screens.dialogs import AskScreen
from matbot.screens.host import find_host
from matbot.screens.one_line import OneLineScreen
from matbot.store.errors import StoreError
from matbot.store.workspace import Workspace

if TYPE_CHECKING:
    from matbot.screens.review_screen import ReviewScreen
    from matbot.store.review_file import ReviewFile

LEAVE = "Leave it for now"
"""The label of `FileAction.HOME` for a group invited to one review, which has no home page."""


class FileState:
    """The state of a review's file, for the screen that shows the review."""

    def __init__(self, screen: ReviewScreen[Any], file: ReviewFile) -> None:
        self._screen = screen
        self._file = file

    @property
    def has_actions(self) -> bool:
        """Whether the state has an explanation and actions."""
        return self._file.state in FILE_STATES

    def ask(self) -> None:
        """Explain the state of the file and offer the actions."""
        state = FILE_STATES[self._file.state]
        words = " ".join(filter(None, (state.means, state.advice, state.follows)))
        why = self._file.read_only
        leave = "look round; reading and the transcript work as ever" if why else "go on"
        home = (FileAction.HOME,) if why else ()
        ways: dict[str, str] = {
            way: FILE_ACTION_LABELS[way] for way in (*state.ways, *home) if self._is_available(way)
        }
        if home and not find_host(self._screen).sees_others:
            ways[FileAction.HOME] = LEAVE
        text = f"{why[0].upper()}{why[1:]}.\n\n{words}" if why else words
        text = "\n\n".join((text, *self._screen.list_waiting_copies()))
        self._screen.app.push_screen(
            AskScreen(state.title, text, ways, leave, begin_with_leaving=True), self._try_action
        )

    def _is_available(self, way: FileAction) -> bool:
        """Return whether an action is available: other folders and reviews may be out of reach."""
        host = find_host(self._screen)
        return {
            FileAction.ELSEWHERE: host.names_files,
            FileAction.FOLDER: host.names_files,
            FileAction.COPY: host.sees_others,
        }.get(way, True)

    def _try_action(self, way: str | None) -> None:
        try:
            self._run_chosen(way)
        except StoreError as problem:
            self._screen.tell(str(problem), wrong=True)

    def _run_chosen(self, way: str | None) -> None:
        match way:
            case FileAction.AGAIN:
                self._screen.try_again()
            case FileAction.ELSEWHERE | FileAction.FOLDER:
                self._screen.app.push_screen(FolderScreen(), self._copy_into)
            case FileAction.COPY:
                self._open(find_host(self._screen).workspace.copy(self._file))
            case FileAction.THEIRS:
                self._file.take_theirs()
                self._screen.reload()
            case FileAction.OURS:
                self._file.keep_ours()
                self._screen.reload()
            case FileAction.HOME:
                self._screen.app.pop_screen()

    def _copy_into(self, folder: str | None) -> None:
        if folder:
            try:
                self._open(Workspace(Path(folder).expanduser().absolute()).copy(self._file))
            except StoreError as problem:
                self._screen.tell(str(problem), wrong=True)

    def _open(self, copy: ReviewFile) -> None:
        """Continue in a copy of the review."""
        copy.close()
        self._screen.app.pop_screen()
        find_host(self._screen).open_review(str(copy.path))
        kept = f" It is kept in {copy.path}" if find_host(self._screen).names_files else ""
        self._screen.tell(f"This is the copy.{kept}")


class FolderScreen(OneLineScreen):
    """A box for the path of a folder; returns it, or None if cancelled."""

    HELP = "Type the folder to save in, and press Enter. It is made if it is not there yet."

    def __init__(self) -> None:
        super().__init__(
            "Save a copy in another folder",
            "Such as a stick. The copy is a review of its own, with all that was said in it.",
            "Folder",
            str(platformdirs.user_documents_path() / "matbot-copy"),
        )
