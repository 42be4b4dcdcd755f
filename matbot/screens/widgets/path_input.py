"""A box for the path of a file, typed, pasted, or dropped into the terminal."""

from pathlib import Path
from typing import ClassVar

from textual import events
from textual.binding import BindingType

from matbot.commands.boxes import PATH_BOX
from matbot.screens.keys import bindings_of
from matbot.screens.widgets.field import NameInput
from matbot.services.paths import path_in as path_in
from matbot.text import clean

LONGEST = 4096
"""The longest path, in characters."""


class PathInput(NameInput):
    """A box whose Enter reads the file; of what is pasted it takes the first line as it is."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of(PATH_BOX)

    def __init__(self, id: str | None = None) -> None:
        super().__init__(max_length=LONGEST, compact=True, id=id)

    @property
    def path(self) -> Path | None:
        """The path in the box; None where there is none."""
        return path_in(self.value)

    def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        line = next(iter(clean(event.text, LONGEST).splitlines()), "")
        room = LONGEST - len(self.value) + len(self.selected_text)
        self.replace(line[:room], *sorted(self.selection))
