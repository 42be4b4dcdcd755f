"""Management of the list of reviews: search, rename, archive, delete, restore and undo on the home page."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
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


UNDO = "Ctrl+Z undoes it."
"""The end of the message after a change to the list."""


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
        self._undoable: list[Callable[[], str]] = []
        """What undoes each change to the list from this page, the latest last; it returns what it did."""

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
            before = marked.header

            def renamed(header: Header | None) -> None:
                if header:
                    self._undoable.append(partial(self._undo_rename, marked.path, before))
                self._show_renamed(header)

            self.app.push_screen(DetailsScreen(str(marked.path), before), renamed)

    def _show_renamed(self, header: Header | None) -> None:
        from matbot.presenters.housekeeping import format_renamed

        if header:
            self._say(f"{format_renamed(header)} {UNDO}")

    def action_archive(self) -> None:
        """Archive the highlighted review, or return it to the list."""
        from matbot.presenters.housekeeping import format_archived

        if (marked := self.marked) and (header := self._archive(marked.path)):
            self._undoable.append(partial(self._undo_archive, marked))
            self._say(f"{format_archived(header)} {UNDO}")

    def _archive(self, path: Path) -> Header | None:
        """Archive a review, or return it to the list, and redraw; None, with a message, if that fails."""
        from matbot.services.housekeeping import archive

        try:
            header = archive(find_host(self).workspace, str(path))
        except StoreError as problem:
            warn(self, str(problem))
            return None
        self._reload_here()
        return header

    def _undo_archive(self, listed: ListedReview) -> str:
        from matbot.presenters.housekeeping import format_archived

        header = self._archive(listed.path)
        return format_archived(header) if header else ""

    def action_delete(self) -> None:
        """Move the highlighted review to the bin."""
        from matbot.presenters.housekeeping import format_deleted

        if marked := self.marked:
            workspace = find_host(self).workspace
            try:
                workspace.delete(marked)
            except StoreError as problem:
                warn(self, str(problem))
            else:
                self._undoable.append(partial(self._undo_delete, marked))
                self._reload_here()
                self._say(f"{format_deleted(marked)} {UNDO}")

    def _undo_delete(self, listed: ListedReview) -> str:
        from matbot.presenters.housekeeping import format_restored

        workspace = find_host(self).workspace
        deleted = [one for one in workspace.list_bin() if one.id == listed.id]
        if not deleted:
            return f"{format_restored(listed)} It was restored from the bin before."
        workspace.restore(deleted[0])
        self._reload_here()
        return format_restored(listed)

    def _undo_rename(self, path: Path, before: Header) -> str:
        from matbot.presenters.housekeeping import format_renamed
        from matbot.services.housekeeping import change_details

        workspace = find_host(self).workspace
        header = change_details(workspace, str(path), before.trust, before.group, before.people)
        self._reload_here()
        return format_renamed(header)

    def action_undo(self) -> None:
        """Undo the last change to the list: a name, the archive, or a deletion."""
        from matbot.interview import Unclear  # not for the first page: it brings pydantic

        undo = self._undoable.pop()
        try:
            words = undo()
        except (StoreError, Unclear) as problem:
            warn(self, str(problem))
        else:
            if words:
                self._say(f"Undone. {words}")

    def _reload_here(self) -> None:
        """Reload the list, with the highlight where it was."""
        reviews = self.query_one(ReviewList)
        place, marked = reviews.highlighted, self.marked
        self.reload()
        reviews.highlight_near(marked.id if marked else "", place)

    def _say(self, words: str) -> None:
        """Show what was done, in place of what was said of the change before."""
        self.app.clear_notifications()
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
            "undo": lambda: bool(self._undoable),
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
