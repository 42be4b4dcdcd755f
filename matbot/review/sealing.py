"""Which reviews keep their ratings folded in a list: those of groups that rate apart."""

from collections.abc import Sequence
from datetime import timedelta

from matbot.review.header import Header

ONE_ROUND = timedelta(days=183)
"""Groups of one trust whose reviews began within this time of each other are taken to rate apart."""


def sealed(headers: Sequence[Header]) -> set[str]:
    """The ids of reviews whose ratings another group might see too soon, as it looks for its own.

    A review that was brought together with others is open to them, and so is the one that did it.
    """
    opened = {id_ for header in headers for id_ in header.together}
    apart = [header for header in headers if header.id not in opened and not header.together]
    return {header.id for header in apart if any(_beside(header, other) for other in apart)}


def _beside(one: Header, other: Header) -> bool:
    """Whether two reviews are of two groups of one trust in one round."""
    if one.trust.casefold() != other.trust.casefold() or one.group.casefold() == other.group.casefold():
        return False
    return not one.started or not other.started or abs(one.started - other.started) < ONE_ROUND
