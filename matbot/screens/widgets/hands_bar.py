"""The show of hands: a counter for each level of the scale, changed by keys or mouse."""

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
"""The minimum width of a counter; a longer level name takes more, in columns."""

_MOST = 9999


class HandsBar(Vertical, can_focus=True):
    """A counter for each level, the current one marked `›`, and the total number of hands."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings_of(HANDS_BAR),
        Binding("backspace,delete", "rub_out", "Rub out", show=False),
    ]

    class Changed(Message):
        """The counts have changed; nothing has been sent yet."""

        def __init__(self, hands: str) -> None:
            super().__init__()
            self.hands = hands

    class Sent(Message):
        """The hands were sent."""

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
        """Whether the next digit begins a new number."""
        self._problem = ""
        """Why the hands were not sent; cleared when they change."""

    def compose(self) -> ComposeResult:
        """Lay out the counters and the total."""
        yield FittedText(id="counters")
        yield Static(id="hands-sum")

    @property
    def hands(self) -> str:
        """The counts as an answer, weakest level first, such as `0 2 3 1`."""
        return " ".join(map(str, self._counts))

    def show(self, levels: Sequence[Level], people: int, hands: str) -> None:
        """Show the counters of a scale; `hands` are the counts to begin with."""
        self._levels, self._people = levels, people
        numbers = [int(word) for word in hands.split() if word.isascii() and word.isdigit()]
        self._counts = numbers if len(numbers) == len(levels) else [0] * len(levels)
        self._at, self._fresh, self._problem = 0, True, ""
        self._draw()

    def clear(self) -> None:
        """Reset the counters, so that earlier counts do not influence the next show of hands."""
        self.show(self._levels, self._people, "")

    def action_move(self, by: int) -> None:
        """Move to another level."""
        self._at, self._fresh = (self._at + by) % len(self._levels), True
        self._draw()

    def action_add(self, by: int) -> None:
        """Add hands, or take them off."""
        self._fresh = True
        self._set(self._counts[self._at] + by)

    def action_rub_out(self) -> None:
        """Delete the last digit."""
        self._fresh = False
        self._set(self._counts[self._at] // 10)

    def action_send(self) -> None:
        """Send the hands; if they cannot be right, show why and stay."""
        self._fresh = True
        if not any(self._counts):
            self._problem = "No hands are counted yet. Count them, or go on without with Ctrl+F."
        elif sum(self._counts) <= self._people:
            self.post_message(self.Sent(self.hands))
        self._draw()

    def on_key(self, event: events.Key) -> None:
        """Enter a typed digit into the counter; any other character begins a note."""
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
        """Begin a note with the pasted text."""
        event.stop()
        if clean(event.text):
            self.post_message(NoteBegun(clean(event.text)))

    def on_click(self, event: events.Click) -> None:
        """Add or take off a hand where the mouse is, or move to the level under it."""
        place, by = event.style.meta.get("counter", (None, 0))
        if place is not None:
            event.stop()
            self._at = place
            self.action_add(by)

    def watch_has_focus(self, has_focus: bool) -> None:
        """Show or hide the mark."""
        super().watch_has_focus(has_focus)
        self._draw()

    def _set(self, count: int) -> None:
        self._counts[self._at], self._problem = min(max(count, 0), _MOST), ""
        self._draw()
        self.post_message(self.Changed(self.hands))

    def _draw(self) -> None:
        if self._levels and self.is_mounted:
            self.query_one("#counters", FittedText).show(self._counters)
            self.query_one("#hands-sum", Static).update(self._sum())

    def _counters(self, width: int) -> Content:
        """Render a counter for each level, as many side by side as fit."""
        counter = self._widest(width)
        beside = max(width // counter, 1)
        pairs = [self._counter(place, counter) for place in range(len(self._levels))]
        rows = [pairs[start : start + beside] for start in range(0, len(pairs), beside)]
        lines = [Content("").join(pair[line] for pair in row) for row in rows for line in (0, 1)]
        return Content("\n").join(lines)

    def _sum(self) -> Content:
        """Render the number of hands and people, or why the hands cannot be sent."""
        hands = sum(self._counts)
        if hands > self._people:
            words = f"That makes {hands} hands, and you are {self._people}. Please count again."
            return Content.styled(words, "bold $warning")
        if self._problem:
            return Content.styled(self._problem, "bold $warning")
        words = f"{hands} of {self._people} hands; not all need vote."
        return Content.assemble(words, ("  Type a number or press ↑ ↓; ← → go on.", "$secondary"))

    def _widest(self, width: int) -> int:
        """Return the width of the widest counter, limited to the available width."""
        scale = [level.letters for level in self._levels]
        chip = len(rating_chip("", scale)[0])
        widest = max(Content(level.name).cell_length for level in self._levels)
        return min(max(widest + chip + 4, COUNTER), max(width, COUNTER))

    def _counter(self, place: int, room: int) -> tuple[Content, Content]:
        """Render a level's letters and name, and its count between the minus and plus buttons below."""
        level, here = self._levels[place], self.has_focus and place == self._at
        name = Content.assemble(
            ("› " if here else "  ", "bold $accent"),
            rating_chip(level.letters, [one.letters for one in self._levels]),
            (f" {level.name}", "bold" if here else ""),
        )
        count = Content.assemble(
            "  ",
            _render_button("[-]", place, -1),
            (f"{self._counts[place]:>5} ", "bold reverse" if here else "bold"),
            " ",
            _render_button("[+]", place, 1),
        )
        return _render_cell(name, place, room), _render_cell(count, place, room)


def _render_cell(line: Content, place: int, room: int) -> Content:
    """Pad a line of a counter and make it clickable, to move to that counter."""
    return line.truncate(room, ellipsis=True, pad=True).stylize_before(
        Style.from_meta({"counter": (place, 0)})
    )


def _render_button(words: str, place: int, by: int) -> Content:
    return Content.styled(words, Style.from_meta({"counter": (place, by)}))
