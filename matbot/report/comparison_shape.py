"""A comparison as an object for other programs."""

from typing import Any

from matbot.report.shapes import time_shape
from matbot.report.sides import drafts
from matbot.review.comparison import Comparison, Difference, Side
from matbot.rubric.places import numeral_of


def comparison_shape(comparison: Comparison) -> dict[str, Any]:
    """The object that `matbot compare --json` prints; the elements are in the order to talk about them."""
    return {
        "reviews": [_side_shape(side) for side in comparison.sides],
        "elements": [_element_shape(element) for element in comparison.agenda],
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
        "started": time_shape(account.started),
        "said": time_shape(account.said),
        "scope": list(account.scope),
        "looked_at": side.looked_at,
        "rated": side.rated,
    }


def _element_shape(element: Difference) -> dict[str, Any]:
    accounts = {side.key: element.account_of(side) for side in element.sides}
    return {
        "code": element.code,
        "name": element.name,
        "ratings": element.ratings,
        "steps": element.steps,
        "said": {key: one.rationale for key, one in accounts.items()},
        "evidence": {key: one.evidence for key, one in accounts.items()},
        "differs": {key: one.differs for key, one in accounts.items()},
        "questions": {numeral_of(id_): _question_shape(element, id_) for id_ in element.apart},
        "wordings": dict(element.wordings),
        **_drafts_shape(element),
    }


def _drafts_shape(element: Difference) -> dict[str, Any]:
    """Whose answers were read from a pack and are not confirmed yet, where there are any."""
    return {"drafts": unconfirmed} if (unconfirmed := [side.key for side in drafts(element)]) else {}


def _question_shape(element: Difference, id_: str) -> dict[str, Any]:
    """Where each side places a question that they place differently."""
    asked = {side.key: side.account.question(id_) for side in element.sides}
    return {key: {"leaning": one.leaning, "note": one.note} for key, one in asked.items()}
