"""Asks for one line: a dialog with a box."""

from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from matbot.commands.boxes import ONE_LINE
from matbot.screens.keys import bindings_of
from matbot.screens.widgets.dialog import Dialog
from matbot.screens.widgets.field import Field, NameInput


class OneLineScreen(ModalScreen[str | None]):
    """A box for one line; gives what was typed, or None if people thought better of it."""

    # Whole paths: Textual takes a relative one from the folder of the class that inherits it.
    CSS_PATH = [Path(__file__).with_name("modals.tcss"), Path(__file__).with_name("one_line.tcss")]  # noqa: RUF012 - Textual's type
    HELP = "Type in the box, and press Enter. Esc leaves all as it is."
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(ONE_LINE)

    def __init__(self, title: str, words: str, name: str, value: str, longest: int = 0) -> None:
        """`words` say what it is for; `name` stands before the box, and `value` in it."""
        super().__init__()
        self._title, self._words, self._name_of_box = title, words, name
        self._box = NameInput(value, max_length=longest, compact=True, select_on_focus=False)

    def compose(self) -> ComposeResult:
        """What it is for, and the box."""
        with Dialog() as dialog:
            dialog.border_title = Content(self._title)
            dialog.border_subtitle = "Enter saves · Esc: back"
            yield Static(Content(self._words), classes="dialog-text")
            yield Field(self._name_of_box, self._box)

    def on_mount(self) -> None:
        """Begin in the box."""
        self._box.focus()

    def action_save(self) -> None:
        """Give what was typed."""
        self.dismiss(self.query_one(Input).value.strip())
