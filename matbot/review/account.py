"""An account of a review: what one group said up to an event of its log, as others may read it.

Comparisons, reviews that bring groups together and reviews a year on are made from accounts. Private
notes are not in them.
"""

from typing import Annotated, Any, Literal, get_args

from pydantic import (
    AwareDatetime,
    BaseModel,
    ConfigDict,
    SerializerFunctionWrapHandler,
    model_serializer,
)

from matbot.review.header import format_looked_at
from matbot.review.priority_row import PriorityRow
from matbot.review.privacy import FixedText, Identifier, PersonalWords, PersonName, Privacy, TrustName
from matbot.rubric.places import code_of

Leaning = Literal["red", "nearer red", "nearer green", "green", "not sure", "does not apply"]
"""Where a question sits between its two descriptors."""

LEANINGS: tuple[Leaning, ...] = get_args(Leaning)

LEANS_RED: tuple[Leaning, ...] = ("red", "nearer red")

Outcome = Literal["agrees", "differs", "sharpens"]
"""What a reality check did to a rating."""

OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)


class _FrozenModel(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class QuestionAccount(_FrozenModel):
    """What a group said of one question."""

    leaning: Leaning | None = None
    reason: PersonalWords = ""
    """Why it does not apply, where it does not."""
    note: PersonalWords = ""
    """Empty for a private note too."""


class Check(_FrozenModel):
    """A rating that was tested with others. It stands beside the rating and never overwrites it.

    Framework, Annex A, 2: focus groups "to test the reality of the ratings", facilitators, peer challenge.
    """

    with_whom: PersonName
    when: PersonalWords = ""
    outcome: Outcome
    said: PersonalWords = ""


class ElementAccount(_FrozenModel):
    """What a group said of one element."""

    rating: FixedText | None = None
    """The letters of a level; None while it is not rated."""
    rationale: PersonalWords = ""
    evidence: PersonalWords = ""
    votes: tuple[int, ...] = ()
    """Hands for each level of the scale, the weakest first."""
    differs: Annotated[PersonalWords, Privacy.GROUP_ONLY] = ""
    """Who sees the agreed rating differently."""
    checks: Annotated[tuple[Check, ...], Privacy.GROUP_ONLY] = ()
    drafted: bool = False
    """Whether anything of it was read from a pack and is not confirmed yet."""
    questions: dict[Identifier, QuestionAccount] = {}
    """The questions of which something was said, by id."""

    @model_serializer(mode="wrap")
    def _stored(self, stored: SerializerFunctionWrapHandler) -> dict[str, Any]:
        stored_fields: dict[str, Any] = stored(self)
        if not self.drafted:  # as almost always: files say it of a draft alone
            del stored_fields["drafted"]
        return stored_fields


class PriorityAccount(PriorityRow, _FrozenModel):
    """A row of a group's priorities table."""

    elements: tuple[Identifier, ...] = ()


class LeftAccount(_FrozenModel):
    """An element that a group knowingly left for later."""

    element: Identifier
    why: PersonalWords = ""
    mitigation: PersonalWords = ""
    look_again: PersonalWords = ""


class Account(_FrozenModel):
    """What one group said in its review, up to an event of its log."""

    review: Identifier
    """The review's id."""
    trust: TrustName
    group: PersonName = ""
    people: int = 1
    rubric: Identifier
    """The framework version's id."""
    scale: tuple[FixedText, ...]
    """The letters of the levels, from the weakest to the strongest."""
    words: dict[Identifier, Identifier]
    """Every question of the framework version by its id, and the hash of its words."""
    started: AwareDatetime
    said: AwareDatetime
    """When the last answer in it was given, whatever was planned, named or tested since."""
    upto: Identifier
    """The id of the last event in it: the review as of then is the log up to that event."""
    moment: PersonalWords = ""
    """The name of the saved version, if it is one."""
    scope: tuple[Identifier, ...]
    set_aside: tuple[Identifier, ...] = ()
    """The codes of the elements in scope that they left out with `Not this time`."""
    elements: dict[Identifier, ElementAccount]
    """The elements of which something was said, by code, in the order of the framework."""
    priorities: tuple[PriorityAccount, ...] = ()
    not_now: Annotated[tuple[LeftAccount, ...], Privacy.GROUP_ONLY] = ()
    earlier: Annotated["Account | None", Privacy.GROUP_ONLY] = None
    """The review a year before that this one followed, if it did."""
    groups: Annotated[tuple["Account", ...], Privacy.GROUP_ONLY] = ()
    """The groups that this review brought together."""

    @model_serializer(mode="wrap")
    def _stored(self, stored: SerializerFunctionWrapHandler) -> dict[str, Any]:
        stored_fields: dict[str, Any] = stored(self)
        if not self.set_aside:  # files say it where there are any: older ones have no such field
            stored_fields.pop("set_aside", None)
        return stored_fields

    @property
    def label(self) -> str:
        """Whose it is, in a few words: the group, or the trust where the group has no label."""
        return self.group or self.trust

    def element(self, code: str) -> ElementAccount:
        """What was said of an element; an empty account if nothing was."""
        return self.elements.get(code, NOTHING)

    def question(self, id_: str) -> QuestionAccount:
        """What was said of a question."""
        return self.element(code_of(id_)).questions.get(id_, _NOT_ASKED)


NOTHING = ElementAccount()
"""The account of an element of which nothing was said."""

_NOT_ASKED = QuestionAccount()


def format_extent(scope: int, looked_at: int, rated: int) -> str:
    """How far a review has come, such as `3 of 14 elements looked at, 2 rated`."""
    elements = "element" if scope == 1 else "elements"
    return f"{format_looked_at(looked_at, f'{scope} {elements}')}, {rated} rated"
