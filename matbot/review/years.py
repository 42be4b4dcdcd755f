"""Compares a review with an earlier one: what changed, and what became of the issues raised then.

Framework, Annex A, 5: after further reviews, trusts "compare how their ratings have moved on since the
previous self-review".
"""

from dataclasses import dataclass
from datetime import datetime

from matbot.review.account import LEANS_RED, Account, LeftAccount, PriorityAccount
from matbot.review.review import PromiseProgress, Review
from matbot.review.unrated import Unrated, find_unrated, format_in_own_review
from matbot.review.wording import Wording, wording_of
from matbot.rubric import Rubric

Kind = str
"""What became of an element's rating: `moved`, `held`, `newly rated`, or why it has none now."""

MOVED, HELD, NEWLY_RATED = "moved", "held", "newly rated"
"""The kinds of an element that is rated now."""

NEITHER_TIME = "not rated either time"
"""The kind of an element that is rated in neither review."""


@dataclass(frozen=True)
class Change:
    """One element in the earlier review and in this one."""

    code: str
    name: str
    kind: Kind
    then: str | None
    """The letters of its rating in the earlier review."""
    now: str | None
    steps: int
    """How far it moved on the scale: positive towards the strong end, 0 if there is nothing to compare."""
    wording: Wording
    why_then: str
    """The rationale in the earlier review."""
    why_now: str


@dataclass(frozen=True)
class SuccessiveReview:
    """One of several reviews that follow each other."""

    review: str
    said: datetime
    ratings: dict[str, str | None]
    """The letters of each rating by element."""
    wordings: dict[str, Wording]
    """How each element's questions then relate to those of the latest of these reviews."""


@dataclass(frozen=True)
class RaisedIssue:
    """An issue raised in the earlier review, and what became of it ("you said, we did")."""

    code: str
    name: str
    said: tuple[tuple[str, str], ...]
    """Who raised it and in which words: the label of each group and what it said."""
    became: tuple[PriorityAccount, ...]
    """The priorities that resulted from it."""
    left: LeftAccount | None
    """Why it was deferred, if it was."""
    promise_progress: tuple[PromiseProgress, ...]
    """How far each of those priorities has come, in the same order."""
    change: Change | None
    """What became of its rating; None for an element that this framework version does not have."""


def find_changes(rubric: Rubric, review: Review) -> tuple[Change, ...]:
    """Return what became of every element since the earlier review, in the order of the framework."""
    earlier = review.earlier
    if earlier is None:
        return ()
    return tuple(_build_change(rubric, review, earlier, code) for code in rubric.elements)


def _build_change(rubric: Rubric, review: Review, earlier: Account, code: str) -> Change:
    record, before = review.elements[code], earlier.element(code)
    order, wording = list(rubric.levels), wording_of(rubric, earlier, code)
    then = before.rating if before.rating in order and wording != "on another scale" else None
    now = record.rating
    steps = order.index(now) - order.index(then) if then and now else 0
    return Change(
        code=code,
        name=rubric.elements[code].name,
        kind=_find_kind(then, now, bool(before.rating), find_unrated(review, code)),
        then=then,
        now=now,
        steps=steps,
        wording=wording,
        why_then=before.rationale,
        why_now=record.rationale,
    )


def _find_kind(then: str | None, now: str | None, rated_then: bool, unrated: Unrated) -> Kind:
    if then and now:
        return HELD if then == now else MOVED
    if now:
        return NEWLY_RATED
    if rated_then:  # even on another scale: the ratings cannot be compared, but it was rated
        return kind_of_unrated(unrated)
    return NEITHER_TIME


def kind_of_unrated(reason: Unrated) -> Kind:
    """Return the kind of an element that was rated then and is not now: why it has no rating now."""
    words = format_in_own_review(reason)
    return f"{words[:1].lower()}{words[1:]}"


def find_successive_reviews(rubric: Rubric, review: Review) -> tuple[SuccessiveReview, ...]:
    """Return the reviews that follow each other, the earliest first and this one last."""
    found = []
    if last_answer := review.talked or review.said:
        ratings = {code: record.rating for code, record in review.elements.items()}
        found.append(SuccessiveReview(review.id, last_answer, ratings, dict.fromkeys(ratings, "comparable")))
    account = review.earlier
    while account:
        ratings = {code: account.element(code).rating for code in rubric.elements}
        wordings = {code: wording_of(rubric, account, code) for code in rubric.elements}
        found.append(SuccessiveReview(account.review, account.said, ratings, wordings))
        account = account.earlier
    return tuple(reversed(found))


def you_said_we_did(rubric: Rubric, review: Review) -> tuple[RaisedIssue, ...]:
    """Return the issues raised in the earlier review, and what became of them, in the framework's order.

    These are the elements that became a priority, were deferred, or have a note on a question nearer red.
    """
    earlier = review.earlier
    if earlier is None:
        return ()
    found = {change.code: change for change in find_changes(rubric, review)}
    voices = (*earlier.groups, earlier)
    codes = dict.fromkeys([*rubric.elements, *(code for voice in voices for code in voice.elements)])
    raised = (_build_raised_issue(earlier, voices, review, code, found.get(code)) for code in codes)
    return tuple(issue for issue in raised if issue.said or issue.became or issue.left)


def _build_raised_issue(
    earlier: Account, voices: tuple[Account, ...], review: Review, code: str, change: Change | None
) -> RaisedIssue:
    became = tuple(row for row in earlier.priorities if code in row.elements)
    return RaisedIssue(
        code=code,
        name=change.name if change else code,
        said=tuple((voice.label, words) for voice in voices for words in _find_issues(voice, code)),
        became=became,
        left=next((left for left in earlier.not_now if left.element == code), None),
        promise_progress=tuple(
            review.promise_progress.get(row.priority, PromiseProgress()) for row in became
        ),
        change=change,
    )


def _find_issues(account: Account, code: str) -> list[str]:
    """Return a group's notes on questions nearer red, without repeats."""
    questions = account.element(code).questions.values()
    notes = [
        question.note for question in questions if question.leaning in LEANS_RED and question.note.strip()
    ]
    return list(dict.fromkeys(notes))
