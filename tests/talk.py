"""A conversation for tests: what is said goes through the real interview and makes a log."""

from collections.abc import Iterable

from matbot.interview import Interview
from matbot.review.replies import Opened, Reply, Scoped
from matbot.rubric import Rubric


class Talk:
    """A review in the making, without a file."""

    def __init__(self, rubric: Rubric, scope: Iterable[str] = (), people: int = 1) -> None:
        self.rubric = rubric
        opened = Opened(review="k7m2", trust="Northfields", group="Heads", people=people, rubric=rubric.id)
        self.log: list[Reply] = [opened, Scoped(elements=tuple(scope or rubric.elements))]

    @property
    def interview(self) -> Interview:
        """The conversation as it stands."""
        return Interview(self.rubric, self.log)

    @property
    def at(self) -> str:
        """The key of the step that is asked now, such as `note:1A.i`."""
        return self.interview.turn.step.key

    def say(self, *words: str, private: bool = False) -> "Talk":
        """Answer one turn after another."""
        for typed in words:
            self.log.append(self.interview.answer(typed, private))
        return self

    def back(self) -> "Talk":
        """Go to the turn before."""
        self.log.append(self.interview.back())
        return self

    def skip(self) -> "Talk":
        """Go on without an answer."""
        self.log.append(self.interview.skip())
        return self

    def park(self) -> "Talk":
        """Mark this turn's place, or take the mark off."""
        self.log.append(self.interview.park())
        return self

    def to(self, place: str) -> "Talk":
        """Go to an element or question."""
        self.log.extend(self.interview.to(place))
        return self

    def undo(self) -> "Talk":
        """Take back the last thing said."""
        self.log.append(self.interview.undo())
        return self
