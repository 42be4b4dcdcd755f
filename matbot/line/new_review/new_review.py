"""Beginning a review in line mode: its source reviews, who completes it, and which elements it covers."""

from collections.abc import Sequence
from dataclasses import dataclass

from matbot.interview import Unclear
from matbot.line.elements import parse_codes, parse_number
from matbot.line.frameworks.framework_list import ask_for_framework
from matbot.line.group import ask_group, ask_people, ask_trust
from matbot.line.reviews import Reviews
from matbot.line.talk import Talk
from matbot.presenters.new_review import elements_in_words, present_defaults, time_in_words
from matbot.review.account import Account
from matbot.review.comparison import build_comparison
from matbot.review.session_plan import plans
from matbot.rubric import Rubric
from matbot.services.joint_reviews import (
    NewReview,
    Source,
    begin_review,
    find_following_framework,
    load_source,
)
from matbot.store.review_file import ReviewFile
from matbot.store.workspace import Workspace
from matbot.text import shortened

FIRST, SINCE, TOGETHER = "first", "since", "together"

_KINDS = {
    FIRST: "a new start",
    SINCE: "it follows an earlier review, a year on",
    TOGETHER: "it is a joint review of groups that rated apart",
}


@dataclass(frozen=True)
class NewReviewSources:
    """What a new review begins from: a framework version, and the earlier review or the groups, if any."""

    rubric: Rubric
    since: Account | None = None
    groups: tuple[Account, ...] = ()


def new_review(talk: Talk, workspace: Workspace, reviews: Reviews) -> ReviewFile:
    """Ask for everything that a new review needs, and begin it; return its open file."""
    return begin_with(talk, workspace, _ask_sources(talk, workspace, reviews), reviews.trust)


def begin_with(talk: Talk, workspace: Workspace, before: NewReviewSources, trust: str) -> ReviewFile:
    """Ask who completes the review and for its elements, and begin it.

    Args:
        talk: The conversation to ask in.
        workspace: The workspace of the new review.
        before: The framework version, and the earlier review or the groups.
        trust: The default name of the trust, if the source reviews have none.

    Returns:
        The open file of the new review.

    """
    usual = present_defaults(before.rubric, before.groups, before.since, trust)
    name = ask_trust(talk, usual.trust)
    group = ask_group(talk, usual.group)
    people = ask_people(talk, usual.people)
    codes = _ask_elements(talk, before, usual.elements)
    which = elements_in_words(before.rubric, codes)
    talk.ask(
        f"{', '.join(filter(None, (name, group)))}; {_people_text(people)}; {which}, {time_in_words(codes)}. "
        "Enter begins it, /back leaves it.",
        _refuse_words,
    )
    beginning = NewReview(before.rubric, name, group, people, codes, before.since, before.groups)
    return begin_review(workspace, beginning)


def _ask_sources(talk: Talk, workspace: Workspace, reviews: Reviews) -> NewReviewSources:
    """Ask whether the review follows an earlier one or is a joint review; find its framework version."""
    kinds = dict(list(_KINDS.items())[: 1 + sum(1 for one in reviews.listed[:2] if one.header)])
    kind = talk.choose("What shall it be?", kinds, FIRST) if len(kinds) > 1 else FIRST
    if kind == FIRST:
        return NewReviewSources(ask_for_framework(talk, workspace.rubrics))
    talk.tell(reviews.lines(), answered=True)
    if kind == SINCE:
        question = "Which review does it follow? Its number, such as 2; 2@NAME is a saved version."
        source = talk.ask(question, lambda typed: load_source(workspace, reviews.reference(typed)))
        return NewReviewSources(find_following_framework(workspace, source), source.account)
    question = "Which groups agree together? The numbers of their reviews with commas between, such as 1,2"
    sources = talk.ask(question, lambda typed: _load_groups(workspace, reviews.references(typed)))
    return NewReviewSources(sources[0].rubric, groups=tuple(source.account for source in sources))


def _load_groups(workspace: Workspace, references: Sequence[str]) -> list[Source]:
    """Load the groups of a joint review.

    Raises:
        Unclear: A review is named twice.
        CannotCompare: The groups cannot be compared.

    """
    sources = [load_source(workspace, reference) for reference in references]
    accounts = [source.account for source in sources]
    if len({account.review for account in accounts}) < len(accounts):
        raise Unclear("A review is there twice. Bring each group in once.")
    build_comparison(sources[0].rubric, accounts)
    return sources


def _ask_elements(talk: Talk, before: NewReviewSources, usual: tuple[str, ...]) -> tuple[str, ...]:
    """Ask for the elements: by the time available, by code, or the same as in the source reviews."""
    rubric = before.rubric
    available_plans = plans(rubric)
    choices = [
        f"{number} {plan.name}, {elements_in_words(rubric, plan.elements)}"
        for number, plan in enumerate(available_plans, 1)
    ]
    default = elements_in_words(rubric, usual) if before.groups or before.since else "the first"
    example_codes = ",".join(list(rubric.elements)[:2])

    def parse(typed: str) -> tuple[str, ...]:
        place = parse_number(typed, len(available_plans))
        if place is not None and typed not in rubric.elements:
            return available_plans[place].elements
        return parse_codes(rubric, typed) if typed else usual

    return talk.ask(
        f"How long do you have? {'; '.join(choices)}. Or name elements, such as {example_codes}. "
        f"Enter takes {default}.",
        parse,
    )


def _people_text(people: int) -> str:
    return "one person" if people == 1 else f"{people} people"


def _refuse_words(typed: str) -> None:
    if typed:
        raise Unclear(f"Enter begins it, /back leaves it; {shortened(typed, 20)} means nothing here.")
