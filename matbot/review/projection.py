"""Folds a log incrementally, so that each new event is folded once, and summarises it in a header."""

from collections.abc import Sequence
from dataclasses import dataclass

from matbot.review.events import Event
from matbot.review.flow import Flow, FlowFold
from matbot.review.fold import Fold
from matbot.review.header import Header, State
from matbot.review.log import effective_events, find_appended
from matbot.review.review import Review
from matbot.review.steps import LAST_TIME
from matbot.rubric import Rubric


@dataclass(frozen=True)
class Projection:
    """The result of folding a log, from which the header, the conversation and the pages are made."""

    rubric: Rubric
    log: tuple[Event, ...]
    counted: tuple[Event, ...]
    """The events that count, as returned by `effective_events`."""
    review: Review
    flow: Flow


def projection_of(rubric: Rubric, log: Sequence[Event]) -> Projection:
    """Fold a whole log: a pure function of the framework version and the events."""
    return IncrementalProjection().update(rubric, log)


class IncrementalProjection:
    """Folds a growing log incrementally, with the same result as `projection_of`.

    If events were only appended, only these are folded. The whole log is folded anew if an event was undone,
    if the review was moved to another framework version or back (which changes how every event reads), and
    if the log was merged or read again.
    """

    def __init__(self) -> None:
        self._projection: Projection | None = None

    def update(self, rubric: Rubric, log: Sequence[Event]) -> Projection:
        """Return the projection of a log, in which all ids must be different."""
        log, previous = tuple(log), self._projection
        if previous is None or previous.rubric is not rubric:
            return self._fold_from(rubric, log, (), log)
        more = find_appended(previous.log, log)
        if more is None:
            return self._fold_from(rubric, log, (), log)
        return self._fold_from(rubric, log, previous.counted, more) if more else previous

    def _fold_from(
        self, rubric: Rubric, log: tuple[Event, ...], counted: tuple[Event, ...], more: Sequence[Event]
    ) -> Projection:
        """Fold `more` on top of the events that already counted; if none did, start again."""
        if not counted:
            self._fold, self._flow = Fold(rubric), FlowFold()
        new = effective_events(more)
        for event in new:
            self._fold.apply(event)
            self._flow.apply(event)
        review = self._fold.review()
        flow = self._flow.flow(rubric, review)
        self._projection = Projection(rubric, log, (*counted, *new), review, flow)
        return self._projection


def header_of(rubric: Rubric, review: Review, flow: Flow) -> Header:
    """Build the header of a review: how far it has come, and where it continues."""
    if all(flow.is_done(code) for code in flow.parts):
        state: State = "finished"
    else:
        state = "under way" if flow.passed or review.looked_at else "not started"
    return Header(
        id=review.id,
        trust=review.trust,
        group=review.group,
        people=review.people,
        rubric=review.rubric,
        since=review.since,
        copy_of=review.copy_of,
        together=tuple(group.review for group in review.groups),
        started=review.started,
        scope=review.scope,
        looked_at=len(review.looked_at),
        rated=len(review.rated),
        parked=len(review.parked),
        state=state,
        next="" if state == "finished" else _find_next_title(rubric, flow),
        map={code: record.rating or "" for code, record in review.elements.items()},
        scale=tuple(rubric.levels),
        archived=review.archived,
    )


def _find_next_title(rubric: Rubric, flow: Flow) -> str:
    if flow.current.element == LAST_TIME:
        return "last time's priorities"
    element = rubric.elements.get(flow.current.element)
    return element.title if element else ""
