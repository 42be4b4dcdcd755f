"""What was said so far, turn by turn, for the conversation above the live turn."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from matbot.interview.choices import MET_LABELS, leaning_label
from matbot.review import replies as said
from matbot.review.account import PriorityAccount
from matbot.review.log import is_draft, standing
from matbot.review.replies import Reply
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


def past_turns(rubric: Rubric, log: Sequence[Reply]) -> list[PastTurn]:
    """The turns of a log, in its order; answers about one place that follow each other are one turn."""
    counted = standing(log)
    known = {*rubric.elements, LAST_TIME}
    said_by_people = [reply for reply in counted if not is_draft(reply)]
    answers = [reply for reply in said_by_people if reply.step and reply.step.element in known]
    promises = _promises(counted)
    turns = []
    for place, together in groupby(answers, key=lambda reply: reply.step.place if reply.step else ""):
        lines = tuple(line for reply in together if (line := answer_in_words(rubric, reply)))
        if lines:
            turns.append(PastTurn(place, promises.get(place) or title_of(rubric, place), lines))
    return turns


def _promises(counted: Sequence[Reply]) -> dict[str, str]:
    """What an earlier review's priorities are called, by the place where they are asked about."""
    brought = [
        reply.account for reply in counted if isinstance(reply, said.Brought) and reply.role == "earlier"
    ]
    return {
        f"{LAST_TIME}.{row.priority}": f"{_focus(row)} {row.progress or row.action}".strip()
        for account in brought
        for row in account.priorities
    }


def _focus(row: PriorityAccount) -> str:
    return ", ".join(row.elements) or row.focus


def title_of(rubric: Rubric, place: str) -> str:
    """What a place is called: the question with its id, or the element with its code."""
    question = rubric.questions.get(place)
    if question:
        return f"{question.id} {question.text}"
    element = rubric.elements.get(place)
    return element.title if element else place


def answer_in_words(rubric: Rubric, reply: Reply) -> str:
    """An answer as one line; empty for an answer that says nothing, such as an empty note."""
    words = _WORDS.get(type(reply))
    return words(rubric, reply) if words else ""


def _rated(rubric: Rubric, reply: said.Rated) -> str:
    level = rubric.levels.get(reply.rating)
    return f"Rated {level.name}" if level else ""


def _note(_: Rubric, reply: said.Noted) -> str:
    return f"{reply.note} (private)" if reply.note and reply.private else reply.note


def _hands(rubric: Rubric, reply: said.Voted) -> str:
    pairs = zip(rubric.scale, reply.votes, strict=False)
    return "Hands: " + ", ".join(f"{level.name} {votes}" for level, votes in pairs)


def _skipped(_: Rubric, reply: said.Skipped) -> str:
    return "Not this time" if reply.skipped.startswith("opening") else "Left as it stands"


_WORDS: dict[type[Reply], Callable[[Rubric, Any], str]] = {
    said.Leant: lambda rubric, reply: leaning_label(rubric, reply.question, reply.leaning),
    said.Explained: lambda _, reply: f"Because: {reply.reason}",
    said.Noted: _note,
    said.Voted: _hands,
    said.Rated: _rated,
    said.Reasoned: lambda _, reply: reply.rationale,
    said.Evidenced: lambda _, reply: f"Evidence: {reply.evidence}" if reply.evidence else "",
    said.Differed: lambda _, reply: f"Seen differently: {reply.differs}" if reply.differs else "",
    said.Skipped: _skipped,
    said.LookedBack: lambda _, reply: MET_LABELS[reply.met],
    said.Showed: lambda _, reply: reply.shows,
}
