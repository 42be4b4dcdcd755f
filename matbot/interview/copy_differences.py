"""What two copies of a review answered differently: both answers in words, and the event that settles it."""

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

_ASKED = {
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
"""What is answered at each step, as it follows the place."""

_OWN_WORDS = {events.EvidenceNamed: "evidence", events.DissentNoted: "differs", events.ReasonGiven: "reason"}
"""The field of people's own words, where the conversation puts a label before it that the name has here."""

_NOTHING = "nothing"
_NAMES = {SCOPE: "Elements in this review", DETAILS: "Trust, group and people", ARCHIVE: "Archive"}
"""What an answer says that says nothing, such as a note that was cleared."""


@dataclass(frozen=True)
class CopyAnswer:
    """One of the answers that the copies gave to the same thing."""

    event: Event
    words: str
    """What it says; `nothing` for an answer without words, such as a note that was cleared."""

    @property
    def at(self) -> datetime:
        """When it was given, UTC."""
        return self.event.at


@dataclass(frozen=True)
class CopyDifference:
    """Something that the copies of a review answered differently."""

    key: str
    """What was answered, as `contradictions` names it."""
    name: str
    """What was answered, in words, such as `1A (iii), note`."""
    code: str
    """The code of the element that it is about; empty where it is about none, or about several."""
    counts: CopyAnswer
    """The answer that counts: the one given last."""
    others: tuple[CopyAnswer, ...]
    """Those that do not."""

    @property
    def answers(self) -> tuple[CopyAnswer, ...]:
        """All answers, the one that counts first."""
        return (self.counts, *self.others)


def find_copy_differences(
    rubric: Rubric, log: Sequence[Event], counted: Sequence[Event] | None = None
) -> tuple[CopyDifference, ...]:
    """What copies of a review answered differently and nobody has settled, in the framework's order.

    Args:
        rubric: The framework version that the log reads in.
        log: All events of the review.
        counted: Those of them that count, where they are known already.

    """
    found = find_contradictions(log, counted)
    if not found:
        return ()
    counted = effective_events(log) if counted is None else counted
    last = {key: event for event in counted if (key := answer_key(event))}
    differences = (_difference(rubric, key, last[key], others) for key, others in found.items())
    return tuple(sorted(differences, key=_order(rubric)))


def choose_answer(answer: CopyAnswer) -> Event:
    """The event that makes an answer count, which settles the difference; the others stay in the log."""
    changes: dict[str, Any] = {"id": new_id(), "at": datetime.now(UTC).replace(microsecond=0)}
    marks = {mark: False for mark in ("drafted", "reworded") if getattr(answer.event, mark, False) is True}
    return answer.event.model_copy(update=changes | marks)  # people say it now, to the question as it is now


def _difference(rubric: Rubric, key: str, counts: Event, others: Sequence[Event]) -> CopyDifference:
    all_ = (counts, *others)
    first, *rest = (CopyAnswer(event, _words(rubric, event, all_)) for event in all_)
    step = Step.of(key)
    code = step.element if step else key.removeprefix("not now:") if key.startswith("not now:") else ""
    return CopyDifference(key, _name(key, step, all_), code, first, tuple(rest))


def _order(rubric: Rubric) -> Callable[[CopyDifference], tuple[int, int]]:
    """How differences are ordered: those of last time, of each question and element, then of the table."""
    places: dict[str, int] = {}
    for code, element in rubric.elements.items():
        for place in (*(question.id for question in element.questions), code):
            places[place] = len(places) + 1
    asks = list(Ask)

    def place_of(one: CopyDifference) -> tuple[int, int]:
        step = Step.of(one.key)
        if step is None:
            return len(places) + 1, 0
        return places.get(step.place, 0), asks.index(step.ask)

    return place_of


def _name(key: str, step: Step | None, answers: Sequence[Event]) -> str:
    """What was answered, in words, such as `1A (iii), note` or `Priority 1A`."""
    if step:
        return f"{_place_in_words(step)}, {_ASKED.get(step.ask, step.ask.value)}"
    if key in _NAMES:
        return _NAMES[key]
    about, _, place = key.partition(":")
    if about == "priority":
        rows = [event for event in answers if isinstance(event, events.PriorityWritten)]
        named = [", ".join(row.elements) or " ".join(lines(row.focus)) for row in rows]
        return f"Priority {next(iter(named), '')}".strip()
    return f"{place}, deferred" if about == "not now" else "Next review"


def _place_in_words(step: Step) -> str:
    if step.element == LAST_TIME:
        return "A priority of last time"
    return step.place if step.place == step.element else f"{code_of(step.place)} ({numeral_of(step.place)})"


def _words(rubric: Rubric, event: Event, answers: Sequence[Event]) -> str:
    match event:
        case events.PriorityWritten():
            labels = {"elements": "Elements", **{field.name: field.label for field in WRITTEN}}
            return _fields(event, answers, labels)
        case events.PriorityDropped():
            return "Not in the table"
        case events.ElementDeferred():
            return _fields(event, answers, {field.name: field.label for field in DEFERRED})
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


def _fields(event: Event, answers: Sequence[Event], labels: Mapping[str, str]) -> str:
    """The fields in which a row differs from what the other copies say, each on a line with its label."""
    rows = [answer for answer in answers if type(answer) is type(event)]
    return "\n".join(_differing(event, rows, labels)) or _NOTHING


def _differing(event: Event, rows: Sequence[Event], labels: Mapping[str, str]) -> Iterator[str]:
    for name, label in labels.items():
        value = getattr(event, name)
        if len(rows) == 1 or any(getattr(row, name) != value for row in rows):
            words = ", ".join(value) if isinstance(value, tuple) else str(value).strip()
            if words or len(rows) > 1:
                yield f"{label}: {words or _NOTHING}"
