"""Finds the answers in which two copies of a review differed before they were merged."""

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
"""The key of the choice of elements."""

ARCHIVE = "archive"
"""How it is named there whether the review is archived."""

DETAILS = "details"
"""How the trust, the group and the number of people are named there."""


def find_contradictions(
    log: Sequence[Event], counted: Sequence[Event] | None = None
) -> Mapping[str, tuple[Event, ...]]:
    """Find the answers from copies that do not count, by the key of what they answer, in the log's order.

    The key is that of a step, such as `note:1A.iii`, of a priority (`priority:ID`) or of a deferred element
    (`not now:1A`); or it is `next review`, or `scope` for the choice of elements. An answer that was undone,
    or that was followed by another answer to the same thing, contradicts nothing.

    Args:
        log: All events of the review.
        counted: The events of the log that count, if already known.

    """
    pairs = [pair for event in log if isinstance(event, CopiesMerged) for pair in event.apart]
    if not pairs:
        return {}
    counted = effective_events(log) if counted is None else counted
    last, by_id = _last_answers(counted), {event.id: event for event in counted}
    overruled: set[str] = set()
    for first, second in pairs:
        key = answer_key(by_id[first]) if first in by_id and second in by_id else None
        if key and last[key].id in (first, second):
            overruled |= {first, second} - {last[key].id}
    found: dict[str, tuple[Event, ...]] = {}
    for event in counted:
        if event.id in overruled and (key := answer_key(event)):
            found[key] = (*found.get(key, ()), event)
    return found


def find_contradicting_pairs(ours: Sequence[Event], theirs: Sequence[Event]) -> tuple[tuple[str, str], ...]:
    """Find the pairs of events that answer the same thing differently, each recorded in only one log.

    Their ids are in an order that does not depend on which log is `ours`.
    """
    found = []
    our_answers, their_answers = _find_own_answers(ours, theirs), _find_own_answers(theirs, ours)
    for key in our_answers.keys() & their_answers.keys():
        if _content(our_answers[key]) != _content(their_answers[key]):
            first, second = sorted((our_answers[key].id, their_answers[key].id))
            found.append((first, second))
    return tuple(sorted(found))


def answer_key(event: Event) -> str | None:
    """Return the key of what an event answers, as in `find_contradictions`; None if it answers nothing."""
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


def _find_own_answers(log: Sequence[Event], other: Sequence[Event]) -> dict[str, Event]:
    """Return the last answer to each thing among the events that only `log` has, by key."""
    known = {event.id for event in other}
    return _last_answers([event for event in effective_events(log) if event.id not in known])


def _last_answers(events: Sequence[Event]) -> dict[str, Event]:
    return {key: event for event in events if (key := answer_key(event))}


def _content(event: Event) -> dict[str, Any]:
    """Return the content of an event, without its id and time."""
    return {name: value for name, value in serialize_event(event).items() if name not in ("id", "at")}
