"""Why an element has no rating, in the same words wherever that is said."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matbot.review.account import Account

NOT_IN_THIS_REVIEW = "Not in this review"
"""Said of an element of the framework that the review itself leaves out."""


class Unrated(StrEnum):
    """Why an account has no rating of an element, as it stands by itself."""

    NOT_RATED = "Not rated yet"
    """In the review, and something was said of it."""
    NOT_REVIEWED = "Not reviewed"
    """In the review, and nothing was said of it."""
    LEFT_OUT = "Begun, but left out of their review"
    """Not in the review, although something was said of it."""
    OUTSIDE = "Not in their review"
    """Not in the review, and nothing was said of it."""

    @property
    def in_scope(self) -> bool:
        """Whether the element is in the review."""
        return self in (Unrated.NOT_RATED, Unrated.NOT_REVIEWED)


def why_unrated(account: Account, code: str) -> Unrated | None:
    """Why an account has no rating of an element; None where it has one."""
    if account.element(code).rating:
        return None
    spoken_of = code in account.elements
    if code in account.scope:
        return Unrated.NOT_RATED if spoken_of else Unrated.NOT_REVIEWED
    return Unrated.LEFT_OUT if spoken_of else Unrated.OUTSIDE
