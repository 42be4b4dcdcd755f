"""The Learning-set summary of one review: strengths to offer, and areas in which to ask for help."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from matbot.report.blocks import Block, HeadingBlock, KeyValues, Report, paragraph, strong
from matbot.report.elements import build_quotation
from matbot.report.plan import DRAFT
from matbot.report.words import (
    LOOK_FOR_NAMES_ONCE_MORE,
    NOT_CONFIRMED,
    date_in_words,
    format_titles,
    framework_facts,
    has_words,
    on_one_line,
)
from matbot.review.account import Account, PriorityAccount
from matbot.review.priority_fields import COLUMNS
from matbot.rubric import Rubric


def build_offer(
    rubric: Rubric, account: Account, written: date, drafts: Mapping[str, Sequence[str]] | None = None
) -> Report:
    """Build the Learning-set summary of a trust's review.

    Args:
        rubric: The framework version, with the elements to report on.
        account: The trust's review.
        written: The day on which the document is produced.
        drafts: The fields of each priority that are still as matbot drafted them, by the priority's id.

    """
    rated = [code for code in rubric.elements if account.element(code).rating in rubric.levels]
    order = list(rubric.levels)
    middle = len(order) // 2
    gives = [code for code in rated if order.index(str(account.element(code).rating)) >= len(order) - middle]
    takes = [code for code in rated if order.index(str(account.element(code).rating)) < middle]
    others = [code for code in rated if code not in (*gives, *takes)]
    account = account.model_copy(update={"priorities": tuple(_mark_drafts(account, drafts or {}))})
    return Report(
        f"{on_one_line(account.trust) or 'Your trust'}: for a learning set",
        (
            *_first_page(rubric, account, written),
            *_part(rubric, account, "What we can offer", gives, "Nothing yet among these elements."),
            *_part(rubric, account, "What we would like help with", takes, "Nothing among these elements."),
            *(_part(rubric, account, "In the middle of the scale", others, "") if others else ()),
        ),
        author=on_one_line(account.trust),
    )


def _mark_drafts(account: Account, drafts: Mapping[str, Sequence[str]]) -> Iterator[PriorityAccount]:
    """The priorities, with each field that is still a draft marked as one."""
    for row in account.priorities:
        words = {name: getattr(row, name) for name in drafts.get(row.priority, ())}
        yield row.model_copy(
            update={name: f"{DRAFT} {text}" for name, text in words.items() if has_words(text)}
        )


def _first_page(rubric: Rubric, account: Account, written: date) -> Iterator[Block]:
    yield paragraph(
        strong("Before you send it,"),
        LOOK_FOR_NAMES_ONCE_MORE,
    )
    looked_at = [code for code in rubric.elements if code in account.scope or code in account.elements]
    yield KeyValues(
        (
            ("Elements", format_titles(rubric, looked_at) or "None of these is in the review"),
            ("As it stood on", date_in_words(account.said)),
            *framework_facts(rubric),
            ("Produced on", f"{date_in_words(written)}; private notes are not in it"),
        )
    )


def _part(rubric: Rubric, account: Account, heading: str, codes: Sequence[str], none: str) -> Iterator[Block]:
    yield HeadingBlock(2, heading)
    if not codes:
        yield paragraph(none)
    for code in codes:
        yield from _element(rubric, account, code)


def _element(rubric: Rubric, account: Account, code: str) -> Iterator[Block]:
    part = account.element(code)
    level = rubric.levels[str(part.rating)]
    unconfirmed = f", {NOT_CONFIRMED}" if part.drafted else ""
    yield HeadingBlock(3, f"{rubric.elements[code].title}: {level.name} ({level.letters}){unconfirmed}")
    rows = [row for row in account.priorities if code in row.elements]
    shown = [field for field in COLUMNS if field.learning_set_label]
    labelled = [
        ("Why", part.rationale),
        ("Key evidence", part.evidence),
        *((field.learning_set_label, getattr(row, field.name)) for row in rows for field in shown),
    ]
    labelled = [(label, words) for label, words in labelled if has_words(words)]
    for label, words in labelled:
        yield from build_quotation(label, words)
    if not labelled:
        yield paragraph("Neither a reason nor evidence was noted.")
