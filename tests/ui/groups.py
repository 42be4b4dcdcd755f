"""Reviews of several groups and of two years, for tests of joint and following reviews."""

from collections.abc import Sequence

from matbot.review.account import Account
from matbot.review.account_building import account_of
from matbot.review.events import AccountAdded, PriorityWritten, ReviewOpened
from matbot.rubric.library import find
from tests.talk import Talk
from tests.ui.conftest import stamped

NOTES = ("", "1", "Three schools could not name it.", "2", "", "3", "We ask every term.", *["4", ""] * 3)
"""The answers to the first element, up to its show of hands."""


def in_the_room(people: int = 6) -> Talk:
    """Build a review of two elements by several people."""
    return Talk(find(), scope=("1A", "1B"), people=people)


def group(label: str, review: str, *words: str) -> Talk:
    """Build a review of another group."""
    talk = in_the_room(4)
    opened = talk.log[0]
    assert isinstance(opened, ReviewOpened)
    talk.log[0] = opened.model_copy(update={"group": label, "review": review})
    return talk.say(*words)


def executive() -> Talk:
    """Build the review of a group that rates the first element Green."""
    return group("Executive", "exec2345", "g", "0 0 1 3", "4", "We are proud of it.", "Website", "")


def heads(words: str = "We were never asked.") -> Talk:
    """Build the review of a group that rates the first element Red."""
    return group("Headteachers", "head2345", *NOTES, "3 1 0 0", "1", words, "Survey", "Two say Amber Red.")


def last_year() -> Talk:
    """Build a review with the first element at Amber Red, the second not rated, and two priorities."""
    talk = group("Heads", "year2345", *NOTES, "0 3 1 0", "2", "The words are not there.", "Board papers", "")
    action, progress = "Write the vision with the schools.", "Every school can name it."
    talk.log.append(PriorityWritten(priority="p1", elements=("1A",), action=action, progress=progress))
    talk.log.append(PriorityWritten(priority="p2", elements=("1A", "1B"), action="Visit every school."))
    return talk


def account(talk: Talk) -> Account:
    """Build the account of a review, as other reviews use it."""
    return account_of(talk.rubric, stamped(talk.log))


def bringing(groups: Sequence[Talk] = (), earlier: Talk | None = None, people: int = 6) -> Talk:
    """Build a joint review, or one that follows an earlier review, without answers."""
    talk = in_the_room(people)
    brought = [AccountAdded(role="group", account=account(group)) for group in groups]
    if earlier:
        brought.append(AccountAdded(role="earlier", account=account(earlier)))
    talk.log += brought
    return talk
