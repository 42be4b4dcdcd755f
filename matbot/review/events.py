"""The kinds of event. A review is the append-only log of its events."""

from typing import Annotated, Literal, get_args

from pydantic import Field, StrictBool, StrictInt

from matbot.review.account import LEANINGS as LEANINGS
from matbot.review.account import Account, Outcome
from matbot.review.account import Leaning as Leaning
from matbot.review.event_base import ElementEvent as ElementEvent
from matbot.review.event_base import Event as Event
from matbot.review.event_base import QuestionEvent as QuestionEvent
from matbot.review.event_base import new_id as new_id
from matbot.review.priority_row import PriorityRow
from matbot.review.privacy import (
    FixedText,
    Identifier,
    PersonalWords,
    PersonName,
    Privacy,
    PrivateNote,
    TrustName,
)
from matbot.review.steps import LAST_TIME, Ask, Step
from matbot.rubric import Rubric

Progress = Literal["met", "partly met", "not yet"]
"""How far the progress that an earlier review set out has come."""

PROGRESS: tuple[Progress, ...] = get_args(Progress)

MOST_PEOPLE = 9999
"""The maximum number of people that a review can record."""


class ReviewOpened(Event):
    """A review was opened: the first event of every log."""

    kind: Literal["opened"] = "opened"
    review: Identifier
    """The review's id."""
    trust: TrustName
    group: PersonName = ""
    """Who is completing the review: one person, or a group by its label."""
    people: StrictInt = Field(default=1, ge=1, le=MOST_PEOPLE)
    """How many they are; a show of hands is asked for if there is more than one."""
    rubric: Identifier
    """The framework version's id."""
    rubric_hash: Identifier = ""
    since: Identifier | None = None
    """The id of the earlier review that this one follows."""
    copy_of: Identifier | None = None
    """The id of the review that this is a copy of, whose events follow this one."""


class ScopeChosen(Event):
    """The elements to be reviewed were chosen or changed."""

    kind: Literal["scoped"] = "scoped"
    elements: tuple[Identifier, ...]


class AccountAdded(Event):
    """The account of another review, as of that time, was added to this one; the other is not changed."""

    kind: Literal["brought"] = "brought"
    role: Literal["group", "earlier"]
    """A group of a joint review, or the earlier review that this one follows."""
    account: Account


class PromiseReviewed(Event):
    """It was recorded how far the progress that an earlier review set out has come."""

    kind: Literal["looked_back"] = "looked_back"
    priority: Identifier
    """The id of the row in the earlier review's table."""
    met: Progress

    @property
    def step(self) -> Step:
        """The step this event answers."""
        return Step(Ask.MET, f"{LAST_TIME}.{self.priority}")


class PromiseEvidenced(Event):
    """The evidence of that progress was given."""

    kind: Literal["showed"] = "showed"
    priority: Identifier
    shows: PersonalWords

    @property
    def step(self) -> Step:
        """The step this event answers."""
        return Step(Ask.SHOWS, f"{LAST_TIME}.{self.priority}")


class ElementBegun(ElementEvent):
    """An element was opened."""

    kind: Literal["began"] = "began"
    answers = Ask.OPENING
    way: Literal["questions", "glance"] = "questions"
    """Question by question, or all descriptors on one page."""
    again: StrictBool = False
    """Whether every step of the element is asked again."""


class QuestionAnswered(QuestionEvent):
    """A question was answered: where the trust is between its two descriptors."""

    kind: Literal["leant"] = "leant"
    answers = Ask.CHOICE
    leaning: Leaning


class ReasonGiven(QuestionEvent):
    """The reason why a question does not apply was given."""

    kind: Literal["explained"] = "explained"
    answers = Ask.REASON
    reason: PersonalWords


class NoteWritten(QuestionEvent):
    """A note on the answer to a question was written; an empty one means that there is none."""

    kind: Literal["noted"] = "noted"
    answers = Ask.NOTE
    note: PrivateNote
    private: StrictBool = False
    """Whether the note is for the Full record alone."""


class HandsShown(ElementEvent):
    """A show of hands was recorded."""

    kind: Literal["voted"] = "voted"
    answers = Ask.HANDS
    votes: tuple[StrictInt, ...]
    """The number of hands for each level of the scale, the weakest first."""


class ElementRated(ElementEvent):
    """An element was rated."""

    kind: Literal["rated"] = "rated"
    answers = Ask.RATING
    rating: FixedText
    """The letters of a level, such as `AR`."""
    drafted: StrictBool = False


class RationaleGiven(ElementEvent):
    """The rationale of a rating was given."""

    kind: Literal["reasoned"] = "reasoned"
    answers = Ask.RATIONALE
    rationale: PersonalWords
    drafted: StrictBool = False


class EvidenceNamed(ElementEvent):
    """The key evidence for a rating was given."""

    kind: Literal["evidenced"] = "evidenced"
    answers = Ask.EVIDENCE
    evidence: PersonalWords
    drafted: StrictBool = False


class DissentNoted(ElementEvent):
    """Who sees an agreed rating differently, and how, was recorded."""

    kind: Literal["differed"] = "differed"
    answers = Ask.DIFFERS
    differs: PersonalWords
    drafted: StrictBool = False


class RealityChecked(Event):
    """A rating was tested with others later (a reality check). The rating is not changed."""

    kind: Literal["challenged"] = "challenged"
    element: Identifier
    with_whom: PersonName
    """Such as a focus group, a facilitator, another trust or a peer review."""
    when: PersonalWords = ""
    """In people's own words."""
    outcome: Outcome
    said: PersonalWords = ""


class StepSkipped(Event):
    """A step was skipped without an answer; skipping the opening of an element means `Not this time`."""

    kind: Literal["skipped"] = "skipped"
    skipped: Identifier
    """The key of the step."""

    @property
    def step(self) -> Step | None:
        """The step that was skipped."""
        return Step.of(self.skipped)


class StepVisited(Event):
    """The conversation was moved to a step."""

    kind: Literal["went"] = "went"
    to: Identifier
    """The key of the step."""
    come_from: Identifier = ""
    """The key of the step from which somebody jumped; empty for a step back."""


class PlaceParked(Event):
    """An element or a question was parked, to come back to, or that mark was cleared."""

    kind: Literal["parked"] = "parked"
    place: Identifier
    parked: StrictBool = True


class PriorityWritten(PriorityRow, Event):
    """A priority was chosen or edited; the event has the whole row."""

    kind: Literal["prioritised"] = "prioritised"
    drafted: tuple[Identifier, ...] = ()
    """The fields that are still as matbot drafted them."""


class PriorityDropped(Event):
    """A priority was removed from the table."""

    kind: Literal["dropped"] = "dropped"
    priority: Identifier


class PrioritiesOrdered(Event):
    """The priorities were put in order."""

    kind: Literal["ordered"] = "ordered"
    priorities: tuple[Identifier, ...]


class ElementDeferred(Event):
    """An element was deferred."""

    kind: Literal["not_now"] = "not_now"
    element: Identifier
    why: PersonalWords = ""
    mitigation: PersonalWords = ""
    look_again: PersonalWords = ""


class ReviewDateSet(Event):
    """The date of the next review was agreed."""

    kind: Literal["next_review"] = "next_review"
    when: PersonalWords
    """In people's own words; empty if it is undecided again."""


class VersionSaved(Event):
    """A version of the review was saved under a name."""

    kind: Literal["named"] = "named"
    name: PersonalWords


class ReviewDetailsChanged(Event):
    """The trust, the group or the number of people were changed: it has all three as they are now."""

    kind: Literal["renamed"] = "renamed"
    trust: TrustName
    group: PersonName = ""
    people: StrictInt = Field(default=1, ge=1, le=MOST_PEOPLE)


class ReviewArchived(Event):
    """The review was moved to the archive, or back to the list of current reviews."""

    kind: Literal["archived"] = "archived"
    archived: StrictBool = True


class ReviewMigrated(Event):
    """The review was moved to another framework version, with its earlier answers.

    The earlier events are not changed; `migration.migrate_log` defines how they read from then on.
    """

    kind: Literal["carried"] = "carried"
    edition: Annotated[Rubric, Privacy.FIXED]
    """The framework version to which it was moved, including its wording."""
    left: Identifier
    """The content hash of the previous framework version."""
    elements: dict[Identifier, Identifier]
    """The new code of each previous element that has a place in this version, by its old code."""
    questions: dict[Identifier, Identifier]
    """The new id of each previous question that has a place in this version, by its old id."""


class EventUndone(Event):
    """An earlier event was undone."""

    kind: Literal["withdrew"] = "withdrew"
    reply: Identifier
    """The id of the earlier event."""


class CopiesMerged(Event):
    """Two copies of the review with contradicting answers were merged.

    It is not an answer, so undoing the last answer passes over it.
    """

    kind: Literal["merged"] = "merged"
    apart: tuple[tuple[Identifier, Identifier], ...]
    """Pairs of ids of events, one from each copy, that answer the same thing differently."""


class UnknownEvent(Event):
    """An event of a kind that this version does not know; it is kept and written back unchanged."""


class UnplacedEvent(UnknownEvent):
    """An event of an earlier framework version that has no place in the current one.

    It is created when the log is migrated, and never stored.
    """

    kind: Literal["kept"] = "kept"
    was: Event
    """The original event."""
    said_in: Annotated[Rubric, Privacy.FIXED]
    """The last framework version in which it had a place."""

    @property
    def place(self) -> str:
        """The element or question that it was about; empty if it was not about exactly one."""
        if self.was.step:
            return self.was.step.place
        names = ("place", "element", "question")
        return next((str(getattr(self.was, name)) for name in names if hasattr(self.was, name)), "")
