"""The line above every page of the tour: what to look at, and which keys go on."""

from collections.abc import Callable

from textual import events
from textual.content import Content
from textual.style import Style
from textual.widgets import Static

from matbot.commands import format_key
from matbot.commands.home import TOUR


class TourBar(Static):
    """Words about the page below it, and the tour's own keys; a click on those does the same."""

    def __init__(self, where: str, look: str, keys: str, asked: Callable[[str], None]) -> None:
        """`where` on the tour this is, what to `look` at, and which `keys` of the page's own work.

        `asked` is told the id of the command that a click asks for.
        """
        super().__init__(Content.assemble((where, "bold"), f" {look}\n", *_keys(keys)))
        self._asked = asked

    def on_click(self, event: events.Click) -> None:
        """Do what the key under the mouse does."""
        if id_ := event.style.meta.get("tour"):
            self._asked(id_)


def _keys(own: str) -> list[Content]:
    """The keys that work here: the page's own in words, then those of the tour."""
    marked = [
        Content.assemble((format_key(command.keys), "bold $accent"), f" {command.short}").stylize(
            Style.from_meta({"tour": command.id})
        )
        for command in TOUR.commands
    ]
    return [Content(f"{own} · " if own else ""), Content(" · ").join(marked)]
