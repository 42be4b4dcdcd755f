"""Where the tour begins, while its sample reviews are made."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from matbot.screens.widgets.top_line import TopLine

MAKING = "Making the sample reviews …"


class OpeningScreen(Screen[None]):
    """A word, for the moment that it takes."""

    CSS_PATH = "tour.tcss"
    HELP: ClassVar[str] = "The tour begins in a moment. Esc ends it at any point."

    def compose(self) -> ComposeResult:
        """That the reviews are being made."""
        yield TopLine()
        with Vertical(id="page"):
            yield Static(Content(MAKING))

    def on_mount(self) -> None:
        """Say which page this is."""
        self.query_one(TopLine).title = "matbot"
