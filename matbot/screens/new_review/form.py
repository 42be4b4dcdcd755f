"""What is filled in for a new review, and how an earlier review or several groups fill it in beforehand."""

from collections.abc import Sequence
from dataclasses import dataclass

from matbot.review.account import Account
from matbot.rubric import Rubric
from matbot.services.joint_reviews import together_scope

MOST_PEOPLE = 9999
"""The most people that a review can say were in the room."""

TOGETHER = "Together"
"""Who answers where groups are brought together, unless people say otherwise."""


@dataclass
class Form:
    """What is filled in. Home keeps it, so that going back loses nothing."""

    trust: str = ""
    group: str = ""
    people: str = "1"
    ticked: frozenset[str] = frozenset()
    """The codes of the chosen elements."""
    since: Account | None = None
    """The earlier review that the new one follows on from."""
    framework: Rubric | None = None
    """The edition to follow it with."""
    chosen: Rubric | None = None
    """The edition that people chose for a new start."""

    def follow(self, earlier: Account, framework: Rubric) -> None:
        """Follow on from an earlier review: what it said of itself stands here until it is changed."""
        self.trust, self.group, self.people = earlier.trust, earlier.group, str(earlier.people)
        self.ticked = frozenset(earlier.scope) & frozenset(framework.elements)
        self.since, self.framework = earlier, framework

    def begin_anew(self) -> None:
        """Follow no earlier review after all; what was filled in stays."""
        self.since = self.framework = None


def bringing_together(groups: Sequence[Account], rubric: Rubric) -> Form:
    """The form of a review that brings groups together: all of them in one room, with all their elements."""
    people = min(sum(group.people for group in groups), MOST_PEOPLE)
    trust = next((group.trust for group in groups if group.trust), "")
    return Form(trust, TOGETHER, str(people), frozenset(together_scope(rubric, groups)))
