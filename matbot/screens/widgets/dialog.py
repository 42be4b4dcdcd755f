"""The container of the dialogs that open over another page."""

from textual.containers import ScrollableContainer, Vertical
from textual.scroll_view import ScrollView
from textual.widget import Widget


class Dialog(Vertical):
    """A title, text and choices, which shrinks and scrolls if the screen is small."""

    DEFAULT_CLASSES = "dialog"

    def on_mount(self) -> None:
        """Fit into the screen, now and whenever its size changes."""
        self.screen.screen_layout_refresh_signal.subscribe(self, lambda _screen: self._fit())

    def _fit(self) -> None:
        """Limit the scrolling child to the lines that the other children leave."""
        scrolls = next((child for child in self.children if _is_scrollable(child)), None)
        if scrolls is not None:
            rest = (child.virtual_region_with_margin for child in self.children if child is not scrolls)
            taken = self.gutter.height + sum(region.height for region in rest)
            scrolls.styles.max_height = max(self.screen.size.height - taken, 1)


def _is_scrollable(widget: Widget) -> bool:
    return isinstance(widget, ScrollView | ScrollableContainer)
