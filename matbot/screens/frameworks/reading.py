"""A framework version to read: its description, then every element with its questions."""

from itertools import accumulate
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import Screen

from matbot.commands.frameworks import READING
from matbot.presenters.framework_versions import version_counts
from matbot.rubric import Rubric
from matbot.screens.keys import bindings_of
from matbot.screens.widgets.fitted_text import FittedText
from matbot.screens.widgets.framework_words import element_words, framework_details
from matbot.screens.widgets.key_line import KeyLine
from matbot.screens.widgets.top_line import TopLine


class FrameworkReadingScreen(Screen[None]):
    """The full text of a framework version, in a scrolling area."""

    CSS_PATH = "frameworks.tcss"
    HELP = (
        "The whole framework version: what it is, how to use it, and every element with its questions and "
        "what each level looks like. Scroll with the arrows, or with Page up and Page down; Left and Right "
        "go from element to element."
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(READING)

    def __init__(self, rubric: Rubric) -> None:
        super().__init__()
        self._rubric = rubric
        self._tops: list[int] = []
        """The first line of each element as currently rendered."""

    def compose(self) -> ComposeResult:
        """Lay out the whole text."""
        yield TopLine()
        with Vertical(id="page"), Vertical(id="column"), VerticalScroll(id="text"):
            yield FittedText()
        yield KeyLine()

    def on_mount(self) -> None:
        """Fill in the text."""
        line = self.query_one(TopLine)
        line.title, line.state = self._rubric.title, version_counts(self._rubric)
        self.query_one(FittedText).show(self._words)
        self.query_one("#text").focus()

    def action_go(self, by: int) -> None:
        """Scroll to the next or previous element."""
        page = self.query_one("#text", VerticalScroll)
        here = page.scroll_offset.y
        there = [top for top in (0, *self._tops) if (top > here if by > 0 else top < here)]
        if there:
            page.scroll_to(y=there[0] if by > 0 else there[-1], animate=False)

    def _words(self, width: int) -> Content:
        """Render the description, then each element."""
        parts = [framework_details(self._rubric, width)]
        parts += [element_words(self._rubric, one, width) for one in self._rubric.elements.values()]
        gap = Content("\n\n")
        heights = [part.plain.count("\n") + 2 for part in parts]
        self._tops = list(accumulate(heights))[:-1]
        return gap.join(parts)
