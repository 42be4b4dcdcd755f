"""The app as a page shows it: all of the workspace, or the one review of a group that was invited."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar

from textual.driver import Driver
from textual.screen import Screen

from matbot.app import MatbotApp
from matbot.serving.driver import PageDriver
from matbot.serving.one_review import ONLY_ONE, OneReview
from matbot.store.errors import NotFound
from matbot.store.workspace import Workspace


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

    sees_others = False
    MODES: ClassVar[dict[str, str | Callable[[], Screen[Any]]]] = {"home": lambda: _door()}

    def __init__(self, workspace: OneReview, review: str) -> None:
        """`review` is the id of the one review."""
        super().__init__(workspace, names_files=False)
        self.only = review

    def open_review(self, reference: str) -> None:
        """Go into the one review; NotFound for any other."""
        if reference != self.only:
            raise NotFound(ONLY_ONE)
        super().open_review(reference)


def _door() -> Screen[Any]:
    from matbot.serving.door import DoorScreen

    return DoorScreen()
