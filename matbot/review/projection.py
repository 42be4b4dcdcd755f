"""A log folded as it grows, so that one more reply costs one reply and not the whole log again."""

from collections.abc import Sequence
from dataclasses import dataclass

from matbot.review.events import Event
from matbot.review.flow import Flow, FlowFold
from matbot.review.fold import Fold
from matbot.review.log import added, effective_events
from matbot.review.review import Review
from matbot.rubric import Rubric


@dataclass(frozen=True)
class Projection:
    """What a log comes to: all that header, conversation and pages are made from."""

    rubric: Rubric
    log: tuple[Event, ...]
    counted: tuple[Event, ...]
    """The replies that count, as `effective_events` gives them."""
    review: Review
    flow: Flow


def projection_of(rubric: Rubric, log: Sequence[Event]) -> Projection:
    """What a whole log comes to: a pure function of the rubric and the replies."""
    return IncrementalProjection().after(rubric, log)


class IncrementalProjection:
    """What a growing log comes to: the same as `projection_of` makes of the whole, folded as it grows.

    It goes on from where it was only if the log does so too. It folds the whole log anew where something
    was taken back, where the review was carried over to another edition or back (every reply reads
    differently then), and where the log was merged or read again.
    """

    def __init__(self) -> None:
        self._made: Projection | None = None

    def after(self, rubric: Rubric, log: Sequence[Event]) -> Projection:
        """What a log comes to; the ids in the log are all different."""
        log, made = tuple(log), self._made
        if made is None or made.rubric is not rubric:
            return self._from(rubric, log, (), log)
        more = added(made.log, log)
        if more is None:
            return self._from(rubric, log, (), log)
        return self._from(rubric, log, made.counted, more) if more else made

    def _from(
        self, rubric: Rubric, log: tuple[Event, ...], counted: tuple[Event, ...], more: Sequence[Event]
    ) -> Projection:
        """Fold what a log has beyond what counted in it so far; all of it where nothing did."""
        if not counted:
            self._fold, self._flow = Fold(rubric), FlowFold()
        new = effective_events(more)
        for event in new:
            self._fold.take(event)
            self._flow.take(event)
        review = self._fold.review()
        flow = self._flow.flow(rubric, review)
        self._made = Projection(rubric, log, (*counted, *new), review, flow)
        return self._made
