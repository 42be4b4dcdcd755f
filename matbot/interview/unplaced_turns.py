"""What was said in an earlier framework version and has no place in this one, by its places there."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from matbot.interview.past import answer_in_words, title_of
from matbot.review import events
from matbot.review.events import Event, UnplacedEvent
from matbot.review.outcomes import CHECK_OUTCOMES
from matbot.rubric import Rubric


@dataclass(frozen=True)
class UnplacedTurn:
    """What was said last of one question or element."""

    framework: str
    """What the framework version is called that it was said in."""
    title: str
    """The element, or the question, in the words of then."""
    lines: tuple[str, ...]
    """What was said, an answer a line; words of people's own as they were typed."""
    private: tuple[str, ...] = ()
    """What is for the Full record alone."""


def build_unplaced_turns(kept: Iterable[UnplacedEvent]) -> list[UnplacedTurn]:
    """What is kept, place by place, in the order in which it was first spoken of."""
    places: dict[tuple[str, str], dict[str, UnplacedEvent]] = {}
    for one in kept:
        answers = places.setdefault((one.said_in.content_hash, one.place), {})
        answers[one.was.kind] = one
    return [
        turn for answers in places.values() if (turn := _turn(list(answers.values()))).lines or turn.private
    ]


def _turn(answers: list[UnplacedEvent]) -> UnplacedTurn:
    first, *_ = answers
    private = [line for one in answers if _is_private(one.was) for line in _lines(one)]
    others = [line for one in answers if not _is_private(one.was) for line in _lines(one)]
    title = title_of(first.said_in, first.place)
    return UnplacedTurn(first.said_in.name, title, tuple(others), tuple(private))


def _is_private(event: Event) -> bool:
    return isinstance(event, events.NoteWritten) and event.private


def _lines(kept: UnplacedEvent) -> list[str]:
    """What an answer said; nothing for what only moved the conversation."""
    words = _WORDS.get(type(kept.was))
    text = words(kept.said_in, kept.was) if words else answer_in_words(kept.said_in, kept.was)
    return [text] if text else []


_WORDS: dict[type[Event], Callable[[Rubric, Any], str]] = {
    events.NoteWritten: lambda _, event: event.note,  # that it is private is told apart
    events.StepSkipped: lambda _, __: "",
    events.RealityChecked: lambda _, event: (
        f"Tested with {event.with_whom}: {CHECK_OUTCOMES[event.outcome]}. {event.said}".strip()
    ),
    events.ElementDeferred: lambda _, event: f"Deferred: {event.why or 'no reason was given'}",
}
"""Where it is put otherwise than in the conversation."""
