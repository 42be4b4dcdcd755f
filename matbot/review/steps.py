"""The steps of the conversation: what is asked, and about which element or question."""

from enum import StrEnum
from typing import NamedTuple

from matbot.rubric.places import code_of


class Ask(StrEnum):
    """The kind of answer that a step asks for."""

    MET = "met"
    """How far the progress that an earlier review set out has come."""
    SHOWS = "shows"
    """The evidence of that progress."""
    OPENING = "opening"
    """How to take this element: question by question, at a glance, or not this time."""
    CHOICE = "choice"
    """Where the trust is between a question's two descriptors."""
    REASON = "reason"
    """Why a question does not apply."""
    NOTE = "note"
    """A note on the answer: what makes people say that."""
    HANDS = "hands"
    """A show of hands for each level of the scale, in a group of more than one."""
    RATING = "rating"
    """The rating of the element."""
    RATIONALE = "rationale"
    """Why that rating."""
    EVIDENCE = "evidence"
    """The key evidence for it."""
    DIFFERS = "differs"
    """Who sees it differently, in a group of more than one."""
    FINISHED = "finished"
    """Nothing is left to ask."""


_WITHIN = {Ask.MET, Ask.SHOWS, Ask.CHOICE, Ask.REASON, Ask.NOTE}
"""The kinds that concern one question of an element, or one priority of last time."""


class Step(NamedTuple):
    """One step of the conversation."""

    ask: Ask
    place: str
    """An element's code (`1A`), a question's id (`1A.iii`), or empty once everything has been asked.

    For an earlier review's priority it is `last.` and the id of the row.
    """

    @property
    def element(self) -> str:
        """The code of the element this step belongs to, or `LAST_TIME`."""
        return code_of(self.place) if self.ask in _WITHIN else self.place

    @property
    def key(self) -> str:
        """The name of this step in files, such as `note:1A.iii`."""
        return f"{self.ask}:{self.place}"

    @classmethod
    def of(cls, key: str) -> "Step | None":
        """Parse the key of a step; None if this version does not know its kind."""
        ask, _, place = key.partition(":")
        return cls(Ask(ask), place) if ask in set(Ask) else None


LAST_TIME = "last"
"""The code of the part about an earlier review's priorities, which is treated as the first element."""

FINISHED = Step(Ask.FINISHED, "")
"""The step at which nothing is left to ask."""

ALL_ASKED = "Everything has been asked."
"""The message at that step, on the screen and in line mode."""
