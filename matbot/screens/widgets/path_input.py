"""A box for the path of a file, typed, pasted, or dropped into the terminal."""

from pathlib import Path
from typing import ClassVar

from textual.binding import BindingType

from matbot.commands.boxes import PATH_BOX
from matbot.screens.keys import bindings_of
from matbot.screens.widgets.field import LONGEST_LINE, NameInput
from matbot.services.paths import parse_path as parse_path
from matbot.text import clean


class PathInput(NameInput):
    """A box whose Enter reads the file; of what is pasted it takes the first line as it is."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of(PATH_BOX)

    def __init__(self, id: str | None = None) -> None:
        super().__init__(max_length=LONGEST_LINE, compact=True, id=id)

    @property
    def path(self) -> Path | None:
        """The path in the box; None where there is none."""
        return parse_path(self.value)

    def line_of(self, text: str) -> str:
        """The first line as it is: a path may have several spaces in a row."""
        return next(iter(clean(text, LONGEST_LINE).splitlines()), "")
