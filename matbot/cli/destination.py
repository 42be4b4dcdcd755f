"""The destination and format of a document that a command writes."""

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
    """The destination and format of a document, as the options of a command give them."""

    output: str | None
    """The value of --output: a file, or `-` to print; None for the default name in the workspace."""
    named_form: str | None
    """The value of --format; None if the option was left out."""
    overwrite: bool
    kind: DocumentKind
    """The kind of document, which determines the available formats and the default one."""

    def check(self) -> None:
        """Raise a usage error for options that cannot be carried out, before anything is read."""
        refuse_to_write_nowhere(self.output)
        exporter = self._exporter
        if self.output == "-" and not exporter.is_legible and sys.stdout.isatty():
            raise usage_error(
                f"A {exporter.name} file cannot be shown in a terminal: name a file with --output FILE"
            )

    @property
    def form(self) -> str:
        """The format: by precedence the one named, the one of the file's suffix, or the default."""
        return self._exporter.suffix

    @property
    def _exporter(self) -> Exporter:
        """The exporter of the format; raises a usage error if the kind of document has no such format."""
        try:
            form = self.named_form
            return find_exporter(
                self.kind, find_form_of_file(self.kind, self.output or "") if form is None else form
            )
        except UnsupportedFormat as error:
            known = list_suffixes(self.kind)
            suggestion = f" Choose one of {', '.join(known)}: --format {known[1]}" if len(known) > 1 else ""
            raise usage_error(f"{error}{suggestion}") from error

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
