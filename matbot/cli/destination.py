"""Where a document goes that a command writes, and in which format."""

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from matbot.cli.options import refuse_to_write_nowhere, usage_error
from matbot.cli.streams import print_lines, print_text
from matbot.report.formats.document import Exportable
from matbot.report.formats.exporter import DocumentKind, Exporter
from matbot.report.formats.registry import UnsupportedFormat, find_exporter, find_form_of_file, list_suffixes

if TYPE_CHECKING:
    from matbot.store.workspace import Workspace


@dataclass(frozen=True)
class Destination:
    """What was said of where a document goes."""

    output: str | None
    """The file that was named; `-` prints it; None leaves it to matbot."""
    named_form: str | None
    """The format that was named, if one was."""
    overwrite: bool
    kind: DocumentKind
    """What kind of document it is: which formats there are, and which one is the usual, follow from it."""

    def check(self) -> None:
        """Refuse what cannot be meant, before anything is read."""
        refuse_to_write_nowhere(self.output)
        exporter = self._exporter
        if self.output == "-" and not exporter.is_legible and sys.stdout.isatty():
            raise usage_error(
                f"A {exporter.name} file cannot be shown in a terminal: name a file with --output FILE"
            )

    @property
    def form(self) -> str:
        """The format: the one that was named, else what the file's name ends with, else the usual one."""
        return self._exporter.suffix

    @property
    def _exporter(self) -> Exporter:
        """What writes it; asked wrongly, in words, where a format is asked for that it does not have."""
        try:
            form = self.named_form
            return find_exporter(
                self.kind, find_form_of_file(self.kind, self.output or "") if form is None else form
            )
        except UnsupportedFormat as error:
            known = list_suffixes(self.kind)
            such = f" Choose one of {', '.join(known)}: --format {known[1]}" if len(known) > 1 else ""
            raise usage_error(f"{error}{such}") from error

    def write(self, document: Exportable, workspace: "Workspace") -> None:
        """Print the document, or write it and print where it is."""
        from matbot.services.export import write

        drawn = document.render(self.form)
        if self.output == "-":
            if self._exporter.is_text:
                print_text(drawn.decode())
            else:
                sys.stdout.buffer.write(drawn)
            return
        name = document.name(self.form)
        path = Path(self.output).expanduser() if self.output else workspace.transcripts / name
        print_lines([str(write(drawn, path, self.overwrite))])
