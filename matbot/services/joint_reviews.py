"""Comparisons, joint reviews and following reviews; the reviews that they are made from are not changed.

A review is named by its id, the beginning of its id, or its file. `REVIEW@NAME` is the review as of the saved
version of that name.
"""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from matbot.review.account import Account
from matbot.review.account_building import account_of
from matbot.review.comparison import CannotCompare, Comparison, build_comparison
from matbot.review.events import AccountAdded, Event, ReviewOpened, ScopeChosen, new_id
from matbot.rubric import Rubric
from matbot.rubric.library import UnknownRubric, find
from matbot.store.errors import NotFound
from matbot.store.review_file import ReviewFile
from matbot.store.workspace import Workspace


@dataclass(frozen=True)
class Source:
    """A review that was read to be compared, joined or followed."""

    rubric: Rubric
    """The framework version with the wording that the review used."""
    account: Account


@dataclass(frozen=True)
class NewReview:
    """The initial data of a new review."""

    rubric: Rubric
    trust: str
    group: str = ""
    people: int = 1
    elements: tuple[str, ...] = ()
    """The codes of its elements; empty for all."""
    since: Account | None = None
    """The earlier review that it follows."""
    groups: tuple[Account, ...] = ()
    """The groups of a joint review."""


def load_source(workspace: Workspace, reference: str) -> Source:
    """Load a review, or a saved version of one.

    Raises:
        StoreError: The review cannot be found or read; the message is for the user.
        NoSuchSavedVersion: It has no saved version of this name; the message is for the user.

    """
    named, version_name = _split_reference(workspace, reference)
    then = workspace.read(named).migrated_log(version_name)
    return Source(then.rubric, account_of(then.rubric, then.log, version_name))


def load_comparison(
    workspace: Workspace, references: Sequence[str], elements: Collection[str] = ()
) -> Comparison:
    """Load reviews and compare them, in the wording of the first one.

    Raises:
        CannotCompare: These reviews cannot be compared; the message is for the user.
        StoreError: One of them cannot be found or read.
        NoSuchSavedVersion: One of them has no saved version of this name.

    """
    sources = [load_source(workspace, reference) for reference in references]
    if not sources:
        raise CannotCompare("Name at least two reviews to compare.")
    return build_comparison(sources[0].rubric, [source.account for source in sources], elements)


def find_following_framework(workspace: Workspace, earlier: Source) -> Rubric:
    """Find the framework version for following an earlier review: its present state, or as it was then."""
    try:
        return find(earlier.account.rubric, workspace.rubrics)
    except UnknownRubric:
        return earlier.rubric


def begin_review(workspace: Workspace, beginning: NewReview, *drafts: Event) -> ReviewFile:
    """Begin a review, save it, and keep it open.

    Args:
        workspace: Where to save it.
        beginning: Who completes it, and the other reviews that it joins or follows.
        drafts: Answers for people to confirm.

    Raises:
        NotSaved: It could not be saved; the message is for the user.

    """
    opened, scoped, *brought = build_opening_events(beginning)
    return workspace.create(beginning.rubric, opened, scoped, *brought, *drafts)


def build_opening_events(beginning: NewReview) -> tuple[ReviewOpened, ScopeChosen, *tuple[AccountAdded, ...]]:
    """Build the first events of a review: who completes it, its elements, and accounts of other reviews."""
    opened = ReviewOpened(
        review=new_id(8),
        trust=beginning.trust,
        group=beginning.group,
        people=beginning.people,
        rubric=beginning.rubric.id,
        rubric_hash=beginning.rubric.content_hash,
        since=beginning.since.review if beginning.since else None,
    )
    scoped = ScopeChosen(elements=beginning.elements or tuple(beginning.rubric.elements))
    brought = [AccountAdded(role="group", account=group) for group in beginning.groups]
    if beginning.since:
        brought.append(AccountAdded(role="earlier", account=beginning.since))
    return opened, scoped, *brought


def find_joint_scope(rubric: Rubric, groups: Sequence[Account]) -> tuple[str, ...]:
    """The elements that two or more groups discussed; if there are none, all that any group has in scope.

    They are in the order of the framework. What only one group has discussed need not take everybody's time.
    """
    spoken = Counter(code for group in groups for code in group.elements)
    wanted = {code for code, count in spoken.items() if count > 1}
    wanted = wanted or {code for group in groups for code in group.scope}
    return tuple(code for code in rubric.elements if code in wanted)


def _split_reference(workspace: Workspace, reference: str) -> tuple[str, str]:
    """Split a reference into its review and its saved version; an @ may also be part of a file's name."""
    parts = reference.split("@")
    for count in range(len(parts), 1, -1):
        named = "@".join(parts[:count])
        try:
            workspace.find(named)
        except NotFound:
            continue
        return named, "@".join(parts[count:])
    return parts[0], "@".join(parts[1:])
