"""A new review: what it takes from the reviews before it, what may be missing, and how long it will take."""

from collections.abc import Sequence
from dataclasses import dataclass

from matbot.report.words import format_count
from matbot.review.account import Account
from matbot.review.events import MOST_PEOPLE
from matbot.review.session_plan import how_long, minutes_for, plans
from matbot.rubric import Rubric
from matbot.services.joint_reviews import find_joint_scope
from matbot.text import clean_name, in_words

TOGETHER = "Together"
"""Who completes a review that brings groups together, unless people say otherwise."""

PEOPLE = f"a whole number from 1 to {MOST_PEOPLE}"
"""What there is to type for how many people there are."""


@dataclass(frozen=True)
class FormFault:
    """What is wrong with something that was filled in, as a sentence."""

    words: str
    short: str
    """The same where there is little room, as beside a box on a small screen."""


NO_TRUST = FormFault("A review needs the name of your trust.", "Name your trust.")
NO_PEOPLE = FormFault(f"Please type {PEOPLE}.", f"From 1 to {MOST_PEOPLE}, please.")


@dataclass(frozen=True)
class Defaults:
    """What a new review takes unless people say otherwise."""

    trust: str
    group: str
    people: int
    elements: tuple[str, ...]


def present_defaults(
    rubric: Rubric, groups: Sequence[Account] = (), since: Account | None = None, trust: str = ""
) -> Defaults:
    """What a new review takes from those that it brings together or follows.

    Args:
        rubric: The framework version that it uses.
        groups: The groups that it brings together.
        since: The earlier review that it follows.
        trust: What the trust is called where none of those says so.

    """
    before = groups or ([since] if since else [])
    return Defaults(
        trust=next((one.trust for one in before if one.trust), trust),
        group=TOGETHER if groups else since.group if since else "",
        people=min(sum(one.people for one in before) or 1, MOST_PEOPLE),
        elements=find_joint_scope(rubric, before) or plans(rubric)[0].elements,
    )


def find_trust_fault(typed: str) -> FormFault | None:
    """What is wrong with the name of a trust; None if it will do."""
    return None if clean_name(typed) else NO_TRUST


def parse_people(typed: str) -> int | None:
    """How many people somebody typed; None where it is not a number that a review can have."""
    is_short = typed.isascii() and typed.isdigit() and len(typed) < 9
    return int(typed) if is_short and 1 <= int(typed) <= MOST_PEOPLE else None


def find_people_fault(typed: str) -> FormFault | None:
    """What is wrong with how many people there are; None if it will do."""
    return None if parse_people(typed) else NO_PEOPLE


def elements_in_words(rubric: Rubric, codes: Sequence[str]) -> str:
    """Which elements were chosen: `all 14 elements`, or `1A, 1B and 2A`."""
    if len(codes) < len(rubric.elements):
        return in_words(list(codes))
    return "the one element" if len(codes) == 1 else f"all {len(codes)} elements"


def time_in_words(codes: Sequence[str]) -> str:
    """How long the chosen elements take: `about 45 minutes`."""
    return how_long(minutes_for(len(codes)))


def choice_in_words(rubric: Rubric, codes: Sequence[str]) -> str:
    """The chosen elements in a sentence, with how many they are and how long they take."""
    which = elements_in_words(rubric, codes)
    many = "" if len(codes) == len(rubric.elements) else f": {format_count(len(codes), 'element')}"
    return f"{which[0].upper()}{which[1:]}{many}, {time_in_words(codes)}."
