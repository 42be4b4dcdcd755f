"""The first page of the board's edition, which stands alone: where the trust stands, and what it proposes.

It has room for few words of each; all of them follow on the later pages.
"""

from collections.abc import Iterator
from dataclasses import replace

from matbot.report.blocks import Block, Bullets, Heading, HeatMap, Table, paragraph, strong
from matbot.report.words import (
    TO_BE_AGREED,
    a_rating,
    counted,
    date_in_words,
    focus_of,
    has_words,
    in_short,
    on_one_line,
    or_gap,
    rating_in_words,
    titles,
    who,
)
from matbot.review.heat_map import Row, heat_map
from matbot.review.priorities import candidates, strengths
from matbot.review.replies import Prioritised
from matbot.review.review import Review
from matbot.rubric import Rubric

_ROOM = {6: 240, 9: 180, 12: 130, 15: 100}
"""How many characters of one text there is room for, with up to so many texts on the page."""

_LEAST = 75
"""How many there are with more texts than that."""

_NAME = 25
"""How many more there are where the name of an element stands in the same line."""

_FOCUS = 64
"""How many characters there are for what a priority is about, and for when to look again."""


def first_page(rubric: Rubric, review: Review) -> Iterator[Block]:
    """The map, what is strong, what is proposed, and what is left for now."""
    room = _room(rubric, review)
    yield from _whose(review)
    yield from _where_we_stand(rubric, review)
    yield from _strong(rubric, review, room)
    yield from _proposed(rubric, review, room)
    yield from _left(rubric, review, room)


def _room(rubric: Rubric, review: Review) -> int:
    """How many characters of one text there is room for."""
    texts = len(strengths(rubric, review)) + len(review.priorities) + len(review.not_now)
    return next((room for most, room in _ROOM.items() if texts <= most), _LEAST)


def _whose(review: Review) -> Iterator[Block]:
    yield paragraph(
        strong("A draft for the board."),
        f"{who(review)}, {date_in_words(review.talked or review.said)}.",
        _how_many_rated(review),
    )
    yield paragraph(
        strong("Before it goes to the board,"),
        "look for the names of pupils and staff, and for anything that tells who is meant.",
    )


def _how_many_rated(review: Review) -> str:
    rated, scope = len([code for code in review.scope if code in review.rated]), len(review.scope)
    if rated == scope > 1:
        return f"All {scope} elements of this review have a rating."
    have = "has" if rated == 1 else "have"
    return f"{rated or 'None'} of the {counted(scope, 'element')} of this review {have} a rating."


def _where_we_stand(rubric: Rubric, review: Review) -> Iterator[Block]:
    yield Heading(2, "Where we stand")
    yield paragraph(
        strong("Diagnostic, not judgemental."),
        f"People talked through the questions of each element and chose its {a_rating(rubric)}. "
        "Nothing is averaged, and the trust is compared with no other.",
    )
    yield HeatMap(rubric.scale, tuple(map(_not_parked, heat_map(rubric, review))), compact=True)


def _not_parked(row: Row) -> Row:
    return replace(row, cells=tuple(replace(cell, parked=False) for cell in row.cells))


def _strong(rubric: Rubric, review: Review, room: int) -> Iterator[Block]:
    yield Heading(2, "What is strong")
    found = strengths(rubric, review)
    if found:
        yield Bullets(tuple(_strength(rubric, review, code, room) for code in found))
    else:
        yield paragraph(f"No element has a rating at the {rubric.ends.strong_end} of the scale yet.")


def _strength(rubric: Rubric, review: Review, code: str, room: int) -> str:
    """An element with its rating and what shows it; or why it was rated so, if nothing was named."""
    record = review.elements[code]
    shows = next(filter(has_words, (record.evidence, record.rationale)), "No evidence was noted.")
    name = f"{titles(rubric, [code])}: {rating_in_words(rubric, record)}."
    return f"{name} {in_short(shows, max(_LEAST // 2, room + _NAME - len(name)))}"


def _proposed(rubric: Rubric, review: Review, room: int) -> Iterator[Block]:
    yield Heading(2, "What we propose")
    if not review.priorities:
        yield paragraph("No priorities have been chosen yet.")
        return
    rows = tuple(
        (_focus(rubric, row), in_short(or_gap(row.action, TO_BE_AGREED), room)) for row in review.priorities
    )
    yield Table("Our priorities, in this order", ("Focus area", "What we will do"), rows)


def _focus(rubric: Rubric, row: Prioritised) -> str:
    """The focus area: in people's own words with the codes of its elements, or the names of these."""
    if not has_words(row.focus):
        return in_short(focus_of(rubric, row), _FOCUS)
    about = f" ({', '.join(row.elements)})" if row.elements else ""
    return in_short(on_one_line(row.focus), _FOCUS) + about


def _left(rubric: Rubric, review: Review, room: int) -> Iterator[Block]:
    yield Heading(2, "What we leave for now, and why")
    if review.not_now:
        yield _not_now(rubric, review, room)
    else:
        yield paragraph("Nothing has been left for later with a reason.")
    if codes := _in_neither_list(rubric, review):
        label = f"At the {rubric.ends.weak_end}, and in neither list:"
        yield paragraph(strong(label), f"{', '.join(codes)}.")


def _in_neither_list(rubric: Rubric, review: Review) -> list[str]:
    """The codes of the weak elements that are neither proposed nor left: trustees will ask about them."""
    weak = [level.letters for level in rubric.scale[: len(rubric.scale) // 2]]
    left = {row.element for row in review.not_now}
    rest = [code for code in candidates(rubric, review) if code not in left]
    return [code for code in rest if review.elements[code].rating in weak]


def _not_now(rubric: Rubric, review: Review, room: int) -> Table:
    rows = tuple(
        (
            titles(rubric, [left.element]),
            in_short(or_gap(left.why, "No reason was noted"), room),
            in_short(or_gap(left.look_again), min(room, _FOCUS)),
        )
        for left in review.not_now
    )
    return Table("Left knowingly", ("Element", "Why not now", "Look again"), rows)
