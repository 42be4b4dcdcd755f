"""Answers from an earlier framework version that have no place in the current one, grouped by old place."""

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
    """The last answers about one question or element of an earlier framework version."""

    framework: str
    """The name of the framework version in which they were given."""
    title: str
    """The element or the question, in the wording of that version."""
    lines: tuple[str, ...]
    """One line for each answer that is not private; people's own words are as typed."""
    private: tuple[str, ...] = ()
    """Lines for the Full record alone."""


def build_unplaced_turns(kept: Iterable[UnplacedEvent]) -> list[UnplacedTurn]:
    """Build a turn for each place, in the order in which the places first appear."""
    places: dict[tuple[str, str], dict[str, UnplacedEvent]] = {}
    for event in kept:
        answers = places.setdefault((event.said_in.content_hash, event.place), {})
        answers[event.was.kind] = event
    return [
        turn
        for answers in places.values()
        if (turn := _build_turn(list(answers.values()))).lines or turn.private
    ]


def _build_turn(answers: list[UnplacedEvent]) -> UnplacedTurn:
    first, *_ = answers
    private = [line for answer in answers if _is_private(answer.was) for line in _lines(answer)]
    others = [line for answer in answers if not _is_private(answer.was) for line in _lines(answer)]
    title = title_of(first.said_in, first.place)
    return UnplacedTurn(first.said_in.name, title, tuple(others), tuple(private))


def _is_private(event: Event) -> bool:
    return isinstance(event, events.NoteWritten) and event.private


def _lines(kept: UnplacedEvent) -> list[str]:
    """Format an answer as lines; none for an event that only moved the conversation."""
    words = _WORDS.get(type(kept.was))
    text = words(kept.said_in, kept.was) if words else answer_in_words(kept.said_in, kept.was)
    return [text] if text else []


_WORDS: dict[type[Event], Callable[[Rubric, Any], str]] = {
    events.NoteWritten: lambda _, event: event.note,  # whether it is private is handled separately
    events.StepSkipped: lambda _, __: "",
    events.RealityChecked: lambda _, event: (
        f"Tested with {event.with_whom}: {CHECK_OUTCOMES[event.outcome]}. {event.said}".strip()
    ),
    events.ElementDeferred: lambda _, event: f"Deferred: {event.why or 'no reason was given'}",
}
"""Formatters for events that are worded differently here from `answer_in_words`."""
