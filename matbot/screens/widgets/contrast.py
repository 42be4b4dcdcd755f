"""What weak and strong look like, side by side."""

from textual.app import ComposeResult
from textual.containers import Grid, Vertical
from textual.content import Content
from textual.widgets import Static


class Contrast(Grid):
    """The red and the green descriptor of one question, side by side where there is room for it."""

    def __init__(self, red: str = "", green: str = "", id: str | None = None) -> None:
        super().__init__(id=id)
        self._red = Static(Content(red), classes="descriptor")
        self._green = Static(Content(green), classes="descriptor")

    def compose(self) -> ComposeResult:
        """Two columns with their names above them."""
        with Vertical(classes="red side"):
            yield Static("Red looks like", classes="side-name")
            yield self._red
        with Vertical(classes="green side"):
            yield Static("Green looks like", classes="side-name")
            yield self._green

    def show(self, red: str, green: str) -> None:
        """Show another question's descriptors."""
        self._red.update(Content(red))
        self._green.update(Content(green))
