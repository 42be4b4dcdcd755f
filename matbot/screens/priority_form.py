"""The forms of the priorities page: a row of the table, and why an element is left for later."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.content import Content

from matbot.review.priorities import edited
from matbot.review.replies import NotNow, Prioritised, Reply
from matbot.screens.form import Field, FormScreen
from matbot.screens.priority_rows import NAMES, rated_of

if TYPE_CHECKING:
    from matbot.store.review_file import ReviewFile

DRAFT = "Draft by matbot: edit it or leave it"

_LINES = {"issues": 4, "action": 3, "progress": 4, "success_measure": 2, "lead": 1, "next_look": 1}


class PriorityForm(FormScreen):
    """One row of the priorities table, in the framework's four columns and three of our own."""

    HELP = (
        "One priority of your table: what the issues are, what you will do about them, and what progress you "
        "want to see in 12 months; then how you will know, who leads, and when you look next. What matbot "
        "drafted is marked until you change it. Nothing has to be filled in now."
    )
    FIELDS: ClassVar[tuple[Field, ...]] = tuple(Field(name, NAMES[name], _LINES[name]) for name in NAMES)

    def __init__(self, file: ReviewFile, priority: str) -> None:
        super().__init__(file, f"priority:{priority}")
        self._row: Prioritised = next(
            row for row in self.interview.review.priorities if row.priority == priority
        )

    def about(self) -> Content:
        """The focus area: its element with its rating."""
        rated = [rated_of(self.interview, code).content for code in self._row.elements]
        return Content.assemble(("Focus area  ", "$secondary"), Content("  ").join(rated))

    def stands(self, name: str) -> str:
        """The text of a field as the row has it."""
        return str(getattr(self._row, name))

    def mark_of(self, name: str, text: str) -> str:
        """Whether a field is still as matbot drafted it."""
        drafted = name in self._row.drafted and text and text == self.stands(name)
        return DRAFT if drafted else super().mark_of(name, text)

    def replies(self, words: dict[str, str]) -> list[Reply]:
        """The row as it is now, if anything in it changed."""
        changed = any(self.stands(name) != text for name, text in words.items())
        return [edited(self._row, **words)] if changed else []


class NotNowForm(FormScreen):
    """Why an element is left for later, what mitigates it, and when to look again."""

    HELP = (
        "Leaving something for later on purpose is a decision worth writing down: why, what keeps the risk "
        "small meanwhile, and when you look again. It stands in the transcript under Not now."
    )
    SAVE = "Leave it for later"
    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("why", "Why not now?", 3),
        Field("mitigation", "What keeps the risk small meanwhile?", 3),
        Field("look_again", "When do you look again?", 1),
    )

    def __init__(self, file: ReviewFile, code: str) -> None:
        super().__init__(file, f"not_now:{code}")
        self._code = code
        said = [reply for reply in file.log if isinstance(reply, NotNow) and reply.element == code]
        self._before = said[-1] if said else NotNow(element=code)
        """What was said of it the last time, even if it was taken back since: nobody types it twice."""

    def about(self) -> Content:
        """The element with its rating."""
        return Content.assemble(("Not now  ", "$secondary"), rated_of(self.interview, self._code).content)

    def stands(self, name: str) -> str:
        """The text of a field as it was said before."""
        return str(getattr(self._before, name))

    def replies(self, words: dict[str, str]) -> list[Reply]:
        """That the element is left for later."""
        return [NotNow(element=self._code, **words)]
