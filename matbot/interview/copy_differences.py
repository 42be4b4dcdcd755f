"""Answers that differ between copies of a review: their text, and the event that settles the difference."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from matbot.interview.past import answer_in_words
from matbot.review import events
from matbot.review.contradictions import ARCHIVE, DETAILS, SCOPE, answer_key, find_contradictions
from matbot.review.event_base import Event, new_id
from matbot.review.log import effective_events
from matbot.review.priority_fields import DEFERRED, WRITTEN
from matbot.review.steps import LAST_TIME, Ask, Step
from matbot.rubric import Rubric
from matbot.rubric.places import code_of, numeral_of
from matbot.text import lines

_STEP_LABELS = {
    Ask.MET: "what became of it",
    Ask.SHOWS: "what shows it",
    Ask.CHOICE: "answer",
    Ask.REASON: "why it does not apply",
    Ask.NOTE: "note",
    Ask.HANDS: "hands",
    Ask.RATING: "rating",
    Ask.RATIONALE: "why this rating",
    Ask.EVIDENCE: "key evidence",
    Ask.DIFFERS: "who sees it differently",
}
"""The label of what each step asks for, shown after the place."""

_OWN_WORDS = {events.EvidenceNamed: "evidence", events.DissentNoted: "differs", events.ReasonGiven: "reason"}
"""The text field of events to which `answer_in_words` adds a label; here the name has that label already."""

_NOTHING = "nothing"
"""The text of an answer without content, such as a note that was cleared."""
_NAMES = {SCOPE: "Elements in this review", DETAILS: "Trust, group and people", ARCHIVE: "Archive"}


@dataclass(frozen=True)
class CopyAnswer:
    """One of the differing answers in the copies of a review."""

    event: Event
    words: str
    """The answer as text; `nothing` for an answer without content, such as a note that was cleared."""

    @property
    def at(self) -> datetime:
        """When the answer was recorded, UTC."""
        return self.event.at


@dataclass(frozen=True)
class CopyDifference:
    """Something that the copies of a review answered differently."""

    key: str
    """The key of what was answered, as returned by `answer_key`."""
    name: str
    """What was answered, such as `1A (iii), note`."""
    code: str
    """The code of the element that it is about; empty if it is about none, or about several."""
    counts: CopyAnswer
    """The answer that counts: the one given last."""
    others: tuple[CopyAnswer, ...]
    """The answers that do not count."""

    @property
    def answers(self) -> tuple[CopyAnswer, ...]:
        """All answers, the one that counts first."""
        return (self.counts, *self.others)


def find_copy_differences(
    rubric: Rubric, log: Sequence[Event], counted: Sequence[Event] | None = None
) -> tuple[CopyDifference, ...]:
    """Find what copies of a review answered differently and nobody has settled, in the framework's order.

    Args:
        rubric: The framework version that the log reads in.
        log: All events of the review.
        counted: The events of the log that count, if already known.

    """
    found = find_contradictions(log, counted)
    if not found:
        return ()
    counted = effective_events(log) if counted is None else counted
    last = {key: event for event in counted if (key := answer_key(event))}
    differences = (_build_difference(rubric, key, last[key], others) for key, others in found.items())
    return tuple(sorted(differences, key=_sort_key(rubric)))


def choose_answer(answer: CopyAnswer) -> Event:
    """Build the event that makes an answer count, which settles the difference; the others are kept."""
    changes: dict[str, Any] = {"id": new_id(), "at": datetime.now(UTC).replace(microsecond=0)}
    marks = {mark: False for mark in ("drafted", "reworded") if getattr(answer.event, mark, False) is True}
    return answer.event.model_copy(update=changes | marks)  # answered now, and to the current wording


def _build_difference(rubric: Rubric, key: str, counts: Event, others: Sequence[Event]) -> CopyDifference:
    all_ = (counts, *others)
    first, *rest = (CopyAnswer(event, _format_answer(rubric, event, all_)) for event in all_)
    step = Step.of(key)
    code = step.element if step else key.removeprefix("not now:") if key.startswith("not now:") else ""
    return CopyDifference(key, _format_name(key, step, all_), code, first, tuple(rest))


def _sort_key(rubric: Rubric) -> Callable[[CopyDifference], tuple[int, int]]:
    """Return the sort key for differences: last time's priorities, questions and elements, then the rest."""
    places: dict[str, int] = {}
    for code, element in rubric.elements.items():
        for place in (*(question.id for question in element.questions), code):
            places[place] = len(places) + 1
    asks = list(Ask)

    def place_of(difference: CopyDifference) -> tuple[int, int]:
        step = Step.of(difference.key)
        if step is None:
            return len(places) + 1, 0
        return places.get(step.place, 0), asks.index(step.ask)

    return place_of


def _format_name(key: str, step: Step | None, answers: Sequence[Event]) -> str:
    """Format what was answered, such as `1A (iii), note` or `Priority 1A`."""
    if step:
        return f"{_format_place(step)}, {_STEP_LABELS.get(step.ask, step.ask.value)}"
    if key in _NAMES:
        return _NAMES[key]
    about, _, place = key.partition(":")
    if about == "priority":
        rows = [event for event in answers if isinstance(event, events.PriorityWritten)]
        titles = [", ".join(row.elements) or " ".join(lines(row.focus)) for row in rows]
        return f"Priority {next(iter(titles), '')}".strip()
    return f"{place}, deferred" if about == "not now" else "Next review"


def _format_place(step: Step) -> str:
    if step.element == LAST_TIME:
        return "A priority of last time"
    return step.place if step.place == step.element else f"{code_of(step.place)} ({numeral_of(step.place)})"


def _format_answer(rubric: Rubric, event: Event, answers: Sequence[Event]) -> str:
    match event:
        case events.PriorityWritten():
            labels = {"elements": "Elements", **{field.name: field.label for field in WRITTEN}}
            return _format_fields(event, answers, labels)
        case events.PriorityDropped():
            return "Not in the table"
        case events.ElementDeferred():
            return _format_fields(event, answers, {field.name: field.label for field in DEFERRED})
        case events.ReviewDateSet():
            return event.when.strip() or _NOTHING
        case events.EvidenceNamed() | events.DissentNoted() | events.ReasonGiven():
            return str(getattr(event, _OWN_WORDS[type(event)])).strip() or _NOTHING
        case events.ScopeChosen():
            return ", ".join(event.elements) or _NOTHING
        case events.ReviewDetailsChanged():
            people = "1 person" if event.people == 1 else f"{event.people} people"
            return " · ".join(filter(None, (event.trust, event.group, people)))
        case events.ReviewArchived():
            return "Archived" if event.archived else "Among the current reviews"
    return answer_in_words(rubric, event).strip() or _NOTHING


def _format_fields(event: Event, answers: Sequence[Event], labels: Mapping[str, str]) -> str:
    """Format the fields in which a row differs from the other copies, each on a line with its label."""
    rows = [answer for answer in answers if type(answer) is type(event)]
    return "\n".join(_find_differing_fields(event, rows, labels)) or _NOTHING


def _find_differing_fields(event: Event, rows: Sequence[Event], labels: Mapping[str, str]) -> Iterator[str]:
    for name, label in labels.items():
        value = getattr(event, name)
        if len(rows) == 1 or any(getattr(row, name) != value for row in rows):
            words = ", ".join(value) if isinstance(value, tuple) else str(value).strip()
            if words or len(rows) > 1:
                yield f"{label}: {words or _NOTHING}"
