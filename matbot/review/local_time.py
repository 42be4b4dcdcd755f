"""Moments as the clock here shows them. Logs keep them in UTC; people remember the day that they had."""

from datetime import date, datetime


def to_local_time(at: datetime) -> datetime:
    """A moment in the time zone of this machine; as it is where no clock here can show it."""
    try:
        return at.astimezone()
    except (OverflowError, OSError, ValueError):  # the first and last days there are; on Windows before 1970
        return at


def format_time(at: datetime) -> str:
    """A moment as people say it, by the clock of this place: `3 May 2026 at 14:05`."""
    here = to_local_time(at)
    return f"{here.day} {here:%B %Y} at {here:%H:%M}"


def to_local_day(at: date) -> date:
    """The day that a moment is on here; a day stays as it is."""
    return to_local_time(at).date() if isinstance(at, datetime) else at
