"""The end of the check page: what was said in an earlier edition and has no place in this one, to read."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from matbot.commands.answers import KEPT_ANSWERS
from matbot.interview.kept import KeptTurn
from matbot.screens.keys import bindings_of
from matbot.screens.widgets.dialog import Dialog
from matbot.screens.widgets.fitted_text import FittedText
from matbot.screens.widgets.move_words import kept_lines
from matbot.screens.widgets.row_list import ListRow, folded
from matbot.text import one_line

KEPT = "kept:"
"""How the key of the row of something kept begins; its place among them follows."""

_INDENT = 8


def kept_rows(turns: Sequence[KeptTurn]) -> Iterator[ListRow]:
    """A title for each earlier edition, and a row for each question or element that something was said of."""
    framework = None
    for place, turn in enumerate(turns):
        if turn.framework != framework:
            framework = turn.framework
            yield ListRow("", lambda _: Content(""))
            yield ListRow("", partial(_title, framework))
        yield ListRow(f"{KEPT}{place}", partial(_draw, turn))


def _title(framework: str, width: int) -> Content:
    words = f"From the earlier framework version: {one_line(framework)} (to read only)"
    return Content("\n").join(folded(words, width))


def _draw(turn: KeptTurn, width: int) -> Content:
    """The question of then on one line, and on at most two what was said."""
    texts = [" / ".join(map(one_line, turn.lines)), *(f"Private: {one_line(line)}" for line in turn.private)]
    words = [line for text in texts if text for line in folded(text, width - _INDENT)]
    indented = [Content.assemble(" " * _INDENT, line) for line in words]
    title = Content.assemble("  ", *folded(turn.title, width - 2, most=1))
    return Content("\n").join([title, *indented])


class UnplacedAnswerScreen(ModalScreen[None]):
    """One of them whole."""

    CSS_PATH = "../modals.tcss"
    HELP = (
        "What you said of this when the review was in an earlier framework version, which asked it. It has "
        "no place in the framework version that the review is in now, so it is kept here. Where the review "
        "is moved back, it is in its place again."
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(KEPT_ANSWERS)

    def __init__(self, turn: KeptTurn) -> None:
        super().__init__()
        self._turn = turn

    def compose(self) -> ComposeResult:
        """All of it, to scroll through."""
        with Dialog() as dialog:
            dialog.border_title = "From an earlier framework version"
            dialog.border_subtitle = "To read only · Esc back"
            yield Static(Content(one_line(self._turn.framework)), classes="dialog-text")
            with VerticalScroll(id="whole"):
                yield FittedText()

    def on_mount(self) -> None:
        """Fill in the words."""
        self.query_one(FittedText).show(self._words)
        self.query_one("#whole").focus()

    def _words(self, width: int) -> Content:
        return Content("\n").join(kept_lines(self._turn, width))
