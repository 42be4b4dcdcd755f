"""Where a document goes that a command writes, and in which format."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from matbot.cli.options import asked_wrongly, refuse_to_write_nowhere
from matbot.cli.streams import put, put_lines

if TYPE_CHECKING:
    from matbot.store.workspace import Workspace

_AS_BYTES = ("docx", "csv")
"""The formats that are printed byte by byte: in them even a newline is as it has to be."""


class Drawn(Protocol):
    """What can be written in several formats."""

    def name(self, form: str) -> str:
        """The name of its file in a format."""
        ...

    def drawn(self, form: str) -> bytes:
        """All of it in a format."""
        ...


@dataclass(frozen=True)
class Destination:
    """What was said of where a document goes."""

    output: str | None
    """The file that was named; `-` prints it; None leaves it to matbot."""
    named_form: str | None
    """The format that was named, if one was."""
    overwrite: bool
    formats: Sequence[str] = ("md", "html", "docx")
    """The formats that there are, by the endings of their files; the first one unless another is named."""

    def check(self) -> None:
        """Refuse what cannot be meant, before anything is read."""
        refuse_to_write_nowhere(self.output)
        if self.named_form is not None and self.named_form not in self.formats:
            known, such = ", ".join(self.formats), self.formats[1]
            raise asked_wrongly(
                f"There is no format {self.named_form}. Choose one of {known}: --format {such}"
            )
        if self.output == "-" and self.form == "docx" and sys.stdout.isatty():
            raise asked_wrongly("A Word file cannot be shown in a terminal: name a file with --output FILE")

    @property
    def form(self) -> str:
        """The format: the one that was named, else what the file's name ends with, else the first."""
        ending = Path(self.output or "").suffix.removeprefix(".").lower()
        return self.named_form or (ending if ending in self.formats else self.formats[0])

    def put(self, document: Drawn, workspace: "Workspace") -> None:
        """Print the document, or write it and print where it is."""
        from matbot.writing import write

        drawn = document.drawn(self.form)
        if self.output == "-":
            _print(drawn, self.form)
            return
        name = document.name(self.form)
        path = Path(self.output).expanduser() if self.output else workspace.transcripts / name
        put_lines([str(write(drawn, path, self.overwrite))])


def _print(drawn: bytes, form: str) -> None:
    if form in _AS_BYTES:
        sys.stdout.buffer.write(drawn)
    else:
        put(drawn.decode())
