"""Finds the reviews whose ratings are hidden in lists: those of groups that rate apart."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta

from matbot.review.header import Header

ONE_ROUND = timedelta(days=183)
"""Groups of one trust whose reviews began within this time of each other are assumed to rate apart."""

_Begun = tuple[datetime, Header]


def find_sealed(headers: Sequence[Header]) -> set[str]:
    """Return the ids of reviews whose ratings another group might see too soon, when it looks for its own.

    The reviews of the groups in a joint review are not hidden, and neither is the joint review.
    """
    opened = {id_ for header in headers for id_ in header.together}
    trusts: dict[str, list[Header]] = defaultdict(list)
    for header in headers:
        if header.id not in opened and not header.together:
            trusts[header.trust.casefold()].append(header)
    return {header.id for reviews in trusts.values() for header in _find_apart(reviews)}


def _find_apart(reviews: Sequence[Header]) -> Iterator[Header]:
    """Yield the reviews of one trust for which another group has a review in the same round."""
    dated = sorted(((one.started, one) for one in reviews if one.started), key=lambda begun: begun[0])
    undated_groups = {_group(one) for one in reviews if not one.started}
    all_groups = {_group(one) for one in reviews}
    near = {*_find_soon_after_others(dated), *_find_soon_after_others(reversed(dated))}
    for one in reviews:
        others = undated_groups if one.started else all_groups
        if one.id in near or others - {_group(one)}:
            yield one


def _find_soon_after_others(dated: Iterable[_Begun]) -> Iterator[str]:
    """Yield the ids of reviews that follow one of another group within a round; `dated` may be reversed."""
    last: _Begun | None = None
    other: _Begun | None = None
    for begun in dated:
        at, one = begun
        if last and _group(last[1]) != _group(one):
            other = last
        if other and abs(at - other[0]) < ONE_ROUND:
            yield one.id
        last = begun


def _group(header: Header) -> str:
    return header.group.casefold()
