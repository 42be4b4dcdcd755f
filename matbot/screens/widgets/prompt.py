"""What is asked, above the place where people answer."""

from textual.content import Content

from matbot.screens.widgets.split_line import SplitLine
from matbot.text import one_line


class Prompt(SplitLine):
    """A line with two ends; where the words are too many for it they go on below, and none is left out."""

    def render(self) -> Content:
        """Both on one line, or one after the other on several."""
        title, state = Content(one_line(self.title)), Content(one_line(self.state))
        if title.cell_length + state.cell_length + 2 <= self.content_size.width:
            return super().render()
        gap = "  " if self.state else ""
        return Content.assemble(title.stylize("bold"), gap, state.stylize("$secondary"))

    def watch_title(self) -> None:
        """Take another line where the words need it, or give it back."""
        self._fit()

    def watch_state(self) -> None:
        """Take another line where the words need it, or give it back."""
        self._fit()

    def _fit(self) -> None:
        width, height = self.content_size
        if width and len(self.render().wrap(width)) != height:
            self.refresh(layout=True)
