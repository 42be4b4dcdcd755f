"""Write a document to disk from a page, in the chosen format, and never over another file without asking.

In a browser the document is downloaded instead: the reader cannot reach the server's disk.
"""

from collections.abc import Callable
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from matbot.report.formats.document import Exportable
from matbot.report.formats.exporter import DocumentKind
from matbot.report.formats.registry import find_exporter, list_offered
from matbot.report.output import NotWritten, OutputExists, write_new
from matbot.screens.background import run_in_background
from matbot.screens.dialogs import AskScreen
from matbot.screens.host import find_host, warn
from matbot.services.export import find_free_path, open_with_system
from matbot.text import one_line

if TYPE_CHECKING:
    from textual.screen import Screen


class DocumentExport:
    """The export of one document from a page: its format and the file it was written to."""

    def __init__(
        self,
        screen: "Screen[Any]",
        kind: DocumentKind,
        document: Callable[[], Exportable],
        wrote: Callable[[], None],
    ) -> None:
        """Create the export.

        Args:
            screen: the page that exports.
            kind: the kind of document.
            document: builds the document.
            wrote: called once the document is written.

        """
        self.form = kind.usual
        self.written: Path | None = None
        """The file it was last written to from this page; in a browser, the name it was downloaded as."""
        self._earlier: Path | None = None
        """The path that the page showed as the destination when it was last drawn."""
        self._was_there = False
        """Whether there was a file then."""
        self._screen, self._kind, self._document, self._wrote = screen, kind, document, wrote

    @property
    def form_name(self) -> str:
        """The name of the format: `Markdown`, `Word, to work on`."""
        return find_exporter(self._kind, self.form).label(self._kind)

    @property
    def place(self) -> Path:
        """The path it would be written to; in a browser, the file name alone."""
        name = Path(self._document().name(self.form))
        return name if self.in_browser else find_host(self._screen).workspace.transcripts.absolute() / name

    @property
    def in_browser(self) -> bool:
        """Whether the document is downloaded by a browser rather than written to this machine's disk."""
        return self._screen.app.is_web

    @property
    def existing(self) -> Path | None:
        """The existing file: the one written from this page, or an earlier one of the same name."""
        if self.in_browser:
            return self.written
        self._earlier = self.place
        found = self._find_file()
        self._was_there = found is not None
        return found

    @property
    def gone_to(self) -> str:
        """The text before the path of an existing file, such as `Written to`."""
        if self.in_browser:
            return "Downloaded as"
        return (
            "Written to"
            if self.written and self.written == self.existing
            else "There is a file of this name already:"
        )

    @property
    def goes_to(self) -> str:
        """The text before the destination of a file not written yet: `it goes to`."""
        return "it is downloaded as" if self.in_browser else "it goes to"

    @property
    def may_be_opened(self) -> bool:
        """Whether there is a file to open and the user is at the machine it is on."""
        return not self.in_browser and (self.written is not None or self._was_there)

    def next_form(self) -> None:
        """Select the next format, back to the first after the last."""
        forms = list(list_offered(self._kind))
        self.form, self.written = forms[(forms.index(self.form) + 1) % len(forms)], None

    def write(self) -> None:
        """Write the document; if a file of that name exists, ask what to do first."""
        if self.in_browser:
            self._download()
        else:
            self._write(self.place)

    def open(self) -> None:
        """Open the written file with the system's program for it; warn if there is no file or no program."""
        if (path := self._find_file()) is None:
            warn(self._screen, "The file is not there any more. Write it again.")
        else:
            self._screen.run_worker(self._open(path), group="opening")

    def _find_file(self) -> Path | None:
        return next((path for path in (self.written, self._earlier) if path and path.is_file()), None)

    async def _open(self, path: Path) -> None:
        if not await open_file(path):
            warn(self._screen, f"No program here opens it. You find it at {path}")

    def _download(self) -> None:
        self.written = self.place
        drawn = BytesIO(self._document().render(self.form))
        media_type = find_exporter(self._kind, self.form).media_type
        self._screen.app.deliver_binary(drawn, save_filename=self.written.name, mime_type=media_type)
        self._wrote()

    def _write(self, path: Path, overwrite: bool = False) -> None:
        try:
            self.written = write_new(path, self._document().render(self.form), overwrite)
        except OutputExists:
            self._screen.app.push_screen(
                build_overwrite_dialog(path, self._kind.short), partial(self._write_as_chosen, path)
            )
        except NotWritten as problem:
            warn(self._screen, str(problem))
        else:
            self._wrote()

    def _write_as_chosen(self, path: Path, way: str | None) -> None:
        """Write as chosen in the dialog; do nothing if it was cancelled."""
        if way == "beside":
            self._write(find_free_path(path))
        elif way == "over":
            self._write(path, overwrite=True)


async def open_file(path: Path) -> bool:
    """Open a file with the system's program for it; return whether there is one."""
    return await run_in_background(partial(open_with_system, path))


def build_overwrite_dialog(path: Path, what: str) -> AskScreen:
    """Build the dialog for a file that already exists; it returns `beside`, `over` or None."""
    ways = {
        "beside": f"Write beside it, as {one_line(find_free_path(path).name)}",
        "over": "Write over it: what is in it now is gone",
    }
    title = f"There is a {what} of that name already"
    return AskScreen(title, one_line(str(path)), ways, "leave it, and write nothing")
