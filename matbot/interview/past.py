"""The past turns of a conversation, which are shown above the current one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from matbot.interview.choices import MET_LABELS, leaning_label
from matbot.review import events, labels
from matbot.review.account import Account
from matbot.review.events import Event
from matbot.review.log import effective_events, find_appended, is_draft
from matbot.review.steps import LAST_TIME, Ask
from matbot.review.unrated import Unrated
from matbot.rubric import Rubric


@dataclass(frozen=True)
class PastTurn:
    """The answers about one question or element, each in its latest words."""

    place: str
    """The element's code or the question's id."""
    title: str
    """The element with its name, or the question."""
    lines: tuple[str, ...]
    """One line for each answer; people's own words are as typed."""
    earlier: tuple[str, ...] = ()
    """The answers that were changed later, the oldest first."""


def past_turns(rubric: Rubric, log: Sequence[Event]) -> list[PastTurn]:
    """Build the past turns of a log, in the order in which each place was first answered."""
    return PastTurnsFold().update(rubric, tuple(effective_events(log)))


class PastTurnsFold:
    """Folds a growing log into past turns incrementally, with the same result as `past_turns`.

    It starts again if the events that count do not extend the previous ones, as after an undo.
    """

    def __init__(self) -> None:
        self._rubric: Rubric | None = None
        self._counted: tuple[Event, ...] = ()

    def update(self, rubric: Rubric, counted: tuple[Event, ...]) -> list[PastTurn]:
        """Fold the new events and return all turns; `counted` holds every event of the log that counts."""
        more = find_appended(self._counted, counted) if rubric is self._rubric else None
        if more is None:
            self._rubric, self._known = rubric, {*rubric.elements, LAST_TIME}
            self._said: dict[str, _Said] = {}
            self._turns: dict[str, PastTurn] = {}
            self._promise_titles: dict[str, str] = {}
            more = counted
        for event in more:
            self._take(rubric, event)
        self._counted = counted
        return [*self._turns.values()]

    def _take(self, rubric: Rubric, event: Event) -> None:
        if isinstance(event, events.AccountAdded) and event.role == "earlier":
            self._promise_titles |= _promise_titles(event.account)
            for place, turn in self._turns.items():
                self._turns[place] = replace(turn, title=self._title(rubric, place))
        if is_draft(event) or event.step is None or event.step.element not in self._known:
            return
        place = event.step.place
        said = self._said.setdefault(place, _Said())
        said.take(event, event.step.ask, answer_in_words(rubric, event))
        if said.lines:
            title, earlier = self._title(rubric, place), tuple(said.earlier)
            self._turns[place] = PastTurn(place, title, said.lines, earlier)
        else:
            self._turns.pop(place, None)

    def _title(self, rubric: Rubric, place: str) -> str:
        return self._promise_titles.get(place) or title_of(rubric, place)


class _Said:
    """The answers at one place: the latest words of each, and the words it had before."""

    def __init__(self) -> None:
        self._latest: dict[tuple[Ask, str], str] = {}
        """The words of each answer; each show of hands has its own, as a later one does not replace it."""
        self.earlier: list[str] = []

    @property
    def lines(self) -> tuple[str, ...]:
        """The latest words, in the order in which they are asked for."""
        kept = sorted(self._latest, key=lambda key: _ORDER.index(key[0]))
        return tuple(self._latest[key] for key in kept if self._latest[key])

    def take(self, event: Event, ask: Ask, words: str) -> None:
        """Take what an event says in place of what was said at its step before."""
        key = ask, event.id if isinstance(event, events.HandsShown) else ""
        before = self._latest.get(key, "")
        if before and isinstance(event, events.StepSkipped) and not event.skipped.startswith("opening"):
            return  # what was said there stays
        if before and before != words:
            self.earlier.append(before)
        self._latest[key] = words
        applies = isinstance(event, events.QuestionAnswered) and event.leaning != "does not apply"
        if applies and (reason := self._latest.pop((Ask.REASON, ""), "")):
            self.earlier.append(reason)


_ORDER = tuple(Ask)
"""The order in which a place is asked about."""


def _promise_titles(account: Account) -> dict[str, str]:
    """Return the titles of an earlier review's priorities, by the place that asks about each."""
    return {
        f"{LAST_TIME}.{row.priority}": f"{', '.join(row.elements) or row.focus} "
        f"{row.progress or row.action}".strip()
        for row in account.priorities
    }


def title_of(rubric: Rubric, place: str) -> str:
    """Return the title of a place: the question with its id, or the element with its code."""
    question = rubric.questions.get(place)
    if question:
        return f"{question.id} {question.text}"
    element = rubric.elements.get(place)
    return element.title if element else place


def answer_in_words(rubric: Rubric, event: Event) -> str:
    """Format an answer as one line; empty for an answer without content, such as an empty note."""
    words = _WORDS.get(type(event))
    return words(rubric, event) if words else ""


_WORDS: dict[type[Event], Callable[[Rubric, Any], str]] = {
    events.QuestionAnswered: lambda rubric, event: leaning_label(rubric, event.question, event.leaning),
    events.ReasonGiven: lambda _, event: f"{labels.REASON}: {event.reason}",
    events.NoteWritten: lambda _, event: (
        f"{labels.PRIVATE_NOTE}: {event.note}" if event.note and event.private else event.note
    ),
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
