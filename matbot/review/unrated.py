"""Why an element has no rating, in the same words wherever it is shown."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matbot.review.account import Account
    from matbot.review.review import Review

NOT_IN_THIS_REVIEW = "Not in this review"
"""Shown for an element of the framework that is not in the review."""

NO_RATING_MARK, OUTSIDE_MARK = "·", "–"
"""Shown instead of the letters of a rating: for an element of the review, and for any other."""

NO_RATING = "no rating"
"""The meaning of `NO_RATING_MARK`, whatever the reason."""


class Unrated(StrEnum):
    """Why an account has no rating of an element, as text that is shown on its own."""

    NOT_RATED = "Not rated yet"
    """In the review, and looked at."""
    NOT_REVIEWED = "Not reviewed"
    """In the review, but not looked at."""
    NOT_THIS_TIME = "Not this time"
    """In the review, and left out of the conversation by choice."""
    LEFT_OUT = "Begun, but left out of their review"
    """Not in the review, although it was looked at."""
    OUTSIDE = "Not in their review"
    """Not in the review, and not looked at."""

    @property
    def in_scope(self) -> bool:
        """Whether the element is in the review."""
        return self in (Unrated.NOT_RATED, Unrated.NOT_REVIEWED, Unrated.NOT_THIS_TIME)

    @property
    def mark(self) -> str:
        """The mark that represents it in a grid or on a map."""
        return unrated_mark(self.in_scope)


def unrated_mark(in_scope: bool) -> str:
    """Return the mark shown instead of the letters of an element without a rating."""
    return NO_RATING_MARK if in_scope else OUTSIDE_MARK


def why_unrated(account: Account, code: str) -> Unrated | None:
    """Return why an account has no rating of an element; None if it has one."""
    if account.element(code).rating:
        return None
    return _find_reason(code in account.scope, code in account.set_aside, code in account.elements)


def format_unrated(review: Review, code: str) -> str:
    """Format why a review has no rating of an element, for its own pages: `Not in this review`."""
    return format_in_own_review(find_unrated(review, code))


def find_unrated(review: Review, code: str) -> Unrated:
    """Return why a review has no rating of an element, which must be unrated."""
    return _find_reason(code in review.scope, code in review.set_aside, review.elements[code].looked_at)


def _find_reason(in_scope: bool, set_aside: bool, spoken_of: bool) -> Unrated:
    if not in_scope:
        return Unrated.LEFT_OUT if spoken_of else Unrated.OUTSIDE
    if set_aside:
        return Unrated.NOT_THIS_TIME
    return Unrated.NOT_RATED if spoken_of else Unrated.NOT_REVIEWED


BUT_LEFT_OUT = "but left out of this review"
"""Appended to what was begun or parked in an element that the review leaves out."""


def format_in_own_review(reason: Unrated) -> str:
    """Format why a review has no rating of an element, in the words of its own pages."""
    return _IN_OWN_REVIEW.get(reason, reason)


_IN_OWN_REVIEW = {
    Unrated.LEFT_OUT: f"Begun, {BUT_LEFT_OUT}",
    Unrated.OUTSIDE: NOT_IN_THIS_REVIEW,
}
