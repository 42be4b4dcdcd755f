"""Comparisons, joint reviews and following reviews; the reviews they are made from stay untouched.

A review is named by its id, the beginning of one, or its file; `REVIEW@NAME` is that review as it stood
when somebody saved that version.
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
    """A review that was read to be looked at beside others."""

    rubric: Rubric
    """The framework version in the words it was asked in."""
    account: Account


@dataclass(frozen=True)
class NewReview:
    """What a new review begins with."""

    rubric: Rubric
    trust: str
    group: str = ""
    people: int = 1
    elements: tuple[str, ...] = ()
    """The codes of its elements; all where none are named."""
    since: Account | None = None
    """The earlier review that it follows."""
    groups: tuple[Account, ...] = ()
    """The groups that it brings together."""


def load_source(workspace: Workspace, reference: str) -> Source:
    """A review, or a saved version of one; StoreError or NoSuchSavedVersion, in words, if there is none."""
    named, version_name = _split_reference(workspace, reference)
    then = workspace.read(named).migrated_log(version_name)
    return Source(then.rubric, account_of(then.rubric, then.log, version_name))


def load_comparison(
    workspace: Workspace, references: Sequence[str], elements: Collection[str] = ()
) -> Comparison:
    """Reviews side by side, in the words of the first; raises as `load_source` and `build_comparison` do."""
    sources = [load_source(workspace, reference) for reference in references]
    if not sources:
        raise CannotCompare("Name at least two reviews to compare.")
    return build_comparison(sources[0].rubric, [source.account for source in sources], elements)


def find_following_framework(workspace: Workspace, earlier: Source) -> Rubric:
    """The framework to follow an earlier review with: the same one as it is now, else as it was then."""
    try:
        return find(earlier.account.rubric, workspace.rubrics)
    except UnknownRubric:
        return earlier.rubric


def begin_review(workspace: Workspace, beginning: NewReview, *drafts: Event) -> ReviewFile:
    """Begin a review: save it, and keep it open.

    Args:
        workspace: Where it is kept.
        beginning: Who completes it, and what it brings of other reviews.
        drafts: Answers to confirm.

    Raises:
        NotSaved: it could not be saved; in words.

    """
    opened, scoped, *brought = build_opening_events(beginning)
    return workspace.create(beginning.rubric, opened, scoped, *brought, *drafts)


def build_opening_events(beginning: NewReview) -> tuple[ReviewOpened, ScopeChosen, *tuple[AccountAdded, ...]]:
    """The events that a new review begins with: who answers, which elements, what it brings of others."""
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
    """The elements that two or more groups spoke of; if there are none, all that any set out to look at.

    In the order of the framework: what one group alone has looked at need not take everybody's time.
    """
    spoken = Counter(code for group in groups for code in group.elements)
    wanted = {code for code, count in spoken.items() if count > 1}
    wanted = wanted or {code for group in groups for code in group.scope}
    return tuple(code for code in rubric.elements if code in wanted)


def _split_reference(workspace: Workspace, reference: str) -> tuple[str, str]:
    """The review and the saved version that a reference names; an @ may be part of a file's own name."""
    parts = reference.split("@")
    for count in range(len(parts), 1, -1):
        named = "@".join(parts[:count])
        try:
            workspace.find(named)
        except NotFound:
            continue
        return named, "@".join(parts[count:])
    return parts[0], "@".join(parts[1:])
