"""The opened comparison: a grid of elements and groups in letters and colours, and what to discuss first."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList, Static

from matbot.commands.compare import COMPARISON, GRID
from matbot.presenters.comparison import (
    format_legend,
    format_letters,
    format_side_count,
    format_summary,
    present_element,
)
from matbot.report.formats.exporter import DocumentKind
from matbot.review.comparison import Comparison, Difference
from matbot.screens.compare.sealed import format_title
from matbot.screens.export import DocumentExport
from matbot.screens.host import warn
from matbot.screens.keys import bindings_of
from matbot.screens.widgets import comparison_grid as grid
from matbot.screens.widgets.fitted_text import FittedText
from matbot.screens.widgets.key_line import KeyLine
from matbot.screens.widgets.row_list import RowList
from matbot.screens.widgets.top_line import TopLine
from matbot.services.export import Document, comparison_document
from matbot.text import shown

DETAIL = 3
"""The maximum number of lines about the highlighted element below the grid."""


class Grid(RowList):
    """The elements, one line each."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of(GRID)


class ComparisonScreen(Screen[str | None]):
    """The grid of a comparison; returns the file of the joint review begun from it, or None."""

    CSS_PATH = "compare.tcss"
    HELP = (
        "Each line is an element, each column a group. Letters stand for a rating, such as AG for Amber "
        "Green, a dot where it has no rating, a dash where it is not in their review. The agenda begins "
        "where you are furthest apart, and among equals where key evidence is missing. A difference is "
        "nobody's fault: it is what to talk about. Nothing is averaged and nobody is ranked. Agree together "
        "begins a joint review in which you agree a rating; what each group said stays as it is."
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(COMPARISON)

    def __init__(self, comparison: Comparison, today: Callable[[], date] = date.today) -> None:
        """Create the page; `today` returns the date of the written comparison."""
        super().__init__()
        self._comparison = comparison
        self._today = today
        self._export = DocumentExport(self, DocumentKind.COMPARISON, self._document, self._wrote)
        self._by_agenda = True
        """Whether the elements are ordered by widest difference; otherwise in framework order."""

    def compose(self) -> ComposeResult:
        """Lay out the summary and legend, the grid, and details of the highlighted element."""
        yield TopLine()
        with Vertical(id="page"), Vertical(id="column"):
            yield Static(Content(format_summary(self._comparison)), id="summary")
            yield Static(Content("  ".join(format_legend(self._comparison))), id="scale")
            yield FittedText(id="legend")
            yield FittedText(id="head")
            yield Grid(id="grid")
            yield FittedText(id="detail")
            yield Static(id="written")
        yield KeyLine()

    def on_mount(self) -> None:
        """Show the agenda."""
        self.query_one(TopLine).title = format_title(self._comparison)
        self.query_one("#legend", FittedText).show(partial(grid.draw_legend, self._comparison))
        self.query_one("#head", FittedText).show(self._head)
        self._show_rows()
        self.query_one(Grid).focus()

    # User actions

    @on(OptionList.OptionHighlighted)
    def _update_detail(self, event: OptionList.OptionHighlighted) -> None:
        self._show_detail(event.option.id or "")

    @on(OptionList.OptionSelected)
    def _open_element(self, event: OptionList.OptionSelected) -> None:
        """Open one element, with all groups side by side."""
        from matbot.screens.compare.element import ComparedElementScreen

        order = self._comparison.agenda if self._by_agenda else self._comparison.elements
        at = next(place for place, element in enumerate(order) if element.code == event.option.id)
        self.app.push_screen(ComparedElementScreen(self._comparison, order, at), self._highlight_element)

    def _highlight_element(self, code: str | None) -> None:
        """Highlight the element that was in view last."""
        self.query_one(Grid).mark(code or "")

    def action_order(self) -> None:
        """Switch between the agenda and the framework's own order."""
        self._by_agenda = not self._by_agenda
        self._show_rows()

    def action_together(self) -> None:
        """Begin a joint review of these groups."""
        from matbot.rubric.checker import FaultyRubric
        from matbot.rubric.library import UnknownRubric
        from matbot.screens.new_review.new_review import NewReviewScreen

        groups = tuple(side.account for side in self._comparison.sides)
        if len({group.review for group in groups}) < len(groups):
            warn(self, "A review is here twice, in two versions. Choose each group once.")
            return
        try:
            screen = NewReviewScreen(groups=groups, rubric=self._comparison.rubric)
        except (FaultyRubric, UnknownRubric) as problem:
            warn(self, str(problem))
        else:
            self.app.push_screen(screen, self._open_joint_review)

    def _open_joint_review(self, reference: str | None) -> None:
        """Return the joint review that was begun, for home to open; None if it was cancelled."""
        if reference is not None:
            self.dismiss(reference)

    def action_learning_set(self) -> None:
        """Choose the elements of the learning-set summary and the names to leave out."""
        from matbot.screens.compare.learning_set import LearningSetScreen

        self.app.push_screen(LearningSetScreen(self._comparison, self._today()))

    def action_write(self) -> None:
        """Write the comparison; if a file of that name exists, ask what to do first."""
        self._export.write()

    def action_form(self) -> None:
        """Select the next format."""
        self._export.next_form()
        self._show_destination(f"w writes it as {self._export.form_name}: {self._export.place.name}")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Allow opening only once a file is written."""
        return action != "open" or self._export.may_be_opened

    def action_open(self) -> None:
        """Open the written file with the system's program for it."""
        self._export.open()

    def _document(self) -> Document:
        return comparison_document(self._comparison, self._today())

    def _wrote(self) -> None:
        self._show_destination(f"{self._export.gone_to} {self._export.written} (f: another format)")

    def _show_destination(self, words: str) -> None:
        written = self.query_one("#written", Static)
        written.update(Content(shown(words)))
        written.display = True
        self.refresh_bindings()

    # Display

    def _show_rows(self) -> None:
        rows = grid.rows_by_agenda if self._by_agenda else grid.rows_by_framework
        self.query_one(Grid).show(rows(self._comparison))
        order = "agenda" if self._by_agenda else "in the framework's order"
        self.query_one(TopLine).state = f"{format_side_count(self._comparison.sides).lower()} · {order}"

    def _head(self, width: int) -> Content:
        # The head is always drawn and has the same columns as the legend, which is not drawn while hidden.
        self.query_one("#legend").display = not grid.columns_for(self._comparison, width).labelled
        return grid.draw_head(self._comparison, width)

    def _show_detail(self, code: str) -> None:
        element = next((one for one in self._comparison.elements if one.code == code), None)
        if element:
            self.query_one("#detail", FittedText).show(partial(_more_of, self._comparison, element))


def _more_of(comparison: Comparison, element: Difference, width: int) -> Content:
    """Render what the grid does not show of an element, in at most `DETAIL` lines."""
    shown = present_element(comparison, element, format_letters)
    sentences = [*(f"{words}: {format_letters(sides)}." for words, sides in shown.chosen), *shown.remarks]
    text = Content.assemble((f"{element.code} {element.name}. ", "bold"), " ".join(sentences))
    *lines, last = text.wrap(width)
    if len(lines) >= DETAIL:
        lines, last = lines[: DETAIL - 1], Content(" ").join([*lines[DETAIL - 1 :], last])
    return Content("\n").join([*lines, last.truncate(width, ellipsis=True)])
