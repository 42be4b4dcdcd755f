"""The page shown instead of all others while the terminal is too small for them."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from matbot.screens.host import LEAST, is_too_small


class TooSmallScreen(Screen[None]):
    """A page that shows the size needed and closes itself once there is room."""

    HELP = "Make the window larger, or its letters smaller, to go on where you were. Nothing is lost."
    BINDINGS: ClassVar[list[BindingType]] = []
    # With a one-column scroll bar Textual would lay out such a page again and again.
    DEFAULT_CSS = "TooSmallScreen { overflow: hidden; }"

    def compose(self) -> ComposeResult:
        """Lay out one sentence, short enough for a few columns."""
        yield Static(
            Content(f"Make this window larger: matbot needs {LEAST.width} columns and {LEAST.height} lines.")
        )

    def on_resize(self) -> None:
        """Close once there is room."""
        self._close_if_room()

    def on_screen_resume(self) -> None:
        """Close if there is room again since a screen was opened over this page."""
        self._close_if_room()

    def _close_if_room(self) -> None:
        if not is_too_small(self.app.size) and self.app.screen is self:
            self.dismiss()
