"""The app as a page shows it: all of the workspace, or the one review of a group that was invited."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from textual.driver import Driver
from textual.screen import Screen

from matbot.screens.app import MatbotApp
from matbot.store.errors import NotFound
from matbot.store.workspace import Workspace
from matbot.web.driver import PageDriver
from matbot.web.one_review import ONLY_ONE, OneReview


class ServedApp(MatbotApp):
    """matbot in a page."""

    def __init__(self, workspace: Workspace, names_files: bool) -> None:
        """`names_files` is whether who looks at the page sits at this machine."""
        super().__init__(workspace)
        self.names_files = names_files

    def get_driver_class(self) -> type[Driver]:
        """The page takes the place of a terminal."""
        return PageDriver


class InvitedApp(ServedApp):
    """matbot for one group: it opens in the group's review, and there is nothing else."""

    CSS_PATH = [*MatbotApp.CSS_PATH, Path(__file__).with_name("group_screen.tcss")]  # noqa: RUF012 - Textual's type
    sees_others = False

    def __init__(self, workspace: OneReview, review: str) -> None:
        """`review` is the id of the one review."""
        super().__init__(workspace, names_files=False)
        self.only = review

    def get_default_screen(self) -> Screen[Any]:
        """The page below the review."""
        from matbot.web.group_screen import GroupScreen

        return GroupScreen(self.only)

    def open_review(self, reference: str) -> None:
        """Go into the one review; NotFound for any other."""
        if reference != self.only:
            raise NotFound(ONLY_ONE)
        super().open_review(reference)
