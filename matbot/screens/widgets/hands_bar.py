"""A show of hands: a counter for each level of the scale, by keys or by mouse."""

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.style import Style
from textual.widgets import Static

from matbot.commands.conversation import HANDS_BAR
from matbot.rubric import Level
from matbot.screens.keys import bindings_of
from matbot.screens.themes import rating_chip
from matbot.screens.widgets.choice_bar import NoteBegun
from matbot.screens.widgets.fitted_text import FittedText
from matbot.text import clean

COUNTER = 19
"""The columns that each counter takes at least; a longer name of a level takes more."""

_MOST = 9999


class HandsBar(Vertical, can_focus=True):
    """A counter for each level, the one the keys change marked `›`, and how many hands there are in all."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings_of(HANDS_BAR),
        Binding("backspace,delete", "rub_out", "Rub out", show=False),
    ]

    class Changed(Message):
        """Other hands are counted now; nothing is sent yet."""

        def __init__(self, hands: str) -> None:
            super().__init__()
            self.hands = hands

    class Sent(Message):
        """The hands were counted."""

        def __init__(self, hands: str) -> None:
            super().__init__()
            self.hands = hands

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._levels: Sequence[Level] = ()
        self._people = 0
        self._counts: list[int] = []
        self._at = 0
        self._fresh = True
        """Whether the next digit begins a number anew."""
        self._said = ""
        """Why the hands were not sent; empty again once they change."""

    def compose(self) -> ComposeResult:
        """The counters, and how many hands there are in all."""
        yield FittedText(id="counters")
        yield Static(id="hands-sum")

    @property
    def hands(self) -> str:
        """The hands as an answer, the weakest level first, such as `0 2 3 1`."""
        return " ".join(map(str, self._counts))

    def show(self, levels: Sequence[Level], people: int, hands: str) -> None:
        """Show the counters of a scale; `hands` are those that were counted so far."""
        self._levels, self._people = levels, people
        numbers = [int(word) for word in hands.split() if word.isascii() and word.isdigit()]
        self._counts = numbers if len(numbers) == len(levels) else [0] * len(levels)
        self._at, self._fresh, self._said = 0, True, ""
        self._draw()

    def clear(self) -> None:
        """Begin to count anew; those that were counted before lead nobody."""
        self.show(self._levels, self._people, "")

    def action_move(self, by: int) -> None:
        """Go to another level."""
        self._at, self._fresh = (self._at + by) % len(self._levels), True
        self._draw()

    def action_add(self, by: int) -> None:
        """Count hands in or out."""
        self._fresh = True
        self._set(self._counts[self._at] + by)

    def action_rub_out(self) -> None:
        """Take away the last digit."""
        self._fresh = False
        self._set(self._counts[self._at] // 10)

    def action_send(self) -> None:
        """Send the hands; where they cannot be right, say so where they are counted, and stay."""
        self._fresh = True
        if not any(self._counts):
            self._said = "No hands are counted yet. Count them, or go on without with Ctrl+F."
        elif sum(self._counts) <= self._people:
            self.post_message(self.Sent(self.hands))
        self._draw()

    def on_key(self, event: events.Key) -> None:
        """Put a digit that is typed into the counter; anything else is the beginning of a note."""
        digit = event.character or ""
        if event.is_printable and digit and not digit.isspace() and digit not in "0123456789+-=":
            event.stop()
            self.post_message(NoteBegun(digit))
        elif digit.isascii() and digit.isdigit():
            event.stop()
            longer = 0 if self._fresh else self._counts[self._at] * 10
            self._fresh = False
            self._set(longer + int(digit))

    def on_paste(self, event: events.Paste) -> None:
        """Begin a note with what is pasted."""
        event.stop()
        if clean(event.text):
            self.post_message(NoteBegun(clean(event.text)))

    def on_click(self, event: events.Click) -> None:
        """Count a hand in or out where the mouse is, or go to the level under it."""
        place, by = event.style.meta.get("counter", (None, 0))
        if place is not None:
            event.stop()
            self._at = place
            self.action_add(by)

    def watch_has_focus(self, has_focus: bool) -> None:
        """Show the mark, or hide it."""
        super().watch_has_focus(has_focus)
        self._draw()

    def _set(self, count: int) -> None:
        self._counts[self._at], self._said = min(max(count, 0), _MOST), ""
        self._draw()
        self.post_message(self.Changed(self.hands))

    def _draw(self) -> None:
        if self._levels and self.is_mounted:
            self.query_one("#counters", FittedText).show(self._counters)
            self.query_one("#hands-sum", Static).update(self._sum())

    def _counters(self, width: int) -> Content:
        """A counter for each level, as many beside each other as there is room for."""
        counter = self._widest(width)
        beside = max(width // counter, 1)
        pairs = [self._counter(place, counter) for place in range(len(self._levels))]
        rows = [pairs[start : start + beside] for start in range(0, len(pairs), beside)]
        lines = [Content("").join(pair[line] for pair in row) for row in rows for line in (0, 1)]
        return Content("\n").join(lines)

    def _sum(self) -> Content:
        """How many hands there are of how many people, or why they cannot be sent."""
        hands = sum(self._counts)
        if hands > self._people:
            words = f"That makes {hands} hands, and you are {self._people}. Please count again."
            return Content.styled(words, "bold $warning")
        if self._said:
            return Content.styled(self._said, "bold $warning")
        words = f"{hands} of {self._people} hands; not all need vote."
        return Content.assemble(words, ("  Type a number or press ↑ ↓; ← → go on.", "$secondary"))

    def _widest(self, width: int) -> int:
        """The columns of the widest counter, as far as there are so many."""
        scale = [level.letters for level in self._levels]
        chip = len(rating_chip("", scale)[0])
        widest = max(Content(level.name).cell_length for level in self._levels)
        return min(max(widest + chip + 4, COUNTER), max(width, COUNTER))

    def _counter(self, place: int, room: int) -> tuple[Content, Content]:
        """A level's letters and name, and below them its count between what takes from it and adds to it."""
        level, here = self._levels[place], self.has_focus and place == self._at
        name = Content.assemble(
            ("› " if here else "  ", "bold $accent"),
            rating_chip(level.letters, [one.letters for one in self._levels]),
            (f" {level.name}", "bold" if here else ""),
        )
        count = Content.assemble(
            "  ",
            _part("[-]", place, -1),
            (f"{self._counts[place]:>5} ", "bold reverse" if here else "bold"),
            " ",
            _part("[+]", place, 1),
        )
        return _cell(name, place, room), _cell(count, place, room)


def _cell(line: Content, place: int, room: int) -> Content:
    """A line of a counter; a click on it goes there."""
    return line.truncate(room, ellipsis=True, pad=True).stylize_before(
        Style.from_meta({"counter": (place, 0)})
    )


def _part(words: str, place: int, by: int) -> Content:
    return Content.styled(words, Style.from_meta({"counter": (place, by)}))
