"""The draft priorities in the columns of the framework, and the deferred elements.

Framework, "Priorities for improvement".
"""

from collections.abc import Iterable, Iterator, Sequence

from matbot.report.blocks import Block, HeadingBlock, Table, paragraph, strong
from matbot.report.shares import needs_room
from matbot.report.words import TO_BE_AGREED, format_focus, format_titles, has_words, or_gap
from matbot.review.events import ElementDeferred, PriorityWritten
from matbot.review.priorities import candidates
from matbot.review.priority_fields import (
    DEFERRED,
    FOCUS,
    FOLLOW_UP,
    IN_FRAMEWORK,
    PriorityField,
    follow_up_in_words,
)
from matbot.review.review import Review
from matbot.rubric import Rubric
from matbot.rubric.ends import RED_AND_GREEN
from matbot.text import lines

DRAFT = "(draft)"
"""The prefix of a cell that matbot drafted."""


def draft_priorities(rubric: Rubric, review: Review) -> Iterator[Block]:
    """Blocks of the chosen priorities, or the elements to choose from; then the deferred elements."""
    yield HeadingBlock(2, "Draft priorities")
    if review.priorities:
        yield _table(rubric, review)
        yield _follow_up(rubric, review)
    else:
        yield paragraph("You have not chosen any priorities yet.")
    yield from _find_undecided(rubric, review)
    if review.deferred:
        yield HeadingBlock(3, "Deferred")
        yield deferred_table(rubric, review.deferred, "You deferred these.", wide=True)


def _table(rubric: Rubric, review: Review) -> Table:
    rows = (
        (focus_cell(rubric, review, row), *(format_cell(row, field.name) for field in IN_FRAMEWORK))
        for row in review.priorities
    )
    return Table(build_caption(rubric, review.priorities), _labels(IN_FRAMEWORK), tuple(rows), wide=True)


def _labels(fields: Iterable[PriorityField]) -> tuple[str, ...]:
    """The headings of the columns of these fields, that of the focus area first."""
    return (FOCUS.label, *(field.label for field in fields))


def build_caption(rubric: Rubric, rows: Sequence[PriorityWritten]) -> str:
    """The caption of a table of these rows, with an explanation of any drafts in it."""
    chosen = "You chose these, in this order." if len(rows) > 1 else "You chose this one."
    return " ".join(filter(None, (chosen, about_drafts(rubric, rows))))


def about_drafts(rubric: Rubric, rows: Sequence[PriorityWritten]) -> str:
    """An explanation of cells that begin with (draft); empty if there are none."""
    if not any(row.drafted for row in rows):
        return ""
    coloured = rubric.ends == RED_AND_GREEN
    descriptors = "the green descriptors" if coloured else f"the descriptors of the {rubric.ends.strong_end}"
    return f"Where a cell begins with {DRAFT}, matbot put it together from your notes and {descriptors}."


def focus_cell(rubric: Rubric, review: Review, row: PriorityWritten) -> str:
    """The focus area in people's own words, if any, followed by its elements, each with its rating."""
    rated = "; ".join(_format_rated_element(rubric, review, code) for code in row.elements)
    return "\n".join(filter(None, (*lines(row.focus), rated))) or TO_BE_AGREED


def _format_rated_element(rubric: Rubric, review: Review, code: str) -> str:
    record = review.elements.get(code)
    rating = f" ({rubric.levels[record.rating].name})" if record and record.rating else ""
    return format_titles(rubric, [code]) + rating


def format_cell(row: PriorityWritten, field: str) -> str:
    """The text of a table cell: a draft is marked as one, and an empty field is still to be agreed."""
    text = "\n".join(lines(getattr(row, field)))
    return f"{DRAFT} {text}" if text and field in row.drafted else text or TO_BE_AGREED


def _follow_up(rubric: Rubric, review: Review) -> Block:
    """Table of how each priority is followed up; if nothing was recorded, a note on what is to be agreed."""
    if not any(has_words(getattr(row, field.name)) for row in review.priorities for field in FOLLOW_UP):
        return paragraph(
            strong("Still to be agreed:"),
            f"{follow_up_in_words()}.",
        )
    rows = tuple(
        (format_focus(rubric, row), *(format_cell(row, field.name) for field in FOLLOW_UP))
        for row in review.priorities
    )
    return Table("How each is followed up", _labels(FOLLOW_UP), rows, wide=True)


def _find_undecided(rubric: Rubric, review: Review) -> Iterator[Block]:
    """The elements at the weak end that are neither a priority nor deferred: named, without urging."""
    weak = [level.letters for level in rubric.scale[: len(rubric.scale) // 2]]
    later = {row.element for row in review.deferred}
    codes = [code for code in candidates(rubric, review) if code not in later]
    by_level = {letters: [c for c in codes if review.elements[c].rating == letters] for letters in weak}
    named = [
        f"{rubric.levels[x].name}: {format_titles(rubric, found)}." for x, found in by_level.items() if found
    ]
    if named:
        end = rubric.ends.weak_end
        label = f"Also at the {end}:" if review.priorities else f"To choose from, the {end} first."
        yield paragraph(strong(label), *named)
        every = "all of these" if sum(map(len, by_level.values())) > 1 else "everything"
        yield paragraph(
            f"Nobody expects you to take on {every} at once: choose what matters most to your trust now."
        )
    elif codes and not review.priorities:
        yield paragraph(
            f"{'Any element' if len(codes) > 1 else 'The element'} you looked at can become one, a strength "
            "too."
        )


def deferred_table(
    rubric: Rubric, rows: tuple[ElementDeferred, ...], about: str, wide: bool = False
) -> Table:
    """Table of the deferred elements: the reason, how each is managed meanwhile, and the review date."""
    cells = tuple(
        (
            format_titles(rubric, [row.element]),
            *(or_gap(getattr(row, field.name), field.gap or TO_BE_AGREED) for field in DEFERRED),
        )
        for row in rows
    )
    columns = ("Element", *(field.label for field in DEFERRED))
    return Table(about, columns, cells, wide and needs_room(columns, cells))
