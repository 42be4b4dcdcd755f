"""Times in the local time zone. Logs store them in UTC; people remember the local date."""

from datetime import date, datetime


def to_local_time(at: datetime) -> datetime:
    """Convert a time to the time zone of this machine; return it unchanged if that is impossible."""
    try:
        return at.astimezone()
    except (OverflowError, OSError, ValueError):  # at the limits of datetime, and on Windows before 1970
        return at


def format_time(at: datetime) -> str:
    """Format a time in the local time zone: `3 May 2026 at 14:05`."""
    local = to_local_time(at)
    return f"{local.day} {local:%B %Y} at {local:%H:%M}"


def to_local_day(at: date) -> date:
    """Return the local date of a time; a date is returned unchanged."""
    return to_local_time(at).date() if isinstance(at, datetime) else at
