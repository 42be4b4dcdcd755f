"""What undo and redo say on every page: which change it was, and how to have it back."""

from collections.abc import Callable
from typing import Any

from matbot.interview import Interview
from matbot.interview.past import answer_in_words
from matbot.review import events
from matbot.review.events import Event
from matbot.review.steps import LAST_TIME
from matbot.text import in_words, one_line, shortened

_MOST_WORDS = 60
"""How much of people's own words a message quotes, in characters."""


def format_undone(interview: Interview, event: Event, how_to_redo: str) -> str:
    """Say what was undone, such as `Undone: the note on 1A.i. Redo with Ctrl+Y`.

    Args:
        interview: the conversation about the review, as it was before or is after.
        event: the event that was undone.
        how_to_redo: what does it here: `Ctrl+Y`, or `/redo` in line mode.

    """
    return f"Undone: {format_change(interview, event)}. Redo with {how_to_redo}."


def format_redone(interview: Interview, event: Event) -> str:
    """Say what was redone, such as `Redone: the note on 1A.i`."""
    return f"Redone: {format_change(interview, event)}."


def format_change(interview: Interview, event: Event) -> str:
    """Name a change as part of a sentence, such as `the note on 1A.i`, without anybody's words."""
    name = _NAMES.get(type(event))
    return name(interview, event) if name else "the last change"


def format_undone_words(interview: Interview, event: Event) -> str:
    """What an undone answer said, for a page that has no box to give it back to; empty where it said nothing.

    A private note is not said again: others may hear it.
    """
    if is_private(event):
        return ""
    return shortened(one_line(answer_in_words(interview.rubric, event)), _MOST_WORDS)


def typed_words(event: Event) -> str:
    """The words that people typed for an event, to give back to the box they were typed in."""
    name = _TYPED.get(type(event))
    return getattr(event, name) if name else ""


def is_private(event: Event) -> bool:
    """Whether an event is a note that was marked private."""
    return isinstance(event, events.NoteWritten) and event.private


_TYPED: dict[type[Event], str] = {
    events.ReasonGiven: "reason",
    events.NoteWritten: "note",
    events.RationaleGiven: "rationale",
    events.EvidenceNamed: "evidence",
    events.DissentNoted: "differs",
    events.PromiseEvidenced: "shows",
}
"""The field of each kind of event that holds what was typed in the box of the conversation."""


def _name_promise(interview: Interview, priority: str) -> str:
    row = next((row for row in interview.review.promises.values() if row.priority == priority), None)
    return shortened(one_line(", ".join(row.elements) or row.focus), _MOST_WORDS) if row else "last time"


def _name_row(interview: Interview, priority: str) -> str:
    """A priority by its elements or its focus area, also where it is off the table."""
    rows = [event for event in interview.log if isinstance(event, events.PriorityWritten)]
    row = next((row for row in reversed(rows) if row.priority == priority), None)
    about = row and (", ".join(row.elements) or one_line(row.focus))
    return f"the priority {shortened(about, _MOST_WORDS)}" if about else "a priority"


def _name_scope(interview: Interview, event: events.ScopeChosen) -> str:
    """Name a choice of elements by those that it added or took out."""
    log = interview.log
    before = [one for one in log[: log.index(event)] if isinstance(one, events.ScopeChosen)]
    was, now = set(before[-1].elements if before else ()), set(event.elements)
    changes = {"adding": sorted(now - was), "taking out": sorted(was - now)}
    named = [f"{change} {in_words(codes)}" for change, codes in changes.items() if codes]
    return " and ".join(named) or "the choice of elements"


def _name_skipped(_interview: Interview, event: events.StepSkipped) -> str:
    step = event.step
    if step is None:
        return "going on without an answer"
    if step.element == LAST_TIME:
        return "going on without an answer about last time"
    if event.skipped.startswith("opening"):
        return f"leaving out {step.place}"
    return f"going on without an answer to {step.place}"


_NAMES: dict[type[Event], Callable[[Interview, Any], str]] = {
    events.ScopeChosen: lambda interview, event: _name_scope(interview, event),
    events.PromiseReviewed: lambda interview, event: (
        f"the progress with {_name_promise(interview, event.priority)}"
    ),
    events.PromiseEvidenced: lambda interview, event: (
        f"what shows the progress with {_name_promise(interview, event.priority)}"
    ),
    events.ElementBegun: lambda _, event: f"how to review {event.element}",
    events.QuestionAnswered: lambda _, event: f"the answer to {event.question}",
    events.ReasonGiven: lambda _, event: f"why {event.question} does not apply",
    events.NoteWritten: lambda _, event: f"the note on {event.question}",
    events.HandsShown: lambda _, event: f"the show of hands for {event.element}",
    events.ElementRated: lambda _, event: f"the rating of {event.element}",
    events.RationaleGiven: lambda _, event: f"the reason for the rating of {event.element}",
    events.EvidenceNamed: lambda _, event: f"the key evidence for {event.element}",
    events.DissentNoted: lambda _, event: f"who sees {event.element} differently",
    events.RealityChecked: lambda _, event: f"the reality check of {event.element}",
    events.StepSkipped: _name_skipped,
    events.PlaceParked: lambda _, event: (
        f"parking {event.place}" if event.parked else f"taking {event.place} off the parked ones"
    ),
    events.VersionSaved: lambda _, event: f"the saved version {shortened(event.name, _MOST_WORDS)}",
    events.ReviewMigrated: lambda _, event: f"moving to the framework version {event.edition.title}",
    events.PriorityWritten: lambda interview, event: _name_row(interview, event.priority),
    events.PriorityDropped: lambda interview, event: (
        f"taking {_name_row(interview, event.priority)} off the table"
    ),
    events.PrioritiesOrdered: lambda *_: "the order of the priorities",
    events.ElementDeferred: lambda _, event: f"deferring {event.element}",
    events.ReviewDateSet: lambda *_: "the review date",
}
"""How each kind of change is named in a sentence; none quotes what people wrote but the names of rows."""
