"""The interface of the app that screens use, without importing the app itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from textual.app import App
from textual.geometry import Size
from textual.screen import Screen

from matbot.text import shown

if TYPE_CHECKING:
    from matbot.store.review_file import ReviewFile
    from matbot.store.workspace import Workspace

LEAST = Size(40, 10)
"""The smallest terminal in which every page is usable, in columns and lines."""


def is_too_small(size: Size) -> bool:
    """Return whether a terminal has fewer columns or lines than the pages need."""
    return size.width < LEAST.width or size.height < LEAST.height


class Host(App[None]):
    """The app as screens, the tour and a served page see it: one workspace, at most one open review."""

    names_files = True
    """Whether users may enter and see file paths of this machine; not when they are at another one."""
    sees_others = True
    """Whether other reviews can be reached from here."""

    def __init__(self, workspace: Workspace, ansi_color: bool | None = None) -> None:
        """Create the app; `ansi_color` is Textual's option to leave colours to the terminal."""
        self.workspace = workspace
        """Where the reviews are kept."""
        self.review_file: ReviewFile | None = None
        """The open review, or None."""
        super().__init__(ansi_color=ansi_color)

    def open_review(self, reference: str) -> None:
        """Open a review in the conversation, by its id or file name.

        Raises:
            StoreError: the review cannot be opened.

        """
        raise NotImplementedError

    def close_review(self) -> None:
        """Close the open review, if there is one, so that another window can write to it."""
        if self.review_file is not None:
            self.review_file.close()
            self.review_file = None


def find_host(screen: Screen[Any]) -> Host:
    """Return the app of a screen, typed as a host."""
    return cast("Host", screen.app)


def warn(screen: Screen[Any], words: str) -> None:
    """Show a problem in a notification; `words` may contain user input."""
    screen.notify(shown(words), severity="warning", markup=False, timeout=10)
