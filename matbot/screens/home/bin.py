"""The bin: deleted reviews, each of which can be restored."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from matbot.commands.home import BIN, BIN_LIST
from matbot.presenters.housekeeping import BIN as ABOUT_THE_BIN
from matbot.presenters.housekeeping import EMPTY_BIN, format_restored
from matbot.screens.home.review_list import draw_review
from matbot.screens.host import find_host, warn
from matbot.screens.keys import bindings_of
from matbot.screens.widgets.key_line import KeyLine
from matbot.screens.widgets.row_list import ListRow, RowList
from matbot.screens.widgets.top_line import TopLine
from matbot.store.errors import StoreError
from matbot.store.listing import ListedReview
from matbot.text import shown


class BinList(RowList):
    """The deleted reviews, last saved first."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of(BIN_LIST)


class BinScreen(Screen[None]):
    """The deleted reviews of the workspace."""

    HELP = (
        "Here are the reviews that were deleted. Enter puts one back into your list, unchanged. "
        "matbot never empties the bin: to be rid of a review, remove its file from the folder that is named "
        "at the bottom."
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(BIN)

    def __init__(self, now: Callable[[], datetime] = datetime.now) -> None:
        """Create the page; `now` is the clock."""
        super().__init__()
        self._now = now
        self._deleted: dict[str, ListedReview] = {}
        """The review of each row, by the row's key."""

    def compose(self) -> ComposeResult:
        """Lay out the explanation, the reviews in the bin, and where the bin is."""
        yield TopLine()
        yield Static(id="about")
        yield BinList(id="reviews")
        yield Static(id="kept")
        yield KeyLine()

    def on_mount(self) -> None:
        """List the reviews in the bin."""
        self._reload()
        self.query_one(BinList).focus()

    @on(RowList.OptionSelected)
    def _restore(self, event: RowList.OptionSelected) -> None:
        listed = self._deleted[event.option_id or ""]
        try:
            find_host(self).workspace.restore(listed)
        except StoreError as problem:
            warn(self, str(problem))
        else:
            self.notify(shown(format_restored(listed)), markup=False)
            self._reload()

    def _reload(self) -> None:
        workspace = find_host(self).workspace
        self._deleted = {str(one.path): one for one in workspace.list_bin()}
        now = self._now()
        self.query_one(TopLine).title = "Bin"
        self.query_one("#about", Static).update(ABOUT_THE_BIN if self._deleted else EMPTY_BIN)
        rows = [ListRow(key, partial(_render_row, one, now)) for key, one in self._deleted.items()]
        self.query_one(BinList).show(rows)
        kept = self.query_one("#kept", Static)
        kept.update(Content(f"The bin is {shown(str(workspace.bin))}"))
        kept.display = find_host(self).names_files


def _render_row(one: ListedReview, now: datetime, _width: int) -> Content:
    return draw_review(one, now)
