"""The choices of a turn, docked below the conversation: made by key, by arrows and Enter, or by mouse."""

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static

from matbot.commands.conversation import CHOICE_BAR
from matbot.interview import Choice
from matbot.screens.keys import bindings_of
from matbot.screens.themes import rating_style
from matbot.screens.widgets.one_size import update_in_place
from matbot.text import clean

MOST = 6
"""The maximum number of choices at a turn."""

_IN_LINE = 4
"""The maximum number of choices in one line."""


class ChoiceItem(Static):
    """One choice; a click selects it."""

    class Clicked(Message):
        """A choice was clicked."""

        def __init__(self, place: int) -> None:
            super().__init__()
            self.place = place

    def __init__(self, place: int) -> None:
        super().__init__(id=f"choice-{place}")
        self.place = place

    def on_click(self) -> None:
        """Report the click."""
        self.post_message(self.Clicked(self.place))


class NoteBegun(Message):
    """Something that is not a choice was typed or pasted where a choice or a show of hands is expected."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.words = words


class ChoiceBar(Widget, can_focus=True):
    """Up to six choices in a grid. The current answer is marked `●`, the cursor `›`."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,up", "move(-1)", "Previous", show=False),
        Binding("right,down", "move(1)", "Next", show=False),
        *bindings_of(CHOICE_BAR),
    ]

    class Chosen(Message):
        """A choice was made."""

        def __init__(self, choice: Choice) -> None:
            super().__init__()
            self.choice = choice

    has_cursor: reactive[bool] = reactive(False, repaint=False)
    """Whether the cursor is on a choice: at first it is on none, so as not to suggest one."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._choices: tuple[Choice, ...] = ()
        self._present = ""
        self._cursor = -1

    def compose(self) -> ComposeResult:
        """Yield a widget for each possible choice, so that no turn creates widgets."""
        for place in range(MOST):
            yield ChoiceItem(place)

    def show(self, choices: Sequence[Choice], present: str = "") -> None:
        """Show the choices of a turn; `present` is the value of the current answer."""
        self._choices = tuple(choices)
        self._present = present
        values = [choice.value for choice in choices]
        has_default = bool(choices) and choices[0].key == ""
        self._cursor = values.index(present) if present in values else 0 if has_default else -1
        self._draw()

    def action_move(self, by: int) -> None:
        """Move the cursor to the next or previous choice."""
        if self._choices:
            self._cursor = (max(self._cursor, 0 if by < 0 else -1) + by) % len(self._choices)
            self._draw()

    def action_choose(self) -> None:
        """Make the choice under the cursor."""
        if 0 <= self._cursor < len(self._choices):
            self._choose(self._choices[self._cursor])

    def on_key(self, event: events.Key) -> None:
        """Make the choice whose digit was pressed; any other character begins a note."""
        if not event.is_printable or not event.character or event.character.isspace():
            return
        event.stop()
        choice = next((choice for choice in self._choices if choice.digit == event.character), None)
        if choice:
            self._choose(choice)
        else:
            self.post_message(NoteBegun(event.character))

    def on_paste(self, event: events.Paste) -> None:
        """Begin a note with the pasted text, even if it is a digit."""
        event.stop()
        if clean(event.text):
            self.post_message(NoteBegun(clean(event.text)))

    def on_choice_item_clicked(self, event: ChoiceItem.Clicked) -> None:
        """Make the choice that was clicked."""
        event.stop()
        self._choose(self._choices[event.place])

    def _choose(self, choice: Choice) -> None:
        self.post_message(self.Chosen(choice))

    def watch_has_focus(self, has_focus: bool) -> None:
        """Show or hide the cursor."""
        super().watch_has_focus(has_focus)
        self._draw()

    def on_resize(self) -> None:
        """Lay out the choices for another width."""
        self._lay_out()

    def _draw(self) -> None:
        self.has_cursor = self._cursor >= 0
        for item in self.query(ChoiceItem):
            there = item.place < len(self._choices)
            item.display = there
            if there:
                update_in_place(item, self._content(item.place))
        self._lay_out()

    def _lay_out(self) -> None:
        """Use one line if the choices are few and fit, otherwise as many columns (3, 2 or 1) as fit."""
        widths = [self._content(place).cell_length + 1 for place in range(len(self._choices))]
        room = self.content_size.width or sum(widths)
        in_line = len(widths) <= _IN_LINE and sum(widths) <= room
        beside = 0 if in_line else next((many for many in (3, 2) if max(widths) <= room // many), 1)
        for name, many in (("-six", 3), ("-pairs", 2), ("-single", 1)):
            self.set_class(beside == many, name)

    def _content(self, place: int) -> Content:
        choice = self._choices[place]
        cursor = self.has_focus and place == self._cursor
        stands = choice.value == self._present
        mark = "›" if cursor else "●" if stands else " "
        label_style = "bold reverse" if cursor else "bold" if stands else ""
        return Content.assemble(
            (mark, "bold $accent"),
            (f"{choice.digit} ", "bold $accent"),
            self._chip(choice),
            (choice.label, label_style),
        )

    def _chip(self, choice: Choice) -> Content:
        """Return the letters of a rating in its colour, before its name."""
        if not choice.value.isupper():
            return Content("")
        scale = [one.value for one in self._choices if one.value.isupper()]
        return Content.assemble((f" {choice.value} ", rating_style(choice.value, scale)), " ")
