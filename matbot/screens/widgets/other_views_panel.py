"""The panel of other views on a turn, such as other groups' answers or last year's: one line until opened."""

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
"""The command that shows and hides the panel."""

LONGEST = 300
"""The maximum length of one statement, in characters."""


class OtherViewsPanel(Vertical):
    """One line with the title and the key that opens it while hidden; all voices below it when shown."""

    class Toggled(Message):
        """The panel was clicked."""

    def compose(self) -> ComposeResult:
        """Lay out the line and the voices."""
        yield Static(id="fold")
        yield Static(id="voices")

    def show(
        self, beside: OtherViews | None, unfolded: bool, labels: Mapping[str, str], scale: Sequence[str]
    ) -> None:
        """Show the other views of a turn; hide the panel if there are none.

        Args:
            beside: the other views, or None.
            unfolded: whether the voices are shown.
            labels: the label of each answer.
            scale: the letters of the levels, weakest first.

        """
        self.display = beside is not None
        voices = self.query_one("#voices", Static)
        voices.display = unfolded
        if beside:
            self.query_one("#fold", Static).update(
                _render_fold(beside, *(("▾", "hides") if unfolded else ("▸", "shows")))
            )
            lines = (line for voice in beside.voices for line in _render_voice(voice, labels, scale))
            voices.update(Content("\n").join(lines))

    def on_click(self) -> None:
        """Report the click."""
        self.post_message(self.Toggled())


def _render_fold(beside: OtherViews, mark: str, does: str) -> Content:
    return Content.assemble(
        (f"{mark} ", "bold $accent"),
        beside.title,
        (" (", "$secondary"),
        (format_key(_TOGGLE.keys), "bold $accent"),
        f" {does} it)",
    )


def _render_voice(voice: Voice, labels: Mapping[str, str], scale: Sequence[str]) -> list[Content]:
    """Render who a voice is and its rating or answer, then its own words."""
    who = Content.assemble((shortened(voice.who, 50), "bold"), "  ", _render_standing(voice, labels, scale))
    return [who, *(Content(shortened(words, LONGEST)) for words in voice.words)]


def _render_standing(voice: Voice, labels: Mapping[str, str], scale: Sequence[str]) -> Content:
    stands = voice.standing
    if not stands:
        return Content.styled(voice_state(voice), "$secondary")
    if stands in labels:
        return Content(labels[stands])
    return Content.styled(f" {one_line(stands)} ", rating_style(stands, scale))
