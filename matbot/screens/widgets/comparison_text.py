"""Text on a compare page that is drawn for the width there is, and anew when that changes."""

from collections.abc import Callable

from textual.content import Content
from textual.widgets import Static


class ComparisonText(Static):
    """Text whose lines depend on how many columns it has."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id, markup=False)
        self._draw: Callable[[int], Content] | None = None
        self._drawn_for = 0

    def show(self, draw: Callable[[int], Content]) -> None:
        """Show another text; `draw` makes it for so many columns."""
        self._draw, self._drawn_for = draw, 0
        self.on_resize()

    def on_resize(self) -> None:
        """Draw it for the width there is."""
        width = self.content_size.width
        if self._draw and width and width != self._drawn_for:
            self._drawn_for = width
            self.update(self._draw(width))
