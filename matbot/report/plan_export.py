"""The priorities table as a separate document, to paste into a trust's development plan.

Framework, Annex A, 4: some trusts use "the headings from the framework as the headings for their plan".
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from matbot.report.blocks import Block, HeadingBlock, Report, Table, paragraph, plain
from matbot.report.fill_in import FillIn
from matbot.report.formats.document import Exportable
from matbot.report.formats.exporter import DocumentKind
from matbot.report.formats.exporter import Table as SheetTable
from matbot.report.output import build_stem
from matbot.report.plan import (
    about_drafts,
    build_caption,
    deferred_table,
    focus_cell,
    format_cell,
)
from matbot.report.words import on_one_line, trust_of
from matbot.review.events import PriorityWritten
from matbot.review.priorities import rows_to_show
from matbot.review.priority_fields import COLUMNS, FOCUS
from matbot.review.review import Review
from matbot.rubric import Rubric

UNDER_NO_HEADING = "Your own focus areas"
"""The heading of the rows that are about no element of the framework."""

DEFERRED = "Deferred"
"""The heading above the deferred elements, and the mark of their rows in a spreadsheet."""

_NOW = "Now"
_HEADING, _STATUS = "Heading", "Now or deferred"
"""Columns that a spreadsheet has in addition, if they hold any information."""

_EVERY_COLUMN = (FOCUS.label, *(field.label for field in COLUMNS))


@dataclass(frozen=True)
class PlanTable(Exportable):
    """The priorities table of a review as a document."""

    rubric: Rubric
    review: Review
    by_heading: bool = False
    """Whether to group the rows under the framework's headings, for a plan with the same headings."""

    @property
    def kind(self) -> DocumentKind:
        """The priorities table."""
        return DocumentKind.PRIORITIES

    @property
    def filename_stem(self) -> str:
        """The default name of its file, without suffix."""
        return build_stem(self.review, "priorities")

    def report_in(self, way: FillIn) -> Report:
        """The table, or a table under each heading, as blocks."""
        return plan_report(self.rubric, self._to_show(), self.by_heading)

    def table(self) -> SheetTable:
        """A single table with all priorities and deferred elements."""
        return _one_table(self.rubric, self._to_show(), self.by_heading)

    def _to_show(self) -> Review:
        """The review with priorities as others may read them: the table goes into the trust's plan."""
        return replace(self.review, priorities=rows_to_show(self.rubric, self.review))


def plan_report(rubric: Rubric, review: Review, by_heading: bool = False) -> Report:
    """Build the report: one table, or one under each heading of the framework; then the deferred elements."""
    group = on_one_line(review.group)
    title = f"Priorities: {trust_of(review)}" + (f" · {group}" if group else "")
    rows = review.priorities
    blocks = (
        _tables(rubric, review)
        if by_heading
        else (_table(rubric, review, rows, build_caption(rubric, rows)),)
    )
    return Report(title, (*blocks, *_build_deferred(rubric, review)), author=on_one_line(review.trust))


def _build_deferred(rubric: Rubric, review: Review) -> Iterator[Block]:
    if review.deferred:
        yield HeadingBlock(2, DEFERRED)
        yield deferred_table(rubric, review.deferred, "Deferred", wide=True)


def under_headings(rubric: Rubric, review: Review) -> dict[str, list[PriorityWritten]]:
    """Group the priorities by the title of their heading, in the framework's order.

    Within a heading they keep people's own order. A row about several elements appears once, under the
    heading of its first.
    """
    found: dict[str, list[PriorityWritten]] = {heading.title: [] for heading in rubric.headings}
    found[UNDER_NO_HEADING] = []
    for row in review.priorities:
        found[_find_heading(rubric, row.elements)].append(row)
    return {title: rows for title, rows in found.items() if rows}


def _one_table(rubric: Rubric, review: Review, by_heading: bool) -> tuple[list[str], list[list[str]]]:
    """The column names and rows of a single table: the priorities, then the deferred elements.

    There is a column for the heading if `by_heading` is set, and a column that distinguishes priorities from
    deferred elements if there are any of the latter.
    """
    found = under_headings(rubric, review) if by_heading else {"": list(review.priorities)}
    chosen = [
        {_HEADING: title, _STATUS: _NOW} | dict(zip(_EVERY_COLUMN, _cells(rubric, review, row), strict=True))
        for title, rows in found.items()
        for row in rows
    ]
    left = _build_deferred_rows(rubric, review)
    needless = {_HEADING: not by_heading, _STATUS: not left}
    names = dict.fromkeys(chain(needless, _EVERY_COLUMN, *left))
    columns = [name for name in names if not needless.get(name)]
    return columns, [[row.get(name, "") for name in columns] for row in (*chosen, *left)]


def _build_deferred_rows(rubric: Rubric, review: Review) -> list[dict[str, str]]:
    """The rows of the deferred elements in a spreadsheet, as texts by column name."""
    table = deferred_table(rubric, review.deferred, DEFERRED)
    names = (_EVERY_COLUMN[0], *table.columns[1:])
    return [
        {_HEADING: _find_heading(rubric, (left.element,)), _STATUS: DEFERRED}
        | dict(zip(names, map(plain, row), strict=True))
        for left, row in zip(review.deferred, table.rows, strict=True)
    ]


def _find_heading(rubric: Rubric, codes: Sequence[str]) -> str:
    """The title of the heading that the first known element belongs to."""
    known = [code for code in codes if code in rubric.elements]
    return rubric.heading_of(known[0]).title if known else UNDER_NO_HEADING


def _tables(rubric: Rubric, review: Review) -> tuple[Block, ...]:
    """A heading and its table for each heading that has rows; last, an explanation of any drafts."""
    blocks: list[Block] = []
    for title, rows in under_headings(rubric, review).items():
        chosen = "One priority" if len(rows) == 1 else f"{len(rows)} priorities, in your order"
        blocks += [HeadingBlock(2, title), _table(rubric, review, rows, chosen)]
    drafts = about_drafts(rubric, review.priorities)
    return (*blocks, *([paragraph(drafts)] if drafts else []))


def _table(rubric: Rubric, review: Review, rows: Sequence[PriorityWritten], words: str) -> Table:
    return Table(words, _EVERY_COLUMN, tuple(_cells(rubric, review, row) for row in rows), wide=True)


def _cells(rubric: Rubric, review: Review, row: PriorityWritten) -> tuple[str, ...]:
    return focus_cell(rubric, review, row), *(format_cell(row, field.name) for field in COLUMNS)
