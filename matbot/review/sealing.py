"""Finds the reviews whose ratings are hidden in lists: those of groups that rate apart."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta

from matbot.review.header import Header

ONE_ROUND = timedelta(days=183)
"""Groups of one trust whose reviews began within this time of each other are assumed to rate apart."""

_DatedHeader = tuple[datetime, Header]


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
    dated = sorted(
        ((header.started, header) for header in reviews if header.started), key=lambda entry: entry[0]
    )
    undated_groups = {_group(header) for header in reviews if not header.started}
    all_groups = {_group(header) for header in reviews}
    near = {*_find_soon_after_others(dated), *_find_soon_after_others(reversed(dated))}
    for header in reviews:
        others = undated_groups if header.started else all_groups
        if header.id in near or others - {_group(header)}:
            yield header


def _find_soon_after_others(dated: Iterable[_DatedHeader]) -> Iterator[str]:
    """Yield the ids of reviews that follow one of another group within a round; `dated` may be reversed."""
    last: _DatedHeader | None = None
    other: _DatedHeader | None = None
    for entry in dated:
        at, header = entry
        if last and _group(last[1]) != _group(header):
            other = last
        if other and abs(at - other[0]) < ONE_ROUND:
            yield header.id
        last = entry


def _group(header: Header) -> str:
    return header.group.casefold()
