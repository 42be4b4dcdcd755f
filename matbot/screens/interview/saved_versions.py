"""The page of saved versions of a review: save one, or write the transcript as of one."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from matbot.commands.transcript import SAVED_VERSION_BOX, SAVED_VERSION_LIST, SAVED_VERSIONS
from matbot.interview import Unclear
from matbot.report.formats.exporter import DocumentKind
from matbot.review.fold import review_of
from matbot.review.local_time import to_local_time
from matbot.review.review import Snapshot
from matbot.screens.export import DocumentExport
from matbot.screens.keys import bindings_of
from matbot.screens.review_screen import ReviewScreen
from matbot.screens.widgets.field import Field, NameInput
from matbot.screens.widgets.key_line import KeyLine
from matbot.screens.widgets.row_list import ListRow, RowList, wrap_lines
from matbot.screens.widgets.top_line import TopLine
from matbot.services.export import Document, TranscriptOptions, transcript_of
from matbot.text import LONGEST_NAME, shown

if TYPE_CHECKING:
    from matbot.store.review_file import ReviewFile

ABOUT = (
    "Give this version a name, such as: before the board met. Later you can compare the review with itself "
    "as it stood then, or write its transcript as of then. Nothing is copied, and you go on as before."
)

NONE = "No version is saved yet."


class SavedVersionInput(NameInput):
    """The box for the name of a version; Enter saves it."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of(SAVED_VERSION_BOX)


class SavedVersionList(RowList):
    """The saved versions, latest first."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of(SAVED_VERSION_LIST)


class SavedVersionsScreen(ReviewScreen[None]):
    """A box to save a version under a name, and the list of saved versions."""

    CSS_PATH = "saved_versions.tcss"
    HELP = (
        "A saved version lets you come back to how the review was then: compare with it, or write the "
        "transcript as of it. Type a name and press Enter. Go down to a version and press Enter to write its "
        "transcript."
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(SAVED_VERSIONS)

    def __init__(self, file: ReviewFile, today: date | None = None) -> None:
        super().__init__(file)
        self._today = today or date.today()
        self._chosen = ""
        """The name of the saved version whose transcript is written."""
        self._export = DocumentExport(self, DocumentKind.TRANSCRIPT, self._document, self._wrote)

    def compose(self) -> ComposeResult:
        """Lay out the explanation, the box and the saved versions."""
        yield TopLine()
        with Vertical(id="page"), Vertical(id="column"):
            yield Static(Content(ABOUT), id="about")
            yield Field("Save a version", SavedVersionInput(max_length=LONGEST_NAME, compact=True, id="name"))
            yield Static(id="title")
            yield SavedVersionList(id="saved-versions")
            yield Static(id="written")
        yield KeyLine()

    def on_mount(self) -> None:
        """Focus the box."""
        self.reload()
        self.query_one(SavedVersionInput).focus()

    def draw(self) -> None:
        """Draw the saved versions from the log."""
        snapshots = self.interview.review.snapshots
        self.query_one("#title", Static).update("Saved versions" if snapshots else NONE)
        self.query_one(SavedVersionList).show([self._row(snapshot) for snapshot in reversed(snapshots)])

    @on(Input.Submitted)
    def _save_version(self, event: Input.Submitted) -> None:
        if self.file.read_only:
            self.tell(f"This review can only be read: {self.file.read_only}.", wrong=True)
            return
        try:
            version_saved = self.interview.save_version(event.value)
        except Unclear as problem:
            self.tell(str(problem), wrong=True)
            return
        if self.say(version_saved):
            self.query_one(SavedVersionInput).value = ""
            self.query_one(SavedVersionList).mark(version_saved.id)

    @on(RowList.OptionSelected)
    def _write(self, event: RowList.OptionSelected) -> None:
        chosen = [one for one in self.interview.review.snapshots if one.event_id == event.option_id]
        for snapshot in chosen:
            self._chosen = snapshot.name
            self._export.write()

    def _document(self) -> Document:
        wanted = TranscriptOptions(saved_version=self._chosen)
        then = self.file.as_of(self._chosen)
        return transcript_of(then.rubric, then.log, self._today, wanted)

    def _wrote(self) -> None:
        words = f"{self._export.gone_to} {self._export.written}"
        self.query_one("#written", Static).update(Content(shown(words)))

    def _row(self, snapshot: Snapshot) -> ListRow:
        """Build the row of a saved version: its name, its date, and the review's progress then."""
        log_then = self.file.as_of(snapshot.name)
        then = review_of(log_then.rubric, log_then.log)
        at = to_local_time(snapshot.at)
        words = f"{at.day} {at:%B %Y, %H:%M} · {then.progress}"
        return ListRow(snapshot.event_id, partial(_render_version, snapshot.name, words))


def _render_version(name: str, words: str, width: int) -> Content:
    title = Content("\n").join(wrap_lines(name, width, most=1)).stylize("bold")
    return Content.assemble(title, "\n", (words, "$secondary"))
