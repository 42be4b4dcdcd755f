"""Moments as the store tells them to people."""

from datetime import UTC, datetime
from typing import Any

from matbot.review.header import parse_time
from matbot.review.local_time import to_local_time

_FIRST, _LAST = datetime(1900, 1, 1, tzinfo=UTC), datetime(9000, 1, 1, tzinfo=UTC)


def saved_at(value: Any) -> datetime:
    """Read when a file was saved; ValueError if it is not a plausible moment."""
    at = parse_time(value)
    if not _FIRST <= at <= _LAST:
        raise ValueError("not in a year that clocks know")
    return at


def now() -> datetime:
    """The present moment, UTC."""
    return datetime.now(UTC)


def format_clock_time(at: datetime) -> str:
    """A moment as a clock here shows it: `14:03`, with the date before it unless it was today."""
    here = to_local_time(at)
    return here.strftime("%H:%M" if here.date() == now().astimezone().date() else "%Y-%m-%d %H:%M")
