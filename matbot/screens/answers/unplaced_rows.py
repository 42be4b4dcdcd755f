"""The end of the Check your answers page: read-only answers with no place in this framework version."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from matbot.commands.answers import UNPLACED_ANSWERS
from matbot.interview.unplaced_turns import UnplacedTurn
from matbot.screens.keys import bindings_of
from matbot.screens.widgets.dialog import Dialog
from matbot.screens.widgets.fitted_text import FittedText
from matbot.screens.widgets.move_words import unplaced_lines
from matbot.screens.widgets.row_list import ListRow, wrap_lines
from matbot.text import one_line

UNPLACED = "kept:"
"""The prefix of the key of an unplaced answer's row; its index follows."""

_INDENT = 8


def unplaced_rows(turns: Sequence[UnplacedTurn]) -> Iterator[ListRow]:
    """Yield a title for each earlier framework, and a row for each question or element with answers."""
    framework = None
    for place, turn in enumerate(turns):
        if turn.framework != framework:
            framework = turn.framework
            yield ListRow("", lambda _: Content(""))
            yield ListRow("", partial(_render_title, framework))
        yield ListRow(f"{UNPLACED}{place}", partial(_render_turn, turn))


def _render_title(framework: str, width: int) -> Content:
    words = f"From the earlier framework version: {one_line(framework)} (to read only)"
    return Content("\n").join(wrap_lines(words, width))


def _render_turn(turn: UnplacedTurn, width: int) -> Content:
    """Render the earlier question on one line and what was answered below it."""
    texts = [" / ".join(map(one_line, turn.lines)), *(f"Private: {one_line(line)}" for line in turn.private)]
    words = [line for text in texts if text for line in wrap_lines(text, width - _INDENT)]
    indented = [Content.assemble(" " * _INDENT, line) for line in words]
    title = Content.assemble("  ", *wrap_lines(turn.title, width - 2, most=1))
    return Content("\n").join([title, *indented])


class UnplacedAnswerScreen(ModalScreen[None]):
    """One unplaced answer in full."""

    CSS_PATH = "../modals.tcss"
    HELP = (
        "What you said of this when the review was in an earlier framework version, which asked it. It has "
        "no place in the framework version that the review is in now, so it is kept here. Where the review "
        "is moved back, it is in its place again."
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(UNPLACED_ANSWERS)

    def __init__(self, turn: UnplacedTurn) -> None:
        super().__init__()
        self._turn = turn

    def compose(self) -> ComposeResult:
        """Lay out the whole answer in a scrolling area."""
        with Dialog() as dialog:
            dialog.border_title = "From an earlier framework version"
            dialog.border_subtitle = "To read only · Esc back"
            yield Static(Content(one_line(self._turn.framework)), classes="dialog-text")
            with VerticalScroll(id="whole"):
                yield FittedText()

    def on_mount(self) -> None:
        """Fill in the text."""
        self.query_one(FittedText).show(self._words)
        self.query_one("#whole").focus()

    def _words(self, width: int) -> Content:
        return Content("\n").join(unplaced_lines(self._turn, width))
