"""The section on a joint review: its groups, and the rating that each had chosen before."""

from collections.abc import Iterator, Sequence

from matbot.report.blocks import Block, HeadingBlock, Legend, RatingCell, Table, cells, paragraph
from matbot.report.elements import rating_name
from matbot.report.sides import FEW, marked_rating, outside_legend
from matbot.report.words import (
    date_in_words,
    format_label,
    format_titles,
    has_words,
    on_one_line,
    people_in_words,
)
from matbot.review.comparison import LETTERS
from matbot.review.review import Review
from matbot.rubric import Rubric
from matbot.text import shortened


def joint_review_blocks(rubric: Rubric, review: Review) -> Iterator[Block]:
    """Blocks on a joint review: its groups and their dates, and their ratings next to those agreed.

    There are none for a review without groups.
    """
    if not review.groups:
        return
    yield HeadingBlock(2, "Joint review")
    yield paragraph(
        "These groups rated apart before you came together. "
        "Their own reviews are untouched: this is how they stood then."
    )
    yield _build_group_table(review)
    yield from _build_grid(rubric, review)


def _build_group_table(review: Review) -> Table:
    rows = tuple(
        (
            _find_letter(place),
            format_label(group),
            people_in_words(group.people),
            group.review,
            date_in_words(group.said)
            + (f", named {on_one_line(group.moment)}" if has_words(group.moment) else ""),
        )
        for place, group in enumerate(review.groups)
    )
    return Table("Who took part", ("Letter", "Who", "People", "Review", "As it stood on"), rows)


def _find_letter(place: int) -> str:
    return LETTERS[place] if place < len(LETTERS) else str(place + 1)


def _build_grid(rubric: Rubric, review: Review) -> Iterator[Block]:
    """Table of the elements that anybody rated: each group's rating, and the agreed one."""
    rated = [
        code
        for code, record in review.elements.items()
        if record.rating or any(group.element(code).rating for group in review.groups)
    ]
    codes = [code for code in rated if code in review.scope or review.elements[code].rating]
    if codes:
        yield _build_rating_table(rubric, review, codes)
        yield Legend(rubric.scale)
        yield from outside_legend(one for one in review.groups for code in codes if code not in one.scope)
    others = [code for code in rated if code not in codes]
    if others:
        yield paragraph("Rated apart, and not part of this review:", format_titles(rubric, others) + ".")


def _build_rating_table(rubric: Rubric, review: Review, codes: Sequence[str]) -> Table:
    many = len(review.groups) > FEW
    rows = tuple(
        cells(
            rubric.elements[code].title,
            *(marked_rating(group, code) for group in review.groups),
            RatingCell(agreed, rating_name(rubric, agreed) if agreed else "not agreed yet"),
        )
        for code, agreed in {code: review.elements[code].rating for code in codes}.items()
    )
    heads = [
        _find_letter(place) if many else f"{_find_letter(place)} {shortened(format_label(group), 30)}"
        for place, group in enumerate(review.groups)
    ]
    columns = ("Element", *heads, "Agreed together")
    return Table("Apart, and then together", columns, rows, wide=many, scale=rubric.scale)
