"""A conversation for tests, which passes answers through the real interview to build a log."""

from collections.abc import Iterable, Sequence

from matbot.interview import Interview
from matbot.review.account import Account
from matbot.review.account_building import account_of
from matbot.review.events import AccountAdded, Event, ReviewOpened, ScopeChosen
from matbot.rubric import Rubric


class Talk:
    """A review without a file, to which answers are added."""

    def __init__(
        self,
        rubric: Rubric,
        scope: Iterable[str] = (),
        people: int = 1,
        group: str = "Heads",
        review: str = "k7m2",
        since: Account | None = None,
        groups: Sequence[Account] = (),
    ) -> None:
        self.rubric = rubric
        opened = ReviewOpened(
            review=review,
            trust="Northfields",
            group=group,
            people=people,
            rubric=rubric.id,
            since=since.review if since else None,
        )
        self.log: list[Event] = [opened, ScopeChosen(elements=tuple(scope or rubric.elements))]
        self.log += [AccountAdded(role="group", account=account) for account in groups]
        self.log += [AccountAdded(role="earlier", account=since)] if since else []

    @property
    def account(self) -> Account:
        """The account of the review, as other reviews use it."""
        return account_of(self.rubric, self.log)

    @property
    def interview(self) -> Interview:
        """The current state of the conversation."""
        return Interview(self.rubric, self.log)

    @property
    def at(self) -> str:
        """The key of the current step, such as `note:1A.i`."""
        return self.interview.turn.step.key

    def say(self, *words: str, private: bool = False) -> "Talk":
        """Answer turns in order."""
        for typed in words:
            self.log.append(self.interview.answer(typed, private))
        return self

    def back(self) -> "Talk":
        """Go back to the previous turn."""
        self.log.append(self.interview.go_back())
        return self

    def skip(self) -> "Talk":
        """Go on without an answer."""
        self.log.append(self.interview.skip())
        return self

    def park(self) -> "Talk":
        """Park this turn's place, or clear the mark if it is parked."""
        self.log.append(self.interview.park())
        return self

    def to(self, place: str) -> "Talk":
        """Go to an element or question."""
        self.log.extend(self.interview.go_to_place(place))
        return self

    def undo(self) -> "Talk":
        """Undo the last thing said."""
        self.log.extend(self.interview.undo())
        return self

    def redo(self) -> "Talk":
        """Redo what was undone last."""
        self.log.extend(self.interview.redo())
        return self
