"""The places of the conversation: what is asked, and about which element or question."""

from enum import StrEnum
from typing import NamedTuple

from matbot.rubric.places import code_of


class Ask(StrEnum):
    """What kind of thing a step asks for."""

    MET = "met"
    """Whether the progress that an earlier review wanted is there."""
    SHOWS = "shows"
    """What shows it."""
    OPENING = "opening"
    """How to take this element: question by question, at a glance, or not this time."""
    CHOICE = "choice"
    """Where the trust sits between a question's two descriptors."""
    REASON = "reason"
    """Why a question does not apply."""
    NOTE = "note"
    """What makes you say that."""
    HANDS = "hands"
    """A show of hands over the scale, in a group of more than one."""
    RATING = "rating"
    """The element's rating, after pulling it together."""
    RATIONALE = "rationale"
    """Why that rating."""
    EVIDENCE = "evidence"
    """The key evidence for it."""
    DIFFERS = "differs"
    """Who sees it differently, in a group of more than one."""
    FINISHED = "finished"
    """Nothing is left to ask."""


_WITHIN = {Ask.MET, Ask.SHOWS, Ask.CHOICE, Ask.REASON, Ask.NOTE}
"""What is asked about one question of an element, or one priority of last time."""


class Step(NamedTuple):
    """One place of the conversation."""

    ask: Ask
    place: str
    """An element's code (`1A`), a question's id (`1A.iii`), or empty once all is asked.

    An earlier review's priority is `last.` and what names it.
    """

    @property
    def element(self) -> str:
        """The code of the element this step belongs to, or `LAST_TIME`."""
        return code_of(self.place) if self.ask in _WITHIN else self.place

    @property
    def key(self) -> str:
        """How files name this step, such as `note:1A.iii`."""
        return f"{self.ask}:{self.place}"

    @classmethod
    def of(cls, key: str) -> "Step | None":
        """The step that a key names; None for a key that this version does not know."""
        ask, _, place = key.partition(":")
        return cls(Ask(ask), place) if ask in set(Ask) else None


LAST_TIME = "last"
"""Where the priorities of an earlier review are asked about: like an element, and before them all."""

FINISHED = Step(Ask.FINISHED, "")
"""Where the conversation stands when nothing is left to ask."""

ALL_ASKED = "Everything has been asked."
"""What is said there, on the screen and line by line."""
