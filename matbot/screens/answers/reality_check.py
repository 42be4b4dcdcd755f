"""The form for a reality check: a rating tested with others later. It does not change the rating."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from matbot.interview import Choice, Interview
from matbot.presenters.element_states import element_state, lower_first
from matbot.review.events import Event, RealityChecked
from matbot.review.outcomes import CHECK_OUTCOMES
from matbot.screens.dialogs import AskScreen
from matbot.screens.form import FieldSpec, FormScreen
from matbot.screens.priorities.priority_rows import build_label
from matbot.screens.widgets.choice_bar import ChoiceBar
from matbot.text import shortened

if TYPE_CHECKING:
    from matbot.store.review_file import ReviewFile

OUTCOME_CHOICES = tuple(
    Choice(str(number), words.capitalize(), name)
    for number, (name, words) in enumerate(CHECK_OUTCOMES.items(), 1)
)

_OUTCOME = "outcome"

ASKS_OUTCOME = "What did it do to your rating?"


class RealityCheckForm(FormScreen):
    """Whom a rating was tested with, when, the outcome, and what was said."""

    HELP = (
        "A rating is what you believe. Test it: with a focus group, your facilitator, another trust, or in a "
        "peer review. Write down who it was, when, whether they agree, differ or sharpen the picture, and "
        "what was said. It is beside your rating, which stays as it is until you change it yourselves."
    )
    KEPT = "Kept as you typed it, not saved yet"
    FIELDS: ClassVar[tuple[FieldSpec, ...]] = (
        FieldSpec("with_whom", "Who did you test it with?", 1),
        FieldSpec("when", "When?", 1),
        FieldSpec("words", "What was said?", 4),
    )

    def __init__(self, file: ReviewFile, code: str) -> None:
        super().__init__(file, f"reality:{code}")
        self._code = code
        self._outcome = file.drafts.get(f"reality:{code}:{_OUTCOME}", "")

    def about(self) -> Content:
        """Return the element with its rating."""
        return Content.assemble(
            ("Reality check  ", "$secondary"), build_label(self.interview, self._code).content
        )

    def boxes(self) -> ComposeResult:
        """Yield the boxes, with the outcome above what was said."""
        with_whom, when, words = super().boxes()
        yield with_whom
        yield when
        yield Static(f"  {ASKS_OUTCOME}", classes="label", id="outcome-label")
        yield ChoiceBar(id="outcome")
        yield words

    def on_mount(self) -> None:
        """Show the outcome that was chosen but not saved yet."""
        super().on_mount()
        self._show_outcome()

    def on_descendant_focus(self) -> None:
        """Mark the outcome while it has the focus, as boxes are marked."""
        self._mark_outcome()

    def on_descendant_blur(self) -> None:
        """Remove the mark."""
        self._mark_outcome()

    def _mark_outcome(self) -> None:
        mark = "› " if self.query_one("#outcome").has_focus else "  "
        label = Content.assemble((mark, "bold $accent"), ASKS_OUTCOME)
        self.query_one("#outcome-label", Static).update(label, layout=False)

    @on(ChoiceBar.Chosen)
    def _set_outcome(self, event: ChoiceBar.Chosen) -> None:
        if not self.file.read_only:
            self._outcome = event.choice.value
            self._show_outcome()

    def current_text(self, name: str) -> str:
        """Return an empty text: every reality check is a new one."""
        return ""

    def build_events(self, words: dict[str, str]) -> list[Event]:
        """Build the event of the reality check.

        Raises:
            Unclear: something it needs is missing; the message explains it.

        """
        with_whom, when, words_said = (words[field.name] for field in self.FIELDS)
        return [self.interview.check_rating(self._code, with_whom, when, self._outcome, words_said)]

    def _show_outcome(self) -> None:
        self.query_one("#outcome", ChoiceBar).show(OUTCOME_CHOICES, self._outcome)

    def _keep(self) -> None:
        super()._keep()
        if not self.file.read_only:
            self._keep_draft(_OUTCOME, self._outcome)

    def _drop_drafts(self) -> None:
        super()._drop_drafts()
        self._outcome = ""
        self._keep_draft(_OUTCOME, "")


def build_rating_dialog(interview: Interview) -> AskScreen:
    """Build the dialog that asks which rating was tested; it returns the code of the element."""
    elements, review = interview.rubric.elements, interview.review
    ways = {code: f"{elements[code].title}: {_format_level(interview, code)}" for code in review.rated}
    return AskScreen("Reality check", "Which rating did you test with others?", ways, "none of them")


def build_check_dialog(interview: Interview, check: RealityChecked) -> AskScreen:
    """Build the dialog that shows a reality check in full and offers to remove it."""
    when = f", {shortened(check.when, 60)}" if check.when.strip() else ""
    parts = (
        f"{interview.rubric.elements[check.element].title}: {_format_level(interview, check.element)}",
        f"Tested with {shortened(check.with_whom, 120)}{when}: {CHECK_OUTCOMES[check.outcome]}.",
        shortened(check.said, _MAX_LENGTH),
    )
    words = "\n\n".join(part for part in parts if part)
    return AskScreen(
        "Reality check", words, {"take": "Take this reality check back"}, "keep it", begin_with_leaving=True
    )


_MAX_LENGTH = 800
"""The maximum length of user text in the dialog, in characters."""


def _format_level(interview: Interview, code: str) -> str:
    state = element_state(interview, code)
    return state if interview.review.elements[code].rating else lower_first(state)
