"""The rows of the priorities page: the candidates, the priorities and the deferred elements."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial

from textual.content import Content

from matbot.interview import Interview
from matbot.presenters.element_states import element_state
from matbot.presenters.priorities import DRAFT, candidate_codes, own_focus, rated_element, row_state
from matbot.report.words import TO_BE_AGREED
from matbot.review.events import ElementDeferred, PriorityWritten
from matbot.review.labels import NO_RATIONALE, NO_REASON
from matbot.review.priority_fields import FOLLOW_UP, LOOK_AGAIN
from matbot.screens.themes import rating_chip
from matbot.screens.widgets.row_list import ListRow, clickable_part, hang_lines, wrap_lines
from matbot.text import one_line, shortened


@dataclass(frozen=True)
class RatedLabel:
    """An element with its rating."""

    title: str
    letters: str
    """Empty if it has no rating."""
    scale: tuple[str, ...] = ()
    """The letters of all levels of its scale, weakest first."""

    @property
    def chip(self) -> Content:
        """The letters in their colour; a dot if there are none."""
        letters, style = rating_chip(self.letters or "·", self.scale)
        return Content.assemble((letters, style if self.letters else "$secondary"), " ")

    @property
    def content(self) -> Content:
        """The letters and the title."""
        return Content.assemble(self.chip, (self.title, "bold"))


def build_label(interview: Interview, code: str) -> RatedLabel:
    """Build the label of an element in a review; an unknown code is its own title."""
    element = rated_element(interview, code)
    return RatedLabel(element.title, element.letters, tuple(interview.rubric.levels))


def candidate_rows(interview: Interview) -> list[ListRow]:
    """Build a row for each candidate."""
    return [_build_candidate_row(interview, code) for code in candidate_codes(interview)] or [
        _build_text_row("Nothing is waiting here: all that you have looked at is on the other list.")
        if interview.review.priorities or interview.review.deferred
        else _build_text_row("Nothing to choose from yet. Rate an element first, and it is here.")
    ]


def chosen_rows(interview: Interview) -> list[ListRow]:
    """Build a row for each priority in order, then for each deferred element."""
    review = interview.review
    chosen = [_build_chosen_row(interview, number, row) for number, row in enumerate(review.priorities, 1)]
    left = [_build_deferred_row(interview, event) for event in review.deferred]
    heading = (
        [_build_text_row(""), ListRow("", lambda _: Content.styled("Deferred", "bold $primary"))]
        if left
        else []
    )
    return [
        *(chosen or [_build_text_row("None yet. Choose from the other list: what you choose is here.")]),
        *heading,
        *left,
    ]


def deferred_key(code: str) -> str:
    """Return the key of a deferred element's row."""
    return f"not_now:{code}"


def _build_text_row(words: str) -> ListRow:
    return ListRow(
        "", lambda width: Content("\n").join(wrap_lines(words, width, most=3)).stylize("$secondary")
    )


def _build_candidate_row(interview: Interview, code: str) -> ListRow:
    record = interview.review.elements[code]
    words = record.rationale or (NO_RATIONALE if record.rating else element_state(interview, code))
    parts = [clickable_part("defer", "leave")]
    return ListRow(code, partial(_render_row, Content("  "), build_label(interview, code), words, parts, ""))


def _build_chosen_row(interview: Interview, number: int, row: PriorityWritten) -> ListRow:
    title = format_focus(interview, row)
    parts = [clickable_part("up", "up"), clickable_part("down", "down"), clickable_part("take off", "drop")]
    words = row.issues or "No key issues yet"
    return ListRow(
        row.priority, partial(_render_row, Content(f"{number} "), title, words, parts, _format_state(row))
    )


def format_focus(interview: Interview, row: PriorityWritten) -> RatedLabel:
    """Format what a row is about: its focus area if it has one, otherwise its elements.

    A row about several elements has no single rating to show.
    """
    rated = [build_label(interview, code) for code in row.elements]
    codes = f" ({', '.join(row.elements)})" if row.elements else ""
    own = f"{own_focus(row)}{codes}" if row.focus else ""
    title = own or " and ".join(one.title for one in rated) or "No focus area yet"
    letters = rated[0].letters if len(rated) == 1 else ""
    return RatedLabel(title, letters, tuple(interview.rubric.levels))


def _format_state(row: PriorityWritten) -> str:
    """Format which framework columns are drafts or empty, or else which follow-up fields are empty."""
    state = row_state(row)
    drafted, empty = ([field.short for field in fields] for fields in (state.drafted, state.empty))
    if not (drafted or empty):
        empty = [field.short for field in FOLLOW_UP if field.short and not getattr(row, field.name)]
    return " · ".join(
        f"{label}: {', '.join(names)}" for label, names in ((DRAFT, drafted), (TO_BE_AGREED, empty)) if names
    )


def _build_deferred_row(interview: Interview, event: ElementDeferred) -> ListRow:
    again = f"{LOOK_AGAIN.label}: {shortened(event.look_again, 60)}" if event.look_again else "No review date"
    draw = partial(_render_row, Content("  "), build_label(interview, event.element), event.why or NO_REASON)
    return ListRow(deferred_key(event.element), partial(draw, [clickable_part("choose it", "choose")], again))


def _render_row(
    first: Content, rated: RatedLabel, words: str, parts: Iterable[Content], state: str, width: int
) -> Content:
    """Render the rating and title, one line of text, the state if there is one, and the clickable parts."""
    indent = first.cell_length + rated.chip.cell_length
    room = max(width - indent, 8)
    title = Content.styled(one_line(rated.title), "bold").wrap(room)
    actions = Content("  ").join(parts)
    if state:
        below = [
            *wrap_lines(words, room, most=1),
            *_render_ends(Content.styled(state, "$secondary"), actions, room),
        ]
    else:
        lines = wrap_lines(words, max(room - actions.cell_length - 2, 8), most=1)
        below = _render_ends(lines[0], actions, room)
    return hang_lines(Content.assemble(first, rated.chip), [*title, *below], indent)


def _render_ends(left: Content, right: Content, width: int) -> list[Content]:
    """Render text on the left and on the right of a line, or on two lines if they do not fit on one."""
    room = width - right.cell_length
    if room < left.cell_length + 2:
        return [left.truncate(width, ellipsis=True), Content.assemble(" " * max(room, 0), right)]
    return [Content.assemble(left.truncate(room, pad=True), right)]
