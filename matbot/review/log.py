"""A log of events: the kinds there are, their stored form, and which of them count."""

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
"""Every kind of event that this version knows, by the name that files give it."""


def is_draft(event: Event) -> bool:
    """Whether it was read from a pack and waits to be confirmed: it says something, and answers no step."""
    return (
        isinstance(event, QuestionEvent | ElementRated | RationaleGiven | EvidenceNamed | DissentNoted)
        and event.drafted
    )


def parse_event(stored: dict[str, Any]) -> Event:
    """An event from its stored form; pydantic's ValidationError if its fields are not what its kind needs."""
    return KINDS.get(str(stored.get("kind")), UnknownEvent).model_validate(stored)


def serialize_event(event: Event) -> dict[str, Any]:
    """An event as JSON values, the fields that this version does not know among them."""
    stored = event.model_dump(mode="json")
    stored.pop("reworded", None)
    if stored.get("drafted") is False:  # as almost always: files say it of a draft alone
        del stored["drafted"]
    return stored


def find_appended(before: Sequence[Event], log: Sequence[Event]) -> Sequence[Event] | None:
    """The events by which a log has grown, or None where it has to be folded anew.

    That is so where it does not begin so, as after a merge, and where something in it was taken back since:
    what counts no more may be anywhere in the log.
    """
    more = log[len(before) :]
    if log[: len(before)] != before or any(isinstance(event, EventUndone) for event in more):
        return None
    return more


def effective_events(log: Sequence[Event]) -> list[Event]:
    """The events that count: those that were not undone, in the order of the log.

    What is said of the log itself, `withdrew` and `merged`, is not among them.
    """
    withdrawn = find_withdrawn(log)
    return [
        event
        for event in log
        if event.id not in withdrawn and not isinstance(event, EventUndone | CopiesMerged)
    ]


def find_withdrawn(log: Sequence[Event]) -> set[str]:
    """The ids of the events that were undone.

    Undoing a `withdrew` brings back what it took. A `withdrew` counts only for what came before it.
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
