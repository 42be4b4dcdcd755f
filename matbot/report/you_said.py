"""What became of the earlier review: its priorities, and the section "You said, we did"."""

from collections.abc import Iterator, Sequence

from matbot.report.blocks import Block, HeadingBlock, KeyValues, Table, paragraph
from matbot.report.shares import needs_room
from matbot.report.words import (
    as_sentence,
    capitalise,
    date_in_words,
    format_focus,
    format_titles,
    has_words,
    month_in_words,
    on_one_line,
    or_gap,
)
from matbot.report.year_on import format_change
from matbot.review.account import LeftAccount, PriorityAccount
from matbot.review.outcomes import format_promise
from matbot.review.priority_fields import LOOK_AGAIN, MITIGATION, WHY
from matbot.review.review import PromiseProgress, Review
from matbot.review.wording import format_wording
from matbot.review.years import NEITHER_TIME, RaisedIssue, you_said_we_did
from matbot.rubric import Rubric


def build_promise_section(rubric: Rubric, review: Review) -> Iterator[Block]:
    """Table of the earlier review's priorities: intended progress, progress made, and evidence for it."""
    if not review.earlier or not review.promises:
        return
    yield HeadingBlock(2, "What you set out to do")
    yield build_promise_table(
        rubric, review, f"Your priorities of {date_in_words(review.earlier.said)}", "you"
    )


def build_promise_table(rubric: Rubric, review: Review, caption: str, who: str) -> Table:
    """Table of the earlier review's priorities and how far each has come.

    `who` is the pronoun for the trust in the column headings: `you` or `we`.
    """
    rows = []
    for name, row in review.promises.items():
        back = review.promise_progress.get(name, PromiseProgress())
        shows = or_gap(back.shows, "Nothing was noted")
        wanted = or_gap(row.progress, "None was written down")
        rows.append((format_focus(rubric, row), wanted, format_promise(back.met), shows))
    columns = ("Focus area", f"Progress {who} wanted", "How far it has come", "What shows it")
    return Table(caption, columns, tuple(rows), wide=needs_room(columns, rows))


def build_you_said_section(rubric: Rubric, review: Review) -> Iterator[Block]:
    """Blocks with what was raised and by whom, what was done or why not, and which ratings moved."""
    raised = you_said_we_did(rubric, review)
    if not raised or not review.earlier:
        return
    taken_up = [one for one in raised if one.became or one.left]
    yield HeadingBlock(2, "You said, we did")
    yield paragraph(f"What was raised in {month_in_words(review.earlier.said)}, and what became of it.")
    for one in taken_up:
        yield HeadingBlock(3, format_titles(rubric, [one.code]))
        yield KeyValues((*_outcome_rows(one), *_format_action(one), *_format_movement(rubric, review, one)))
    yield from _build_not_taken_up(rubric, [one for one in raised if one not in taken_up])


def _build_not_taken_up(rubric: Rubric, raised: Sequence[RaisedIssue]) -> Iterator[Block]:
    """Table of what was raised and led to neither a priority nor a deferral."""
    if not raised:
        return
    yield HeadingBlock(3, "Heard, and not taken up then")
    rows = tuple(
        (
            format_titles(rubric, [one.code]),
            "\n".join(words for _, words in _outcome_rows(one)),
            format_change(rubric, one.change) if one.change else NEITHER_TIME,
        )
        for one in raised
    )
    caption = "These became no priority, and no reason was written down. They may be worth another look."
    yield Table(caption, ("Element", "You said", "What moved"), rows)


def _outcome_rows(one: RaisedIssue) -> Iterator[tuple[str, str]]:
    for who, words in one.said:
        yield "You said", f"{on_one_line(who)}: {on_one_line(words)}" if has_words(who) else words


def _format_action(one: RaisedIssue) -> Iterator[tuple[str, str]]:
    for row, back in zip(one.became, one.promise_progress, strict=True):
        yield "We did", _format_priority(row)
        shows = f" {on_one_line(back.shows)}" if has_words(back.shows) else ""
        yield "How far it has come", f"{capitalise(format_promise(back.met))}.{shows}"
    if one.left:
        yield "Deferred", _format_deferral(one.left)


def _format_priority(row: PriorityAccount) -> str:
    """A sentence saying that it became a priority, with what was to be done in people's own words."""
    words = next((text for text in (row.action, row.progress, row.issues) if has_words(text)), "")
    return f"It became a priority. {on_one_line(words)}".strip()


def _format_deferral(left: LeftAccount) -> str:
    """Why an element was deferred, how it is managed meanwhile, and its review date."""
    why = as_sentence(or_gap(left.why, WHY.gap))
    helps = f"{MITIGATION.label}: {as_sentence(left.mitigation)}" if has_words(left.mitigation) else ""
    again = f"{LOOK_AGAIN.label}: {as_sentence(left.look_again)}" if has_words(left.look_again) else ""
    return " ".join(filter(None, (why, helps, again)))


def _format_movement(rubric: Rubric, review: Review, one: RaisedIssue) -> Iterator[tuple[str, str]]:
    change = one.change
    if not change or not review.earlier or change.kind == NEITHER_TIME:
        return
    then, now = date_in_words(review.earlier.said), date_in_words(review.talked or review.said)
    dates = f" ({then} to {now})" if change.then and change.now else ""
    wording = (
        ""
        if change.wording == "comparable"
        else f" The words of the questions: {format_wording(change.wording)}."
    )
    yield "What moved", f"{capitalise(format_change(rubric, change))}{dates}.{wording}"
