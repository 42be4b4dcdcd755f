"""Asks what to do about a file that is there already."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar, Literal, cast

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from matbot.screens.keys import key
from matbot.screens.widgets.marked_list import MarkedList
from matbot.text import one_line

Way = Literal["beside", "over"]
"""How to write although there is a file: under another name beside it, or in its place."""


class AlreadyThereScreen(ModalScreen[Way | None]):
    """Three ways on, the one that loses nothing first; None leaves everything as it is."""

    CSS_PATH = "modals.tcss"
    HELP = "There is a file of that name already. Nothing happens to it unless you say so."
    BINDINGS: ClassVar[list[BindingType]] = [
        key("escape", "dismiss(None)", "Leave it", "Write nothing"),
    ]

    def __init__(self, path: Path, beside: Path) -> None:
        super().__init__()
        self._path = path
        self._beside = beside

    def compose(self) -> ComposeResult:
        """Which file it is, then what can be done."""
        with Vertical(classes="dialog"):
            yield Static("There is a transcript of that name already", classes="dialog-title")
            yield Static(Content(one_line(str(self._path))), classes="dialog-text")
            yield MarkedList()
            yield Static("Escape leaves it as it is and writes nothing.", classes="dialog-foot")

    def on_mount(self) -> None:
        """Offer the ways on."""
        ways = self.query_one(MarkedList)
        ways.add_options(
            [
                Option(Content(f"Write beside it, as {one_line(self._beside.name)}"), id="beside"),
                Option(Content("Write over it: what stands in it now is gone"), id="over"),
                Option(Content("Leave it"), id="leave"),
            ]
        )
        ways.highlighted = 0
        ways.focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Do what was chosen."""
        chosen = event.option_id
        self.dismiss(None if chosen == "leave" else cast("Way", chosen))
