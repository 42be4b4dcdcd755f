"""The box of a page that opens over another one."""

from textual.containers import ScrollableContainer, Vertical
from textual.scroll_view import ScrollView
from textual.widget import Widget


class Dialog(Vertical):
    """A title, words, and what to choose from, which gives way and scrolls where the screen is small."""

    DEFAULT_CLASSES = "dialog"

    def on_mount(self) -> None:
        """Fit into the screen, and again whenever it changes its size."""
        self.screen.screen_layout_refresh_signal.subscribe(self, lambda _screen: self._fit())

    def _fit(self) -> None:
        """Give what scrolls the lines that all the rest leaves."""
        scrolls = next((child for child in self.children if _may_scroll(child)), None)
        if scrolls is not None:
            rest = (child.virtual_region_with_margin for child in self.children if child is not scrolls)
            taken = self.gutter.height + sum(region.height for region in rest)
            scrolls.styles.max_height = max(self.screen.size.height - taken, 1)


def _may_scroll(widget: Widget) -> bool:
    return isinstance(widget, ScrollView | ScrollableContainer)
