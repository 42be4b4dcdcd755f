"""What can be undone and redone in a review, of one page at a time.

Undo and redo append to the log as everything does: an `EventUndone` undoes an event, and another one, which
undoes that, redoes it. Moves are no changes, and what was read from a pack and nobody confirmed was said by
nobody, so neither is undone.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from matbot.review import events
from matbot.review.events import Event, EventUndone
from matbot.review.log import find_withdrawn, is_draft

Kinds = tuple[type[Event], ...]

ANSWERS: Kinds = (
    events.ScopeChosen,
    events.PromiseReviewed,
    events.PromiseEvidenced,
    events.ElementBegun,
    events.QuestionAnswered,
    events.ReasonGiven,
    events.NoteWritten,
    events.HandsShown,
    events.ElementRated,
    events.RationaleGiven,
    events.EvidenceNamed,
    events.DissentNoted,
    events.RealityChecked,
    events.StepSkipped,
    events.PlaceParked,
    events.VersionSaved,
    events.ReviewMigrated,
)
"""What is said in the conversation, and shown on the page of the answers."""

PRIORITIES: Kinds = (
    events.PriorityWritten,
    events.PriorityDropped,
    events.PrioritiesOrdered,
    events.ElementDeferred,
    events.ReviewDateSet,
)
"""What is changed on the page of the priorities."""


@dataclass(frozen=True)
class UndoHistory:
    """What can be undone and redone on a page, the next one first."""

    done: tuple[Event, ...]
    """The events that count, and can be undone."""
    undone: tuple[Event, ...]
    """The events that were undone since the last change to the page, and can be redone."""


def build_undo_history(log: Sequence[Event], kinds: Kinds) -> UndoHistory:
    """Build what can be undone and redone of some kinds of event.

    A change ends what could be redone before it, as it would otherwise come back into something else.

    Args:
        log: all events of the review, with its opening and its scope as the first two.
        kinds: the kinds of event of the page, such as `PRIORITIES`.

    """
    withdrawn = find_withdrawn(log)
    by_id = {event.id: event for event in log}
    touched: dict[str, int] = {}
    last_change = -1
    for place, event in enumerate(log):
        if isinstance(event, EventUndone):
            touched[_find_root(event, by_id)] = place
        else:
            touched[event.id] = place
            if isinstance(event, kinds) and not is_draft(event):
                last_change = place
    changes = [event for event in log[2:] if isinstance(event, kinds) and not is_draft(event)]
    changes.sort(key=lambda event: touched[event.id], reverse=True)
    return UndoHistory(
        done=tuple(event for event in changes if event.id not in withdrawn),
        undone=tuple(event for event in changes if event.id in withdrawn and touched[event.id] > last_change),
    )


def build_redo(log: Sequence[Event], event: Event) -> list[EventUndone]:
    """The events that redo an event: each undoes one that undid it, as two copies of a review may both."""
    withdrawn = find_withdrawn(log)
    return [
        EventUndone(reply=undo.id)
        for undo in log
        if isinstance(undo, EventUndone) and undo.reply == event.id and undo.id not in withdrawn
    ]


def _find_root(undo: EventUndone, by_id: dict[str, Event]) -> str:
    """The id of the event that a chain of undoing and redoing is about."""
    seen = {undo.id}
    at = undo.reply
    while isinstance(before := by_id.get(at), EventUndone) and before.id not in seen:
        seen.add(before.id)
        at = before.reply
    return at
