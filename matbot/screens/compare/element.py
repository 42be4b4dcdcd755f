"""One element of a comparison, with every side's words beside the others'."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from matbot.commands.compare import COMPARED_ELEMENT
from matbot.presenters.comparison import apart_shortly
from matbot.review.comparison import Comparison, Difference
from matbot.screens.keys import bindings_of
from matbot.screens.widgets.comparison_element import element_of
from matbot.screens.widgets.fitted_text import FittedText
from matbot.screens.widgets.key_line import KeyLine
from matbot.screens.widgets.top_line import TopLine


class ComparedElementScreen(Screen[str]):
    """Goes through the elements of a comparison one at a time; gives the code of the last one in view."""

    CSS_PATH = "compare.tcss"
    HELP = (
        "At the top, how many groups chose each rating, and which. Below, what each group said, and the "
        "questions they place differently. Ask each other what you saw that led you there; no side has to "
        "be persuaded here. Left and right go through the elements."
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(COMPARED_ELEMENT)

    def __init__(self, comparison: Comparison, order: Sequence[Difference], at: int) -> None:
        """`order` are the elements to go through, `at` the place of the first one to show."""
        super().__init__()
        self._comparison = comparison
        self._order = order
        self._at = at

    @property
    def _element(self) -> Difference:
        return self._order[self._at]

    def compose(self) -> ComposeResult:
        """The element's name, and all that was said of it, to scroll through."""
        yield TopLine()
        with Vertical(id="page"), Vertical(id="column"):
            yield Static(id="title")
            with VerticalScroll(id="said"):
                yield FittedText()
        yield KeyLine()

    def on_mount(self) -> None:
        """Show the first element."""
        self._draw()
        self.query_one("#said").focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Whether there is an element in that direction."""
        if action == "go":
            (by,) = parameters
            return isinstance(by, int) and 0 <= self._at + by < len(self._order)
        return True

    def action_go(self, by: int) -> None:
        """Go to the next element or the one before."""
        self._at += by
        self._draw()
        self.refresh_bindings()

    def action_leave(self) -> None:
        """Back to the grid, where this element is marked."""
        self.dismiss(self._element.code)

    def _draw(self) -> None:
        element = self._element
        self.query_one(TopLine).title = f"{element.code} {element.name}"
        self.query_one(TopLine).state = f"{self._at + 1} of {len(self._order)}"
        self.query_one("#title", Static).update(Content(apart_shortly(element).capitalize()))
        self.query_one(FittedText).show(partial(element_of, self._comparison, element))
        self.query_one("#said").scroll_home(animate=False)
