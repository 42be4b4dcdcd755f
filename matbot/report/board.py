"""The board edition: first where the trust stands and what is proposed, then the evidence behind it.

Notes, parked remarks and who sees a rating differently are the group's own, and stay in its own edition.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from matbot.report.blocks import (
    Block,
    Bullets,
    Heading,
    HeatMap,
    KeyValues,
    Quote,
    Report,
    Table,
    paragraph,
    strong,
)
from matbot.report.elements import leanings_in_words
from matbot.report.plan import cell, not_now_table
from matbot.report.words import (
    counted,
    date_in_words,
    focus_of,
    has_words,
    or_gap,
    rating_in_words,
    reference,
    spoken_of,
    titles,
    trust_of,
    who,
)
from matbot.report.year_on import change_in_words, dates
from matbot.review.heat_map import Row, heat_map
from matbot.review.priorities import LEANS_RED, strengths
from matbot.review.review import ElementRecord, Review
from matbot.review.years import changes
from matbot.rubric import Rubric

OUTCOMES = {"agrees": "they agree", "differs": "they see it differently", "sharpens": "they sharpen it"}
"""What those said with whom a rating was tested; their words are in the group's own edition."""

_ASKED_EACH = 2
"""How many questions about one element are put to trustees at most."""


def board(rubric: Rubric, review: Review, written: date) -> Report:
    """What trustees read in ten minutes: where the trust stands and what is proposed, then why."""
    return Report(
        f"{trust_of(review)}: our capacity to improve schools",
        (
            *_where_we_stand(rubric, review),
            *_strong(rubric, review),
            *_proposed(rubric, review),
            *_left(rubric, review),
            *_since(rubric, review),
            *_evidence(rubric, review),
            *_questions(rubric, review),
            *_what_comes_next(rubric, review, written),
        ),
    )


def _where_we_stand(rubric: Rubric, review: Review) -> Iterator[Block]:
    yield paragraph(
        strong("A draft for the board."),
        f"{who(review)}, {date_in_words(review.talked or review.said)}.",
        f"{len(review.rated)} of the {counted(len(review.scope), 'element')} of this review have a rating.",
    )
    yield Heading(2, "Where we stand")
    yield paragraph(
        strong("Diagnostic, not judgemental."),
        "People talked through the questions of each element and chose its colour. Nothing is averaged, "
        "and the trust is compared with no other.",
    )
    yield HeatMap(rubric.scale, tuple(map(_not_parked, heat_map(rubric, review))))


def _not_parked(row: Row) -> Row:
    return replace(row, cells=tuple(replace(cell, parked=False) for cell in row.cells))


def _since(rubric: Rubric, review: Review) -> Iterator[Block]:
    moved = [change for change in changes(rubric, review) if change.kind == "moved"]
    if moved:
        then, now = dates(review)
        yield Heading(2, "What has moved")
        yield paragraph(f"{then}. {now}.")
        yield Bullets(tuple(f"{titles(rubric, [one.code])}: {change_in_words(rubric, one)}" for one in moved))


def _strong(rubric: Rubric, review: Review) -> Iterator[Block]:
    yield Heading(2, "What is strong")
    found = strengths(rubric, review)
    if found:
        yield Bullets(tuple(_rated(rubric, review, code) for code in found))
    else:
        yield paragraph("No element has a rating at the green end of the scale yet.")


def _rated(rubric: Rubric, review: Review, code: str) -> str:
    return f"{titles(rubric, [code])}: {rating_in_words(rubric, review.elements[code])}"


def _proposed(rubric: Rubric, review: Review) -> Iterator[Block]:
    yield Heading(2, "What we propose")
    if not review.priorities:
        yield paragraph("No priorities have been chosen yet.")
        return
    rows = tuple(
        (focus_of(rubric, row), cell(row, "action"), cell(row, "progress")) for row in review.priorities
    )
    columns = ("Focus area", "What we will do", "Progress wanted in 12 months")
    yield Table("Our priorities, in this order", columns, rows)


def _left(rubric: Rubric, review: Review) -> Iterator[Block]:
    if not review.not_now:
        return
    yield Heading(2, "What we leave for now, and why")
    yield not_now_table(rubric, review.not_now, "Left knowingly")


def _evidence(rubric: Rubric, review: Review) -> Iterator[Block]:
    codes = spoken_of(review)
    if codes:
        yield Heading(2, "The evidence, element by element")
    for code in codes:
        record = review.elements[code]
        yield Heading(3, f"{rubric.elements[code].title}: {rating_in_words(rubric, record)}")
        yield KeyValues((("Its questions", leanings_in_words(record)), *_tested(record)))
        yield from _told("Why", record.rationale)
        yield from _told("Key evidence", record.evidence)


def _tested(record: ElementRecord) -> Iterator[tuple[str, str]]:
    for check in record.checks:
        yield "Tested with others", OUTCOMES[check.outcome]


def _told(label: str, words: str) -> Iterator[Block]:
    if has_words(words):
        yield paragraph(strong(f"{label}:"))
        yield Quote(words)


def _questions(rubric: Rubric, review: Review) -> Iterator[Block]:
    """The framework's own questions, where the answers matter most: what is proposed, and what is left."""
    codes = [
        *(code for row in review.priorities for code in row.elements),
        *(left.element for left in review.not_now),
    ]
    asked = [
        line
        for code in dict.fromkeys(codes)
        if code in review.elements
        for line in _asked(rubric, review, code)
    ]
    if asked:
        yield Heading(2, "Questions you can ask")
        yield Bullets(tuple(asked))


def _asked(rubric: Rubric, review: Review, code: str) -> list[str]:
    every = [question.id for question in rubric.elements[code].questions]
    wanted = review.elements[code].leaning(*LEANS_RED) or every
    return [f"{reference(id_)} {rubric.questions[id_].text}" for id_ in wanted[:_ASKED_EACH]]


def _what_comes_next(rubric: Rubric, review: Review, written: date) -> Iterator[Block]:
    yield Heading(2, "What comes next")
    yield KeyValues(
        (
            *((f"Next look at {focus_of(rubric, row)}", or_gap(row.next_look)) for row in review.priorities),
            ("Next review", or_gap(review.next_review)),
            ("Framework", f"{rubric.title}, {rubric.edition}"),
            ("Source", rubric.source),
            ("This edition", f"written on {date_in_words(written)}; private notes are not in it"),
        )
    )
    yield paragraph(
        strong("Before it goes to the board,"),
        "look for the names of pupils and staff, and for anything that tells who is meant.",
    )
