"""A review before and after it is moved to another framework version, to check before moving it."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Button

from matbot.commands.frameworks import BEFORE_AFTER
from matbot.report.output import NotWritten
from matbot.review.events import VersionSaved
from matbot.screens.host import find_host
from matbot.screens.keys import bindings_of
from matbot.screens.review_screen import ReviewScreen
from matbot.screens.widgets.fitted_text import FittedText
from matbot.screens.widgets.key_line import KeyLine
from matbot.screens.widgets.marked_button import MarkedButton
from matbot.screens.widgets.move_words import draw_move
from matbot.screens.widgets.top_line import TopLine
from matbot.services.migration import MigrationPreview, keep_crosswalk
from matbot.text import shortened

_ROOM = 60
"""The maximum length of a saved version's name in a notification, in characters."""


class BeforeAfterScreen(ReviewScreen[str]):
    """The heat map before and after, and unplaced answers; returns the message once moved, or None."""

    CSS_PATH = "migration.tcss"
    HELP = (
        "On the left the review as it is, on the right as it would be. Below is what has no place in the "
        "other framework version, with the question as it was asked: it is kept, and is back once the review "
        "is. Ctrl+S moves the review; the version before is saved, so that you can look at it and write its "
        "transcript. Esc leaves everything as it is."
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(BEFORE_AFTER)

    def __init__(self, preview: MigrationPreview) -> None:
        super().__init__(preview.file)
        self._preview = preview

    def compose(self) -> ComposeResult:
        """Lay out both sides in a scrolling area, and the buttons."""
        yield TopLine()
        with Vertical(id="page"), Vertical(id="column"):
            with VerticalScroll(id="move"):
                yield FittedText()
            with Horizontal(id="buttons"):
                yield MarkedButton(Content("[ Move ]"), id="carry")
                yield MarkedButton(Content("[ Leave as it is ]"), id="leave")
        yield KeyLine()

    def on_mount(self) -> None:
        """Show both sides."""
        self.show_top_line()
        self.query_one(FittedText).show(partial(draw_move, self._preview))
        self.query_one("#move").focus()

    def show_top_line(self) -> None:
        """Put the name of this page before whose review it is."""
        super().show_top_line()
        line = self.query_one(TopLine)
        line.title = f"Before and after · {line.title}"

    @on(Button.Pressed, "#carry")
    def action_migrate(self) -> None:
        """Move the review; if the disk refuses, saving is retried as for any event."""
        if self.file.read_only:
            self.tell(f"This review can only be read: {self.file.read_only}.", wrong=True)
            return
        if not self.say(*self._preview.events):
            return
        self._keep_crosswalk()
        self.dismiss(self._format_result())

    @on(Button.Pressed, "#leave")
    def _leave(self) -> None:
        self.dismiss(None)

    def _keep_crosswalk(self) -> None:
        """Save the confirmed crosswalk for the next review; this review contains it already."""
        try:
            keep_crosswalk(self._preview.crosswalk, find_host(self).workspace)
        except NotWritten as problem:
            self.tell(str(problem), wrong=True)

    def _format_result(self) -> str:
        name = next(event.name for event in self._preview.events if isinstance(event, VersionSaved))
        return f"Moved. How it was is saved as “{shortened(name, _ROOM)}”. Ctrl+L moves it back."
