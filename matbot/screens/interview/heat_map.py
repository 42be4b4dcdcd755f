"""The heat map page (F2), for terminals too narrow to show the map next to the conversation."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from matbot.commands.elements import MAP
from matbot.presenters.element_states import MAP_MARKS
from matbot.review.heat_map import Row
from matbot.rubric import Level
from matbot.screens.keys import bindings_of
from matbot.screens.widgets.heat_map import HeatMapView

THEN = "   AR→AG then and now"
"""Added to the legend if the review follows another."""


class MapScreen(ModalScreen[None]):
    """The heat map of a review, with a legend."""

    CSS_PATH = ["../widgets/conversation.tcss", "../modals.tcss"]  # noqa: RUF012 - Textual's type
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(MAP)
    HELP = (
        "The heat map shows every element of this review with its rating. The element in view is marked. "
        "Below the map is what its letters mean."
    )

    def __init__(
        self, rows: Sequence[Row], scale: Sequence[Level], current: str, then: Mapping[str, str] | None = None
    ) -> None:
        """Create the page; `then` has the ratings of the previous review, by element."""
        super().__init__()
        self._scale = scale
        self._then = then or {}
        self._rows = rows
        self._current = current

    def compose(self) -> ComposeResult:
        """Lay out the map, then its legend."""
        with VerticalScroll(classes="dialog") as dialog:
            dialog.border_title = "Heat map"
            yield HeatMapView()
            letters = ", ".join(f"{level.letters} {level.name}" for level in self._scale)
            yield Static(
                Content(f"{letters}.\n{MAP_MARKS}{THEN if self._then else ''}"),
                classes="dialog-foot",
            )

    def on_mount(self) -> None:
        """Draw the map."""
        scale = [level.letters for level in self._scale]
        view = self.query_one(HeatMapView)
        view.show(self._rows, self._current, False, self._then, scale)
        self.call_after_refresh(view.scroll_to_current)
        self.screen_layout_refresh_signal.subscribe(self, lambda _screen: self._show_keys())

    def _show_keys(self) -> None:
        """Show how to close the page and, if it does not fit, how to scroll."""
        dialog = self.query_one(".dialog")
        more = "Up and down to read on · " if dialog.max_scroll_y else ""
        dialog.border_subtitle = f"{more}Esc closes"
