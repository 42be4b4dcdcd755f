"""The text box for free text: Enter sends, Ctrl+J inserts a new line."""

from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.message import Message
from textual.widgets import TextArea

from matbot.commands.conversation import WORDS_BOX
from matbot.screens.keys import bindings_of
from matbot.text import LONGEST, clean


class WordsBox(TextArea):
    """A small text box of fixed height, which is far faster to type in than one that grows."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of(WORDS_BOX)

    class Sent(Message):
        """The text was sent."""

        def __init__(self, words: str) -> None:
            super().__init__()
            self.words = words

    class Truncated(Message):
        """Text that was pasted or typed exceeded the maximum length and was truncated."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id, compact=True, highlight_cursor_line=False)
        self.match_cursor_bracket = False  # it would highlight the brackets of numerals in a note, as in (i)

    def action_undo(self) -> None:
        """Undo the last typing; if there is none since the box was shown, undo the page's last change."""
        if self.history.undo_stack:
            self.undo()
        else:
            self.call_later(self.screen.run_action, "undo")

    def action_redo(self) -> None:
        """Redo the last undone typing; if no typing was undone, redo the page's last undone change."""
        if self.history.redo_stack:
            self.redo()
        elif not self.history.undo_stack:
            self.call_later(self.screen.run_action, "redo")

    def show(self, words: str) -> None:
        """Set the text in the box, with the cursor at its end."""
        self.load_text(words)
        self.move_cursor(self.document.end)

    def action_send(self) -> None:
        """Send the text."""
        self.post_message(self.Sent(self.text))

    def action_new_line(self) -> None:
        """Insert a new line."""
        self.insert("\n")

    async def _on_paste(self, event: events.Paste) -> None:
        """Insert pasted text as plain text, truncated to fit."""
        event.stop()
        event.prevent_default()
        self._take(event.text)

    def action_paste(self) -> None:
        """Paste text that was copied in matbot."""
        self._take(self.app.clipboard)

    def _take(self, pasted: str) -> None:
        room = LONGEST - len(self.text) + len(self.selected_text)
        text = clean(pasted)
        if text[:room]:
            self.move_cursor(self.replace(text[:room], *self.selection).end_location)
        if len(text) > room or len(pasted) > LONGEST:
            self.post_message(self.Truncated())
