"""Finds what two copies of a review answered differently before they were merged."""

from collections.abc import Mapping, Sequence
from typing import Any

from matbot.review.events import (
    CopiesMerged,
    ElementBegun,
    ElementDeferred,
    Event,
    PriorityDropped,
    PriorityWritten,
    ReviewArchived,
    ReviewDateSet,
    ReviewDetailsChanged,
    ScopeChosen,
    StepSkipped,
)
from matbot.review.log import effective_events, serialize_event

SCOPE = "scope"
"""How the choice of elements is named among the things that can be answered."""

ARCHIVE = "archive"
"""How it is named there whether the review is archived."""

DETAILS = "details"
"""How the trust, the group and the number of people are named there."""


def find_contradictions(
    log: Sequence[Event], counted: Sequence[Event] | None = None
) -> Mapping[str, tuple[Event, ...]]:
    """The answers of another copy that do not count, by what they answer, in the order of the log.

    What they answer is the key of a step, such as `note:1A.iii`, or that of a priority (`priority:ID`) or
    of something left for later (`not now:1A`); or the `next review`, or the choice of elements (`scope`).
    An answer that was taken back contradicts nothing, and neither does one to what was answered again since.

    Args:
        log: All events of the review.
        counted: Those of them that count, where they are known already.

    """
    pairs = [pair for event in log if isinstance(event, CopiesMerged) for pair in event.apart]
    if not pairs:
        return {}
    counted = effective_events(log) if counted is None else counted
    last, stands = _last_answers(counted), {event.id: event for event in counted}
    overruled: set[str] = set()
    for one, other in pairs:
        key = answer_key(stands[one]) if one in stands and other in stands else None
        if key and last[key].id in (one, other):
            overruled |= {one, other} - {last[key].id}
    found: dict[str, tuple[Event, ...]] = {}
    for event in counted:
        if event.id in overruled and (key := answer_key(event)):
            found[key] = (*found.get(key, ()), event)
    return found


def find_contradicting_pairs(ours: Sequence[Event], theirs: Sequence[Event]) -> tuple[tuple[str, str], ...]:
    """The events of two logs that answer the same thing differently, each said in one of them alone.

    Their ids are in an order that does not depend on whose copy is whose.
    """
    found = []
    one, other = _answers_in_one_alone(ours, theirs), _answers_in_one_alone(theirs, ours)
    for key in one.keys() & other.keys():
        if _content(one[key]) != _content(other[key]):
            first, second = sorted((one[key].id, other[key].id))
            found.append((first, second))
    return tuple(sorted(found))


def answer_key(event: Event) -> str | None:
    """What an event answers, as `find_contradictions` names it; None if it answers nothing."""
    match event:
        case ElementBegun() | StepSkipped():
            return None
        case PriorityWritten() | PriorityDropped():
            return f"priority:{event.priority}"
        case ElementDeferred():
            return f"not now:{event.element}"
        case ReviewDateSet():
            return "next review"
        case ReviewDetailsChanged():
            return DETAILS
        case ReviewArchived():
            return ARCHIVE
        case ScopeChosen():
            return SCOPE
    return event.step.key if event.step else None


def _answers_in_one_alone(log: Sequence[Event], other: Sequence[Event]) -> dict[str, Event]:
    """The last answer to each thing that one log has and the other has not."""
    known = {event.id for event in other}
    return _last_answers([event for event in effective_events(log) if event.id not in known])


def _last_answers(events: Sequence[Event]) -> dict[str, Event]:
    return {key: event for event in events if (key := answer_key(event))}


def _content(event: Event) -> dict[str, Any]:
    """What an event says, apart from who said it when."""
    return {name: value for name, value in serialize_event(event).items() if name not in ("id", "at")}
