"""The reviews that groups are invited to: the one a group has already, or one that is begun for it."""

from matbot.review.header import Header
from matbot.services.joint_reviews import NewReview, begin_review
from matbot.store.workspace import Workspace
from matbot.text import clean_name


def review_of_group(workspace: Workspace, group: str, trust: str = "") -> Header | None:
    """The review of a group that was begun last; None if it has none here. Upper case does not count."""
    found = [
        header
        for header in _headers(workspace)
        if _is_same_name(header.group, group) and (not trust or _is_same_name(header.trust, trust))
    ]
    return max(found, key=lambda one: one.started.timestamp() if one.started else 0.0, default=None)


def trusts_of_group(workspace: Workspace, group: str) -> list[str]:
    """The trusts in which a group of that name has a review here, each once however it is written."""
    theirs = (header.trust for header in _headers(workspace) if _is_same_name(header.group, group))
    return list({clean_name(trust).casefold(): trust for trust in theirs}.values())


def begin_group_review(workspace: Workspace, beginning: NewReview) -> str:
    """A new review, saved and closed: its id. NotSaved, in words."""
    with begin_review(workspace, beginning) as file:
        return file.contents.id


def list_trusts(workspace: Workspace) -> list[str]:
    """The trusts whose reviews are here, each once."""
    return list(dict.fromkeys(header.trust for header in _headers(workspace)))


def _headers(workspace: Workspace) -> list[Header]:
    return [one.header for one in workspace.list_reviews() if one.header]


def _is_same_name(one: str, other: str) -> bool:
    return clean_name(one).casefold() == clean_name(other).casefold()
