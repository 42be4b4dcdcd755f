"""A field of a form: its label, a note on where its text comes from, and a text box."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Static, TextArea

from matbot.commands.priorities import FORM_BOX
from matbot.screens.keys import bindings_of
from matbot.screens.widgets.words_box import WordsBox


class FormBox(WordsBox):
    """A box of a form: Enter begins a new line, or moves to the next box if this one has a single line."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of(FORM_BOX)

    def __init__(self, has_one_line: bool = False) -> None:
        super().__init__()
        self._has_one_line = has_one_line
        self.match_cursor_bracket = False

    def action_new_line(self) -> None:
        """Begin a new line if the box is editable and has several lines."""
        if self._has_one_line:
            self.screen.focus_next()
        elif not self.read_only:
            super().action_new_line()

    def _take(self, pasted: str) -> None:
        """Insert pasted text, joined to one line if the box has a single line."""
        super()._take(" ".join(pasted.split()) if self._has_one_line else pasted)


class FormField(Vertical):
    """A label, a mark and a box. The focused field is marked `›`."""

    class Changed(Message):
        """The text in the box has changed."""

        def __init__(self, field: FormField) -> None:
            super().__init__()
            self.field = field

    def __init__(self, name: str, label: str, lines: int, id: str | None = None) -> None:
        super().__init__(id=id)
        self.field_name = name
        self._label = label
        self._lines = lines
        self._mark = ""

    def compose(self) -> ComposeResult:
        """Lay out the label and the mark on one line, and the box below."""
        yield Static(classes="label")
        yield FormBox(has_one_line=self._lines == 1)

    def on_mount(self) -> None:
        """Set the height of the box."""
        self.box.styles.height = self._lines
        self._draw()

    @property
    def box(self) -> FormBox:
        """The box."""
        return self.query_one(FormBox)

    @property
    def text(self) -> str:
        """The text in the box."""
        return self.box.text

    def show(self, words: str) -> None:
        """Set the text in the box."""
        self.box.load_text(words)

    def mark(self, words: str) -> None:
        """Show a note on where the text comes from, such as `Draft by matbot`."""
        if words != self._mark:
            self._mark = words
            self._draw()

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Report that the text has changed."""
        event.stop()
        self.post_message(self.Changed(self))

    def on_descendant_focus(self) -> None:
        """Mark this field as focused."""
        self._draw()

    def on_descendant_blur(self) -> None:
        """Remove the focus mark."""
        self._draw()

    def _draw(self) -> None:
        in_use = self.box.has_focus
        label = Content.assemble(
            ("› " if in_use else "  ", "bold $accent"),
            (self._label, "bold"),
            (f"  {self._mark}" if self._mark else "", "italic $accent"),
        )
        self.query_one(".label", Static).update(label, layout=False)
