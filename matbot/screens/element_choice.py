"""Asks which elements something is to be about: the elements there are, to tick."""

from collections.abc import Collection, Sequence
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from matbot.commands.transcript import ELEMENTS
from matbot.rubric import Heading
from matbot.screens.keys import bindings_of
from matbot.screens.widgets.dialog import Dialog
from matbot.screens.widgets.tick_list import TickList

NOTHING = "Tick at least one element."


class ElementsScreen(ModalScreen[tuple[str, ...] | None]):
    """Elements to tick; gives the codes in the order of the framework, or None to leave all as it is."""

    # Whole paths: Textual takes a relative one from the folder of the class that inherits it.
    CSS_PATH = [Path(__file__).with_name("modals.tcss"), Path(__file__).with_name("element_choice.tcss")]  # noqa: RUF012 - Textual's type
    HELP = "Tick the elements with the arrows and the space bar, or with the mouse. Ctrl+S takes them."
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(ELEMENTS)

    def __init__(self, words: str, headings: Sequence[Heading], ticked: Collection[str]) -> None:
        """`words` say what they are for; `ticked` are those that are chosen already."""
        super().__init__()
        self._words, self._headings, self._ticked = words, headings, frozenset(ticked)

    def compose(self) -> ComposeResult:
        """What they are for, and the elements."""
        with Dialog() as dialog:
            dialog.border_title = "Which elements"
            dialog.border_subtitle = "Space ticks · Ctrl+S takes these · Esc: back"
            yield Static(Content(self._words), classes="dialog-text")
            yield TickList(self._headings)

    def on_mount(self) -> None:
        """Begin at the first of them."""
        self.query_one(TickList).show(self._ticked)

    @on(TickList.Changed)
    def _tick(self, event: TickList.Changed) -> None:
        self._ticked = event.ticked

    def action_take(self) -> None:
        """Give those that are ticked, if any is."""
        codes = [element.code for heading in self._headings for element in heading.elements]
        if chosen := tuple(code for code in codes if code in self._ticked):
            self.dismiss(chosen)
        else:
            self.notify(NOTHING, severity="warning", markup=False)
