"""A counter of folded events, to test that each event is folded once for header, conversation and pages."""

import sys
from collections import Counter
from collections.abc import Callable, Sequence
from functools import wraps
from typing import Any

import pytest

from matbot.interview.past import PastTurnsFold
from matbot.review import log
from matbot.review.events import ElementBegun, Event, NoteWritten, QuestionAnswered
from matbot.review.flow import FlowFold
from matbot.review.fold import Fold
from matbot.rubric import Rubric


class Folded(Counter[str]):
    """The number of events passed to each fold, by its name, and to `effective_events`."""

    @classmethod
    def counting(cls, monkeypatch: pytest.MonkeyPatch) -> "Folded":
        """Patch the folds so that they count until the test ends."""
        folded = cls()
        for name, kind, take in (
            ("review", Fold, "apply"),
            ("flow", FlowFold, "apply"),
            ("past", PastTurnsFold, "_take"),
        ):
            monkeypatch.setattr(kind, take, folded._count_calls(name, getattr(kind, take)))
        effective_events = log.effective_events
        whole = folded._count_events("effective_events", effective_events)
        for module in [*sys.modules.values()]:
            if (
                module.__name__.startswith("matbot")
                and getattr(module, "effective_events", None) is effective_events
            ):
                monkeypatch.setattr(module, "effective_events", whole)
        return folded

    def _count_calls(self, name: str, take: Callable[..., None]) -> Callable[..., None]:
        @wraps(take)
        def counted(*arguments: Any) -> None:
            self[name] += 1
            take(*arguments)

        return counted

    def _count_events(
        self, name: str, look: Callable[[Sequence[Event]], list[Event]]
    ) -> Callable[..., list[Event]]:
        @wraps(look)
        def counted(events: Sequence[Event]) -> list[Event]:
            self[name] += len(events)
            return look(events)

        return counted

    def since(self) -> dict[str, int]:
        """Return the counts since the last call."""
        counts = dict(self)
        self.clear()
        return counts


def walked(rubric: Rubric, turns: int) -> list[Event]:
    """Build the events that answer `turns` questions in order, with a note each, starting over at the end."""
    given: list[Event] = [ElementBegun(element=code) for code in rubric.elements]
    questions = list(rubric.questions)
    for turn in range(turns):
        question = questions[turn % len(questions)]
        given += [
            QuestionAnswered(question=question, leaning="nearer red"),
            NoteWritten(question=question, note=f"Turn {turn}"),
        ]
    return given
