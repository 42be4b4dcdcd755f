"""The priorities table alone, to paste into a trust's development plan: as Word, Markdown or CSV."""

import csv
import re
from collections.abc import Sequence
from dataclasses import dataclass
from io import StringIO

from matbot.report.blocks import Block, Heading, Report, Table, paragraph
from matbot.report.markdown import to_markdown
from matbot.report.output import stem_of
from matbot.report.plan import COLUMNS, FIELDS, FOLLOW_UP, about_drafts, caption, cell, focus_cell
from matbot.report.words import on_one_line, trust_of
from matbot.review.replies import Prioritised
from matbot.review.review import Review
from matbot.rubric import Rubric

PLAN_FORMATS = {
    "docx": "Word, to paste into your plan",
    "csv": "CSV, for a spreadsheet",
    "md": "Markdown, plain text",
}
"""The formats of the table alone, and what each is for."""

UNDER_NO_HEADING = "Your own focus areas"
"""Stands where a heading would for the rows that are about no element of the framework."""

_EVERY_COLUMN = (*COLUMNS, *FOLLOW_UP.values())

_FORMULA = re.compile(r"[\t\r]|\s*[=+\-@＝＋－＠]")
"""How a cell begins that a spreadsheet may take for a formula."""


@dataclass(frozen=True)
class PlanTable:
    """The priorities of a review as a table alone."""

    rubric: Rubric
    review: Review
    by_heading: bool = False
    """Whether the rows stand under the framework's headings, for a plan that has the same ones."""

    def name(self, form: str) -> str:
        """What its file is called unless it is named."""
        return f"{stem_of(self.review, 'priorities')}.{form}"

    def drawn(self, form: str) -> bytes:
        """All of it in one of the formats."""
        if form == "csv":
            return to_csv(*_one_table(self.rubric, self.review, self.by_heading))
        report = plan_report(self.rubric, self.review, self.by_heading)
        if form == "docx":
            from matbot.report.word import to_word  # brings python-docx: a fifth of a second

            return to_word(report)
        return to_markdown(report).encode(errors="replace")


def plan_report(rubric: Rubric, review: Review, by_heading: bool = False) -> Report:
    """The table, or a table under each heading of the framework."""
    group = on_one_line(review.group)
    title = f"Priorities: {trust_of(review)}" + (f" · {group}" if group else "")
    rows = review.priorities
    blocks = _tables(rubric, review) if by_heading else (_table(rubric, review, rows, caption(rows)),)
    return Report(title, blocks)


def under_headings(rubric: Rubric, review: Review) -> dict[str, list[Prioritised]]:
    """The rows under the title of each heading, in the order of the framework; within one, in people's own.

    A row about several elements stands once, under the heading of its first.
    """
    found: dict[str, list[Prioritised]] = {heading.title: [] for heading in rubric.headings}
    found[UNDER_NO_HEADING] = []
    for row in review.priorities:
        known = [code for code in row.elements if code in rubric.elements]
        found[rubric.heading_of(known[0]).title if known else UNDER_NO_HEADING].append(row)
    return {title: rows for title, rows in found.items() if rows}


def to_csv(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> bytes:
    """A table as CSV, with the mark by which Excel knows UTF-8, and newlines kept inside quoted cells.

    A spreadsheet runs a cell that begins with `=`, `+`, `-` or `@` as a formula, which may send what stands
    beside it elsewhere; some strip white space first, and a tab or a return can hide the sign. So each such
    cell, and each that begins with a tab or a return, gets an apostrophe before it: it stays text.
    """
    written = StringIO(newline="")
    writer = csv.writer(written, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerows([_as_text(cell) for cell in row] for row in (columns, *rows))
    return written.getvalue().encode("utf-8-sig", errors="replace")


def _as_text(cell: str) -> str:
    return f"'{cell}" if _FORMULA.match(cell) else cell


def _one_table(
    rubric: Rubric, review: Review, by_heading: bool
) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """The columns and the rows of one table with everything in it, each row's heading first if wanted."""
    if not by_heading:
        return _EVERY_COLUMN, [_cells(rubric, review, row) for row in review.priorities]
    found = under_headings(rubric, review)
    rows = [(title, *_cells(rubric, review, row)) for title, rows in found.items() for row in rows]
    return ("Heading", *_EVERY_COLUMN), rows


def _tables(rubric: Rubric, review: Review) -> tuple[Block, ...]:
    """A heading and its table, for each heading that has rows; then what the drafts are."""
    blocks: list[Block] = []
    for title, rows in under_headings(rubric, review).items():
        blocks += [Heading(2, title), _table(rubric, review, rows, _chosen(len(rows)))]
    drafts = about_drafts(review.priorities)
    return (*blocks, *([paragraph(drafts)] if drafts else []))


def _chosen(number: int) -> str:
    return "One priority" if number == 1 else f"{number} priorities, in your order"


def _table(rubric: Rubric, review: Review, rows: Sequence[Prioritised], words: str) -> Table:
    return Table(words, _EVERY_COLUMN, tuple(_cells(rubric, review, row) for row in rows), wide=True)


def _cells(rubric: Rubric, review: Review, row: Prioritised) -> tuple[str, ...]:
    return focus_cell(rubric, review, row), *(cell(row, field) for field in (*FIELDS, *FOLLOW_UP))
