"""The turn that is asked now: the only one with widgets of its own."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from matbot.interview import Turn
from matbot.interview.turns import LEANING_LABELS
from matbot.review.review import ElementRecord
from matbot.rubric import Question
from matbot.screens.widgets.contrast import Contrast
from matbot.screens.widgets.two_ends import TwoEnds
from matbot.text import shortened


class LiveTurn(Vertical):
    """Element and question, what matbot says, the contrast, and what was said of the element so far."""

    class Grew(Message):
        """The turn now takes another height."""

    def on_resize(self) -> None:
        """Say so, that it can be brought into view."""
        self.post_message(self.Grew())

    def compose(self) -> ComposeResult:
        """Every part there can be; `show` hides what a turn does not need."""
        yield TwoEnds(id="turn-title")
        yield Static(id="turn-text")
        yield Contrast(id="contrast")
        yield Vertical(id="glance")
        yield Static(id="recap")

    def show(self, turn: Turn, record: ElementRecord | None = None, glance: Sequence[Question] = ()) -> None:
        """Show a turn; `record` adds what was said of the element, `glance` all of its descriptors."""
        line = self.query_one("#turn-title", TwoEnds)
        line.title = turn.title
        line.state = " · ".join(word for word in (turn.position, "parked" if turn.parked else "") if word)
        text = turn.question.text if turn.question else "\n".join(turn.says)
        words = self.query_one("#turn-text", Static)
        words.display = bool(text)
        words.update(Content(text))
        contrast = self.query_one("#contrast", Contrast)
        contrast.display = turn.question is not None
        if turn.question:
            contrast.show(turn.question.red, turn.question.green)
        self._show_glance(glance)
        self._show_recap(turn, record)

    def _show_glance(self, questions: Sequence[Question]) -> None:
        glance = self.query_one("#glance", Vertical)
        glance.display = bool(questions)
        wanted = [question.id for question in questions]
        if [child.name for child in glance.query(GlanceQuestion)] != wanted:
            glance.remove_children()
            glance.mount_all(GlanceQuestion(question) for question in questions)

    def _show_recap(self, turn: Turn, record: ElementRecord | None) -> None:
        recap = self.query_one("#recap", Static)
        recap.display = record is not None
        if record:
            recap.update(Content("\n").join(_recap_lines(record)))


class GlanceQuestion(Vertical):
    """One question with its contrast, for rating an element at a glance."""

    def __init__(self, question: Question) -> None:
        super().__init__(name=question.id)
        self._question = question

    def compose(self) -> ComposeResult:
        """The question above its two descriptors."""
        yield Static(Content(f"{self._question.numeral}. {self._question.text}"), classes="glance-text")
        yield Contrast(self._question.red, self._question.green)


def _recap_lines(record: ElementRecord) -> list[Content]:
    """What was said of each question, a line a question."""
    return [
        Content.assemble(
            (f"{id_.partition('.')[2]:>4}  ", "bold"),
            f"{LEANING_LABELS.get(question.leaning or '', 'Not answered'):<18}",
            (shortened(question.note, 60), "$secondary"),
        )
        for id_, question in record.questions.items()
    ]
