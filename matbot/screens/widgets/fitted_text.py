"""Text that is rendered for the available width, and again when that changes."""

from collections.abc import Callable

from textual.content import Content
from textual.geometry import Size
from textual.widgets import Static


class FittedText(Static):
    """Text whose lines depend on its width.

    It is rendered when Textual asks for its height at a width. Updating a `Static` in its resize event is too
    late: until the widget is idle, a new layout uses its previous height.
    """

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id, markup=False)
        self._draw: Callable[[int], Content] = _render_nothing
        self._fitted: tuple[int, Content] | None = None
        """The width that the text was last rendered for, and the text."""

    def show(self, draw: Callable[[int], Content]) -> None:
        """Show another text; `draw` renders it for a width in columns."""
        self._draw, self._fitted = draw, None
        self.clear_cached_dimensions()
        self.refresh(layout=True)

    @property
    def text(self) -> str:
        """The text at the current width, without its colours."""
        return str(self.render())

    def render(self) -> Content:
        """Render the text at the current width."""
        return self._fit(self.content_size.width)

    def get_content_width(self, container: Size, viewport: Size) -> int:
        """Return the full width of the container."""
        return container.width

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return the number of lines of the text at a width."""
        return self._fit(width).get_height({}, width) if width else 0

    def _fit(self, width: int) -> Content:
        if self._fitted is None or self._fitted[0] != width:
            self._fitted = width, self._draw(width)
        return self._fitted[1]


def _render_nothing(_width: int) -> Content:
    return Content("")
