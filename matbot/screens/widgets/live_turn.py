"""The live turn, which asks the current question: the only turn with its own widgets."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from matbot.interview import Turn
from matbot.interview.choices import leaning_label, leaning_labels
from matbot.review import labels
from matbot.review.review import ElementRecord
from matbot.review.steps import Ask
from matbot.rubric import Question, Rubric
from matbot.rubric.places import numeral_of
from matbot.screens.widgets.contrast import Contrast
from matbot.screens.widgets.fitted_text import FittedText
from matbot.screens.widgets.other_views_panel import OtherViewsPanel
from matbot.screens.widgets.split_line import SplitLine
from matbot.screens.widgets.spread import draw_spread, find_last_shows
from matbot.text import shortened, shown


@dataclass(frozen=True)
class ElementRecap:
    """The recap below a turn that completes an element."""

    record: ElementRecord
    """The answers recorded for the element."""
    glance: tuple[Question, ...]
    """All of its questions if it is rated at a glance, otherwise empty."""


_ANSWER_WIDTH = 18
"""The minimum width of an answer in the recap, in columns."""


class LiveTurn(Vertical):
    """The element and question, matbot's remarks, the descriptors, and the recap of the element."""

    def __init__(self) -> None:
        super().__init__()
        self._rubric: Rubric | None = None
        self._turn: Turn | None = None
        self.unfolded = False
        """Whether the other views are shown; hidden again at every new turn."""

    def compose(self) -> ComposeResult:
        """Lay out all parts; `show` hides those that a turn does not need."""
        yield SplitLine(id="turn-title")
        yield Static(id="turn-text")
        yield Contrast(id="contrast")
        yield FittedText(id="spread")
        yield Vertical(id="glance")
        yield OtherViewsPanel(id="beside")  # below all descriptors, so that it does not influence the answer
        yield Static(id="recap")

    def show(
        self, rubric: Rubric, turn: Turn, says: Sequence[str], below: ElementRecap | None = None
    ) -> None:
        """Show a turn.

        Args:
            rubric: the framework version.
            turn: the turn.
            says: matbot's remarks, shown if the turn asks no question of the framework.
            below: the recap of the element, if the turn completes one.

        """
        self._rubric = rubric
        self.unfolded = self.unfolded and self._turn is not None and self._turn.step == turn.step
        self._turn = turn
        self._show_title(turn)
        self._show_contrast(rubric, turn.question)
        self._show_beside(rubric, turn)
        shows = find_last_shows(below.record.moves) if below and turn.ask is Ask.RATING else ()
        self._show_spread(rubric, shows)
        self._show_text(turn.question.text if turn.question else "\n".join(says[1:] if shows else says))
        self._show_glance(rubric, below.glance if below else ())
        self._show_recap(rubric, below)

    def unfold(self) -> None:
        """Show the other views, or hide them again."""
        if self._rubric and self._turn and self._turn.beside:
            self.unfolded = not self.unfolded
            self._show_beside(self._rubric, self._turn)

    def _show_title(self, turn: Turn) -> None:
        line = self.query_one("#turn-title", SplitLine)
        line.title = turn.title
        marks = (
            "from the pack" if turn.drafted else "",
            "reworded since" if turn.reworded else "",
            "parked" if turn.parked else "",
        )
        line.state = " · ".join(word for word in (turn.position, *marks) if word)

    def _show_text(self, text: str) -> None:
        words = self.query_one("#turn-text", Static)
        words.display = bool(text)
        words.update(Content(shown(text)))

    def _show_contrast(self, rubric: Rubric, question: Question | None) -> None:
        contrast = self.query_one("#contrast", Contrast)
        contrast.display = question is not None
        if question:
            contrast.show(rubric.descriptors(question), rubric.levels)

    def _show_beside(self, rubric: Rubric, turn: Turn) -> None:
        labels = leaning_labels(rubric.ends, turn.question)
        self.query_one(OtherViewsPanel).show(turn.beside, self.unfolded, labels, tuple(rubric.levels))
        self.set_class(turn.beside is not None, "-beside")

    def _show_spread(self, rubric: Rubric, shows: Sequence[tuple[int, ...]]) -> None:
        """Show the spread of hands at the turn that asks for the rating afterwards."""
        drawn = self.query_one("#spread", FittedText)
        drawn.display = bool(shows)
        if shows:
            drawn.show(partial(draw_spread, rubric.scale, shows))

    def _show_glance(self, rubric: Rubric, questions: Sequence[Question]) -> None:
        glance = self.query_one("#glance", Vertical)
        glance.display = bool(questions)
        if [child.question for child in glance.query(GlanceQuestion)] != [*questions]:
            glance.remove_children()
            glance.mount_all(GlanceQuestion(rubric, question) for question in questions)

    def _show_recap(self, rubric: Rubric, below: ElementRecap | None) -> None:
        recap = self.query_one("#recap", Static)
        recap.display = below is not None and not below.glance
        if below and recap.display:
            recap.update(Content("\n").join(_render_recap(rubric, below.record)))


class GlanceQuestion(Vertical):
    """One question with its descriptors, for rating an element at a glance."""

    def __init__(self, rubric: Rubric, question: Question) -> None:
        super().__init__()
        self.question = question
        self._contrast = Contrast(rubric.descriptors(question), rubric.levels)

    def compose(self) -> ComposeResult:
        """Lay out the question above its descriptors."""
        yield Static(Content(f"{self.question.numeral}. {self.question.text}"), classes="glance-text")
        yield self._contrast


def _render_recap(rubric: Rubric, record: ElementRecord) -> list[Content]:
    """Render the answer to each question, one line each."""
    answers = {
        id_: leaning_label(rubric, id_, question.leaning) if question.leaning else "Not answered"
        for id_, question in record.questions.items()
    }
    widest = max(len(words) for words in answers.values())
    return [
        Content.assemble(
            (f"{numeral_of(id_):>4}  ", "bold"),
            f"{answers[id_]:<{max(widest + 1, _ANSWER_WIDTH)}}",
            (f"{labels.PRIVATE_NOTE}: " if question.private and question.note else "", "bold $warning"),
            (shortened(question.note, 60), "$secondary"),
        )
        for id_, question in record.questions.items()
    ]
