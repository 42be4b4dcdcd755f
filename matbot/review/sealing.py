"""Which reviews have their ratings hidden in lists: those of groups that rate apart."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta

from matbot.review.header import Header

ONE_ROUND = timedelta(days=183)
"""Groups of one trust whose reviews began within this time of each other are taken to rate apart."""

_Begun = tuple[datetime, Header]


def find_sealed(headers: Sequence[Header]) -> set[str]:
    """The ids of reviews whose ratings another group might see too soon, as it looks for its own.

    A review that was brought together with others is open to them, and so is the one that did it.
    """
    opened = {id_ for header in headers for id_ in header.together}
    trusts: dict[str, list[Header]] = defaultdict(list)
    for header in headers:
        if header.id not in opened and not header.together:
            trusts[header.trust.casefold()].append(header)
    return {header.id for reviews in trusts.values() for header in _find_apart(reviews)}


def _find_apart(reviews: Sequence[Header]) -> Iterator[Header]:
    """Of the reviews of one trust, those that another group's stands beside, in the same round."""
    dated = sorted(((one.started, one) for one in reviews if one.started), key=lambda begun: begun[0])
    whenever = {_group(one) for one in reviews if not one.started}
    everybody = {_group(one) for one in reviews}
    near = {*_find_soon_after_others(dated), *_find_soon_after_others(reversed(dated))}
    for one in reviews:
        others = whenever if one.started else everybody
        if one.id in near or others - {_group(one)}:
            yield one


def _find_soon_after_others(dated: Iterable[_Begun]) -> Iterator[str]:
    """The ids of reviews that follow one of another group within a round; in either direction of time."""
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
