"""The page before a comparison is opened: it lists the groups and shows no ratings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Button, Static

from matbot.commands.compare import SEALED
from matbot.presenters.comparison import format_side_count, list_trusts, side_name
from matbot.report.words import date_in_words, format_count
from matbot.review.comparison import Comparison, Side
from matbot.screens.keys import bindings_of
from matbot.screens.widgets.fitted_text import FittedText
from matbot.screens.widgets.key_line import KeyLine
from matbot.screens.widgets.marked_button import MarkedButton
from matbot.screens.widgets.row_list import hang_lines
from matbot.screens.widgets.top_line import TopLine
from matbot.text import one_line

PROMISE = "Nobody's ratings are shown to another group before you open them together."

_INDENT = 3


class SealedScreen(Screen[Comparison | None]):
    """The groups of a comparison; returns the comparison once it is opened, or None."""

    CSS_PATH = "compare.tcss"
    HELP = (
        "These are the reviews you are about to set side by side. Check whether the right ones are here and "
        "far enough along. What each group said stays sealed until you open it: best with everybody in the "
        "room, so that all see it at the same moment."
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(SEALED)

    def __init__(self, comparison: Comparison) -> None:
        super().__init__()
        self._comparison = comparison

    def compose(self) -> ComposeResult:
        """Lay out the promise, the groups and the button to open the comparison."""
        yield TopLine()
        with Vertical(id="page"), Vertical(id="column"):
            yield Static(
                Content(f"{format_side_count(self._comparison.sides)}, nothing shown yet"), id="title"
            )
            yield Static(Content(PROMISE), id="advice")
            with VerticalScroll(id="sides"):
                yield FittedText()
            with Horizontal(id="foot"):
                yield MarkedButton(Content("[ Open them together ]"), id="open")
                yield Static("Best with everybody in the room.", classes="aside")
        yield KeyLine()

    def on_mount(self) -> None:
        """Show the groups."""
        self.query_one(TopLine).title = format_title(self._comparison)
        self.query_one(TopLine).state = "sealed"
        self.query_one(FittedText).show(self._render_sides)
        self.query_one("#sides").focus()

    @on(Button.Pressed)
    def action_open(self) -> None:
        """Open the comparison."""
        if self.app.screen is self:  # ignore a second click
            self.dismiss(self._comparison)

    def _render_sides(self, width: int) -> Content:
        sides = [Content("\n").join(self._about(side, width)) for side in self._comparison.sides]
        return Content("\n\n").join(sides)

    def _about(self, side: Side, width: int) -> Iterator[Content]:
        account = side.account
        people = (f"  {account.people:,} {'person' if account.people == 1 else 'people'}", "$secondary")
        room = width - Content(people[0]).cell_length
        label = Content.styled(side_name(side), "bold").truncate(room, ellipsis=True)
        yield Content.assemble(label, people)
        several = len(list_trusts(self._comparison.sides)) > 1
        lines = [
            one_line(account.trust) if several and account.group else "",
            f"{side.progress}. Last said {date_in_words(account.said)}",
            f"As of {one_line(account.moment)}" if account.moment else "",
            _format_progress(side),
            _format_framework(self._comparison, side),
        ]
        for words in filter(None, lines):
            yield hang_lines(Content(" " * _INDENT), Content(words).wrap(width - _INDENT), _INDENT)


def format_title(comparison: Comparison) -> str:
    """Format the title of a comparison's pages: the trust, or the number of trusts."""
    found = list_trusts(comparison.sides)
    return f"Compare · {found[0] if len(found) == 1 else format_count(len(found), 'trust')}"


def _format_progress(side: Side) -> str:
    """Describe what an unfinished review lacks; empty for a finished one."""
    if not side.rated:
        return "Nothing is rated in it yet, so it has nothing to set beside the others."
    left = len(side.account.scope) - side.rated
    are = "is" if left == 1 else "are"
    return f"Not finished: {format_count(left, 'element')} of it {are} not rated." if left else ""


def _format_framework(comparison: Comparison, side: Side) -> str:
    """Describe a side that used another framework version; empty if it did not."""
    words = comparison.rubric.words
    if side.account.words == words:
        return ""
    framework = one_line(side.account.rubric)
    return f"It answered other words ({framework}): each element where they differ says so."
