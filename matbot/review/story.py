"""A log folded as it grows, so that one more reply costs one reply and not the whole log again."""

from collections.abc import Sequence

from matbot.review.flow import Flow, Way
from matbot.review.fold import Fold
from matbot.review.log import standing
from matbot.review.replies import Reply, Withdrew
from matbot.review.review import Review
from matbot.rubric import Rubric


class Story:
    """What a growing log makes: the same review and flow as `review_of` and `flow_of` make of the whole.

    It goes on from where it was only if the log does so too. A log that was merged or read again, or
    in which something was taken back, is told from the beginning.
    """

    def __init__(self) -> None:
        self._told: tuple[Reply, ...] = ()
        self._fold: Fold | None = None
        self._way = Way()

    def after(self, rubric: Rubric, log: Sequence[Reply]) -> tuple[Review, Flow]:
        """The review that a log makes, and where it stands; the ids in the log are all different."""
        log = tuple(log)
        if self._fold is None or self._fold.rubric is not rubric or not self._leads_to(log):
            self._told, self._fold, self._way = (), Fold(rubric), Way()
        for reply in standing(log[len(self._told) :]):
            self._fold.take(reply)
            self._way.take(reply)
        self._told = log
        review = self._fold.review()
        return review, self._way.flow(rubric, review)

    def _leads_to(self, log: tuple[Reply, ...]) -> bool:
        """Whether a log is what was told so far and then more, none of which takes something back."""
        begins_so, more = log[: len(self._told)] == self._told, log[len(self._told) :]
        return begins_so and not any(isinstance(reply, Withdrew) for reply in more)
