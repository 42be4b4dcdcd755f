"""A list in which the highlighted row is shown by a mark as well as by colour."""

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
"""The columns for the mark before each row; the style sheet keeps them free."""

_BOLD = Style(bold=True)


class MarkedList(OptionList):
    """A list whose highlighted row has `›` before it while the list has the focus.

    Its rows are Content, so that user input is not parsed as markup.
    """

    BINDINGS: ClassVar[list[BindingType]] = bindings_of(MARKED_LIST)

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id, markup=False)

    def action_page_down(self) -> None:
        """Move down by a page."""
        self._once_laid_out(super().action_page_down)

    def action_page_up(self) -> None:
        """Move up by a page."""
        self._once_laid_out(super().action_page_up)

    def _once_laid_out(self, move: Callable[[], None]) -> None:
        try:
            move()
        except KeyError:  # Textual looks up options that are not laid out yet
            self.call_after_refresh(move)

    def render_line(self, y: int) -> Strip:
        """Render a line of the list, with the mark before the first line of the highlighted row."""
        line = super().render_line(y)
        number = self.scroll_offset.y + y
        if not self.has_focus or self._lines[number : number + 1] != [(self.highlighted, 0)]:
            return line
        style = next(iter(line)).style or Style()
        return Strip.join([Strip([Segment("› ", style + _BOLD)], GUTTER), line.crop(GUTTER)])

    def scroll_to_highlight(self, top: bool = False) -> None:
        """Scroll the highlighted row into view, and for the first row also what is above it."""
        super().scroll_to_highlight(top)
        enabled = [row for row, option in enumerate(self.options) if not option.disabled]
        if enabled and self.highlighted == enabled[0]:
            self.scroll_to(y=0, animate=False, immediate=True)
