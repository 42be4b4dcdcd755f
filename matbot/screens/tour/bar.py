"""The bar above every page of the tour: what to look at, and which keys continue."""

from collections.abc import Callable

from textual import events
from textual.content import Content
from textual.style import Style
from textual.widgets import Static

from matbot.commands import format_key
from matbot.commands.home import TOUR


class TourBar(Static):
    """A text about the page below it, and the tour's own keys, which can also be clicked."""

    def __init__(self, where: str, look: str, keys: str, asked: Callable[[str], None]) -> None:
        """Create the bar.

        Args:
            where: the position in the tour.
            look: what to look at.
            keys: which keys of the page itself work.
            asked: called with the id of the command that was clicked.

        """
        super().__init__(Content.assemble((where, "bold"), f" {look}\n", *_keys(keys)))
        self._asked = asked

    def on_click(self, event: events.Click) -> None:
        """Run the command of the clicked key."""
        if id_ := event.style.meta.get("tour"):
            self._asked(id_)


def _keys(own: str) -> list[Content]:
    """Format the keys that work here: the page's own as a phrase, then those of the tour."""
    marked = [
        Content.assemble((format_key(command.keys), "bold $accent"), f" {command.short}").stylize(
            Style.from_meta({"tour": command.id})
        )
        for command in TOUR.commands
    ]
    return [Content(f"{own} · " if own else ""), Content(" · ").join(marked)]
