"""Text that is drawn for the width there is, and anew when that changes."""

from collections.abc import Callable

from textual.content import Content
from textual.geometry import Size
from textual.widgets import Static


class FittedText(Static):
    """Text whose lines depend on how many columns it has.

    It is made when Textual asks how high it is for a width. To update a `Static` once its resize event
    arrives is too late: until the widget is idle, a new layout takes the height that it had before.
    """

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id, markup=False)
        self._draw: Callable[[int], Content] = _nothing
        self._fitted: tuple[int, Content] | None = None
        """The width that the text was last made for, and the text."""

    def show(self, draw: Callable[[int], Content]) -> None:
        """Show another text; `draw` makes it for so many columns."""
        self._draw, self._fitted = draw, None
        self.clear_cached_dimensions()
        self.refresh(layout=True)

    @property
    def text(self) -> str:
        """The text for the width there is, without its colours."""
        return str(self.render())

    def render(self) -> Content:
        """The text for the width there is."""
        return self._fit(self.content_size.width)

    def get_content_width(self, container: Size, viewport: Size) -> int:
        """All the columns there are."""
        return container.width

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """The lines of the text for a width."""
        return self._fit(width).get_height({}, width) if width else 0

    def _fit(self, width: int) -> Content:
        if self._fitted is None or self._fitted[0] != width:
            self._fitted = width, self._draw(width)
        return self._fitted[1]


def _nothing(_width: int) -> Content:
    return Content("")
