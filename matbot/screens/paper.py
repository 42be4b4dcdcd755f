"""A document put on disk from a page: in the format that was chosen, and never over another file unasked."""

import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from matbot.report import AlreadyThere, NotWritten, write_new
from matbot.screens.already_there import already_there, beside
from matbot.screens.host import host_of
from matbot.text import shown

if TYPE_CHECKING:
    from textual.screen import Screen


class Writable(Protocol):
    """What can be put on disk in several formats, such as a document."""

    def name(self, form: str) -> str:
        """The name of its file in a format."""

    def drawn(self, form: str) -> bytes:
        """All of it in a format."""


_OPENERS = {"darwin": "open", "linux": "xdg-open"}


class Paper:
    """What a page writes, in which format, and where it went."""

    def __init__(
        self, screen: "Screen[Any]", what: str, document: Callable[[], Writable], wrote: Callable[[], None]
    ) -> None:
        """`what` it is, in a word; `wrote` is called once it is written."""
        self.form = "md"
        self.written: Path | None = None
        """The file that it was last written to from here."""
        self._screen, self._what, self._document, self._wrote = screen, what, document, wrote

    @property
    def form_name(self) -> str:
        """The format in words: `Markdown`, `Word, to work on`."""
        from matbot.writing import FORMAT_NAMES

        return FORMAT_NAMES[self.form]

    @property
    def place(self) -> Path:
        """Where it would be written."""
        return host_of(self._screen).workspace.transcripts.absolute() / self._document().name(self.form)

    def next_form(self) -> None:
        """Choose the next format, round and round."""
        from matbot.writing import FORMATS

        forms = list(FORMATS)
        self.form, self.written = forms[(forms.index(self.form) + 1) % len(forms)], None

    def write(self) -> None:
        """Write it; where a file of that name is there already, ask first what to do."""
        self._write(self.place)

    def open(self) -> None:
        """Open what was written with the system's own program; says so where there is none."""
        if self.written is None:
            self._tell("It is not written yet: w writes it.")
        elif not opened(self.written):
            self._tell(f"No program was found to open it. It is here: {self.written}")

    def _write(self, path: Path, overwrite: bool = False) -> None:
        try:
            self.written = write_new(path, self._document().drawn(self.form), overwrite)
        except AlreadyThere:
            self._screen.app.push_screen(already_there(path, self._what), partial(self._write_so, path))
        except NotWritten as problem:
            self._tell(str(problem))
        else:
            self._wrote()

    def _write_so(self, path: Path, way: str | None) -> None:
        """Write it in the way that was chosen, or leave it."""
        if way == "beside":
            self._write(beside(path))
        elif way == "over":
            self._write(path, overwrite=True)

    def _tell(self, words: str) -> None:
        self._screen.notify(shown(words), severity="warning", markup=False, timeout=10)


def opened(path: Path) -> bool:
    """Open a file with the program that the system has for it; whether there is one."""
    try:
        if sys.platform == "win32":
            import os

            os.startfile(path)
            return True
        # Its own words must not be drawn over the screen.
        none = subprocess.DEVNULL
        program = _OPENERS.get(sys.platform, "xdg-open")
        subprocess.Popen([program, str(path)], stdin=none, stdout=none, stderr=none)
    except OSError:
        return False
    return True
