"""Exporting the table of priorities alone in line mode."""

from matbot.interview import Unclear
from matbot.line.mode import LineMode
from matbot.line.transcript.export import export_document
from matbot.report.plan_export import PlanTable

_ORDERS = {"order": "one table in your own order", "heading": "under the headings of the framework"}


def plan(mode: LineMode, _words: str = "") -> None:
    """Ask for the order and format of the table, and export it; raise Unclear if there are no priorities."""
    review = mode.interview.review
    if not review.priorities:
        raise Unclear("There are no priorities yet, so there is no table. /priorities chooses them.")
    order = mode.talk.choose("How should the rows be arranged?", _ORDERS, "order")
    export_document(
        mode.talk,
        PlanTable(mode.interview.rubric, review, by_heading=order == "heading"),
        mode.workspace,
    )
