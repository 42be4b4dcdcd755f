"""Asks for a folder to save in."""

from typing import ClassVar

import platformdirs
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from matbot.screens.keys import key
from matbot.screens.widgets.field import Field, NameInput


class FolderScreen(ModalScreen[str | None]):
    """A box for the path of a folder; gives it, or None if people thought better of it."""

    CSS_PATH = "modals.tcss"
    HELP = "Type the folder to save in, and press Enter. It is made if it is not there yet."
    BINDINGS: ClassVar[list[BindingType]] = [
        key("escape", "dismiss(None)", "Back", "Save nowhere else"),
        key("enter", "save", "Save", "Save there"),
    ]

    def compose(self) -> ComposeResult:
        """What the folder is for, and the box."""
        with Vertical(classes="dialog") as dialog:
            dialog.border_title = "Save a copy in another folder"
            dialog.border_subtitle = "Enter saves · Esc: back"
            words = "Such as a stick. The copy is a review of its own, with all that was said in it."
            yield Static(Content(words), classes="dialog-text")
            yield Field("Folder", NameInput(str(platformdirs.user_documents_path() / "matbot-copy")))

    def on_mount(self) -> None:
        """Begin in the box."""
        self.query_one(Input).focus()

    def action_save(self) -> None:
        """Give the folder that was typed."""
        self.dismiss(self.query_one(Input).value.strip() or None)
