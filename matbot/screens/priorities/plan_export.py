"""Export of the table of priorities: its format, its order, and where it was written."""

from __future__ import annotations

from functools import partial

from textual.content import Content
from textual.widgets import Static

from matbot.report.formats.exporter import DocumentKind
from matbot.report.formats.registry import list_offered
from matbot.report.plan_export import PlanTable
from matbot.screens.dialogs import AskScreen
from matbot.screens.export import DocumentExport
from matbot.screens.review_screen import ReviewScreen
from matbot.text import shown

IN_ORDER, BY_HEADING = "in order", "by heading"


class PlanExportScreen(ReviewScreen[None]):
    """The export commands, for a page with a `#written` line that shows the destination."""

    _export: DocumentExport | None = None
    """The last export, or None."""

    def action_write(self) -> None:
        """Ask for the format of the table."""
        self.app.push_screen(
            AskScreen(
                "Write the table",
                "Your priorities, then what is deferred, to paste into your trust's plan. As what?",
                list_offered(DocumentKind.PRIORITIES),
                "write nothing",
            ),
            self._ask_order,
        )

    def _ask_order(self, form: str | None) -> None:
        """Ask for the order of the rows, then write."""
        if form is None:
            return
        ways = {
            IN_ORDER: "One table, in your own order",
            BY_HEADING: "Under the headings of the framework",
        }
        question = AskScreen("Write the table", "How should the rows be arranged?", ways, "write nothing")
        self.app.push_screen(question, partial(self._write_ordered, form))

    def _write_ordered(self, form: str, way: str | None) -> None:
        if way:
            review, rubric = self.interview.review, self.interview.rubric
            self._write_table(PlanTable(rubric, review, way == BY_HEADING), form)

    def _write_table(self, table: PlanTable, form: str) -> None:
        """Write the table; if a file of that name exists, ask what to do first."""
        export = DocumentExport(self, DocumentKind.PRIORITIES, lambda: table, lambda: self._wrote(export))
        export.form = form
        export.write()

    def _wrote(self, export: DocumentExport) -> None:
        self._export = export
        line = self.query_one("#written", Static)
        line.update(Content(shown(f"{export.gone_to} {export.written}")))
        line.display = True
        self.refresh_bindings()

    @property
    def may_be_opened(self) -> bool:
        """Whether a table was written that can be opened from here."""
        return self._export is not None and self._export.may_be_opened

    def action_open(self) -> None:
        """Open the written file with the system's program for it."""
        if self._export:
            self._export.open()
