"""The transcript page: read the transcript and write it to a file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Button, Static

from matbot.commands.transcript import TRANSCRIPT
from matbot.presenters.transcripts import TranscriptWords, list_elements, present_transcript
from matbot.report.formats.exporter import DocumentKind
from matbot.report.formats.registry import format_names
from matbot.screens.export import DocumentExport
from matbot.screens.keys import bindings_of
from matbot.screens.review_screen import ReviewScreen
from matbot.screens.transcript.redaction import (
    build_elements_dialog,
    build_names_dialog,
    parse_names,
)
from matbot.screens.widgets.key_line import KeyLine
from matbot.screens.widgets.marked_button import MarkedButton
from matbot.screens.widgets.report_view import ReportView
from matbot.screens.widgets.top_line import TopLine
from matbot.services.export import (
    OWN,
    TRANSCRIPT_KINDS,
    TranscriptOptions,
    find_names_to_leave_out,
    transcript_of,
)
from matbot.text import shortened, shown

if TYPE_CHECKING:
    from matbot.interview import Interview
    from matbot.report.blocks import Report
    from matbot.services.export import Document
    from matbot.store.review_file import ReviewFile

_SHOWN = 44
"""The maximum length of the names at the head of the page, in characters."""

WRITTEN = "The transcript is written. Its path is at the top of the page."
DOWNLOADED = "Your browser downloads the transcript, and keeps it where it keeps all downloads."


class TranscriptScreen(ReviewScreen[None]):
    """The transcript as it would be written now, in each kind of document and format."""

    CSS_PATH = "transcript.tcss"
    HELP = (
        "The written record of your review: how to read it, the heat map, your strengths, draft priorities, "
        "what is still open, and then everything you said. k changes to the Board paper and the Learning-set "
        "summary; those hold no private notes, and no names that matbot knows. e chooses the elements "
        "it is about, and h the names to leave out of everybody's words. m chooses "
        f"{format_names(DocumentKind.TRANSCRIPT)}, w writes the file, and o opens it. Look through it before "
        "you share it."
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(TRANSCRIPT)

    def __init__(self, file: ReviewFile, today: date | None = None) -> None:
        super().__init__(file)
        self._today = today or date.today()
        self._transcript_options = TranscriptOptions(OWN)
        self._export = DocumentExport(self, DocumentKind.TRANSCRIPT, self._document, self._wrote)
        self._cached: tuple[tuple[Interview, TranscriptOptions], Document] | None = None
        """The last transcript built, with the values it was built from."""
        self._drawn: Report | None = None

    def compose(self) -> ComposeResult:
        """Lay out the destination, then the transcript."""
        yield TopLine()
        with Vertical(id="page"), Vertical(id="column"):
            yield Static(id="document-kind")
            yield Static(id="chosen")
            with Horizontal(id="head"):
                yield Static(id="where")
                yield MarkedButton("Write it (w)", id="write", variant="primary")
            yield Static(id="path")
            yield Static(id="sharing")
            with VerticalScroll(id="preview"):
                yield ReportView(id="report")
        yield KeyLine()

    def on_mount(self) -> None:
        """Show the destination and the transcript."""
        self.reload()
        self.query_one("#preview").focus()

    def draw(self) -> None:
        """Draw the transcript and where it would be or was written."""
        report, export = self._document().report, self._export
        wanted = present_transcript(self.interview.review, self._transcript_options)
        document = wanted.document
        if report != self._drawn:
            self._drawn = report
            self.query_one(ReportView).show_report(report)
        self.query_one("#document-kind", Static).update(Content(f"{document.name}: {document.about}."))
        self.query_one("#chosen", Static).update(Content(shown(format_choice(wanted))))
        not_yet = f"Not written yet. As {export.form_name}, {export.goes_to}"
        existing = export.existing
        where = export.gone_to if existing else not_yet
        self.query_one("#where", Static).update(Content(where))
        self.query_one("#path", Static).update(Content(shown(str(existing or export.place))))
        self.query_one("#path").set_class(existing is not None, "-written")
        self.query_one("#sharing", Static).update(Content(document.sharing))
        self.refresh_bindings()

    @on(Button.Pressed, "#write")
    def action_write(self) -> None:
        """Write the transcript; if a file of that name exists, ask what to do first."""
        self._export.write()

    def action_kind(self) -> None:
        """Show the next kind of document, back to the first after the last."""
        kinds = list(TRANSCRIPT_KINDS)
        following = kinds[(kinds.index(self._transcript_options.kind) + 1) % len(kinds)]
        self._set_options(replace(self._transcript_options, kind=following))

    def action_elements(self) -> None:
        """Choose the elements that the transcript covers."""
        asks = build_elements_dialog(self.interview.rubric, self.interview.review, self._transcript_options)
        self.app.push_screen(asks, self._take_elements)

    def action_names(self) -> None:
        """Choose the names to leave out of the transcript."""
        self.app.push_screen(build_names_dialog(self.interview.review, self._left_out), self._take_names)

    def action_form(self) -> None:
        """Select the next format."""
        self._export.next_form()
        self.draw()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Allow opening only once a file is written."""
        return action != "open" or self._export.may_be_opened

    def action_open(self) -> None:
        """Open the written file with the system's program for it."""
        self._export.open()

    def _wrote(self) -> None:
        self.tell(DOWNLOADED if self._export.in_browser else WRITTEN)
        self.draw()

    def _take_elements(self, codes: Sequence[str] | None) -> None:
        if codes is not None:
            every = codes == list_elements(self.interview.review)
            self._set_options(replace(self._transcript_options, codes=None if every else codes))

    def _take_names(self, typed: str | None) -> None:
        if typed is not None:
            self._set_options(
                replace(self._transcript_options, leave_out=tuple(parse_names(typed)), keep_names=True)
            )

    @property
    def _left_out(self) -> list[str]:
        """The names left out of the transcript."""
        return find_names_to_leave_out(self.interview.review, self._transcript_options)

    def _set_options(self, wanted: TranscriptOptions) -> None:
        """Show a transcript with other options; the written file is of the previous one."""
        if wanted != self._transcript_options:
            self._transcript_options, self._export.written = wanted, None
            self.draw()

    def _document(self) -> Document:
        """Return the transcript as it would be written now, rebuilt only if review or options changed."""
        made_from = self.interview, self._transcript_options
        if self._cached is None or self._cached[0] != made_from:
            rubric, log, review = self.interview.rubric, self.interview.log, self.interview.review
            made = transcript_of(rubric, log, self._today, self._transcript_options, review)
            self._cached = made_from, made
        return self._cached[1]


def format_choice(wanted: TranscriptWords) -> str:
    """Format which elements a document covers and whose names are left out, in one line."""
    names = shortened(wanted.names_left_out, _SHOWN)
    return f"Elements: {wanted.elements} · Names left out: {names}"
