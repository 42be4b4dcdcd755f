"""Management of the list of reviews: search, rename, archive, delete, restore and undo on the home page."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Input

from matbot.commands import format_key
from matbot.commands.home import HOME, SEARCH_BOX
from matbot.screens.home.review_list import HomeWays, ReviewList
from matbot.screens.host import find_host, warn
from matbot.screens.keys import bindings_of
from matbot.screens.widgets.field import NameInput
from matbot.store.errors import StoreError
from matbot.store.listing import ListedReview
from matbot.text import LONGEST_NAME, shown

if TYPE_CHECKING:
    from matbot.review.header import Header


class SearchBox(NameInput):
    """A box for search terms, shown only while it is in use."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of(SEARCH_BOX)

    class Closed(Message):
        """The user has finished with the box."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(
            placeholder="Search by trust, group, month or year", max_length=LONGEST_NAME, compact=True, id=id
        )
        self.display = False

    def open(self) -> None:
        """Show the box and focus it."""
        self.display = True
        self.focus()

    def close(self) -> None:
        """Clear and hide the box."""
        self.value = ""
        self.display = False

    def action_go_on(self) -> None:
        """Move the focus to the results in the list."""
        self.post_message(self.Closed())

    def action_end_search(self) -> None:
        """Show all reviews again."""
        self.close()
        self.post_message(self.Closed())


class ReviewListScreen(Screen[None]):
    """A page with the list of reviews, and the commands for its rows other than opening them."""

    def __init__(self, now: Callable[[], datetime] = datetime.now) -> None:
        """Create the page; `now` is the clock, which tests replace by a fixed time."""
        super().__init__()
        self._now = now
        self._listed: list[ListedReview] = []
        """The reviews of the workspace when the list was last read."""
        self._bin_size = 0
        """The number of reviews in the bin."""
        self._deleted: list[ListedReview] = []
        """The reviews deleted from this page, the latest last."""

    def reload(self) -> None:
        """Reload the list, and redraw it if it has changed."""
        raise NotImplementedError

    def action_search(self) -> None:
        """Open the search box."""
        self.query_one(SearchBox).open()

    def on_input_changed(self, event: Input.Changed) -> None:
        """List the search results; the whole list while the box is empty."""
        if event.value.strip():
            self.query_one(ReviewList).show_found(self._listed, event.value, self._now())
        else:
            self._list_all()
        self.refresh_bindings()

    def on_search_box_closed(self) -> None:
        """Return the focus to the list."""
        self.query_one(ReviewList).focus()

    def action_show_archived(self) -> None:
        """Show the archived reviews at the end of the list."""
        self._list_all(shows_archived=True)

    def action_open_bin(self) -> None:
        """Open the bin."""
        from matbot.screens.home.bin import BinScreen

        self.app.push_screen(BinScreen(self._now))

    def action_rename(self) -> None:
        """Change the details that the highlighted review is listed under."""
        from matbot.screens.home.details import DetailsScreen

        if (marked := self.marked) and marked.header:
            self.app.push_screen(DetailsScreen(str(marked.path), marked.header), self._show_renamed)

    def _show_renamed(self, header: Header | None) -> None:
        from matbot.presenters.housekeeping import format_renamed

        if header:
            self._say(format_renamed(header))

    def action_archive(self) -> None:
        """Archive the highlighted review, or return it to the list."""
        from matbot.presenters.housekeeping import format_archived
        from matbot.services.housekeeping import archive

        if marked := self.marked:
            try:
                header = archive(find_host(self).workspace, str(marked.path))
            except StoreError as problem:
                warn(self, str(problem))
            else:
                self.reload()
                self._say(format_archived(header))

    def action_delete(self) -> None:
        """Move the highlighted review to the bin."""
        from matbot.presenters.housekeeping import format_deleted

        if marked := self.marked:
            try:
                find_host(self).workspace.delete(marked)
            except StoreError as problem:
                warn(self, str(problem))
            else:
                self._deleted.append(marked)
                self.reload()
                self._say(f"{format_deleted(marked)} Ctrl+Z brings it back.")

    def action_undo(self) -> None:
        """Restore the review that was last deleted from this page."""
        from matbot.presenters.housekeeping import format_restored

        deleted = self._deleted.pop()
        workspace = find_host(self).workspace
        try:
            workspace.restore(workspace.find_deleted(deleted.id))
        except StoreError as problem:
            warn(self, str(problem))
        else:
            self.reload()
            self._say(format_restored(deleted))

    def _say(self, words: str) -> None:
        self.notify(shown(words), markup=False)

    def _list_all(self, shows_archived: bool = False) -> None:
        ways = HomeWays(find_host(self).names_files, self._bin_size, shows_archived)
        self.query_one(ReviewList).show(self._listed, self._now(), ways)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Allow the commands that apply now: most need a highlighted review or a deleted one."""
        can_be_done: dict[str, Callable[[], bool]] = {
            "search": self.has_readable,
            "rename": lambda: bool((one := self.marked) and one.header),
            "archive": lambda: bool((one := self.marked) and one.header),
            "delete": lambda: bool(self.marked),
            "undo": lambda: bool(self._deleted),
            "open_bin": lambda: bool(self._bin_size),
        }
        return action not in can_be_done or can_be_done[action]()

    @property
    def marked(self) -> ListedReview | None:
        """The highlighted review, once the list is mounted."""
        return next((rows.marked for rows in self.query(ReviewList)), None)

    def has_readable(self) -> bool:
        """Return whether any review can be read."""
        return any(one.header for one in self._listed)


def format_row_keys() -> Content:
    """Format the keys for the highlighted review and the search, for which the footer has no room."""
    commands = [HOME.command(id_) for id_ in ("search", "rename", "archive", "delete")]
    parts = [
        Content.assemble((format_key(command.keys), "bold $accent"), f" {command.label}")
        for command in commands
    ]
    return Content("  ").join(parts)
