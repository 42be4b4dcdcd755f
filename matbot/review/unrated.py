"""Why an element has no rating, in the same words wherever that is said."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matbot.review.account import Account
    from matbot.review.review import Review

NOT_IN_THIS_REVIEW = "Not in this review"
"""Said of an element of the framework that the review itself leaves out."""

NO_RATING_MARK, OUTSIDE_MARK = "·", "–"
"""What stands in the place of the letters: for an element of the review, and for any other."""

NO_RATING = "no rating"
"""What `NO_RATING_MARK` stands for, whatever the reason."""


class Unrated(StrEnum):
    """Why an account has no rating of an element, as it stands by itself."""

    NOT_RATED = "Not rated yet"
    """In the review, and something was said of it."""
    NOT_REVIEWED = "Not reviewed"
    """In the review, and nothing was said of it."""
    NOT_THIS_TIME = "Not this time"
    """In the review, and left out of the conversation by choice."""
    LEFT_OUT = "Begun, but left out of their review"
    """Not in the review, although something was said of it."""
    OUTSIDE = "Not in their review"
    """Not in the review, and nothing was said of it."""

    @property
    def in_scope(self) -> bool:
        """Whether the element is in the review."""
        return self in (Unrated.NOT_RATED, Unrated.NOT_REVIEWED, Unrated.NOT_THIS_TIME)

    @property
    def mark(self) -> str:
        """What stands for it in a grid or on a map."""
        return unrated_mark(self.in_scope)


def unrated_mark(in_scope: bool) -> str:
    """What stands in the place of the letters of an element without a rating."""
    return NO_RATING_MARK if in_scope else OUTSIDE_MARK


def why_unrated(account: Account, code: str) -> Unrated | None:
    """Why an account has no rating of an element; None where it has one."""
    if account.element(code).rating:
        return None
    return _reason(code in account.scope, code in account.set_aside, code in account.elements)


def format_unrated(review: Review, code: str) -> str:
    """Why a review has no rating of an element, said on its own pages: `Not in this review`."""
    return format_in_own_review(find_unrated(review, code))


def find_unrated(review: Review, code: str) -> Unrated:
    """Why a review has no rating of an element."""
    return _reason(code in review.scope, code in review.set_aside, review.elements[code].looked_at)


def _reason(in_scope: bool, set_aside: bool, spoken_of: bool) -> Unrated:
    if not in_scope:
        return Unrated.LEFT_OUT if spoken_of else Unrated.OUTSIDE
    if set_aside:
        return Unrated.NOT_THIS_TIME
    return Unrated.NOT_RATED if spoken_of else Unrated.NOT_REVIEWED


BUT_LEFT_OUT = "but left out of this review"
"""Said after what was done of an element, or is marked to come back to, that the review leaves out."""


def format_in_own_review(reason: Unrated) -> str:
    """Why a review has no rating of an element, in the words of its own pages."""
    return _IN_OWN_REVIEW.get(reason, reason)


_IN_OWN_REVIEW = {
    Unrated.LEFT_OUT: f"Begun, {BUT_LEFT_OUT}",
    Unrated.OUTSIDE: NOT_IN_THIS_REVIEW,
}
