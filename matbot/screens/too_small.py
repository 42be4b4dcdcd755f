"""The page in place of all others while the terminal is too small for them."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from matbot.screens.host import LEAST, is_too_small


class TooSmallScreen(Screen[None]):
    """Says what size is needed, and gives way to the page behind it once there is room."""

    HELP = "Make the window larger, or its letters smaller, to go on where you were. Nothing is lost."
    BINDINGS: ClassVar[list[BindingType]] = []
    # With a bar to scroll by, which takes all of one column, Textual lays such a page out again and again.
    DEFAULT_CSS = "TooSmallScreen { overflow: hidden; }"

    def compose(self) -> ComposeResult:
        """One sentence, short enough for a few columns."""
        yield Static(
            Content(f"Make this window larger: matbot needs {LEAST.width} columns and {LEAST.height} lines.")
        )

    def on_resize(self) -> None:
        """Give way once there is room."""
        self._give_way()

    def on_screen_resume(self) -> None:
        """Give way if there is room again since something was opened over this page."""
        self._give_way()

    def _give_way(self) -> None:
        if not is_too_small(self.app.size) and self.app.screen is self:
            self.dismiss()
