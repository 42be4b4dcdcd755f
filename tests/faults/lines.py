"""Lines to type to `matbot ask`, each of which makes one answer, and what that answer must say."""

from collections.abc import Iterator, Sequence
from random import Random

from matbot.review.events import Event, NoteWritten, QuestionAnswered, StepVisited
from tests.faults.stand import words

Said = tuple[str, str, str]
"""What an answer says, without its id and its moment: its kind, where, and what."""

Line = tuple[str, Said]
"""A line to type, and what the answer must say that it makes."""

_CHOICES = {"1": "red", "2": "nearer red", "3": "nearer green", "4": "green"}


def answer(random: Random, questions: Sequence[str]) -> Iterator[Line]:
    """The three lines that go to a question, answer it, and note why."""
    question = random.choice(questions)
    yield f"/to {question}", ("went", question, "")
    key = random.choice(list(_CHOICES))
    yield key, ("leant", question, _CHOICES[key])
    note = " ".join(words(random).split())
    yield note, ("noted", question, note)


def said_in(log: Sequence[Event]) -> list[Said]:
    """What a log says, as far as such lines make it."""
    return [given for event in log if (given := _said(event))]


def _said(event: Event) -> Said | None:
    match event:
        case QuestionAnswered():
            return "leant", event.question, event.leaning
        case NoteWritten():
            return "noted", event.question, event.note
        case StepVisited():
            return "went", event.to.partition(":")[2], ""
    return None
