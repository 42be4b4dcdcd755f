"""The box for words of people's own: Enter sends, Ctrl+J makes a new line."""

from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.message import Message
from textual.widgets import TextArea

from matbot.commands.conversation import WORDS_BOX
from matbot.screens.keys import bindings_of
from matbot.text import LONGEST, clean


class WordsBox(TextArea):
    """A small box of fixed height, which is far cheaper to type in than one that grows."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of(WORDS_BOX)

    class Sent(Message):
        """The words were sent."""

        def __init__(self, words: str) -> None:
            super().__init__()
            self.words = words

    class Truncated(Message):
        """What was pasted or typed was longer than an answer can be, and was cut."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id, compact=True, highlight_cursor_line=False)
        self.match_cursor_bracket = False  # it would turn the numerals of a note, (i), upside down

    def action_undo(self) -> None:
        """Undo the last typing; where nothing was typed since the box was shown, the page's last change."""
        if self.history.undo_stack:
            self.undo()
        else:
            self.call_later(self.screen.run_action, "undo")

    def action_redo(self) -> None:
        """Redo the last typing; where no typing was undone, what was undone last of the page."""
        if self.history.redo_stack:
            self.redo()
        elif not self.history.undo_stack:
            self.call_later(self.screen.run_action, "redo")

    def show(self, words: str) -> None:
        """Put words into the box, with the cursor after them."""
        self.load_text(words)
        self.move_cursor(self.document.end)

    def action_send(self) -> None:
        """Send the words."""
        self.post_message(self.Sent(self.text))

    def action_new_line(self) -> None:
        """Begin a new line."""
        self.insert("\n")

    async def _on_paste(self, event: events.Paste) -> None:
        """Take what is pasted as plain text, as much of it as fits."""
        event.stop()
        event.prevent_default()
        self._take(event.text)

    def action_paste(self) -> None:
        """Paste what was copied in matbot."""
        self._take(self.app.clipboard)

    def _take(self, pasted: str) -> None:
        room = LONGEST - len(self.text) + len(self.selected_text)
        text = clean(pasted)
        if text[:room]:
            self.move_cursor(self.replace(text[:room], *self.selection).end_location)
        if len(text) > room or len(pasted) > LONGEST:
            self.post_message(self.Truncated())
