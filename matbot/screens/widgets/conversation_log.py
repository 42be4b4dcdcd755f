"""What scrolls in the conversation: the turns behind, and below them the live one, always in sight."""

from __future__ import annotations

from textual.containers import VerticalScroll
from textual.geometry import Size
from textual.layout import DockArrangeResult
from textual.widget import Widget


class ConversationLog(VerticalScroll, can_focus=False):
    """Scrolls to the turn that is asked while it lays it out, so that the turn is painted once, in its place.

    Textual's own anchor does so too, but shows the end of a turn that is taller than the screen.
    Whoever scrolls stays where they went, until the next turn.
    """

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._followed: Widget | None = None

    def follow(self, turn: Widget) -> None:
        """Keep a child in sight from the next layout on, however it grows: all of it, or from its top on."""
        self._followed = turn

    def arrange(self, size: Size, optimal: bool = False) -> DockArrangeResult:
        """Place the children, and scroll to the one that is followed."""
        placed = super().arrange(size, optimal)
        regions = [one.region for one in placed.placements if one.widget is self._followed]
        for region in regions if not optimal else ():
            end = placed.total_region.bottom - size.height
            self._stand_at(max(0, region.y if region.height > size.height else end))
        return placed

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Let whoever scrolls go where they like."""
        super().watch_scroll_y(old_value, new_value)
        self._followed = None

    def _stand_at(self, y: int) -> None:
        """Scroll without a word to anybody: the layout that is being made is for that place."""
        self.set_reactive(Widget.scroll_y, float(y))
        self.set_reactive(Widget.scroll_target_y, float(y))
        self.vertical_scrollbar.position = y
