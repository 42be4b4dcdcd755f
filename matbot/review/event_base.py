"""The base classes of all events."""

import secrets
from datetime import UTC, datetime
from typing import ClassVar

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, StrictBool

from matbot.review.privacy import FixedText, Identifier
from matbot.review.steps import Ask, Step

_ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"


def new_id(length: int = 12) -> str:
    """Return a new random id, made of letters and digits that are not easily confused."""
    return "".join(secrets.choice(_ALPHABET) for _ in range(length))


class Event(BaseModel):
    """One event of a review. Fields that this version does not know are kept and written back."""

    model_config = ConfigDict(frozen=True, extra="allow")

    kind: FixedText
    id: Identifier = Field(default_factory=new_id, min_length=1)
    at: AwareDatetime = Field(default_factory=lambda: datetime.now(UTC).replace(microsecond=0))
    """When it was recorded, UTC."""

    @property
    def step(self) -> Step | None:
        """The step this event answers, if it answers one."""
        return None


class QuestionEvent(Event):
    """An event about a question."""

    answers: ClassVar[Ask]
    """The kind of step that an event of this class answers."""

    question: Identifier
    reworded: StrictBool = False
    """Whether the question was worded differently then; set when the log is migrated, never stored."""
    drafted: StrictBool = False
    """Whether it was read from a pack and is not confirmed yet."""

    @property
    def step(self) -> Step:
        """The step this event answers."""
        return Step(self.answers, self.question)


class ElementEvent(Event):
    """An event about an element."""

    answers: ClassVar[Ask]

    element: Identifier

    @property
    def step(self) -> Step:
        """The step this event answers."""
        return Step(self.answers, self.element)
