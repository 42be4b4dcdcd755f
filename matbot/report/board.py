"""The Board paper: a first page with the trust's position and proposals, then the evidence for them.

Parked items, the words of people who see a rating differently, and the names of those with whom a rating was
tested belong to the group and stay in the Full record. So do notes, except those that key issues are drafted
from, which are marked as a draft. Private notes are never included.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from matbot.report.blocks import (
    Block,
    Bullets,
    HeadingBlock,
    KeyValues,
    Quote,
    Report,
    Table,
    paragraph,
    strong,
)
from matbot.report.earlier_framework import build_full_record_note
from matbot.report.elements import build_quotation, format_leanings
from matbot.report.first_page import first_page
from matbot.report.plan import DRAFT, deferred_table, focus_cell, format_cell
from matbot.report.words import (
    NOT_CONFIRMED,
    date_in_words,
    find_discussed_elements,
    format_focus,
    framework_facts,
    has_words,
    on_one_line,
    or_gap,
    rating_in_words,
    reference,
    trust_of,
)
from matbot.report.year_on import build_movement_blocks
from matbot.report.you_said import build_promise_table
from matbot.review.account import LEANS_RED
from matbot.review.events import PriorityWritten
from matbot.review.outcomes import CHECK_OUTCOMES
from matbot.review.priorities import NO_ISSUE, issues_to_show
from matbot.review.priority_fields import COLUMNS, FOCUS
from matbot.review.review import Review
from matbot.review.years import find_changes
from matbot.rubric import Rubric
from matbot.text import in_words, lines

_ASKED_EACH = 2
"""The most questions about one element that are put to trustees."""


def board(rubric: Rubric, review: Review, written: date) -> Report:
    """Build the Board paper, a ten-minute read for trustees: position and proposals, then the evidence."""
    after, *others = (
        *_build_full_words(rubric, review),
        *_build_year_on(rubric, review),
        *_build_evidence(rubric, review),
        *_build_questions(rubric, review),
        *_build_next_steps(rubric, review, written),
    )
    assert isinstance(after, HeadingBlock), "each part begins with its heading"
    return Report(
        f"{trust_of(review)}: our capacity to improve schools",
        (*first_page(rubric, review), replace(after, new_page=True), *others),
        author=on_one_line(review.trust),
    )


def _build_full_words(rubric: Rubric, review: Review) -> Iterator[Block]:
    """Blocks with the full text of the priorities and deferrals that the first page shortens."""
    if review.priorities:
        yield HeadingBlock(2, "Our priorities in full")
        yield _build_priority_table(rubric, review)
    if review.deferred:
        about = "Deferred, in full"
        yield HeadingBlock(3 if review.priorities else 2, about)
        yield deferred_table(rubric, review.deferred, "Deferred", wide=True)


def _build_priority_table(rubric: Rubric, review: Review) -> Table:
    rows = review.priorities
    shown = [
        field
        for field in COLUMNS
        if field.board_label
        and (field.in_framework or any(has_words(getattr(row, field.name)) for row in rows))
    ]
    cells = tuple(
        (
            focus_cell(rubric, review, row),
            *(_format_priority_cell(rubric, review, row, field.name) for field in shown),
        )
        for row in rows
    )
    drafts = any(text.startswith(DRAFT) for row in cells for text in row)
    caption = f"In this order. What begins with {DRAFT} is not agreed yet." if drafts else "In this order"
    return Table(caption, (FOCUS.label, *(field.board_label for field in shown)), cells, wide=True)


def _format_priority_cell(rubric: Rubric, review: Review, row: PriorityWritten, name: str) -> str:
    """The text of a table cell; key issues that nobody has put into words yet are marked as a draft."""
    if name != "issues" or name not in row.drafted:
        return format_cell(row, name)
    issues = lines(issues_to_show(rubric, review, row))
    wanted = [line for line in issues if not line.endswith(NO_ISSUE)]
    return format_cell(row.model_copy(update={"issues": "\n".join(wanted)}), name)


def _build_year_on(rubric: Rubric, review: Review) -> Iterator[Block]:
    """Blocks on what has moved, held or is new since the earlier review, and on its priorities."""
    if not review.earlier:
        return
    if moved := list(build_movement_blocks(rubric, review, find_changes(rubric, review))):
        yield HeadingBlock(2, "What has moved")
        yield from moved
    if review.promises:
        then = date_in_words(review.earlier.said)
        yield HeadingBlock(2, "What became of our priorities")
        yield build_promise_table(rubric, review, f"What we set out to do on {then}", "we")


def _build_evidence(rubric: Rubric, review: Review) -> Iterator[Block]:
    codes, before = find_discussed_elements(review), tuple(build_full_record_note(review))
    if codes or before:
        yield HeadingBlock(2, "The evidence, element by element")
    if differ := [code for code in codes if has_words(review.elements[code].differs)]:
        yield paragraph(
            strong("Not everybody agrees."),
            f"In {in_words(differ)}, some see the rating differently; "
            "their words are in the group's Full record.",
        )
    for code in codes:
        record = review.elements[code]
        yield HeadingBlock(3, f"{rubric.elements[code].title}: {rating_in_words(rubric, review, code)}")
        unconfirmed = (("Draft", NOT_CONFIRMED),) if record.drafted else ()
        # Only counts: the texts that the numerals of questions refer to are in the Full record.
        leanings = format_leanings(rubric, record, say=lambda questions: str(len(questions)))
        yield KeyValues((("Its questions", leanings), *unconfirmed))
        yield from build_quotation("Why", record.rationale)
        yield from build_quotation("Key evidence", record.evidence)
        for check in record.checks:  # who tested it is shown only to the group
            yield paragraph(strong("Tested with others:"), f"{CHECK_OUTCOMES[check.outcome]}.")
            if has_words(check.said):
                yield Quote(check.said)
    yield from before


def _build_questions(rubric: Rubric, review: Review) -> Iterator[Block]:
    """The framework's own questions where answers matter most: elements that are proposed or deferred."""
    codes = [
        *(code for row in review.priorities for code in row.elements),
        *(left.element for left in review.deferred),
    ]
    asked = [
        line
        for code in dict.fromkeys(codes)
        if code in review.elements
        for line in _format_questions(rubric, review, code)
    ]
    if asked:
        yield HeadingBlock(2, "Questions you can ask")
        yield Bullets(tuple(asked))


def _format_questions(rubric: Rubric, review: Review, code: str) -> list[str]:
    every = [question.id for question in rubric.elements[code].questions]
    wanted = review.elements[code].leaning(*LEANS_RED) or every
    return [f"{reference(id_)} {rubric.questions[id_].text}" for id_ in wanted[:_ASKED_EACH]]


def _build_next_steps(rubric: Rubric, review: Review, written: date) -> Iterator[Block]:
    yield HeadingBlock(2, "What comes next")
    if review.priorities:
        again = tuple((format_focus(rubric, row), or_gap(row.next_look)) for row in review.priorities)
        yield Table("When each priority is reviewed", ("Focus area", "Review date"), again)
    yield KeyValues(
        (
            ("Next review", or_gap(review.next_review)),
            *framework_facts(rubric),
            ("Produced on", f"{date_in_words(written)}; private notes are not in it"),
        )
    )
