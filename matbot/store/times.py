"""Moments as the store tells them to people."""

from datetime import UTC, datetime


def now() -> datetime:
    """The present moment, UTC."""
    return datetime.now(UTC)


def clock(at: datetime) -> str:
    """A moment as a clock here shows it: `14:03`, with the date before it unless it was today."""
    here = at.astimezone()
    return here.strftime("%H:%M" if here.date() == now().astimezone().date() else "%Y-%m-%d %H:%M")
