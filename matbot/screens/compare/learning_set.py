"""The learning-set summary of a comparison: chosen elements, without people's names."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Input, Static

from matbot.commands.compare import LEARNING_SET
from matbot.report.formats.exporter import DocumentKind
from matbot.review.comparison import Comparison
from matbot.review.learning_set import LearningSet, learning_set
from matbot.review.names import names_in_accounts
from matbot.screens.export import DocumentExport
from matbot.screens.keys import bindings_of
from matbot.screens.transcript.redaction import LONGEST_LIST, join_names
from matbot.screens.widgets.field import Field, NameInput
from matbot.screens.widgets.key_line import KeyLine
from matbot.screens.widgets.report_view import ReportView
from matbot.screens.widgets.top_line import TopLine
from matbot.services.export import Document, learning_set_document
from matbot.text import shown

ABOUT = (
    "For a learning set: strengths and challenges that you share, what each can offer and wants help with. "
    "Who leads, who saw it differently and what the groups are called is left out already."
)


class LearningSetScreen(Screen[None]):
    """The elements, the names to leave out, and a preview of the document."""

    CSS_PATH = "learning_set.tcss"
    HELP = (
        "Choose the elements that you want to learn about together, by their codes. Type the names of "
        "people, with commas between, that may be in somebody's words: each is replaced. Those that "
        "matbot knows are there already. What you see below is what is written; look through it for names "
        "once more before you send it."
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(LEARNING_SET)

    def __init__(self, comparison: Comparison, today: date) -> None:
        super().__init__()
        self._comparison, self._today = comparison, today
        self._export = DocumentExport(self, DocumentKind.LEARNING_SET, self._document, self._show_destination)

    def compose(self) -> ComposeResult:
        """Lay out the explanation, the two boxes and the preview."""
        codes = NameInput(", ".join(_find_rated_by_all(self._comparison)), compact=True, id="elements")
        yield TopLine()
        with Vertical(id="page"), Vertical(id="column"):
            yield Static(Content(ABOUT), id="about")
            yield Field("Elements", codes)
            known = join_names(names_in_accounts(side.account for side in self._comparison.sides))
            names = NameInput(known, max_length=LONGEST_LIST, compact=True, id="names")
            yield Field("Names to leave out", names)
            yield Static(id="where")
            with VerticalScroll(id="preview"):
                yield ReportView(id="report")
        yield KeyLine()

    def on_mount(self) -> None:
        """Show the preview."""
        self.query_one(TopLine).title = "Learning set"
        self._draw()

    @on(Input.Changed)
    def _draw(self) -> None:
        unknown = [code for code in self._parse_box("elements") if code.upper() not in self._known]
        words = f"There is no element {shown(', '.join(unknown))}." if unknown else ""
        next(field for field in self.query(Field) if field.box.id == "elements").show_fault(words)
        self._export.written = None
        self.query_one(ReportView).show_report(self._document().report)
        self._show_destination()

    def action_form(self) -> None:
        """Select the next format."""
        self._export.next_form()
        self._show_destination()

    def action_write(self) -> None:
        """Write the document; if a file of that name exists, ask what to do first."""
        self._export.write()

    def _show_destination(self) -> None:
        export = self._export
        where = (
            f"{export.gone_to} {export.existing}"
            if export.existing
            else f"Ctrl+S writes it as {export.form_name}."
        )
        self.query_one("#where", Static).update(Content(shown(where)))

    def _document(self) -> Document:
        return learning_set_document(self._found(), self._today)

    def _found(self) -> LearningSet:
        codes = [code.upper() for code in self._parse_box("elements") if code.upper() in self._known]
        accounts = [side.account for side in self._comparison.sides]
        return learning_set(
            self._comparison.rubric, accounts, codes or list(self._known), self._parse_box("names")
        )

    @property
    def _known(self) -> Sequence[str]:
        return list(self._comparison.rubric.elements)

    def _parse_box(self, box: str) -> list[str]:
        """Return the comma-separated parts of a box."""
        return [part.strip() for part in self.query_one(f"#{box}", Input).value.split(",") if part.strip()]


def _find_rated_by_all(comparison: Comparison) -> list[str]:
    """Return the codes of the elements that every side rated, which are selected at first."""
    return [one.code for one in comparison.elements if None not in one.ratings.values()]
