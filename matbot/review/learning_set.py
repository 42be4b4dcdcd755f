"""A learning set: what trusts have in common in chosen elements, and what help each can offer and wants.

Names of people, who sees a rating differently and reality checks are left out. Framework, Annex A, 5: trusts
in action learning sets "identified common strengths and challenges".
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from matbot.review.account import Account
from matbot.review.comparison import Comparison, Difference, Side, build_comparison
from matbot.review.names import without_names
from matbot.review.privacy import NOT_IN_A_LEARNING_SET, without_fields
from matbot.rubric import Rubric


@dataclass(frozen=True)
class LearningSet:
    """Two trusts side by side in chosen elements."""

    comparison: Comparison
    strengths: tuple[Difference, ...]
    """The elements that are strong in both."""
    challenges: tuple[Difference, ...]
    """The elements that are weak in both."""
    offers: tuple[tuple[Side, Side, Difference], ...]
    """Who is strong in an element and can offer help, who is weak in it and wants help, and the element."""


def learning_set(
    rubric: Rubric, accounts: Collection[Account], elements: Collection[str], names: Iterable[str] = ()
) -> LearningSet:
    """Compare trusts in chosen elements.

    Args:
        rubric: The framework version to compare in.
        accounts: What each trust said.
        elements: The codes of the elements; empty for all.
        names: The names of people to remove from all texts.

    Raises:
        CannotCompare: the accounts cannot be compared; the message is for the user.

    """
    names = list(names)
    comparison = _label_by_trust(
        build_comparison(rubric, [without_people(account, names) for account in accounts], elements)
    )
    half = len(comparison.rubric.scale) // 2
    weak, strong = list(comparison.rubric.levels)[:half], list(comparison.rubric.levels)[-half:]
    rated = [element for element in comparison.elements if element.steps is not None]
    return LearningSet(
        comparison=comparison,
        strengths=tuple(element for element in rated if set(element.ratings.values()) <= {*strong}),
        challenges=tuple(element for element in rated if set(element.ratings.values()) <= {*weak, None}),
        offers=tuple(
            (giver, taker, element)
            for element in rated
            for giver in comparison.sides
            for taker in comparison.sides
            if element.ratings[taker.key] in weak and element.ratings[giver.key] in strong
        ),
    )


def _label_by_trust(comparison: Comparison) -> Comparison:
    """Label each side with its trust, and also with its letter if several sides are of the same trust."""
    trusts = [side.account.trust for side in comparison.sides]
    sides = tuple(
        replace(side, label=trust if trusts.count(trust) == 1 else f"{trust}, {side.letter}")
        for side, trust in zip(comparison.sides, trusts, strict=True)
    )
    return replace(comparison, sides=sides)


def without_people(account: Account, names: Iterable[str]) -> Account:
    """Return an account without the fields that no other trust may read, and without these names."""
    return without_names(without_fields(account, NOT_IN_A_LEARNING_SET), names)
