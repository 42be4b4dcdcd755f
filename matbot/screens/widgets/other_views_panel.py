"""What others said about the same, or what was said a year ago: one line until somebody shows it."""

from collections.abc import Mapping, Sequence

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from matbot.commands import format_key
from matbot.commands.conversation import CONVERSATION
from matbot.interview.other_views import OtherViews, Voice
from matbot.presenters.element_states import voice_state
from matbot.screens.themes import rating_style
from matbot.text import one_line, shortened

_TOGGLE = CONVERSATION.command("unfold")
"""The command that shows and hides it."""

LONGEST = 300
"""How much of one thing somebody said is shown here, in characters."""


class OtherViewsPanel(Vertical):
    """Hidden, a line that says what there is and which key shows it; shown, every voice below it."""

    class Toggled(Message):
        """It was clicked."""

    def compose(self) -> ComposeResult:
        """The line, and the voices."""
        yield Static(id="fold")
        yield Static(id="voices")

    def show(
        self, beside: OtherViews | None, unfolded: bool, labels: Mapping[str, str], scale: Sequence[str]
    ) -> None:
        """Show what is beside a turn; nothing where there is nothing.

        `labels` has how each answer is said; `scale` the letters of the levels, weakest first.
        """
        self.display = beside is not None
        voices = self.query_one("#voices", Static)
        voices.display = unfolded
        if beside:
            self.query_one("#fold", Static).update(
                _fold(beside, *(("▾", "hides") if unfolded else ("▸", "shows")))
            )
            lines = (line for voice in beside.voices for line in _voice(voice, labels, scale))
            voices.update(Content("\n").join(lines))

    def on_click(self) -> None:
        """Say that it was clicked."""
        self.post_message(self.Toggled())


def _fold(beside: OtherViews, mark: str, does: str) -> Content:
    return Content.assemble(
        (f"{mark} ", "bold $accent"),
        beside.title,
        (" (", "$secondary"),
        (format_key(_TOGGLE.keys), "bold $accent"),
        f" {does} it)",
    )


def _voice(voice: Voice, labels: Mapping[str, str], scale: Sequence[str]) -> list[Content]:
    """Who it is and where they stand, then their own words."""
    who = Content.assemble((shortened(voice.who, 50), "bold"), "  ", _stands(voice, labels, scale))
    return [who, *(Content(shortened(words, LONGEST)) for words in voice.words)]


def _stands(voice: Voice, labels: Mapping[str, str], scale: Sequence[str]) -> Content:
    stands = voice.standing
    if not stands:
        return Content.styled(voice_state(voice), "$secondary")
    if stands in labels:
        return Content(labels[stands])
    return Content.styled(f" {one_line(stands)} ", rating_style(stands, scale))
