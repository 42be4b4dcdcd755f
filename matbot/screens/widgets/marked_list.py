"""A list to choose from in which the row under the cursor is told by a mark, not by colour alone."""

from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.binding import BindingType
from textual.strip import Strip
from textual.widgets import OptionList

from matbot.screens.keys import letter

GUTTER = 2
"""The columns before each row, where the mark stands."""

_BOLD = Style(bold=True)


class MarkedList(OptionList):
    """Rows of which the one under the cursor has `›` before it while the list has the focus.

    Its rows are Content, so that nothing people typed is taken for markup.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        letter("enter,space", "select", "Choose", "Take the row that is marked ›"),
    ]

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id, markup=False)

    def render_line(self, y: int) -> Strip:
        """One line of the list, with the mark or the room for it before it."""
        line = super().render_line(y)
        number = self.scroll_offset.y + y
        if number >= len(self._lines):
            return line
        row, line_of_row = self._lines[number]
        marked = row == self.highlighted and line_of_row == 0 and self.has_focus
        style = self.get_visual_style("option-list--option", self._look_of(row)).rich_style
        gutter = Strip([Segment("› " if marked else "  ", style + _BOLD)], GUTTER)
        return Strip.join([gutter.apply_meta({"option": row}), line])

    def scroll_to_highlight(self, top: bool = False) -> None:
        """Bring the row under the cursor into view, and with the first one what stands above it."""
        super().scroll_to_highlight(top)
        enabled = [row for row, option in enumerate(self.options) if not option.disabled]
        if enabled and self.highlighted == enabled[0]:
            self.scroll_to(y=0, animate=False, immediate=True)

    def _get_left_gutter_width(self) -> int:
        return GUTTER

    def _look_of(self, row: int) -> str:
        if self.options[row].disabled:
            return "option-list--option-disabled"
        if row == self.highlighted:
            return "option-list--option-highlighted"
        return "option-list--option-hover" if row == self._mouse_hovering_over else "option-list--option"
