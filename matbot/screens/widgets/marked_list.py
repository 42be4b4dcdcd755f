"""A list to choose from in which the row under the cursor is told by a mark, not by colour alone."""

from collections.abc import Callable
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.binding import BindingType
from textual.strip import Strip
from textual.widgets import OptionList

from matbot.commands.home import MARKED_LIST
from matbot.screens.keys import bindings_of

GUTTER = 2
"""The columns before each row, where the mark stands; the style sheet keeps them free."""

_BOLD = Style(bold=True)


class MarkedList(OptionList):
    """Rows of which the one under the cursor has `›` before it while the list has the focus.

    Its rows are Content, so that nothing people typed is taken for markup.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings_of(MARKED_LIST)

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id, markup=False)

    def action_page_down(self) -> None:
        """Go down by a page."""
        self._once_laid_out(super().action_page_down)

    def action_page_up(self) -> None:
        """Go up by a page."""
        self._once_laid_out(super().action_page_up)

    def _once_laid_out(self, move: Callable[[], None]) -> None:
        try:
            move()
        except KeyError:  # Textual looks for the lines of options that are not laid out yet
            self.call_after_refresh(move)

    def render_line(self, y: int) -> Strip:
        """One line of the list; the first of the row under the cursor has the mark in the room before it."""
        line = super().render_line(y)
        number = self.scroll_offset.y + y
        if not self.has_focus or self._lines[number : number + 1] != [(self.highlighted, 0)]:
            return line
        style = next(iter(line)).style or Style()
        return Strip.join([Strip([Segment("› ", style + _BOLD)], GUTTER), line.crop(GUTTER)])

    def scroll_to_highlight(self, top: bool = False) -> None:
        """Bring the row under the cursor into view, and with the first one what stands above it."""
        super().scroll_to_highlight(top)
        enabled = [row for row, option in enumerate(self.options) if not option.disabled]
        if enabled and self.highlighted == enabled[0]:
            self.scroll_to(y=0, animate=False, immediate=True)
