"""A dialog that asks for one line of text."""

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
    """A dialog with a one-line box; returns what was typed, or None if cancelled."""

    # Absolute paths: Textual resolves a relative one from the folder of the subclass.
    CSS_PATH = [Path(__file__).with_name("modals.tcss"), Path(__file__).with_name("one_line.tcss")]  # noqa: RUF012 - Textual's type
    HELP = "Type in the box, and press Enter. Esc leaves all as it is."
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(ONE_LINE)

    def __init__(self, title: str, words: str, name: str, value: str, longest: int = 0) -> None:
        """Create the dialog.

        Args:
            title: the title in the border.
            words: the explanation above the box.
            name: the label of the box.
            value: the initial text.
            longest: the maximum length in characters; 0 for no limit.

        """
        super().__init__()
        self._title, self._words, self._name_of_box = title, words, name
        self._box = NameInput(value, max_length=longest, compact=True, select_on_focus=False)

    def compose(self) -> ComposeResult:
        """Lay out the explanation and the box."""
        with Dialog() as dialog:
            dialog.border_title = Content(self._title)
            dialog.border_subtitle = "Enter saves · Esc: back"
            yield Static(Content(self._words), classes="dialog-text")
            yield Field(self._name_of_box, self._box)

    def on_mount(self) -> None:
        """Focus the box."""
        self._box.focus()

    def action_save(self) -> None:
        """Return what was typed."""
        self.dismiss(self.query_one(Input).value.strip())
