"""The account of a review: a group's answers up to an event of its log, in the form that others may read.

Comparisons, joint reviews and reviews a year on are built from accounts. They do not include private notes.
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
"""The answer to a question: where the trust is between its two descriptors."""

LEANINGS: tuple[Leaning, ...] = get_args(Leaning)

LEANS_RED: tuple[Leaning, ...] = ("red", "nearer red")

Outcome = Literal["agrees", "differs", "sharpens"]
"""The outcome of a reality check of a rating."""

OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)


class _FrozenModel(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class QuestionAccount(_FrozenModel):
    """A group's answer to one question."""

    leaning: Leaning | None = None
    reason: PersonalWords = ""
    """Why the question does not apply, if that is the answer."""
    note: PersonalWords = ""
    """Also empty if the note is private."""


class Check(_FrozenModel):
    """A rating that was tested with others. It is kept next to the rating and never overwrites it.

    Framework, Annex A, 2: focus groups "to test the reality of the ratings", facilitators, peer challenge.
    """

    with_whom: PersonName
    when: PersonalWords = ""
    outcome: Outcome
    said: PersonalWords = ""


class ElementAccount(_FrozenModel):
    """A group's answers about one element."""

    rating: FixedText | None = None
    """The letters of a level; None if it is not rated."""
    rationale: PersonalWords = ""
    evidence: PersonalWords = ""
    votes: tuple[int, ...] = ()
    """The hands for each level of the scale, the weakest first."""
    differs: Annotated[PersonalWords, Privacy.GROUP_ONLY] = ""
    """Who sees the agreed rating differently."""
    checks: Annotated[tuple[Check, ...], Privacy.GROUP_ONLY] = ()
    drafted: bool = False
    """Whether any of it was read from a pack and is not confirmed yet."""
    questions: dict[Identifier, QuestionAccount] = {}
    """The questions with an answer or a note, by id."""

    @model_serializer(mode="wrap")
    def _stored(self, stored: SerializerFunctionWrapHandler) -> dict[str, Any]:
        stored_fields: dict[str, Any] = stored(self)
        if not self.drafted:  # the usual case: files have the field for drafts alone
            del stored_fields["drafted"]
        return stored_fields


class PriorityAccount(PriorityRow, _FrozenModel):
    """A row of a group's priorities table."""

    elements: tuple[Identifier, ...] = ()


class LeftAccount(_FrozenModel):
    """An element that a group deferred."""

    element: Identifier
    why: PersonalWords = ""
    mitigation: PersonalWords = ""
    look_again: PersonalWords = ""


class Account(_FrozenModel):
    """One group's answers in its review, up to an event of its log."""

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
    """The content hash of every question of the framework version, by the question's id."""
    started: AwareDatetime
    said: AwareDatetime
    """When the last answer in it was given, regardless of later planning and reality checks."""
    upto: Identifier
    """The id of the last event in it; the log up to that event is the review as of then."""
    moment: PersonalWords = ""
    """The name of the saved version, if it is one."""
    scope: tuple[Identifier, ...]
    set_aside: tuple[Identifier, ...] = ()
    """The codes of the elements in scope that were left out with `Not this time`."""
    elements: dict[Identifier, ElementAccount]
    """The elements that were looked at, by code, in the order of the framework."""
    priorities: tuple[PriorityAccount, ...] = ()
    not_now: Annotated[tuple[LeftAccount, ...], Privacy.GROUP_ONLY] = ()
    earlier: Annotated["Account | None", Privacy.GROUP_ONLY] = None
    """The earlier review that this one followed, if there was one."""
    groups: Annotated[tuple["Account", ...], Privacy.GROUP_ONLY] = ()
    """The groups of this review, if it is a joint review."""

    @model_serializer(mode="wrap")
    def _stored(self, stored: SerializerFunctionWrapHandler) -> dict[str, Any]:
        stored_fields: dict[str, Any] = stored(self)
        if not self.set_aside:  # stored only if there are any, as older files have no such field
            stored_fields.pop("set_aside", None)
        return stored_fields

    @property
    def label(self) -> str:
        """A short name: the group, or the trust if the group has no label."""
        return self.group or self.trust

    def element(self, code: str) -> ElementAccount:
        """Return the answers about an element; an empty account if there are none."""
        return self.elements.get(code, NOTHING)

    def question(self, id_: str) -> QuestionAccount:
        """Return the answer to a question; an empty account if there is none."""
        return self.element(code_of(id_)).questions.get(id_, _NOT_ASKED)


NOTHING = ElementAccount()
"""The account of an element that was not looked at."""

_NOT_ASKED = QuestionAccount()


def format_extent(scope: int, looked_at: int, rated: int) -> str:
    """Format how far a review has come, such as `3 of 14 elements looked at, 2 rated`."""
    elements = "element" if scope == 1 else "elements"
    return f"{format_looked_at(looked_at, f'{scope} {elements}')}, {rated} rated"
