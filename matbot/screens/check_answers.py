"""Check your answers: everything that was said on one page, each row a way to change it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from matbot.review.steps import Ask, Step
from matbot.screens.answer_rows import OPEN, Tally, answers_of, rows_of, tally_of
from matbot.screens.keys import key, letter
from matbot.screens.review_screen import ReviewScreen
from matbot.screens.widgets.key_line import KeyLine
from matbot.screens.widgets.row_list import RowList
from matbot.screens.widgets.top_line import TopLine

if TYPE_CHECKING:
    from matbot.store.review_file import ReviewFile


class AnswerList(RowList):
    """The rows of the check page."""

    BINDINGS: ClassVar[list[BindingType]] = [
        letter("enter", "select", "Change", "Change this answer; then you come back to it here"),
    ]


class CheckAnswersScreen(ReviewScreen[Step | None]):
    """All that was said, element by element; gives the step to change, or None to go back."""

    CSS_PATH = "check_answers.tcss"
    HELP = (
        "Everything you have said so far, element by element. Go to any row and press Enter, or click it, to "
        "change that answer; when you have, you come back to the same row. A ring marks what is still open: "
        "not answered, not sure, parked, or not rated. None of it has to be filled in."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        key("escape", "dismiss(None)", "Back", "Back to the conversation"),
        letter("o", "next_open", "Next open", "Go to the next row that is still open"),
    ]

    def __init__(self, file: ReviewFile, at: Step | None = None) -> None:
        super().__init__(file)
        self._at = at

    def compose(self) -> ComposeResult:
        """A summary in two lines, the rows, the footer."""
        yield TopLine()
        with Vertical(id="page"), Vertical(id="column"):
            yield Static(id="tally")
            yield AnswerList(id="answers")
        yield KeyLine()

    def on_mount(self) -> None:
        """Show the answers."""
        self.look_again()
        self.query_one(AnswerList).focus()

    def draw(self) -> None:
        """Draw the summary and the rows from the log."""
        self._answers = answers_of(self.interview)
        self.query_one("#tally", Static).update(self._summary(), layout=True)
        self.query_one(AnswerList).show(rows_of(self._answers), self._row_of(self._at))
        self._at = None

    @on(RowList.OptionSelected)
    def _chosen(self, event: RowList.OptionSelected) -> None:
        self.dismiss(Step.of(event.option_id or ""))

    def action_next_open(self) -> None:
        """Go to the next row that is still open, from the top again after the last."""
        rows = self.query_one(AnswerList)
        keys = [answer.step.key for answer in self._answers]
        here = keys.index(rows.at) + 1 if rows.at in keys else 0
        waiting = [a.step.key for a in [*self._answers[here:], *self._answers[:here]] if a.open]
        if waiting:
            rows.mark(waiting[0])
        else:
            self.tell("Nothing is open.")

    def _summary(self) -> Content:
        review = self.interview.review
        waits = any(answer.open for answer in self._answers)
        return Content.assemble(
            ("Check your answers", "bold $primary"),
            f" · {len(review.rated)} of {len(review.scope)} elements rated · ",
            f"{OPEN} marks what is still open" if waits else "nothing is open",
            (f"\n{_in_words(tally_of(self.interview))}", "$secondary"),
        )

    def _row_of(self, step: Step | None) -> str:
        """The key of the row for a step; where that row is gone, of its question or element."""
        if step is None:
            return ""
        near = [
            step,
            Step(Ask.CHOICE, step.place),
            *(Step(ask, step.element) for ask in (Ask.RATING, Ask.OPENING)),
        ]
        keys = {answer.step.key for answer in self._answers}
        return next((nearest.key for nearest in near if nearest.key in keys), "")


def _in_words(tally: Tally) -> str:
    left = tally.asked - tally.answered
    return (
        f"{tally.answered} of {tally.asked} questions answered · {left} not answered · "
        f"{tally.not_sure} not sure · {tally.parked} parked"
    )
