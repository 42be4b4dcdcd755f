"""A review or a comparison as JSON values for other programs."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from matbot.report.words import find_discussed_elements
from matbot.review.events import ElementRated, HandsShown, PriorityWritten
from matbot.review.priority_fields import WRITTEN
from matbot.review.review import ElementRecord, QuestionRecord, Review
from matbot.rubric import Rubric
from matbot.rubric.places import numeral_of

if TYPE_CHECKING:  # not needed to show a single review
    from matbot.review.comparison import Comparison, Difference, Side


def review_shape(rubric: Rubric, review: Review) -> dict[str, Any]:
    """The object that `matbot show REVIEW --json` prints; texts that nobody entered are empty strings."""
    spoken = {*review.scope, *find_discussed_elements(review)}
    return {
        "id": review.id,
        "trust": review.trust,
        "group": review.group,
        "people": review.people,
        "rubric": review.rubric,
        "since": review.since,
        "together": [  # a group's words are in the output for its own review
            {
                "id": group.review,
                "label": group.label,
                "moment": group.moment or None,
                "upto": group.upto,
            }
            for group in review.groups
        ],
        "scope": list(review.scope),
        "elements": {
            code: _element_shape(rubric.elements[code].name, record)
            for code, record in review.elements.items()
            if code in spoken
        },
        "priorities": [_priority_shape(row) for row in review.priorities],
        "not_now": [
            row.model_dump(include={"element", "why", "mitigation", "look_again"}) for row in review.deferred
        ],
        "looked_back": {
            priority: {"met": back.met, "shows": back.shows}
            for priority, back in review.promise_progress.items()
        },
        "next_review": review.next_review,
        "snapshots": [
            {"name": snapshot.name, "at": time_shape(snapshot.at)} for snapshot in review.snapshots
        ],
    }


def _priority_shape(row: PriorityWritten) -> dict[str, Any]:
    texts = {field.name: getattr(row, field.name) for field in WRITTEN}
    return {"id": row.priority, "elements": list(row.elements), **texts, "draft": bool(row.drafted)}


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
    """A flag for data that was read from a pack and is not confirmed yet; otherwise no key."""
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


def comparison_shape(comparison: Comparison) -> dict[str, Any]:
    """The object that `matbot compare --json` prints, with the elements in the order to discuss them."""
    return {
        "reviews": [_side_shape(side) for side in comparison.sides],
        "elements": [_difference_shape(element) for element in comparison.agenda],
    }


def _side_shape(side: Side) -> dict[str, Any]:
    account = side.account
    return {
        "key": side.key,
        "id": account.review,
        "letter": side.letter,
        "label": side.label,
        "trust": account.trust,
        "group": account.group,
        "people": account.people,
        "moment": account.moment or None,
        "started": time_shape(min(account.started, account.said)),
        "said": time_shape(account.said),
        "scope": list(account.scope),
        "looked_at": side.looked_at,
        "rated": side.rated,
    }


def _difference_shape(element: Difference) -> dict[str, Any]:
    fields = {side.key: element.account_of(side) for side in element.sides}
    unconfirmed = [side.key for side in element.unconfirmed]
    return {
        "code": element.code,
        "name": element.name,
        "ratings": element.ratings,
        "steps": element.steps,
        "said": {key: one.rationale for key, one in fields.items()},
        "evidence": {key: one.evidence for key, one in fields.items()},
        "differs": {key: one.differs for key, one in fields.items()},
        "questions": {
            numeral_of(id_): {
                side.key: side.account.question(id_).model_dump(include={"leaning", "note"})
                for side in element.sides
            }
            for id_ in element.apart
        },
        "wordings": dict(element.wordings),
        **({"drafts": unconfirmed} if unconfirmed else {}),
    }


def time_shape(at: datetime | None) -> str | None:
    """A time in ISO 8601, with `Z` for UTC; None if it is not known."""
    return at.isoformat().replace("+00:00", "Z") if at else None
