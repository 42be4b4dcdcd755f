"""A dialog that asks which elements something is about."""

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
    """A list of elements to tick; returns the codes in framework order, or None if cancelled."""

    # Absolute paths: Textual resolves a relative one from the folder of the subclass.
    CSS_PATH = [Path(__file__).with_name("modals.tcss"), Path(__file__).with_name("element_choice.tcss")]  # noqa: RUF012 - Textual's type
    HELP = "Tick the elements with the arrows and the space bar, or with the mouse. Ctrl+S takes them."
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(ELEMENTS)

    def __init__(self, words: str, headings: Sequence[Heading], ticked: Collection[str]) -> None:
        """Create the dialog; `words` say what the elements are for, and `ticked` are selected already."""
        super().__init__()
        self._words, self._headings, self._ticked = words, headings, frozenset(ticked)

    def compose(self) -> ComposeResult:
        """Lay out the explanation and the elements."""
        with Dialog() as dialog:
            dialog.border_title = "Which elements"
            dialog.border_subtitle = "Space ticks · Ctrl+S takes these · Esc: back"
            yield Static(Content(self._words), classes="dialog-text")
            yield TickList(self._headings)

    def on_mount(self) -> None:
        """Show the selection and the list from its first element."""
        self.query_one(TickList).show(self._ticked)

    @on(TickList.Changed)
    def _tick(self, event: TickList.Changed) -> None:
        self._ticked = event.ticked

    def action_take(self) -> None:
        """Return the ticked elements, if there are any."""
        codes = [element.code for heading in self._headings for element in heading.elements]
        if chosen := tuple(code for code in codes if code in self._ticked):
            self.dismiss(chosen)
        else:
            self.notify(NOTHING, severity="warning", markup=False)
