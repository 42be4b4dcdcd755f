"""A good ending: what is done, what comes next, and where it is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from matbot.interview import Interview
from matbot.screens.keys import key
from matbot.screens.widgets.marked_list import MarkedList
from matbot.text import shown

if TYPE_CHECKING:
    from matbot.store.review_file import ReviewFile


class StoppingScreen(ModalScreen[str | None]):
    """Says that all is kept; gives `home`, the name of another page, or None to carry on."""

    CSS_PATH = "modals.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        key("escape", "dismiss(None)", "Carry on", "Back to the conversation"),
    ]
    CHOICES: ClassVar[dict[str, str]] = {
        "home": "Stop here and go home",
        "check": "Check your answers first",
        "priorities": "Choose priorities",
        "transcript": "Read and write the transcript",
    }

    def __init__(self, file: ReviewFile, interview: Interview) -> None:
        super().__init__()
        self._file = file
        self._interview = interview

    def compose(self) -> ComposeResult:
        """Words, then what to do now."""
        with Vertical(classes="dialog") as dialog:
            dialog.border_title = "A good place to stop"
            dialog.border_subtitle = "Esc: carry on where you were"
            yield Static(Content(self._words()), classes="dialog-text")
            yield MarkedList()

    def on_mount(self) -> None:
        """List what to do now."""
        choices = self.query_one(MarkedList)
        choices.add_options([Option(text, id=name) for name, text in self.CHOICES.items()])
        choices.highlighted = 0

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Do what was chosen."""
        self.dismiss(event.option.id)

    def _words(self) -> str:
        review, turn = self._interview.review, self._interview.turn
        title = turn.element.title if turn.element else ""
        following = f"Next time matbot goes on with {title}." if title else "Everything has been asked."
        return f"{review.progress}. {following}\n\nKept in {shown(str(self._file.path))}"
