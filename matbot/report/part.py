"""A part of a review: what was brought into it says nothing of the elements that are left out."""

from collections.abc import Collection
from dataclasses import replace

from matbot.review.account import Account
from matbot.review.review import Review


def part_of(review: Review, codes: Collection[str]) -> Review:
    """The review with its earlier review and its groups as far as they speak of these elements."""
    earlier = review.earlier and _part(review.earlier, codes)
    return replace(review, earlier=earlier, groups=tuple(_part(group, codes) for group in review.groups))


def _part(account: Account, codes: Collection[str]) -> Account:
    return account.model_copy(
        update={
            "scope": tuple(code for code in account.scope if code in codes),
            "elements": {code: element for code, element in account.elements.items() if code in codes},
            "priorities": tuple(row for row in account.priorities if set(row.elements) & set(codes)),
            "not_now": tuple(left for left in account.not_now if left.element in codes),
            "earlier": account.earlier and _part(account.earlier, codes),
            "groups": tuple(_part(group, codes) for group in account.groups),
        }
    )
