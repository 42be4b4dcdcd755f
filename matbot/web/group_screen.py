"""The page of an invited group before and after its review, which leads only back into the review."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Button, Static

from matbot.commands.boxes import GROUP_PAGE
from matbot.screens.host import Host, find_host
from matbot.screens.keys import bindings_of
from matbot.screens.widgets.key_line import KeyLine
from matbot.screens.widgets.marked_button import MarkedButton
from matbot.screens.widgets.top_line import TopLine
from matbot.store.errors import NotFound, StoreError

STOPPED = (
    "You have stopped here. Everything you said is saved, and you can close this page.\n\n"
    "To carry on now, press Enter. On another day, open the link that is given out then."
)
GONE = (
    "Your group's review is not in its place any more: it was moved away, or deleted.\n\n"
    "Ask the person who started matbot to put it back, then press Enter."
)
SHUT = (
    "Your group's review cannot be read just now. Nothing in it was changed.\n\n"
    "Ask the person who started matbot to open it: matbot says there what is wrong. Then press Enter."
)
"""Omits the store's message, which names a file and so means nothing to people elsewhere."""


class GroupScreen(Screen[None]):
    """Opens the group's review at once, and is shown again when people stop."""

    HELP = "Your link leads to your group's review. Press Enter to carry on with it, or close the page."
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(GROUP_PAGE)

    def __init__(self, review: str) -> None:
        """`review` is the id of the group's review."""
        super().__init__()
        self._review = review

    def compose(self) -> ComposeResult:
        """Lay out the state of the review, and the button that leads back to it."""
        yield TopLine()
        with Vertical(id="page"), Vertical(id="column"):
            yield Static(id="said")
            yield MarkedButton("Carry on (Enter)", id="carry-on", variant="primary")
        yield KeyLine()

    def on_mount(self) -> None:
        """Open the review as soon as the page is drawn."""
        self.query_one(TopLine).title = "matbot"
        self.call_after_refresh(self.action_carry_on)

    def on_screen_resume(self) -> None:
        """Close the review, so that another page of the group can continue it."""
        if self.app.screen is self and self._host.review_file is not None:
            self._host.close_review()
            self._show_message(STOPPED)

    @on(Button.Pressed)
    def action_carry_on(self) -> None:
        """Open the review, or say why it cannot be opened."""
        try:
            self._host.open_review(self._review)
        except NotFound:
            self._show_message(GONE)
        except StoreError:
            self._show_message(SHUT)

    @property
    def _host(self) -> Host:
        return find_host(self)

    def _show_message(self, words: str) -> None:
        self.query_one("#said", Static).update(Content(words))
        self.query_one(Button).focus()
