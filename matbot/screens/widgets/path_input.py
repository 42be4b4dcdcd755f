"""A box for the path of a file, which can be typed, pasted, or dropped into the terminal."""

from pathlib import Path
from typing import ClassVar

from textual.binding import BindingType

from matbot.commands.boxes import PATH_BOX
from matbot.screens.keys import bindings_of
from matbot.screens.widgets.field import LONGEST_LINE, NameInput
from matbot.services.paths import parse_path as parse_path
from matbot.text import clean


class PathInput(NameInput):
    """A box for a path; Enter reads the file, and of pasted text the first line is used unchanged."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of(PATH_BOX)

    def __init__(self, id: str | None = None) -> None:
        super().__init__(max_length=LONGEST_LINE, compact=True, id=id)

    @property
    def path(self) -> Path | None:
        """The path in the box; None if it is empty."""
        return parse_path(self.value)

    def line_of(self, text: str) -> str:
        """Return the first line unchanged: a path may have several consecutive spaces."""
        return next(iter(clean(text, LONGEST_LINE).splitlines()), "")
