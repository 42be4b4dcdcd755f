"""Moments as the store tells them to people."""

from datetime import UTC, datetime
from typing import Annotated

from pydantic import AwareDatetime, Field, TypeAdapter

MOMENT = TypeAdapter[datetime](
    Annotated[AwareDatetime, Field(ge=datetime(1900, 1, 1, tzinfo=UTC), le=datetime(9000, 1, 1, tzinfo=UTC))]
)
"""Reads a moment, which must be one that a clock anywhere can show: not on the first or last day there is."""


def now() -> datetime:
    """The present moment, UTC."""
    return datetime.now(UTC)


def clock(at: datetime) -> str:
    """A moment as a clock here shows it: `14:03`, with the date before it unless it was today."""
    here = at.astimezone()
    return here.strftime("%H:%M" if here.date() == now().astimezone().date() else "%Y-%m-%d %H:%M")
