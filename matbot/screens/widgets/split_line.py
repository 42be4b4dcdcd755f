"""A line with text at its left and right ends."""

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from matbot.text import one_line


class SplitLine(Widget):
    """One line: a title on the left, truncated if necessary, and a state on the right, never truncated."""

    title: reactive[str] = reactive("")
    """May contain user input."""
    state: reactive[str] = reactive("")

    def render(self) -> Content:
        """Render the title, truncated to the room that the state leaves."""
        width = self.content_size.width
        state = Content(one_line(self.state))
        room = max(width - state.cell_length - 2, 0)
        title = Content(one_line(self.title)).truncate(room, ellipsis=True)
        gap = " " * max(width - title.cell_length - state.cell_length, 1)
        return Content.assemble(title.stylize("bold"), gap, state.stylize("$secondary"))
