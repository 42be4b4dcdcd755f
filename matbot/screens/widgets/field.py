"""A one-line form field: a label before it, and a hint or an error message after it."""

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input, Static

from matbot.text import clean_name

LONGEST_LINE = 4096
"""The maximum length of a line in a box without its own limit, as for a path, in characters."""


class NameInput(Input):
    """A one-line box; pasted text, from the terminal or by key, is cleaned and truncated to fit."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,enter", "app.focus_next", "Next", show=False),
        Binding("up", "app.focus_previous", "Previous", show=False),
    ]

    def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        self._take(event.text)

    def action_paste(self) -> None:
        """Paste text that was copied in matbot."""
        self._take(self.app.clipboard)

    def line_of(self, text: str) -> str:
        """Convert pasted text to one line."""
        return clean_name(text)

    def _take(self, text: str) -> None:
        line = self.line_of(text)
        room = (self.max_length or LONGEST_LINE) - len(self.value) + len(self.selected_text)
        self.replace(line[:room], *sorted(self.selection))


class Field(Horizontal):
    """A box with its label; `›` before the label marks the focus."""

    def __init__(self, name: str, box: NameInput, beside: str = "") -> None:
        super().__init__()
        self._name_of_box = name
        self.box = box
        self._beside = beside
        self._words = Static(Content(beside), classes="beside")

    def compose(self) -> ComposeResult:
        """Lay out the mark, the label, the box and the hint."""
        yield Static("›", classes="mark")
        yield Static(Content(self._name_of_box), classes="name")
        yield self.box
        yield self._words

    def on_descendant_focus(self) -> None:
        """Show the mark."""
        self.add_class(
            "-here"
        )  # the style sheet's own `:focus-within` stays behind when the focus moves early

    def on_descendant_blur(self) -> None:
        """Hide the mark."""
        self.remove_class("-here")

    def show_fault(self, words: str) -> None:
        """Show an error message for the box in place of the hint; an empty one removes it."""
        self.set_class(bool(words), "-fault")
        self._words.update(Content(words or self._beside))
