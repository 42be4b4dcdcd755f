"""The search box of the home page."""

from typing import ClassVar

from textual.binding import BindingType
from textual.message import Message

from matbot.commands.home import SEARCH_BOX
from matbot.screens.keys import bindings_of
from matbot.screens.widgets.field import NameInput
from matbot.text import LONGEST_NAME


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
