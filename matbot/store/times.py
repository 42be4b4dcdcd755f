"""Times of saves: parsing them, and formatting them for people."""

from datetime import UTC, datetime
from typing import Any

from matbot.review.header import parse_time
from matbot.review.local_time import to_local_time

_FIRST, _LAST = datetime(1900, 1, 1, tzinfo=UTC), datetime(9000, 1, 1, tzinfo=UTC)


def saved_at(value: Any) -> datetime:
    """Parse the time at which a file was saved; ValueError if it is not a plausible one."""
    at = parse_time(value)
    if not _FIRST <= at <= _LAST:
        raise ValueError("not in a year that clocks know")
    return at


def now() -> datetime:
    """Return the current time, UTC."""
    return datetime.now(UTC)


def format_clock_time(at: datetime) -> str:
    """Format a time in the local time zone: `14:03`, preceded by the date unless it is today."""
    local = to_local_time(at)
    return local.strftime("%H:%M" if local.date() == now().astimezone().date() else "%Y-%m-%d %H:%M")
