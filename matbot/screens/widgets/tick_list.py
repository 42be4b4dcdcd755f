"""A list of elements under their headings to tick, each with `[x]` or `[ ]` before it."""

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from matbot.commands.boxes import TICK_LIST
from matbot.rubric import Heading
from matbot.screens.keys import bindings_of
from matbot.screens.widgets.marked_list import MarkedList
from matbot.text import one_line


class TickList(MarkedList):
    """All headings and elements. Selecting a heading ticks its elements, or unticks them if all were."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of(TICK_LIST)

    class Changed(Message):
        """The ticked elements have changed."""

        def __init__(self, ticked: frozenset[str]) -> None:
            super().__init__()
            self.ticked = ticked

    def __init__(self, headings: Iterable[Heading], id: str | None = None) -> None:
        super().__init__(id=id)
        self._headings = {f"heading-{number}": heading for number, heading in enumerate(headings)}
        self._ticked: frozenset[str] = frozenset()
        self.add_options(Option(words, id=row) for row, words in self._rows().items())
        self.action_first()

    def show(self, ticked: Iterable[str]) -> None:
        """Show which elements are ticked."""
        self._ticked = frozenset(ticked)
        for row, words in self._rows().items():
            self.replace_option_prompt(row, words)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Tick or untick the selected row."""
        event.stop()
        codes = self._codes(event.option.id or "")
        ticked = self._ticked - codes if codes <= self._ticked else self._ticked | codes
        self.show(ticked)
        self.post_message(self.Changed(ticked))

    def _codes(self, row: str) -> frozenset[str]:
        """Return the codes of the elements of a row."""
        if row in self._headings:
            return frozenset(element.code for element in self._headings[row].elements)
        return frozenset([row.removeprefix("element-")])

    def _rows(self) -> dict[str, Content]:
        rows = {}
        for row, heading in self._headings.items():
            rows[row] = self._heading(row, heading)
            for element in heading.elements:
                rows[f"element-{element.code}"] = self._element(element.code, element.title)
        return rows

    def _heading(self, row: str, heading: Heading) -> Content:
        codes = self._codes(row)
        chosen = len(codes & self._ticked)
        mark = "x" if chosen == len(codes) else "-" if chosen else " "
        count = f"  {chosen} of {len(codes)}"
        return Content.assemble((f"[{mark}] {one_line(heading.title)}", "bold"), (count, "$secondary"))

    def _element(self, code: str, title: str) -> Content:
        mark = "x" if code in self._ticked else " "
        return Content.assemble("    ", (f"[{mark}] ", "$accent"), one_line(title))
