"""The scrolling part of the conversation: the past turns, and below them the live turn, kept in view."""

from __future__ import annotations

from textual.containers import VerticalScroll
from textual.geometry import Size
from textual.layout import DockArrangeResult
from textual.widget import Widget


class ConversationLog(VerticalScroll, can_focus=False):
    """A log that scrolls to the current turn during layout, so that the turn is painted once, in place.

    Textual's own anchor does this too, but shows the end of a turn that is taller than the screen.
    After the user scrolls, the position stays until the next turn.
    """

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._followed: Widget | None = None

    def follow(self, turn: Widget) -> None:
        """Keep a child in view from the next layout on, however it grows; if too tall, from its top."""
        self._followed = turn

    def arrange(self, size: Size, optimal: bool = False) -> DockArrangeResult:
        """Place the children, and scroll to the followed one."""
        placed = super().arrange(size, optimal)
        regions = [one.region for one in placed.placements if one.widget is self._followed]
        for region in regions if not optimal else ():
            end = placed.total_region.bottom - size.height
            self._scroll_silently(max(0, region.y if region.height > size.height else end))
        return placed

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Stop following a child once the user scrolls."""
        super().watch_scroll_y(old_value, new_value)
        self._followed = None

    def _scroll_silently(self, y: int) -> None:
        """Scroll without notifying watchers: the layout in progress is for that position."""
        self.set_reactive(Widget.scroll_y, float(y))
        self.set_reactive(Widget.scroll_target_y, float(y))
        self.vertical_scrollbar.position = y
