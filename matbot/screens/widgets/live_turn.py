"""The turn that is asked now: the only one with widgets of its own."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from matbot.interview import Turn
from matbot.interview.turns import LEANING_LABELS
from matbot.review.review import ElementRecord
from matbot.review.steps import Ask
from matbot.rubric import Level, Question
from matbot.screens.widgets.beside_view import BesideView
from matbot.screens.widgets.contrast import Contrast
from matbot.screens.widgets.spread import shows_of, spread
from matbot.screens.widgets.two_ends import TwoEnds
from matbot.text import shortened, shown


@dataclass(frozen=True)
class Below:
    """What stands below a turn that pulls an element together."""

    record: ElementRecord
    """What was said of the element so far."""
    glance: tuple[Question, ...]
    """All of its questions, where it is taken at a glance."""
    scale: tuple[Level, ...]


class LiveTurn(Vertical):
    """Element and question, what matbot says, the contrast, and what was said of the element so far."""

    class Grew(Message):
        """The turn now takes another height."""

    def __init__(self) -> None:
        super().__init__()
        self._turn: Turn | None = None
        self.unfolded = False
        """Whether what others said is in view; folded again at every new turn."""

    def on_resize(self) -> None:
        """Say so, that it can be brought into view."""
        self.post_message(self.Grew())

    def compose(self) -> ComposeResult:
        """Every part there can be; `show` hides what a turn does not need."""
        yield TwoEnds(id="turn-title")
        yield Static(id="turn-text")
        yield Contrast(id="contrast")
        yield Static(id="spread")
        yield Vertical(id="glance")
        yield BesideView(id="beside")  # after every contrast, so that nobody is led by it
        yield Static(id="recap")

    def show(self, turn: Turn, says: Sequence[str], below: Below | None = None) -> None:
        """Show a turn; `says` is what matbot says at it, where it asks no question of the framework."""
        self.unfolded = self.unfolded and self._turn is not None and self._turn.step == turn.step
        self._turn = turn
        self._show_title(turn)
        self._show_contrast(turn.question)
        self.query_one(BesideView).show(turn.beside, self.unfolded)
        self.set_class(turn.beside is not None, "-beside")
        drawn = self._show_spread(turn, below)
        self._show_text(turn.question.text if turn.question else "\n".join(says[1:] if drawn else says))
        self._show_glance(below.glance if below else ())
        self._show_recap(below)

    def unfold(self) -> None:
        """Show what others said, or fold it away again."""
        if self._turn and self._turn.beside:
            self.unfolded = not self.unfolded
            self.query_one(BesideView).show(self._turn.beside, self.unfolded)

    def _show_title(self, turn: Turn) -> None:
        line = self.query_one("#turn-title", TwoEnds)
        line.title = turn.title
        marks = ("from the pack" if turn.drafted else "", "parked" if turn.parked else "")
        line.state = " · ".join(word for word in (turn.position, *marks) if word)

    def _show_text(self, text: str) -> None:
        words = self.query_one("#turn-text", Static)
        words.display = bool(text)
        words.update(Content(shown(text)))

    def _show_contrast(self, question: Question | None) -> None:
        contrast = self.query_one("#contrast", Contrast)
        contrast.display = question is not None
        if question:
            contrast.show(question.red, question.green)

    def _show_spread(self, turn: Turn, below: Below | None) -> bool:
        """Draw how hands were spread, where the rating is asked for after them; whether it is drawn."""
        shows = shows_of(below.record.moves) if below and turn.ask is Ask.RATING else []
        drawn = self.query_one("#spread", Static)
        drawn.display = bool(shows)
        if below and shows:
            drawn.update(spread(below.scale, shows))
        return bool(shows)

    def _show_glance(self, questions: Sequence[Question]) -> None:
        glance = self.query_one("#glance", Vertical)
        glance.display = bool(questions)
        wanted = [question.id for question in questions]
        if [child.name for child in glance.query(GlanceQuestion)] != wanted:
            glance.remove_children()
            glance.mount_all(GlanceQuestion(question) for question in questions)

    def _show_recap(self, below: Below | None) -> None:
        recap = self.query_one("#recap", Static)
        recap.display = below is not None and not below.glance
        if below and recap.display:
            recap.update(Content("\n").join(_recap_lines(below.record)))


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
