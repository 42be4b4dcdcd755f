"""A list of rows to choose from that may be long: one widget, each row rendered for the available width."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import ClassVar, NamedTuple

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.style import Style
from textual.widgets.option_list import Option

from matbot.screens.widgets.marked_list import GUTTER, MarkedList
from matbot.text import shortened


class ListRow(NamedTuple):
    """One row of a list."""

    key: str
    """The key of the row; empty for one that cannot be selected, such as a heading."""
    draw: Callable[[int], Content]
    """Renders the row for a width in columns."""


class RowList(MarkedList):
    """Rows to move through with the arrows and select with Enter, space or a click."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("space", "select", "Choose", show=False)]

    class PartClicked(Message):
        """A clickable part of a row was clicked."""

        def __init__(self, row_list: RowList, key: str, part: str) -> None:
            super().__init__()
            self.row_list = row_list
            self.key = key
            self.part = part

        @property
        def control(self) -> RowList:
            """The list, for the `on` decorator."""
            return self.row_list

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self.compact = True
        self._rows: tuple[ListRow, ...] = ()
        self._wanted = ""
        """The key of the row to highlight once the list has a size."""
        self._drawn_for = 0
        """The width that the rows are rendered for."""

    @property
    def marked_key(self) -> str:
        """The key of the highlighted row; empty if there is none."""
        option = self.highlighted_option
        return (option.id or "") if option else self._wanted

    def show(self, rows: Iterable[ListRow], at: str = "") -> None:
        """Show other rows, with `at` or else the row highlighted before, or its successor, highlighted."""
        wanted, place = at or self.marked_key, self.highlighted
        self._rows = tuple(rows)
        self.can_focus = any(row.key for row in self._rows)
        self._wanted = wanted
        self._fill(place)

    def mark(self, key: str) -> None:
        """Highlight a row."""
        keys = [row.key for row in self._rows]
        if key in keys:
            self.highlighted = keys.index(key)

    def on_resize(self) -> None:
        """Render the rows for another width."""
        if self._width != self._drawn_for:
            self._wanted = self.marked_key
            self._fill(self.highlighted)

    async def _on_click(self, event: events.Click) -> None:
        """Report the clicked part; a click anywhere else selects the row."""
        part, option = event.style.meta.get("part"), event.style.meta.get("option")
        if part and option is not None:
            event.prevent_default()
            self.highlighted = option
            self.post_message(self.PartClicked(self, self._rows[option].key, part))

    @property
    def _width(self) -> int:
        return self.scrollable_content_region.width - GUTTER

    def _fill(self, place: int | None) -> None:
        if self._width < 1:
            return  # not laid out yet: the resize event that follows draws
        self._drawn_for = self._width
        top = self.scroll_offset.y
        self.set_options([Option(row.draw(self._width), row.key or None, not row.key) for row in self._rows])
        self.scroll_to(y=top, animate=False, immediate=True)
        self.highlighted = self._place(place)

    def _place(self, place: int | None) -> int | None:
        """Return the index to highlight: the requested row, else near the previous one, else the first."""
        free = [index for index, row in enumerate(self._rows) if row.key]
        wanted = [index for index in free if self._rows[index].key == self._wanted]
        nearest = sorted(free, key=lambda index: (abs(index - (place or 0)), -index))
        return next(iter([*wanted, *nearest]), None)


def clickable_part(words: str, name: str) -> Content:
    """Return text in a row that has its own click action."""
    return Content.styled(words, Style.from_meta({"part": name}) + Style(underline=True))


def wrap_lines(text: str, width: int, most: int = 2) -> list[Content]:
    """Wrap text to at most `most` lines of a width, with an ellipsis if it is truncated."""
    width = max(width, 8)
    lines = Content(shortened(text, width * most)).wrap(width)
    if len(lines) > most:
        rest = Content(" ").join(lines[most - 1 :])
        lines = [*lines[: most - 1], rest.truncate(width, ellipsis=True)]
    return lines


def hang_lines(first: Content, lines: Sequence[Content], indent: int) -> Content:
    """Join lines with a hanging indent, `first` before the first of them."""
    gap = " " * indent
    opening = first.truncate(indent, pad=True) if first.cell_length < indent else first
    beginnings = [opening, *([Content(gap)] * (len(lines) - 1))]
    return Content("\n").join(
        Content.assemble(start, line) for start, line in zip(beginnings, lines or [Content("")], strict=False)
    )
