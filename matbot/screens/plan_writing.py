"""Writing the table of priorities alone to a file: in which format, in which order, and where it went."""

from __future__ import annotations

from pathlib import Path

from textual.content import Content
from textual.widgets import Static

from matbot.report import AlreadyThere, NotWritten, write_new
from matbot.report.plan_export import PLAN_FORMATS, PlanTable, under_headings
from matbot.screens.already_there import already_there, beside
from matbot.screens.asking import AskScreen
from matbot.screens.host import host_of
from matbot.screens.review_screen import ReviewScreen
from matbot.text import shown

IN_ORDER, BY_HEADING = "in order", "by heading"


class WritesThePlan(ReviewScreen[None]):
    """What writes the table, for a page with a line `#written` to say where it went."""

    def action_write(self) -> None:
        """Ask in which format the table is wanted."""
        self.app.push_screen(
            AskScreen(
                "Write the table",
                "The table of your priorities alone, to paste into your trust's development plan. As what?",
                PLAN_FORMATS,
                "write nothing",
            ),
            self._ask_order,
        )

    def _ask_order(self, form: str | None) -> None:
        """Ask in which order, where the framework's headings would make a difference; then write."""
        if form is None:
            return
        review, rubric = self.interview.review, self.interview.rubric
        if len(under_headings(rubric, review)) < 2:
            self._write_anew(PlanTable(rubric, review), form)
            return
        ways = {
            IN_ORDER: "One table, in your own order",
            BY_HEADING: "A table under each heading of the framework",
        }
        question = AskScreen("Write the table", "How shall the rows stand?", ways, "write nothing")
        self.app.push_screen(
            question,
            lambda way: self._write_anew(PlanTable(rubric, review, way == BY_HEADING), form) if way else None,
        )

    def _write_anew(self, table: PlanTable, form: str) -> None:
        """Write it; where a file of that name is there already, ask first what to do."""
        place = host_of(self).workspace.transcripts.absolute() / table.name(form)
        try:
            self._write_to(place, table.drawn(form))
        except AlreadyThere:
            self.app.push_screen(
                already_there(place, "table"), lambda way: self._write_so(way, place, table.drawn(form))
            )

    def _write_so(self, way: str | None, place: Path, content: bytes) -> None:
        """Write it in the way that was chosen, or leave it."""
        try:
            if way == "beside":
                self._write_to(beside(place), content)
            elif way == "over":
                self._write_to(place, content, overwrite=True)
        except AlreadyThere as problem:  # somebody wrote that very file while the question stood
            self.tell(str(problem), wrong=True)

    def _write_to(self, path: Path, content: bytes, overwrite: bool = False) -> None:
        """Write it and show where; AlreadyThere is for the caller to ask about."""
        try:
            written = write_new(path, content, overwrite)
        except AlreadyThere:
            raise
        except NotWritten as problem:
            self.tell(str(problem), wrong=True)
        else:
            line = self.query_one("#written", Static)
            line.update(Content(f"Written to {shown(str(written))}"))
            line.display = True
