"""What was said so far, turn by turn, for the conversation above the live turn."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from matbot.interview.choices import MET_LABELS, leaning_label
from matbot.review import events
from matbot.review.account import Account
from matbot.review.events import Event
from matbot.review.log import added, is_draft, standing
from matbot.review.steps import LAST_TIME
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
    return PastTurnsFold().after(rubric, tuple(standing(log)))


class PastTurnsFold:
    """The past turns of a growing log: the same as `past_turns` makes of the whole, folded as it grows.

    It begins anew where the replies that count are not those of before and some more, as after an undo.
    """

    def __init__(self) -> None:
        self._rubric: Rubric | None = None
        self._counted: tuple[Event, ...] = ()

    def after(self, rubric: Rubric, counted: tuple[Event, ...]) -> list[PastTurn]:
        """The turns that replies make, of which each one counts."""
        more = added(self._counted, counted) if rubric is self._rubric else None
        if more is None:
            self._rubric, self._known = rubric, {*rubric.elements, LAST_TIME}
            self._turns: list[PastTurn] = []
            self._promises: dict[str, str] = {}
            self._place, self._lines, more = "", tuple[str, ...](), counted
        for reply in more:
            self._take(rubric, reply)
        self._counted = counted
        return [*self._turns]

    def _take(self, rubric: Rubric, reply: Event) -> None:
        if isinstance(reply, events.AccountAdded) and reply.role == "earlier":
            self._promises |= _promises(reply.account)
            self._turns = [replace(turn, title=self._title(rubric, turn.place)) for turn in self._turns]
        if is_draft(reply) or reply.step is None or reply.step.element not in self._known:
            return
        if reply.step.place != self._place:
            self._place, self._lines = reply.step.place, ()
        if line := answer_in_words(rubric, reply):
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


def answer_in_words(rubric: Rubric, reply: Event) -> str:
    """An answer as one line; empty for an answer that says nothing, such as an empty note."""
    words = _WORDS.get(type(reply))
    return words(rubric, reply) if words else ""


_WORDS: dict[type[Event], Callable[[Rubric, Any], str]] = {
    events.QuestionAnswered: lambda rubric, reply: leaning_label(rubric, reply.question, reply.leaning),
    events.ReasonGiven: lambda _, reply: f"Because: {reply.reason}",
    events.NoteWritten: lambda _, reply: reply.note + (" (private)" if reply.note and reply.private else ""),
    events.HandsShown: lambda rubric, reply: (
        "Hands: "
        + ", ".join(f"{level.name} {hands}" for level, hands in zip(rubric.scale, reply.votes, strict=False))
    ),
    events.ElementRated: lambda rubric, reply: (
        f"Rated {rubric.levels[reply.rating].name}" if reply.rating in rubric.levels else ""
    ),
    events.RationaleGiven: lambda _, reply: reply.rationale,
    events.EvidenceNamed: lambda _, reply: f"Evidence: {reply.evidence}" if reply.evidence else "",
    events.DissentNoted: lambda _, reply: f"Seen differently: {reply.differs}" if reply.differs else "",
    events.StepSkipped: lambda _, reply: (
        "Not this time" if reply.skipped.startswith("opening") else "Left as it stands"
    ),
    events.PromiseReviewed: lambda _, reply: MET_LABELS[reply.met],
    events.PromiseEvidenced: lambda _, reply: reply.shows,
}
