"""The forms of the priorities page: a row of the table, and the reason for deferring an element."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.content import Content

from matbot.interview import Unclear
from matbot.review.events import ElementDeferred, Event, PriorityWritten
from matbot.review.priorities import draft_priority, edit_priority, find_earlier_deferral
from matbot.review.priority_fields import COLUMNS, DEFERRED, FOCUS, follow_up_in_words
from matbot.rubric.places import split_codes
from matbot.screens.form import FieldSpec, FormScreen
from matbot.screens.priorities.priority_rows import build_label
from matbot.screens.widgets.form_field import FormField
from matbot.text import shortened

if TYPE_CHECKING:
    from matbot.store.review_file import ReviewFile

DRAFT = "Draft by matbot: edit it or leave it"

_ABOUT = "elements"
"""The name of the field for the elements that a row is about."""


class PriorityForm(FormScreen):
    """One row of the priorities table: the framework's four columns and four of matbot's own."""

    HELP = (
        "One priority of your table: what the issues are, what you will do about them, and what progress you "
        f"want to see in 12 months; then {follow_up_in_words()}. "
        "It can be about one element, several or none, with a focus area in your own words. "
        "What matbot drafted is marked until you change it. Nothing else has to be filled in now."
    )
    FIELDS: ClassVar[tuple[FieldSpec, ...]] = (
        FieldSpec(FOCUS.name, FOCUS.form_label, FOCUS.lines),
        FieldSpec(_ABOUT, "Elements it is about, by code: none, one or several", 1),
        *(FieldSpec(field.name, field.form_label or field.label, field.lines) for field in COLUMNS),
    )

    def __init__(self, file: ReviewFile, priority: str = "") -> None:
        """Create the form for the row with that id; without an id, for a new row."""
        super().__init__(file, f"priority:{priority or 'new'}")
        rows = (row for row in self.interview.review.priorities if row.priority == priority)
        self._row: PriorityWritten = next(rows, PriorityWritten(priority="", elements=()))

    def first_field(self) -> FormField:
        """Return the key issues if the focus area is settled, otherwise the first field."""
        return self.query_one("#issues", FormField) if self._row.priority else super().first_field()

    def about(self) -> Content:
        """Return the focus area: its elements with their ratings, or that it is the user's own."""
        rated = [build_label(self.interview, code).content for code in self._row.elements]
        own = Content.styled("one of your own" if self._row.priority else "a row of your own", "bold")
        return Content.assemble(("Focus area  ", "$secondary"), Content("  ").join(rated) if rated else own)

    def current_text(self, name: str) -> str:
        """Return the text of a field as recorded in the row."""
        return ", ".join(self._row.elements) if name == _ABOUT else str(getattr(self._row, name))

    def mark_of(self, name: str, text: str) -> str:
        """Return a mark for a field that is still as matbot drafted it."""
        drafted = name in self._row.drafted and text and text == self.current_text(name)
        return DRAFT if drafted else super().mark_of(name, text)

    def build_events(self, words: dict[str, str]) -> list[Event]:
        """Build the event of the edited row, if anything in it changed.

        Raises:
            Unclear: neither elements nor a focus area are entered, or a code is unknown.

        """
        if all(self.current_text(name) == text for name, text in words.items()):
            return []
        codes = self._codes(words[_ABOUT])
        if not (codes or words["focus"]):
            raise Unclear(
                "Say what it is about: in your own words, or by the code of an element, such as 2B."
            )
        fields = {name: text for name, text in words.items() if name != _ABOUT}
        if self._row.priority:
            return [edit_priority(self._row, codes, **fields)]
        drafted = draft_priority(self.interview.rubric, self.interview.review, codes)
        return [edit_priority(drafted, **{name: text for name, text in fields.items() if text})]

    def _codes(self, typed: str) -> list[str]:
        """Parse element codes as typed; codes already in the row may stay even if unknown."""
        named = split_codes(typed)
        known = self.interview.rubric.elements
        for code in named:
            if code not in known and code not in self._row.elements:
                raise Unclear(
                    f"There is no element {shortened(code, 20)}. Name them by code, with commas between: "
                    f"{', '.join(list(known)[:2])}."
                )
        return list(dict.fromkeys(named))


class DeferForm(FormScreen):
    """Why an element is deferred, how that is managed meanwhile, and its review date."""

    HELP = (
        "Deferring an element is a decision worth writing down: why, how the risk is managed meanwhile, and "
        "when you review it again. The transcript lists it under Deferred."
    )
    SAVE = "Defer it"
    FIELDS: ClassVar[tuple[FieldSpec, ...]] = tuple(
        FieldSpec(field.name, field.question, field.lines) for field in DEFERRED
    )

    def __init__(self, file: ReviewFile, code: str) -> None:
        super().__init__(file, f"not_now:{code}")
        self._code = code
        self._before = find_earlier_deferral(file.log, code)
        """The element's last deferral, even if undone since, so that its text need not be typed again."""

    def about(self) -> Content:
        """Return the element with its rating."""
        return Content.assemble(("Deferred  ", "$secondary"), build_label(self.interview, self._code).content)

    def current_text(self, name: str) -> str:
        """Return the text of a field in the last deferral."""
        return str(getattr(self._before, name))

    def build_events(self, words: dict[str, str]) -> list[Event]:
        """Build the event of the deferral."""
        return [ElementDeferred(element=self._code, **words)]
