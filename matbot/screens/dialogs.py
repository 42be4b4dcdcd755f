"""A dialog that asks a question and offers a few choices, the one that loses nothing first."""

from collections.abc import Mapping
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from matbot.commands.boxes import ASK
from matbot.screens.keys import bindings_of
from matbot.screens.widgets.dialog import Dialog
from matbot.screens.widgets.marked_list import MarkedList
from matbot.text import shown

STAY = "stay as it is"
"""The id of the last choice, which does the same as Esc."""


class AskScreen(ModalScreen[str | None]):
    """A dialog that shows a text and offers choices; returns the name of the choice, or None if cancelled."""

    # Absolute paths: Textual resolves a relative one from the folder of the subclass.
    CSS_PATH = [Path(__file__).with_name("modals.tcss")]  # noqa: RUF012 - Textual's type
    HELP = "Choose one of the lines with the arrows and Enter, or with the mouse. Esc leaves all as it is."
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(ASK)

    def __init__(
        self,
        title: str,
        words: str,
        choices: Mapping[str, str],
        leave: str,
        begin_with_leaving: bool = False,
    ) -> None:
        """Create the dialog.

        Args:
            title: the title in the border.
            words: the text above the choices.
            choices: the label of each choice, by its name.
            leave: what Esc does.
            begin_with_leaving: whether the cursor begins on the choice that changes nothing.

        """
        super().__init__()
        self.title = title
        self._words = words
        self._choices = choices
        self._leave = leave
        self._begin = len(choices) if begin_with_leaving else 0

    def compose(self) -> ComposeResult:
        """Lay out the text, then the choices."""
        with Dialog() as dialog:
            dialog.border_title = Content(self.title or "")
            dialog.border_subtitle = Content(f"Esc: {self._leave.partition(';')[0]}")
            yield Static(Content(shown(self._words)), classes="dialog-text")
            yield MarkedList()

    def on_mount(self) -> None:
        """List the choices."""
        ways = self.query_one(MarkedList)
        choices = {**self._choices, STAY: f"{self._leave[0].upper()}{self._leave[1:]}"}
        ways.add_options([Option(Content(shown(text)), id=name) for name, text in choices.items()])
        ways.highlighted = self._begin
        ways.focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Return the choice made."""
        self.dismiss(None if event.option.id == STAY else event.option.id)
