"""Starting a review: its defaults from earlier reviews, faults in the form, and how long it will take."""

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
"""The default group of a joint review."""

PEOPLE = f"a whole number from 1 to {MOST_PEOPLE}"
"""Describes a valid number of people."""


@dataclass(frozen=True)
class FormFault:
    """What is wrong with an entry in the form, as a sentence."""

    words: str
    short: str
    """A shorter form of it, for example next to an input on a small screen."""


NO_TRUST = FormFault("A review needs the name of your trust.", "Name your trust.")
NO_PEOPLE = FormFault(f"Please type {PEOPLE}.", f"From 1 to {MOST_PEOPLE}, please.")


@dataclass(frozen=True)
class Defaults:
    """The default values of a new review."""

    trust: str
    group: str
    people: int
    elements: tuple[str, ...]


def present_defaults(
    rubric: Rubric, groups: Sequence[Account] = (), since: Account | None = None, trust: str = ""
) -> Defaults:
    """Find the defaults of a new review in the reviews that it joins or follows.

    Args:
        rubric: The framework version that it uses.
        groups: The groups of a joint review.
        since: The earlier review that it follows.
        trust: The name of the trust if none of those has one.

    """
    before = groups or ([since] if since else [])
    return Defaults(
        trust=next((one.trust for one in before if one.trust), trust),
        group=TOGETHER if groups else since.group if since else "",
        people=min(sum(one.people for one in before) or 1, MOST_PEOPLE),
        elements=find_joint_scope(rubric, before) or plans(rubric)[0].elements,
    )


def find_trust_fault(typed: str) -> FormFault | None:
    """What is wrong with the name of a trust; None if it is valid."""
    return None if clean_name(typed) else NO_TRUST


def parse_people(typed: str) -> int | None:
    """Parse the number of people; None if it is not a number that a review can have."""
    is_short = typed.isascii() and typed.isdigit() and len(typed) < 9
    return int(typed) if is_short and 1 <= int(typed) <= MOST_PEOPLE else None


def find_people_fault(typed: str) -> FormFault | None:
    """What is wrong with the number of people; None if it is valid."""
    return None if parse_people(typed) else NO_PEOPLE


def elements_in_words(rubric: Rubric, codes: Sequence[str]) -> str:
    """The chosen elements as text: `all 14 elements`, or `1A, 1B and 2A`."""
    if len(codes) < len(rubric.elements):
        return in_words(list(codes))
    return "the one element" if len(codes) == 1 else f"all {len(codes)} elements"


def time_in_words(codes: Sequence[str]) -> str:
    """The time that the chosen elements take: `about 45 minutes`."""
    return how_long(minutes_for(len(codes)))


def choice_in_words(rubric: Rubric, codes: Sequence[str]) -> str:
    """A sentence on the chosen elements, with their number and the time they take."""
    which = elements_in_words(rubric, codes)
    many = "" if len(codes) == len(rubric.elements) else f": {format_count(len(codes), 'element')}"
    return f"{which[0].upper()}{which[1:]}{many}, {time_in_words(codes)}."
