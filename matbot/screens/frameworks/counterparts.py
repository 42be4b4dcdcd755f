"""Which question of the other edition a question is: those that have no counterpart yet, likest first."""

from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from matbot.commands.frameworks import COUNTERPARTS
from matbot.rubric import Question
from matbot.rubric.crosswalk import Match
from matbot.screens.keys import bindings_of
from matbot.screens.widgets.dialog import Dialog
from matbot.screens.widgets.match_words import candidate_row
from matbot.screens.widgets.row_list import ListRow, RowList, folded

_ROOM = 74
"""The columns that the words of the question take."""


class CounterpartScreen(ModalScreen[str]):
    """A list to choose a counterpart from; gives the id of a question, or None to leave it as it is."""

    CSS_PATH = ["../modals.tcss", "migration.tcss"]  # noqa: RUF012 - Textual's type
    HELP = "The questions that have no counterpart yet; those that share most words with yours come first."
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(COUNTERPARTS)

    def __init__(self, match: Match, free: Sequence[Question]) -> None:
        super().__init__()
        self._question = match.earlier or match.later
        self._free = free

    def compose(self) -> ComposeResult:
        """The question, then those to choose from."""
        with Dialog() as dialog:
            dialog.border_title = "Which question asks the same?"
            dialog.border_subtitle = "Enter chooses · Esc back"
            if self._question:
                words = f"{self._question.id}  {self._question.text}"
                yield Static(Content("\n").join(folded(words, _ROOM, most=3)), classes="dialog-text")
            yield RowList(id="free")

    def on_mount(self) -> None:
        """Begin with the likest."""
        rows = self.query_one(RowList)
        rows.show(ListRow(one.id, partial(candidate_row, one)) for one in self._free)
        rows.focus()

    @on(RowList.OptionSelected)
    def _chosen(self, event: RowList.OptionSelected) -> None:
        self.dismiss(event.option_id)
