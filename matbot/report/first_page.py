"""The first page of the Board paper, which can be read on its own: the trust's position and its proposals.

It shows people's words shortened; the later pages have them in full.
"""

from collections.abc import Iterator

from matbot.report.blocks import Block, Bullets, HeadingBlock, HeatMap, Table, paragraph, strong
from matbot.report.words import (
    LOOK_FOR_NAMES,
    NOT_CONFIRMED,
    TO_BE_AGREED,
    capitalise,
    count_rated_left_out,
    date_in_words,
    find_discussed_elements,
    format_all,
    format_count,
    format_focus,
    format_participants,
    format_titles,
    has_words,
    name_rating,
    on_one_line,
    or_gap,
    rating_in_words,
    shorten_words,
)
from matbot.review.events import PriorityWritten
from matbot.review.heat_map import Cell, heat_map
from matbot.review.labels import NO_EVIDENCE
from matbot.review.priorities import candidates, strengths
from matbot.review.priority_fields import LOOK_AGAIN, WHY
from matbot.review.review import ElementRecord, Review
from matbot.rubric import Rubric
from matbot.text import in_words

_PAGE = 2000
"""The number of characters that fit on the page for people's own words, all texts together."""

_EACH = 50
"""The number of characters that each further text costs because its last line is not full."""

_MOST, _LEAST = 420, 75
"""The upper and the lower bound of the limit on one text, in characters."""

_FEW = 6
"""Up to this many unconfirmed ratings are labelled with the full phrase."""

_NAME = 25
"""Additional characters for a text on the same line as the name of its element."""

_FOCUS = 64
"""The most characters of a focus area, and the fewest that are available for a review date."""


_AGAIN = 150
"""The most characters of a review date, if there is room."""


def first_page(rubric: Rubric, review: Review) -> Iterator[Block]:
    """The heat map, the strengths, what is proposed, and what is deferred."""
    room = _find_text_limit(rubric, review)
    yield from _build_identity(review)
    yield from _build_heat_map(rubric, review)
    yield from _build_strengths(rubric, review, room)
    yield from _build_proposals(rubric, review, room)
    yield from _build_deferrals(rubric, review, room)


def _find_text_limit(rubric: Rubric, review: Review) -> int:
    """The most characters to show of one text; texts shorter than their share leave room for longer ones."""
    sizes = sorted(len(on_one_line(text)) for text in _list_texts(rubric, review))
    waiting = sum(len(NOT_CONFIRMED) for record in review.elements.values() if record.drafted)
    besides = waiting + sum(map(len, _find_undecided(rubric, review)))
    rest = _PAGE - besides - _EACH * len(sizes)
    for place, size in enumerate(sizes):
        share = rest // (len(sizes) - place)
        if size > share:
            return max(_LEAST, min(_MOST, share))
        rest -= size
    return _MOST


def _list_texts(rubric: Rubric, review: Review) -> Iterator[str]:
    """People's own words that the page shows shortened."""
    for code in strengths(rubric, review):
        yield _find_evidence(review.elements[code])
    for row in review.priorities:
        yield row.action
    for left in review.deferred:
        yield left.why
        yield left.look_again[:_AGAIN]


def _build_identity(review: Review) -> Iterator[Block]:
    yield paragraph(
        strong("A draft for the board."),
        f"{format_participants(review)}, {date_in_words(review.talked or review.said)}.",
        _format_rated_count(review),
    )
    yield paragraph(
        strong("Before it goes to the board,"),
        LOOK_FOR_NAMES,
    )


def _format_rated_count(review: Review) -> str:
    """How many elements of the review are rated, and how many rated ones it leaves out, in sentences."""
    rated, scope = len(review.rated), len(review.scope)
    drafts = sum(review.elements[code].drafted for code in review.rated)
    not_confirmed = f"; {'it is' if rated == 1 else f'{drafts} of them'} {NOT_CONFIRMED}" if drafts else ""
    if rated == scope or scope == 1:
        some = capitalise(format_all(scope, "element"))
    else:
        some = f"{rated or 'None'} of the {format_count(scope, 'element')}"
    have = "has" if rated == 1 or scope == 1 else "have"
    a_rating = "a rating" if rated or scope > 1 else "no rating yet"
    besides = ""
    if left_out := count_rated_left_out(review):
        has = "that was left out of it has" if left_out == 1 else "that were left out of it have"
        besides = f" {capitalise(format_count(left_out, 'element'))} {has} a rating{' too' if rated else ''}."
    return f"{some} of this review {have} {a_rating}{not_confirmed}.{besides}"


def _build_heat_map(rubric: Rubric, review: Review) -> Iterator[Block]:
    yield HeadingBlock(2, "Where we stand")
    yield paragraph(
        strong("Diagnostic, not judgemental."),
        f"{_format_origin(rubric, review)} Nothing is averaged, and the trust is compared with no other.",
    )
    rows = (
        row._replace(cells=tuple(_build_board_cell(cell, review) for cell in row.cells))
        for row in heat_map(rubric, review)
    )
    yield HeatMap(rubric.scale, tuple(rows), compact=True)


def _format_origin(rubric: Rubric, review: Review) -> str:
    """How the ratings on the map came about; without ratings, it does not claim that people chose any.

    The map shows every rating, including those of elements that were left out of the review.
    """
    rating = name_rating(rubric)
    rated = [code for code, record in review.elements.items() if record.rating]
    if not rated:
        begun = find_discussed_elements(review)
        state = "This review has begun" if begun else "No element has been looked at yet"
        return f"{state}, and no {rating} has been chosen."
    glance = [code for code in rated if review.elements[code].way == "glance"]
    if not glance:
        return f"Those who took part chose the {rating} of each element that is rated."
    which = "Every rating" if len(glance) == len(rated) else f"The rating of {in_words(glance)}"
    return (
        f"{which} was given at a glance, not question by question. Those who took part chose each {rating}."
    )


def _build_board_cell(cell: Cell, review: Review) -> Cell:
    """An element as the board sees it: without a parked mark, and labelled if its rating is not confirmed."""
    unconfirmed = bool(cell.letters) and review.elements[cell.code].drafted
    return cell._replace(
        parked=False, words=f"{cell.words}, {_format_unconfirmed(review)}" if unconfirmed else cell.words
    )


def _format_unconfirmed(review: Review) -> str:
    """The label for a rating that is not confirmed yet; a shorter one if there are many of them."""
    drafts = sum(review.elements[code].drafted for code in review.elements)
    return NOT_CONFIRMED if drafts <= _FEW else "not confirmed yet"


def _build_strengths(rubric: Rubric, review: Review, room: int) -> Iterator[Block]:
    yield HeadingBlock(2, "What is strong")
    found = strengths(rubric, review)
    if found:
        yield Bullets(tuple(_format_strength(rubric, review, code, room) for code in found))
    else:
        yield paragraph(f"No element has a rating at the {rubric.ends.strong_end} of the scale yet.")


def _format_strength(rubric: Rubric, review: Review, code: str, room: int) -> str:
    """An element with its rating and its evidence, or its rationale if no evidence was named."""
    record = review.elements[code]
    unconfirmed = f", {_format_unconfirmed(review)}" if record.drafted else ""
    name = f"{format_titles(rubric, [code])}: {rating_in_words(rubric, review, code)}{unconfirmed}."
    return f"{name} {shorten_words(_find_evidence(record), max(_LEAST // 2, room + _NAME - len(name)))}"


def _find_evidence(record: ElementRecord) -> str:
    return next(filter(has_words, (record.evidence, record.rationale)), f"{NO_EVIDENCE}.")


def _build_proposals(rubric: Rubric, review: Review, room: int) -> Iterator[Block]:
    yield HeadingBlock(2, "What we propose")
    if not review.priorities:
        yield paragraph("No priorities have been chosen yet.")
        return
    rows = tuple(
        (_format_focus_area(rubric, row), shorten_words(or_gap(row.action, TO_BE_AGREED), room))
        for row in review.priorities
    )
    yield Table("Our priorities, in this order", ("Focus area", "What we will do"), rows)


def _format_focus_area(rubric: Rubric, row: PriorityWritten) -> str:
    """The focus area in people's own words with its elements' codes; without any, the elements' names."""
    if not has_words(row.focus):
        return shorten_words(format_focus(rubric, row), _FOCUS)
    about = f" ({', '.join(row.elements)})" if row.elements else ""
    return shorten_words(on_one_line(row.focus), _FOCUS) + about


def _build_deferrals(rubric: Rubric, review: Review, room: int) -> Iterator[Block]:
    yield HeadingBlock(2, "Deferred, and why")
    if review.deferred:
        yield _build_deferred_table(rubric, review, room)
    else:
        yield paragraph("Nothing has been deferred.")
    if found := _find_undecided(rubric, review):
        yield paragraph(strong("Not yet decided:"), *found)


def _find_undecided(rubric: Rubric, review: Review) -> tuple[str, ...]:
    """The weak elements neither proposed nor deferred, by name, because trustees will ask about them."""
    weak = rubric.scale[: len(rubric.scale) // 2]
    left = {row.element for row in review.deferred}
    rest = [code for code in candidates(rubric, review) if code not in left]
    codes = [code for code in rest if review.elements[code].rating in [level.letters for level in weak]]
    if not codes:
        return ()
    return (
        f"{'; '.join(f'{format_titles(rubric, [one])} ({_level(rubric, review, one)})' for one in codes)}.",
    )


def _level(rubric: Rubric, review: Review, code: str) -> str:
    return rubric.levels[str(review.elements[code].rating)].name


def _build_deferred_table(rubric: Rubric, review: Review, room: int) -> Table:
    rows = tuple(
        (
            format_titles(rubric, [left.element]),
            shorten_words(or_gap(left.why, WHY.gap), room),
            shorten_words(or_gap(left.look_again), min(room - _LEAST + _FOCUS, _AGAIN)),
        )
        for left in review.deferred
    )
    return Table("Deferred", ("Element", WHY.label, LOOK_AGAIN.label), rows)
