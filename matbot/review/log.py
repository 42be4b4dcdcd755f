"""The event log: the kinds of event, their stored form, and which of them count."""

from collections.abc import Sequence
from typing import Any

from matbot.review.event_base import ElementEvent, Event, QuestionEvent
from matbot.review.events import (
    CopiesMerged,
    DissentNoted,
    ElementRated,
    EventUndone,
    EvidenceNamed,
    RationaleGiven,
    UnknownEvent,
)

KINDS: dict[str, type[Event]] = {
    name: kind
    for base in (Event, QuestionEvent, ElementEvent)
    for kind in base.__subclasses__()
    if isinstance(name := kind.model_fields["kind"].default, str)
}
"""Every kind of event that this version knows, by its name in files."""


def is_draft(event: Event) -> bool:
    """Return whether an event is a draft from a pack, which has content but does not answer its step yet."""
    return (
        isinstance(event, QuestionEvent | ElementRated | RationaleGiven | EvidenceNamed | DissentNoted)
        and event.drafted
    )


def parse_event(stored: dict[str, Any]) -> Event:
    """Parse an event from its stored form; pydantic's ValidationError if its fields are invalid."""
    return KINDS.get(str(stored.get("kind")), UnknownEvent).model_validate(stored)


def serialize_event(event: Event) -> dict[str, Any]:
    """Serialise an event to JSON values, including fields that this version does not know."""
    stored = event.model_dump(mode="json")
    stored.pop("reworded", None)
    if stored.get("drafted") is False:  # the usual case: files have the field for drafts alone
        del stored["drafted"]
    return stored


def find_appended(before: Sequence[Event], log: Sequence[Event]) -> Sequence[Event] | None:
    """Return the events by which a log has grown, or None if it has to be folded anew.

    That is necessary if the log does not start with `before`, as after a merge, and if a new event undoes
    another, because the undone event may be anywhere in the log.
    """
    more = log[len(before) :]
    if log[: len(before)] != before or any(isinstance(event, EventUndone) for event in more):
        return None
    return more


def effective_events(log: Sequence[Event]) -> list[Event]:
    """Return the events that count, which are those that were not undone, in the order of the log.

    Events about the log itself, `EventUndone` and `CopiesMerged`, are left out.
    """
    withdrawn = find_withdrawn(log)
    return [
        event
        for event in log
        if event.id not in withdrawn and not isinstance(event, EventUndone | CopiesMerged)
    ]


def find_withdrawn(log: Sequence[Event]) -> set[str]:
    """Return the ids of the events that were undone.

    Undoing an `EventUndone` restores the event that it undid. An `EventUndone` applies to earlier events
    only.
    """
    places = {event.id: place for place, event in enumerate(log)}
    withdrawn: set[str] = set()
    for place, event in reversed(list(enumerate(log))):
        if (
            isinstance(event, EventUndone)
            and event.id not in withdrawn
            and places.get(event.reply, place) < place
        ):
            withdrawn.add(event.reply)
    return withdrawn
