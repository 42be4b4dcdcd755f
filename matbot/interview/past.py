"""What was said so far, turn by turn, for the conversation above the live turn."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from matbot.interview.choices import MET_LABELS, leaning_label
from matbot.review import events, labels
from matbot.review.account import Account
from matbot.review.events import Event
from matbot.review.log import effective_events, find_appended, is_draft
from matbot.review.steps import LAST_TIME
from matbot.review.unrated import Unrated
from matbot.rubric import Rubric


@dataclass(frozen=True)
class PastTurn:
    """One question or element as it was answered at one go."""

    place: str
    """The element's code or the question's id."""
    title: str
    """Element and name, or the question."""
    lines: tuple[str, ...]
    """What was said, an answer a line; words of people's own as they were typed."""


def past_turns(rubric: Rubric, log: Sequence[Event]) -> list[PastTurn]:
    """The turns of a log, in its order; answers about one place that follow each other are one turn."""
    return PastTurnsFold().update(rubric, tuple(effective_events(log)))


class PastTurnsFold:
    """The past turns of a growing log: the same as `past_turns` makes of the whole, folded as it grows.

    It begins anew where the events that count are not those of before and some more, as after an undo.
    """

    def __init__(self) -> None:
        self._rubric: Rubric | None = None
        self._counted: tuple[Event, ...] = ()

    def update(self, rubric: Rubric, counted: tuple[Event, ...]) -> list[PastTurn]:
        """The turns that events make, of which each one counts."""
        more = find_appended(self._counted, counted) if rubric is self._rubric else None
        if more is None:
            self._rubric, self._known = rubric, {*rubric.elements, LAST_TIME}
            self._turns: list[PastTurn] = []
            self._promises: dict[str, str] = {}
            self._place, self._lines, more = "", tuple[str, ...](), counted
        for event in more:
            self._take(rubric, event)
        self._counted = counted
        return [*self._turns]

    def _take(self, rubric: Rubric, event: Event) -> None:
        if isinstance(event, events.AccountAdded) and event.role == "earlier":
            self._promises |= _promises(event.account)
            self._turns = [replace(turn, title=self._title(rubric, turn.place)) for turn in self._turns]
        if is_draft(event) or event.step is None or event.step.element not in self._known:
            return
        if event.step.place != self._place:
            self._place, self._lines = event.step.place, ()
        if line := answer_in_words(rubric, event):
            if self._lines:
                self._turns.pop()  # the same turn, which has one more line now
            self._lines = (*self._lines, line)
            self._turns.append(PastTurn(self._place, self._title(rubric, self._place), self._lines))

    def _title(self, rubric: Rubric, place: str) -> str:
        return self._promises.get(place) or title_of(rubric, place)


def _promises(account: Account) -> dict[str, str]:
    """What an earlier review's priorities are called, by the place where they are asked about."""
    return {
        f"{LAST_TIME}.{row.priority}": f"{', '.join(row.elements) or row.focus} "
        f"{row.progress or row.action}".strip()
        for row in account.priorities
    }


def title_of(rubric: Rubric, place: str) -> str:
    """What a place is called: the question with its id, or the element with its code."""
    question = rubric.questions.get(place)
    if question:
        return f"{question.id} {question.text}"
    element = rubric.elements.get(place)
    return element.title if element else place


def answer_in_words(rubric: Rubric, event: Event) -> str:
    """An answer as one line; empty for an answer that says nothing, such as an empty note."""
    words = _WORDS.get(type(event))
    return words(rubric, event) if words else ""


_WORDS: dict[type[Event], Callable[[Rubric, Any], str]] = {
    events.QuestionAnswered: lambda rubric, event: leaning_label(rubric, event.question, event.leaning),
    events.ReasonGiven: lambda _, event: f"{labels.REASON}: {event.reason}",
    events.NoteWritten: lambda _, event: event.note + (" (private)" if event.note and event.private else ""),
    events.HandsShown: lambda rubric, event: (
        "Hands: "
        + ", ".join(f"{level.name} {hands}" for level, hands in zip(rubric.scale, event.votes, strict=False))
    ),
    events.ElementRated: lambda rubric, event: (
        f"Rated {rubric.levels[event.rating].name}" if event.rating in rubric.levels else ""
    ),
    events.RationaleGiven: lambda _, event: event.rationale,
    events.EvidenceNamed: lambda _, event: f"{labels.EVIDENCE}: {event.evidence}" if event.evidence else "",
    events.DissentNoted: lambda _, event: f"Seen differently: {event.differs}" if event.differs else "",
    events.StepSkipped: lambda _, event: (
        Unrated.NOT_THIS_TIME if event.skipped.startswith("opening") else "Left as it is"
    ),
    events.PromiseReviewed: lambda _, event: MET_LABELS[event.met],
    events.PromiseEvidenced: lambda _, event: event.shows,
}
