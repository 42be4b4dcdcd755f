"""The rows of the Check your answers page: how each answer looks, and the step its row leads to."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from textual.content import Content

from matbot.presenters.check_answers import NOT_ANSWERED, Answer, Kind, Open
from matbot.screens.themes import rating_style
from matbot.screens.widgets.row_list import ListRow, hang_lines, wrap_lines

OPEN = "○"
"""The mark of an open item; it is always accompanied by words."""

_TEXT_COLUMN = 8
"""The column in which questions and texts begin."""
_ANSWER_WIDTH = 27
"""The width of the answers on the right, in columns."""
_TWO_LINES = 64
"""The width below which an answer is placed under its question."""


def rows_of(answers: Iterable[Answer]) -> list[ListRow]:
    """Build the rows of the answers, with a blank line between elements."""
    rows: list[ListRow] = []
    for answer in answers:
        if rows and answer.kind in (Kind.ELEMENT, Kind.PROMISES):
            rows.append(ListRow("", lambda _: Content("")))
        rows.append(ListRow(answer.key, partial(_render_answer, answer)))
    return rows


def _render_answer(answer: Answer, width: int) -> Content:
    match answer.kind:
        case Kind.ELEMENT | Kind.PROMISES:
            return _render_element(answer, width)
        case Kind.QUESTION | Kind.PROMISE:
            return _render_question(answer, width)
    return _render_text(answer, width)


def _format_answer(answer: Answer) -> str:
    """Format an answer with its marks: parked, or from a pack."""
    return f"{answer.answer}{', parked' if answer.is_parked else ''}{' · pack' if answer.is_draft else ''}"


def _render_element(answer: Answer, width: int) -> Content:
    chip = (f" {answer.letters} ", rating_style(answer.letters, answer.scale)) if answer.letters else ""
    right = Content.assemble(chip, " " if chip else "", (_format_answer(answer), "bold"))
    name = Content.styled(answer.name, "bold")
    return _render_columns(_render_mark(answer), name, right, width, indent=2)


def _render_question(answer: Answer, width: int) -> Content:
    numeral = Content.assemble(_render_mark(answer), (answer.name, "bold"))
    without = answer.answer == NOT_ANSWERED or Open.NOT_LOOKED_BACK in answer.open_points
    style = "$secondary" if without else ""
    return _render_columns(
        numeral, Content(answer.text), Content.styled(_format_answer(answer), style), width, _TEXT_COLUMN
    )


def _render_columns(first: Content, left: Content, right: Content, width: int, indent: int) -> Content:
    """Render the question on the left and the answer on the right, or one below the other if too narrow."""
    if width < _TWO_LINES:
        lines = [left.truncate(max(width - indent, 8), ellipsis=True), right]
        return hang_lines(first, lines, indent)
    room = width - indent - _ANSWER_WIDTH
    return Content.assemble(
        first.truncate(indent, pad=True),
        left.truncate(room - 2, ellipsis=True).truncate(room, pad=True),
        right,
    )


def _render_text(answer: Answer, width: int) -> Content:
    label = f"{answer.name}: " if answer.name else ""
    if not answer.text:
        line = Content.styled(f"{label}{_format_answer(answer)}", "$secondary")
        return hang_lines(_render_mark(answer), [line], _TEXT_COLUMN)
    words = f"From the pack: {answer.text}" if answer.is_draft else answer.text
    lines = wrap_lines(label + words, width - _TEXT_COLUMN)
    lines[0] = lines[0].stylize("$secondary", 0, len(label))
    return hang_lines(_render_mark(answer), lines, _TEXT_COLUMN)


def _render_mark(answer: Answer) -> Content:
    return Content.styled(f"{OPEN if answer.is_open else ' '} ", "bold $accent")
