"""What a screen may ask of the app, without knowing the app itself."""

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
"""The smallest terminal that every page can be used in, in columns and lines."""


def is_too_small(size: Size) -> bool:
    """Whether a terminal has fewer columns or lines than the pages need."""
    return size.width < LEAST.width or size.height < LEAST.height


class Host(App[None]):
    """The app as screens, the tour and a served page see it: over one workspace, with one review at most."""

    names_files = True
    """Whether people may name, and are shown, files of this machine: not where they sit at another one."""
    sees_others = True
    """Whether other reviews can be reached from here."""

    def __init__(self, workspace: Workspace, ansi_color: bool | None = None) -> None:
        """`ansi_color` is Textual's: whether colours are left to the terminal."""
        self.workspace = workspace
        """Where the reviews are kept."""
        self.review_file: ReviewFile | None = None
        """The review that is open."""
        super().__init__(ansi_color=ansi_color)

    def open_review(self, reference: str) -> None:
        """Go into the conversation of a review, by its id or file; StoreError if it cannot be opened."""
        raise NotImplementedError

    def close_review(self) -> None:
        """Let go of the review that is open, if one is, so that another window can write to it."""
        if self.review_file is not None:
            self.review_file.close()
            self.review_file = None


def find_host(screen: Screen[Any]) -> Host:
    """The app that a screen belongs to."""
    return cast("Host", screen.app)


def warn(screen: Screen[Any], words: str) -> None:
    """Tell people of a problem in a notice; `words` may hold what they typed."""
    screen.notify(shown(words), severity="warning", markup=False, timeout=10)
