"""What to work on: the draft priorities in the framework's columns, and what was knowingly left for later."""

from collections.abc import Iterator

from matbot.report.blocks import Block, Heading, Table, paragraph, strong
from matbot.report.words import TO_BE_AGREED, counted, has_words, or_gap, titles
from matbot.review.priorities import candidates
from matbot.review.replies import NotNow, Prioritised
from matbot.review.review import Review
from matbot.rubric import Rubric
from matbot.text import lines

COLUMNS = ("Focus area", "Key issues", "What to do about it", "Progress wanted in 12 months")
"""The columns of the framework's own table of priorities, in short."""

_FOLLOW_UP = ("success_measure", "lead", "next_look")


def draft_priorities(rubric: Rubric, review: Review) -> Iterator[Block]:
    """The priorities that were chosen, or who there is to choose from; then what is not for now."""
    yield Heading(2, "Draft priorities")
    if review.priorities:
        yield _table(rubric, review)
        yield _follow_up(rubric, review)
    else:
        yield paragraph("You have not chosen any priorities yet.")
    yield from _left_over(rubric, review)
    if review.not_now:
        yield from _not_now(rubric, review.not_now)


def _table(rubric: Rubric, review: Review) -> Table:
    rows = (
        (_focus(rubric, review, row), *(_cell(row, field) for field in ("issues", "action", "progress")))
        for row in review.priorities
    )
    return Table(_caption(review.priorities), COLUMNS, tuple(rows), wide=True)


def _caption(rows: tuple[Prioritised, ...]) -> str:
    chosen = "You chose these, in this order." if len(rows) > 1 else "You chose this one."
    drafted = (
        " Where a cell begins with (draft), matbot put it together from your notes and the green descriptors."
    )
    return chosen + (drafted if any(row.drafted for row in rows) else "")


def _focus(rubric: Rubric, review: Review, row: Prioritised) -> str:
    """The elements of a row, each with the rating that it has."""
    return "; ".join(_rated(rubric, review, code) for code in row.elements) or TO_BE_AGREED


def _rated(rubric: Rubric, review: Review, code: str) -> str:
    record = review.elements.get(code)
    rating = f" ({rubric.levels[record.rating].name})" if record and record.rating else ""
    return titles(rubric, [code]) + rating


def _cell(row: Prioritised, field: str) -> str:
    text = "\n".join(lines(getattr(row, field)))
    return f"(draft) {text}" if text and field in row.drafted else text or TO_BE_AGREED


def _follow_up(rubric: Rubric, review: Review) -> Block:
    """How each priority is followed up, if that was said of any."""
    if not any(has_words(getattr(row, field)) for row in review.priorities for field in _FOLLOW_UP):
        return paragraph(
            strong("Still to be agreed:"),
            "how you will know that it worked, who leads, and when to look next.",
        )
    rows = tuple(
        (titles(rubric, row.elements) or TO_BE_AGREED, *(or_gap(getattr(row, field)) for field in _FOLLOW_UP))
        for row in review.priorities
    )
    columns = ("Focus area", "How you will know it worked", "Who leads", "Next look")
    return Table("How each is followed up", columns, rows, wide=True)


def _left_over(rubric: Rubric, review: Review) -> Iterator[Block]:
    """The elements at the red end that are neither a priority nor left for later: named, not urged."""
    weak = [level.letters for level in rubric.scale[: len(rubric.scale) // 2]]
    later = {row.element for row in review.not_now}
    codes = [code for code in candidates(rubric, review) if code not in later]
    by_level = {letters: [c for c in codes if review.elements[c].rating == letters] for letters in weak}
    named = [f"{rubric.levels[x].name}: {titles(rubric, found)}." for x, found in by_level.items() if found]
    if named:
        label = "Also at the red end:" if review.priorities else "To choose from, the red end first."
        yield paragraph(strong(label), *named)
        yield paragraph(
            f"Nobody expects you to take on {_all_of(by_level)}: choose what matters most to your trust now."
        )
    elif codes and not review.priorities:
        yield paragraph(
            f"Any of the {counted(len(codes), 'element')} you looked at can become one, a strength too."
        )


def _all_of(by_level: dict[str, list[str]]) -> str:
    return "all of these at once" if sum(map(len, by_level.values())) > 1 else "everything at once"


def _not_now(rubric: Rubric, rows: tuple[NotNow, ...]) -> Iterator[Block]:
    yield Heading(3, "Not now")
    cells = tuple(
        (
            titles(rubric, [row.element]),
            or_gap(row.why, "No reason was noted"),
            or_gap(row.mitigation),
            or_gap(row.look_again),
        )
        for row in rows
    )
    columns = ("Element", "Why not now", "What helps in the meantime", "Look again")
    yield Table("You left these for later, knowingly.", columns, cells, wide=True)
