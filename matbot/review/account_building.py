"""Builds the account of a review from its log, as it is now or as of a saved version."""

from collections.abc import Sequence

from matbot.review.account import (
    Account,
    ElementAccount,
    LeftAccount,
    PriorityAccount,
    QuestionAccount,
)
from matbot.review.events import Event
from matbot.review.fold import review_of
from matbot.review.log import effective_events
from matbot.review.priorities import rows_to_show
from matbot.review.review import ElementRecord, QuestionRecord, Review, Snapshot
from matbot.rubric import Rubric
from matbot.text import shortened


class NoSuchSavedVersion(ValueError):
    """The review has no saved version of that name; the message lists those it has."""


def as_of(log: Sequence[Event], rubric: Rubric, name: str) -> list[Event]:
    """Return the log up to the saved version of that name, the last one if several have it.

    Raises:
        NoSuchSavedVersion: no saved version has that name.

    """
    return log_up_to(log, review_of(rubric, log).snapshots, name)


def log_up_to(log: Sequence[Event], snapshots: Sequence[Snapshot], name: str) -> list[Event]:
    """Return the log up to the last snapshot of that name; NoSuchSavedVersion if there is none."""
    return _truncate_log(log, _find_snapshot(snapshots, name))


def _find_snapshot(snapshots: Sequence[Snapshot], name: str) -> Snapshot:
    for snapshot in reversed(snapshots):
        if snapshot.name.casefold() == name.strip().casefold():
            return snapshot
    known = ", ".join(dict.fromkeys(snapshot.name for snapshot in snapshots))
    named = f"It has: {known}." if known else "It has none."
    raise NoSuchSavedVersion(f"This review has no saved version called {shortened(name, 60)}. {named}")


def _truncate_log(log: Sequence[Event], snapshot: Snapshot) -> list[Event]:
    place = next(place for place, event in enumerate(log) if event.id == snapshot.event_id)
    return list(log[: place + 1])


def account_of(rubric: Rubric, log: Sequence[Event], version_name: str = "") -> Account:
    """Build the account of a review from its log.

    Args:
        rubric: The framework version that the review uses.
        log: The whole log.
        version_name: The name of a saved version; empty for the review as it is now.

    Raises:
        NoSuchSavedVersion: no saved version has that name.

    """
    if version_name:
        snapshot = _find_snapshot(review_of(rubric, log).snapshots, version_name)
        log, version_name = _truncate_log(log, snapshot), snapshot.name  # the name as it was saved
    return build_account(rubric, review_of(rubric, log), effective_events(log)[-1].id, version_name)


def build_account(rubric: Rubric, review: Review, upto: str, version_name: str = "") -> Account:
    """Build the account of a folded review; `upto` is the id of its last event that counts."""
    assert review.started, "a log begins with its opening"
    assert review.said, "a log begins with its opening"
    return Account(
        review=review.id,
        trust=review.trust,
        group=review.group,
        people=review.people,
        rubric=review.rubric,
        scale=tuple(rubric.levels),
        words=rubric.words,
        started=review.started,
        said=review.talked or review.said,
        upto=upto,
        moment=version_name,
        scope=review.scope,
        set_aside=tuple(code for code in review.scope if code in review.set_aside),
        elements={
            code: _build_element_account(record)
            for code, record in review.elements.items()
            if record.looked_at
        },
        priorities=tuple(
            PriorityAccount.model_validate(row.model_dump(exclude={"id", "at"}))
            for row in rows_to_show(rubric, review)
        ),
        not_now=tuple(LeftAccount.model_validate(left.model_dump()) for left in review.deferred),
        earlier=review.earlier,
        groups=review.groups,
    )


def _build_element_account(record: ElementRecord) -> ElementAccount:
    return ElementAccount(
        rating=record.rating,
        rationale=record.rationale,
        evidence=record.evidence,
        votes=record.votes,
        differs=record.differs,
        checks=record.checks,
        drafted=record.drafted,
        questions={
            id_: _build_question_account(question)
            for id_, question in record.questions.items()
            if question.looked_at
        },
    )


def _build_question_account(record: QuestionRecord) -> QuestionAccount:
    return QuestionAccount(
        leaning=record.leaning,
        reason=record.reason if record.leaning == "does not apply" else "",
        note="" if record.private else record.note,
    )
