"""Reviews deleted, restored, renamed and archived, line by line."""

from matbot.interview import Unclear
from matbot.line.group import ask_group, ask_people, ask_trust
from matbot.line.reviews import Reviews
from matbot.line.talk import Talk
from matbot.presenters.housekeeping import (
    EMPTY_BIN,
    format_archived,
    format_deleted,
    format_renamed,
    format_restored,
)
from matbot.services import housekeeping
from matbot.store.listing import ListedReview
from matbot.store.workspace import Workspace


def delete(talk: Talk, workspace: Workspace, reviews: Reviews, typed: str) -> None:
    """Move a review to the bin."""
    one = _find(talk, reviews, typed, "Which review goes to the bin? Its number, such as 1")
    workspace.delete(one)
    talk.say(f"{format_deleted(one)} restore brings it back.")


def restore(talk: Talk, workspace: Workspace, typed: str) -> None:
    """Bring a review back from the bin."""
    deleted = Reviews(tuple(workspace.list_bin()))
    if not deleted.listed:
        raise Unclear(EMPTY_BIN)
    talk.tell(deleted.lines(), answered=True, is_leaving=False)
    one = _find(talk, deleted, typed, "Which review comes back from the bin? Its number, such as 1")
    workspace.restore(one)
    talk.say(format_restored(one))


def rename(talk: Talk, workspace: Workspace, reviews: Reviews, typed: str) -> None:
    """Change the names of a review and the number of people."""
    one = _find(talk, reviews, typed, "Which review is renamed? Its number, such as 1")
    if one.header is None:
        raise Unclear("That file cannot be read, so it cannot be renamed here.")
    trust, group = ask_trust(talk, one.header.trust), ask_group(talk, one.header.group)
    people = ask_people(talk, one.header.people)
    talk.say(format_renamed(housekeeping.change_details(workspace, str(one.path), trust, group, people)))


def archive(talk: Talk, workspace: Workspace, reviews: Reviews, typed: str) -> None:
    """Move a review to the archive, or back if it is there."""
    one = _find(talk, reviews, typed, "Which review? Its number, such as 1")
    talk.say(format_archived(housekeeping.archive(workspace, str(one.path))))


def _find(talk: Talk, reviews: Reviews, typed: str, question: str) -> ListedReview:
    """The review that is meant; Unclear if there is none to name."""
    if not reviews.listed:
        raise Unclear("There is no review yet: new begins one.")
    return reviews.find(typed) if typed else talk.ask(question, reviews.find)
