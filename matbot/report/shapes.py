"""A review as an object for other programs."""

from datetime import datetime
from typing import Any

from matbot.report.words import date_in_words, spoken_of
from matbot.review.account import Account
from matbot.review.events import ElementDeferred, ElementRated, HandsShown, PriorityWritten
from matbot.review.priority_fields import WRITTEN
from matbot.review.review import ElementRecord, QuestionRecord, Review, Snapshot
from matbot.rubric import Rubric
from matbot.rubric.places import numeral_of


def review_shape(rubric: Rubric, review: Review) -> dict[str, Any]:
    """The object that `matbot show REVIEW --json` prints: JSON values, empty strings for words not said."""
    spoken = {*review.scope, *spoken_of(review)}
    return {
        "id": review.id,
        "trust": review.trust,
        "group": review.group,
        "people": review.people,
        "rubric": review.rubric,
        "since": review.since,
        "together": [_group_shape(account) for account in review.groups],
        "scope": list(review.scope),
        "elements": {
            code: _element_shape(rubric.elements[code].name, record)
            for code, record in review.elements.items()
            if code in spoken
        },
        "priorities": [_priority_shape(row) for row in review.priorities],
        "not_now": [_deferred_shape(row) for row in review.deferred],
        "looked_back": {
            priority: {"met": back.met, "shows": back.shows}
            for priority, back in review.promise_progress.items()
        },
        "next_review": review.next_review,
        "snapshots": [_snapshot_shape(snapshot) for snapshot in review.snapshots],
    }


def _group_shape(account: Account) -> dict[str, Any]:
    """A group that was brought in, as of which reply: whoever wants its words asks for its own review."""
    return {
        "id": account.review,
        "label": account.label,
        "moment": account.moment or None,
        "upto": account.upto,
    }


def _element_shape(name: str, record: ElementRecord) -> dict[str, Any]:
    return {
        "name": name,
        "rating": record.rating,
        "rationale": record.rationale,
        "evidence": record.evidence,
        "votes": list(record.votes) or None,
        "differs": record.differs,
        "checks": [check.model_dump() for check in record.checks],
        "moves": [_move_shape(move) for move in record.moves],
        "parked": record.parked,
        "questions": {
            numeral_of(id_): _question_shape(question) for id_, question in record.questions.items()
        },
        **_draft_shape(record),
    }


def _draft_shape(record: ElementRecord | QuestionRecord) -> dict[str, bool]:
    """Says of what was read from a pack that it is not confirmed yet; nothing of anything else."""
    return {"draft": True} if record.drafted else {}


def _move_shape(move: HandsShown | ElementRated) -> dict[str, Any]:
    fields = {"rating": move.rating} if isinstance(move, ElementRated) else {"votes": list(move.votes)}
    return {"at": time_shape(move.at), **fields}


def _question_shape(record: QuestionRecord) -> dict[str, Any]:
    return {
        "leaning": record.leaning,
        "note": record.note,
        "private": record.private,
        "parked": record.parked,
        "reason": record.reason if record.leaning == "does not apply" else "",
        **({"reworded": True} if record.reworded else {}),
        **_draft_shape(record),
    }


def _priority_shape(row: PriorityWritten) -> dict[str, Any]:
    texts = {field: getattr(row, field) for field in (one.name for one in WRITTEN)}
    return {"id": row.priority, "elements": list(row.elements), **texts, "draft": bool(row.drafted)}


def _deferred_shape(row: ElementDeferred) -> dict[str, Any]:
    return {field: getattr(row, field) for field in ("element", "why", "mitigation", "look_again")}


def _snapshot_shape(snapshot: Snapshot) -> dict[str, Any]:
    return {"name": snapshot.name, "at": time_shape(snapshot.at)}


def time_shape(at: datetime | None) -> str | None:
    """A moment as programs read it; null where it is not known."""
    return at.isoformat().replace("+00:00", "Z") if at else None


def month_of(account: Account) -> str:
    """When an account was given, such as `October 2026`, the same on every machine."""
    return date_in_words(account.said).partition(" ")[2]
