"""The reviews that groups are invited to: finding a group's review, or beginning one for it."""

from matbot.review.header import Header
from matbot.services.joint_reviews import NewReview, begin_review
from matbot.store.workspace import Workspace
from matbot.text import clean_name


def review_of_group(workspace: Workspace, group: str, trust: str = "") -> Header | None:
    """Find the review of a group that was begun last, ignoring case; None if it has none here."""
    found = [
        header
        for header in _headers(workspace)
        if _is_same_name(header.group, group) and (not trust or _is_same_name(header.trust, trust))
    ]
    return max(found, key=lambda one: one.started.timestamp() if one.started else 0.0, default=None)


def trusts_of_group(workspace: Workspace, group: str) -> list[str]:
    """The trusts in which a group of this name has a review here; names differing only in case count once."""
    theirs = (header.trust for header in _headers(workspace) if _is_same_name(header.group, group))
    return list({clean_name(trust).casefold(): trust for trust in theirs}.values())


def begin_group_review(workspace: Workspace, beginning: NewReview) -> str:
    """Begin a review, save and close it, and return its id.

    Raises:
        NotSaved: It could not be saved; the message is for the user.

    """
    with begin_review(workspace, beginning) as file:
        return file.contents.id


def list_trusts(workspace: Workspace) -> list[str]:
    """The trusts whose reviews are here, without duplicates."""
    return list(dict.fromkeys(header.trust for header in _headers(workspace)))


def _headers(workspace: Workspace) -> list[Header]:
    return [one.header for one in workspace.list_reviews() if one.header]


def _is_same_name(one: str, other: str) -> bool:
    return clean_name(one).casefold() == clean_name(other).casefold()
