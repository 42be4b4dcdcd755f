"""The app as served in a page: with the whole workspace, or with the one review of an invited group."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from textual.driver import Driver
from textual.drivers.web_driver import WebDriver
from textual.screen import Screen

from matbot.screens.app import MatbotApp
from matbot.store.errors import NotFound
from matbot.store.workspace import Workspace
from matbot.web.one_review import ONLY_ONE, OneReview


class PageDriver(WebDriver):
    """Reads input from the page until the stream ends, for any reason, and then stops the app.

    The server's end of the pipe is closed when the page is, or by the operating system if the server is
    killed.
    """

    def run_input_thread(self) -> None:
        """Read to the end of the input, then stop the app unless it is stopping already."""
        super().run_input_thread()
        if not self.exit_event.is_set():
            assert isinstance(self._app, MatbotApp), "no other app is served"
            self._app.stop_on_signal(self._loop)


class ServedApp(MatbotApp):
    """matbot in a browser page."""

    def __init__(self, workspace: Workspace, names_files: bool) -> None:
        """`names_files` is whether the page is open on the machine that has the files."""
        super().__init__(workspace)
        self.names_files = names_files

    def get_driver_class(self) -> type[Driver]:
        """Use the driver of a page instead of that of a terminal."""
        return PageDriver


class InvitedApp(ServedApp):
    """matbot for an invited group: it opens the group's review and gives access to nothing else."""

    CSS_PATH = [*MatbotApp.CSS_PATH, Path(__file__).with_name("group_screen.tcss")]  # noqa: RUF012 - Textual's type
    sees_others = False

    def __init__(self, workspace: OneReview, review: str) -> None:
        """`review` is the id of the group's review."""
        super().__init__(workspace, names_files=False)
        self.only = review

    def get_default_screen(self) -> Screen[Any]:
        """The group's page, which is below the review."""
        from matbot.web.group_screen import GroupScreen

        return GroupScreen(self.only)

    def open_review(self, reference: str) -> None:
        """Open the group's review.

        Raises:
            NotFound: The reference is to any other review.

        """
        if reference != self.only:
            raise NotFound(ONLY_ONE)
        super().open_review(reference)
