"""Changes to what a review is listed under and where: its names, and the archive."""

from collections.abc import Callable

from matbot.interview import Interview
from matbot.review.events import Event
from matbot.review.header import Header
from matbot.review.projection import header_of
from matbot.store.workspace import Workspace


def change_details(
    workspace: Workspace, reference: str, trust: str | None, group: str | None, people: int | None
) -> Header:
    """Change the names that a review is listed under, and the number of people.

    Args:
        workspace: Where the review is.
        reference: Its id, the beginning of one, or its file.
        trust: The trust's new name; None leaves it.
        group: Who is answering; empty for nobody in particular, None leaves it.
        people: How many they are; None leaves it.

    Returns:
        What the list of reviews shows of it now.

    Raises:
        Unclear: as `Interview.change_details` raises it.
        StoreError: the review cannot be opened, written or saved.

    """

    def build(interview: Interview) -> Event:
        now = interview.review
        return interview.change_details(
            now.trust if trust is None else trust,
            now.group if group is None else group,
            now.people if people is None else people,
        )

    return _append(workspace, reference, build)


def archive(workspace: Workspace, reference: str, archived: bool | None = None) -> Header:
    """Move a review to the archive, or back to the current reviews.

    Args:
        workspace: Where the review is.
        reference: Its id, the beginning of one, or its file.
        archived: Whether it is to be archived; None changes what it is now.

    Returns:
        What the list of reviews shows of it now.

    Raises:
        Unclear: it is there already.
        StoreError: the review cannot be opened, written or saved.

    """

    def build(interview: Interview) -> Event:
        return interview.archive(not interview.review.archived if archived is None else archived)

    return _append(workspace, reference, build)


def _append(workspace: Workspace, reference: str, build: Callable[[Interview], Event]) -> Header:
    with workspace.open(reference) as file:
        file.append(build(Interview.of(file.projection)))
        now = file.projection
        return header_of(now.rubric, now.review, now.flow)
