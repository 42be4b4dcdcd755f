"""The base classes of all events."""

import secrets
from datetime import UTC, datetime
from typing import ClassVar

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, StrictBool

from matbot.review.privacy import FixedText, Identifier
from matbot.review.steps import Ask, Step

_ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"


def new_id(length: int = 12) -> str:
    """A new random id of letters and digits that cannot be mistaken for one another."""
    return "".join(secrets.choice(_ALPHABET) for _ in range(length))


class Event(BaseModel):
    """One thing somebody said. Fields that this version does not know are kept and written back."""

    model_config = ConfigDict(frozen=True, extra="allow")

    kind: FixedText
    id: Identifier = Field(default_factory=new_id, min_length=1)
    at: AwareDatetime = Field(default_factory=lambda: datetime.now(UTC).replace(microsecond=0))
    """When it was said, UTC."""

    @property
    def step(self) -> Step | None:
        """The step this event answers, if it answers one."""
        return None


class QuestionEvent(Event):
    """Something said about a question."""

    answers: ClassVar[Ask]
    """What kind of step an event of this kind answers."""

    question: Identifier
    reworded: StrictBool = False
    """Said when the question was asked in other words: made in reading, in no file."""
    drafted: StrictBool = False
    """Read from a pack, not confirmed yet."""

    @property
    def step(self) -> Step:
        """The step this event answers."""
        return Step(self.answers, self.question)


class ElementEvent(Event):
    """Something said about an element."""

    answers: ClassVar[Ask]

    element: Identifier

    @property
    def step(self) -> Step:
        """The step this event answers."""
        return Step(self.answers, self.element)
