"""Check your answers: all answers on one page, each row a way to change one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from matbot.commands.answers import ANSWER_LIST, CHECK_ANSWERS
from matbot.presenters.check_answers import CHECK, COPY, CheckAnswers, present_answers
from matbot.presenters.undo import is_private, typed_words
from matbot.report.words import NOT_CONFIRMED
from matbot.review.events import Event, EventUndone, RealityChecked
from matbot.review.steps import Ask, Step
from matbot.review.undo import ANSWERS
from matbot.screens.answers.answer_rows import OPEN, rows_of
from matbot.screens.answers.unplaced_rows import UNPLACED, UnplacedAnswerScreen, unplaced_rows
from matbot.screens.drafts import Drafts
from matbot.screens.keys import bindings_of
from matbot.screens.review_screen import ReviewScreen
from matbot.screens.widgets.key_line import KeyLine
from matbot.screens.widgets.row_list import RowList
from matbot.screens.widgets.top_line import TopLine

if TYPE_CHECKING:
    from matbot.store.review_file import ReviewFile


class AnswerList(RowList):
    """The rows of the Check your answers page."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of(ANSWER_LIST)


class CheckAnswersScreen(ReviewScreen[Step | None]):
    """All answers, element by element; returns the step to change, or None to go back."""

    CSS_PATH = "answers.tcss"
    HELP = (
        "Everything you have said so far, element by element. Go to any row and press Enter, or click it, to "
        "change that answer; when you have, you come back to the same row. A ring marks what is still open: "
        "not answered, not sure, parked, not rated, or without key evidence. None of it has to be filled in. "
        "Where an element is rated, Ctrl+G writes down a reality check: how the rating stood up to others. "
        "After the last element stands what has no place in this framework version, where the "
        "review was moved from another."
    )
    UNDOES = ANSWERS
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(CHECK_ANSWERS)

    def __init__(self, file: ReviewFile, at: Step | None = None) -> None:
        super().__init__(file)
        self._at = at
        self._shown: CheckAnswers = present_answers(self.interview)

    def compose(self) -> ComposeResult:
        """Lay out a summary of two lines, the rows and the footer."""
        yield TopLine()
        with Vertical(id="page"), Vertical(id="column"):
            yield Static(id="tally")
            yield AnswerList(id="answers")
        yield KeyLine()

    def on_mount(self) -> None:
        """Show the answers."""
        self.reload()
        self.query_one(AnswerList).focus()

    def undo(self, event: Event) -> None:
        """Undo one event, highlight its row, and restore its text as a draft in the conversation."""
        self._at = event.step
        super().undo(event)
        if event.step:
            Drafts(self, self.file).give_back(event.step, typed_words(event), is_private(event))

    def redo(self, event: Event) -> None:
        """Redo one event, highlight its row, and delete its draft."""
        self._at = event.step
        super().redo(event)
        if event.step and typed_words(event):
            Drafts(self, self.file).drop(event.step)

    def draw(self) -> None:
        """Draw the summary and the rows from the log."""
        self._shown = present_answers(self.interview)
        self.query_one("#tally", Static).update(self._summary(), layout=True)
        rows = [*rows_of(self._shown.answers), *unplaced_rows(self._shown.unplaced)]
        self.query_one(AnswerList).show(rows, self._find_row(self._at))
        self._at = None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Allow a reality check only on a rated row, and confirming only if there are answers from a pack."""
        if action == "reality":
            return bool(self._rated_element and not self.file.read_only)
        if action == "confirm":
            return bool(self.interview.review.drafted and not self.file.read_only)
        if action in ("undo", "redo"):
            return not self.file.read_only
        return True

    def on_option_list_option_highlighted(self) -> None:
        """Update the keys for the highlighted row."""
        self.refresh_bindings()

    @on(RowList.OptionSelected)
    def _open_selected(self, event: RowList.OptionSelected) -> None:
        chosen = event.option_id or ""
        if chosen.startswith(CHECK):
            self._show_check(chosen.removeprefix(CHECK))
        elif chosen.startswith(COPY):
            from matbot.screens.answers.copy_differences import CopyDifferencesScreen

            self.app.push_screen(CopyDifferencesScreen(self.file, chosen.removeprefix(COPY)))
        elif chosen.startswith(UNPLACED):
            self.app.push_screen(
                UnplacedAnswerScreen(self._shown.unplaced[int(chosen.removeprefix(UNPLACED))])
            )
        else:
            self.dismiss(Step.of(chosen))

    def action_reality(self) -> None:
        """Open the form for a reality check of the highlighted row's rating."""
        from matbot.screens.answers.reality_check import RealityCheckForm

        if self._rated_element:
            self.app.push_screen(RealityCheckForm(self.file, self._rated_element))

    def action_confirm(self) -> None:
        """Confirm all answers that were read from a pack."""
        if self.say(*self.interview.confirm()):
            self.tell("Confirmed: all of it counts as yours now.")
        self.refresh_bindings()

    def _show_check(self, id_: str) -> None:
        """Show a reality check in full, with the option to undo it."""
        from matbot.screens.answers.reality_check import build_check_dialog

        check = next(event for event in self.file.log if event.id == id_)
        assert isinstance(check, RealityChecked), "the row of a reality check leads to one"
        self.app.push_screen(build_check_dialog(self.interview, check), partial(self._undo_check, id_))

    def _undo_check(self, id_: str, way: str | None) -> None:
        if way and self.may_write():
            self.say(EventUndone(reply=id_))

    @property
    def _rated_element(self) -> str:
        """The code of the highlighted row's element if it is rated, otherwise empty."""
        at = self.query_one(AnswerList).marked_key
        answer = next((answer for answer in self._shown.answers if answer.key == at and at), None)
        code = answer.step.element if answer else ""
        return code if code in self.interview.review.rated else ""

    def action_next_open(self) -> None:
        """Highlight the next open row, from the top again after the last."""
        rows = self.query_one(AnswerList)
        answers = self._shown.answers
        keys = [answer.key for answer in answers]
        here = keys.index(rows.marked_key) + 1 if rows.marked_key in keys else 0
        waiting = [answer.key for answer in [*answers[here:], *answers[:here]] if answer.is_open]
        if waiting:
            rows.mark(waiting[0])
        else:
            self.tell("Nothing is open.")

    def _summary(self) -> Content:
        tally = self._shown.tally
        waits = any(answer.is_open for answer in self._shown.answers)
        read = f"\n{tally.drafts} {NOT_CONFIRMED}: c confirms all of them" if tally.drafts else ""
        return Content.assemble(
            ("Check your answers", "bold $primary"),
            f" · {tally.elements_rated} · ",
            f"{OPEN} marks what is still open" if waits else "nothing is open",
            (f"\n{' · '.join((tally.questions_answered, *tally.rest))}", "$secondary"),
            (read, "$warning"),
        )

    def _find_row(self, step: Step | None) -> str:
        """Return the key of the row for a step; if that row is gone, of its question or element."""
        if step is None:
            return ""
        near = [
            step,
            Step(Ask.CHOICE, step.place),
            *(Step(ask, step.element) for ask in (Ask.RATING, Ask.OPENING)),
        ]
        keys = {answer.step.key for answer in self._shown.answers}
        return next((nearest.key for nearest in near if nearest.key in keys), "")
