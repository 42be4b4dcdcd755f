"""Two questions, one of each edition, whole: whether they ask the same."""

from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen

from matbot.commands.frameworks import MATCH
from matbot.rubric.crosswalk import Crosswalk, Match
from matbot.screens.keys import bindings_of
from matbot.screens.widgets.dialog import Dialog
from matbot.screens.widgets.fitted_text import FittedText
from matbot.screens.widgets.match_words import in_full, places


class MatchScreen(ModalScreen[str]):
    """Both in full; gives `part` or `match` where people say that they are not the same, else None."""

    CSS_PATH = ["../modals.tcss", "migration.tcss"]  # noqa: RUF012 - Textual's type
    HELP = "Both questions, with what each level looks like. Read them, and say whether they ask the same."
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(MATCH)

    def __init__(self, crosswalk: Crosswalk, match: Match) -> None:
        super().__init__()
        self._crosswalk, self._match = crosswalk, match
        self._both = bool(match.earlier and match.later)

    def compose(self) -> ComposeResult:
        """The two, to scroll through."""
        with Dialog() as dialog:
            dialog.border_title = Content(f"{places(self._match)}  {self._match.how}")
            parts = "n not the same · " if self._both else ""
            dialog.border_subtitle = f"{parts}m match with another · Esc back"
            with VerticalScroll(id="both"):
                yield FittedText()

    def on_mount(self) -> None:
        """Fill in the words."""
        self.query_one(FittedText).show(partial(in_full, self._crosswalk, self._match))
        self.query_one("#both").focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """One that is alone cannot be parted."""
        return self._both or parameters != ("part",)
