"""What is filled in for a new review, and how an earlier review or several groups fill it in beforehand."""

from collections.abc import Sequence
from dataclasses import dataclass

from matbot.presenters.new_review import present_defaults
from matbot.review.account import Account
from matbot.rubric import Rubric


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
    edition: Rubric | None = None
    """The edition to follow it with."""
    chosen: Rubric | None = None
    """The edition that people chose for a new start."""

    def follow(self, earlier: Account, edition: Rubric) -> None:
        """Follow on from an earlier review: what it said of itself stands here until it is changed."""
        usual = present_defaults(edition, since=earlier)
        self.trust, self.group, self.people = usual.trust, usual.group, str(usual.people)
        self.ticked = frozenset(usual.elements)
        self.since, self.edition = earlier, edition

    def begin_anew(self) -> None:
        """Follow no earlier review after all; what was filled in stays."""
        self.since = self.edition = None


def bringing_together(groups: Sequence[Account], rubric: Rubric) -> Form:
    """The form of a review that brings groups together: all of them in one room, with all their elements."""
    usual = present_defaults(rubric, groups)
    return Form(usual.trust, usual.group, str(usual.people), frozenset(usual.elements))
