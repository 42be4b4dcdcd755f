"""The command that begins a review: a new one, one that follows an earlier review, or a joint review."""

from typing import TYPE_CHECKING

import click

from matbot.cli.options import (
    mention_notice,
    parse_codes,
    parse_name,
    parse_people_option,
    parse_reference,
    usage_error,
    workspace_of,
)
from matbot.cli.streams import print_lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matbot.review.account import Account
    from matbot.rubric import Rubric
    from matbot.services.joint_reviews import Source
    from matbot.store.workspace import Workspace


@click.command()
@click.option("--trust", help="The name of your trust.")
@click.option("--group", help="Who is completing this review, such as Headteachers.")
@click.option("--people", metavar="N", help="How many they are; more than one show hands.")
@click.option("--elements", metavar="1A,2B", help="Which elements to look at; all unless named.")
@click.option("--rubric", "framework", metavar="ID", help="Which framework version to use.")
@click.option("--since", metavar="REVIEW", help="The earlier review that this one follows.")
@click.option("--together", metavar="REVIEW", multiple=True, help="A group to bring in; once for each.")
@click.pass_context
def new(
    context: click.Context,
    trust: str | None,
    group: str | None,
    people: str | None,
    elements: str | None,
    framework: str | None,
    since: str | None,
    together: tuple[str, ...],
) -> None:
    """Begin a review, and print its id.

    A review that follows an earlier one, or a joint review of several groups, takes from them what you
    leave out: the trust, the group, how many people, which elements. REVIEW@NAME is a saved version of a
    review. The reviews it begins from stay as they are.
    """
    from matbot.presenters.new_review import present_defaults
    from matbot.services.joint_reviews import NewReview, begin_review, load_source

    workspace = workspace_of(context)
    groups = _load_groups(workspace, together)
    earlier = load_source(workspace, parse_reference(since)) if since is not None else None
    rubric = _find_framework(workspace, framework, groups, earlier)
    accounts = [source.account for source in groups]
    usual = present_defaults(rubric, accounts, earlier.account if earlier else None)
    name = _parse_trust(trust, accounts, usual.trust)
    count = usual.people if people is None else parse_people_option(people)
    codes = usual.elements if elements is None and (groups or earlier) else parse_codes(rubric, elements)
    beginning = NewReview(
        rubric=rubric,
        trust=name,
        group=parse_name("--group", group) if group is not None else usual.group,
        people=count,
        elements=codes,
        since=earlier.account if earlier else None,
        groups=tuple(accounts),
    )
    with begin_review(workspace, beginning) as file:
        mention_notice(context, file)
        print_lines([file.contents.id])


def _load_groups(workspace: "Workspace", references: "Sequence[str]") -> "list[Source]":
    """Load the groups of a joint review; a usage error if there are too few or too many, or one twice."""
    from matbot.review.comparison import FEWEST, MOST
    from matbot.services.joint_reviews import load_source

    if references and not FEWEST <= len(references) <= MOST:
        raise usage_error(f"A joint review has {FEWEST} to {MOST} groups: --together REVIEW for each of them")
    groups = [load_source(workspace, parse_reference(reference)) for reference in references]
    reviews = [source.account.review for source in groups]
    for review in reviews:
        if reviews.count(review) > 1:
            raise usage_error(f"{review} is there twice. Bring each group in once")
    return groups


def _parse_trust(typed: str | None, groups: "Sequence[Account]", usual: str) -> str:
    """Return the trust's name as typed, or the default; a usage error if it is missing or ambiguous."""
    from matbot.presenters.new_review import NO_TRUST

    if typed is None and len({group.trust for group in groups}) > 1:
        raise usage_error("These groups name their trust differently. Say which it is: --trust NAME")
    name = usual if typed is None else parse_name("--trust", typed)
    if not name:
        raise usage_error(f"{NO_TRUST.words.removesuffix('.')}: --trust NAME")
    return name


def _find_framework(
    workspace: "Workspace", typed: str | None, groups: "Sequence[Source]", earlier: "Source | None"
) -> "Rubric":
    """Find the framework version: the one named, the groups', the earlier review's, or the default one.

    Raises:
        CannotCompare: The groups cannot be compared in it.

    """
    from matbot.review.comparison import build_comparison
    from matbot.rubric.library import find
    from matbot.services.joint_reviews import find_following_framework

    if typed:
        rubric = find(typed, workspace.rubrics)
    elif groups:
        rubric = groups[0].rubric
    else:
        rubric = find_following_framework(workspace, earlier) if earlier else find(own=workspace.rubrics)
    if groups:
        build_comparison(
            rubric, [source.account for source in groups]
        )  # raises if the groups cannot be compared
    return rubric
