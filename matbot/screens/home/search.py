"""The box on the home page from which reviews are searched."""

from typing import ClassVar

from textual.binding import BindingType
from textual.message import Message

from matbot.commands.home import SEARCH_BOX
from matbot.screens.keys import bindings_of
from matbot.screens.widgets.field import NameInput
from matbot.text import LONGEST_NAME


class SearchBox(NameInput):
    """A box for words that a review is found by; it is in view while it is used."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of(SEARCH_BOX)

    class Closed(Message):
        """People are done with the box."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(
            placeholder="Search by trust, group, month or year", max_length=LONGEST_NAME, compact=True, id=id
        )
        self.display = False

    def open(self) -> None:
        """Bring the box into view, and begin in it."""
        self.display = True
        self.focus()

    def close(self) -> None:
        """Empty the box and take it out of view."""
        self.value = ""
        self.display = False

    def action_go_on(self) -> None:
        """Go to the list, with what was found in it."""
        self.post_message(self.Closed())

    def action_end_search(self) -> None:
        """Show all reviews again."""
        self.close()
        self.post_message(self.Closed())
