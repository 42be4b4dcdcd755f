"""The input area: the prompt, and below it the choices, the text box or the show of hands."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.reactive import reactive

from matbot.interview import Choice, Turn
from matbot.review.steps import Ask
from matbot.rubric import Level
from matbot.screens.widgets.choice_bar import ChoiceBar
from matbot.screens.widgets.hands_bar import HandsBar
from matbot.screens.widgets.split_line import SplitLine
from matbot.screens.widgets.words_box import WordsBox
from matbot.text import one_line, shortened


class Prompt(SplitLine):
    """A line with two ends, which wraps instead of truncating."""

    def render(self) -> Content:
        """Render both ends on one line, or one after the other on several."""
        title, state = Content(one_line(self.title)), Content(one_line(self.state))
        if title.cell_length + state.cell_length + 2 <= self.content_size.width:
            return super().render()
        gap = "  " if self.state else ""
        return Content.assemble(title.stylize("bold"), gap, state.stylize("$secondary"))

    def watch_title(self) -> None:
        """Update the layout if the number of lines changes."""
        self._fit()

    def watch_state(self) -> None:
        """Update the layout if the number of lines changes."""
        self._fit()

    def _fit(self) -> None:
        width, height = self.content_size
        if width and len(self.render().wrap(width)) != height:
            self.refresh(layout=True)


_NOTE = 30
"""The maximum length of a pending note next to the prompt, in characters."""

NEXT_CHOICES = (
    Choice("1", "Check answers", "check"),
    Choice("2", "Priorities", "priorities"),
    Choice("3", "Transcript", "transcript"),
    Choice("4", "Stop here", "stop"),
)
"""The choices once all questions are answered: each value is an action of the screen."""


class Dock(Vertical):
    """The input area, docked below the conversation so that the descriptors stay in view while answering."""

    private: reactive[bool] = reactive(False, init=False)
    """Whether the note being typed is marked private."""

    def __init__(self) -> None:
        super().__init__()
        self._prompt = ""
        self._turn: Turn | None = None
        self._note = ""
        """The note typed before the choice that is asked for."""
        self.is_noting = False
        """Whether a note is being typed at a turn that asks for a choice or a show of hands."""

    def compose(self) -> ComposeResult:
        """Lay out the prompt above all inputs; `show` hides those that a turn does not need."""
        yield Prompt(id="prompt")
        yield ChoiceBar(id="choices")
        yield WordsBox(id="words")
        yield HandsBar(id="hands")

    @property
    def words(self) -> str:
        """The text in the box, or the hands as counted."""
        if self._turn and self._turn.ask is Ask.HANDS:
            return self.query_one(HandsBar).hands
        return self.query_one(WordsBox).text

    @property
    def note(self) -> str:
        """The note typed before a choice."""
        return self.query_one(WordsBox).text

    def begin_note(self, words: str) -> None:
        """Open the text box at a turn that asks for a choice, when a note is typed there."""
        self.is_noting = True
        box = self.query_one(WordsBox)
        box.display = True
        box.show(words)
        self.screen.set_focus(box)
        self._draw_prompt()

    def end_note(self, note: str) -> None:
        """Close the note box; the note is kept until the choice is made."""
        self.is_noting, self._note = False, note
        self.query_one(WordsBox).display = False
        bar, hands = self.query_one(ChoiceBar), self.query_one(HandsBar)
        self.screen.set_focus(hands if hands.display else bar)
        self._draw_prompt()

    def forget(self) -> None:
        """Treat the next turn as new, whatever its step."""
        self._turn = None

    def show(
        self,
        turn: Turn,
        chosen: str,
        words: str,
        private: bool,
        scale: Sequence[Level],
        people: int,
        note: str = "",
    ) -> None:
        """Show a turn: its prompt, and its choices, text or hands.

        Args:
            turn: the turn.
            chosen: the label of the answer that a note is about, repeated next to the prompt.
            words: the text in the box, or the hands counted.
            private: whether the note is marked private.
            scale: the levels for which hands are shown.
            people: how many may show a hand.
            note: what was typed before the choice that is asked for.

        """
        is_new = self._turn is None or turn.step != self._turn.step
        if self.is_noting and not is_new:
            return  # a note is being typed, and the turn is the same
        self.is_noting, self._note = False, note
        self._turn = turn
        self._prompt = f"{chosen}. {turn.prompt}" if turn.ask is Ask.NOTE else turn.prompt
        self.set_reactive(Dock.private, private)
        self.query_one(HandsBar).display = turn.ask is Ask.HANDS
        self.query_one(WordsBox).display = turn.wants_words and turn.ask is not Ask.HANDS
        self.query_one(ChoiceBar).display = not turn.wants_words
        if turn.ask is Ask.HANDS:
            self._show_hands(words, scale, people, is_new)
        elif turn.wants_words:
            self._show_words(words, is_new)
        else:
            self._show_choices(turn)
        self._draw_prompt()

    def watch_private(self) -> None:
        """Show whether the note is private."""
        self._draw_prompt()

    def on_mount(self) -> None:
        """Remove the mark from the prompt once the cursor is on a choice, in the same repaint."""
        self.watch(self.query_one(ChoiceBar), "has_cursor", self._draw_prompt, init=False)

    def _draw_prompt(self) -> None:
        """Draw the prompt, with the focus mark until the cursor is on a choice."""
        line, bar = self.query_one("#prompt", Prompt), self.query_one(ChoiceBar)
        line.title = self._prompt if bar.has_cursor or not bar.display else f"› {self._prompt}"
        if self.is_noting:
            line.title = "Your note. Enter keeps it and goes back to the choice"
        if self._turn and self._turn.ask is Ask.NOTE:
            line.state = "PRIVATE · Ctrl+R opens" if self.private else "Ctrl+R private"
        elif self._note and not self.is_noting:
            line.state = f"Your note goes with it: {shortened(one_line(self._note), _NOTE)}"
        else:
            line.state = ""

    def _show_words(self, words: str, is_new: bool) -> None:
        if is_new:
            box = self.query_one(WordsBox)
            box.show(words)
            self.screen.set_focus(box)

    def _show_hands(self, hands: str, scale: Sequence[Level], people: int, is_new: bool) -> None:
        if is_new:
            bar = self.query_one(HandsBar)
            bar.show(scale, people, hands)
            self.screen.set_focus(bar)

    def _show_choices(self, turn: Turn) -> None:
        bar = self.query_one(ChoiceBar)
        bar.show(turn.choices or NEXT_CHOICES, turn.present)
        self.screen.set_focus(bar)
