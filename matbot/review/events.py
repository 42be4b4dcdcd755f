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
"""How far the progress that was wanted has come."""

PROGRESS: tuple[Progress, ...] = get_args(Progress)

MOST_PEOPLE = 9999
"""The most people that a review can say were in the room."""


class ReviewOpened(Event):
    """A review was opened: the first event of every log."""

    kind: Literal["opened"] = "opened"
    review: Identifier
    """The review's id."""
    trust: TrustName
    group: PersonName = ""
    """Who is answering: one person, or several with a label."""
    people: StrictInt = Field(default=1, ge=1, le=MOST_PEOPLE)
    """How many of them; a show of hands is asked for where there is more than one."""
    rubric: Identifier
    """The framework version's id."""
    rubric_hash: Identifier = ""
    since: Identifier | None = None
    """The id of the earlier review that this one follows."""
    copy_of: Identifier | None = None
    """The id of the review that this is a copy of: what comes next in the log was said there."""


class ScopeChosen(Event):
    """The elements to be reviewed were chosen, or chosen anew."""

    kind: Literal["scoped"] = "scoped"
    elements: tuple[Identifier, ...]


class AccountAdded(Event):
    """What another review says was brought into this one, as it stood then: that review stays as it is."""

    kind: Literal["brought"] = "brought"
    role: Literal["group", "earlier"]
    """A group that is brought together with others, or the review that this one follows."""
    account: Account


class PromiseReviewed(Event):
    """It was said how far the progress that an earlier review wanted has come."""

    kind: Literal["looked_back"] = "looked_back"
    priority: Identifier
    """Names the row in the earlier review's table."""
    met: Progress

    @property
    def step(self) -> Step:
        """The step this event answers."""
        return Step(Ask.MET, f"{LAST_TIME}.{self.priority}")


class PromiseEvidenced(Event):
    """What shows how far that progress has come."""

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
    """Whether every step of the element is to be asked once more."""


class QuestionAnswered(QuestionEvent):
    """A question was placed between its two descriptors."""

    kind: Literal["leant"] = "leant"
    answers = Ask.CHOICE
    leaning: Leaning


class ReasonGiven(QuestionEvent):
    """Why a question does not apply was said."""

    kind: Literal["explained"] = "explained"
    answers = Ask.REASON
    reason: PersonalWords


class NoteWritten(QuestionEvent):
    """What makes them say so was noted; an empty note says that there is none."""

    kind: Literal["noted"] = "noted"
    answers = Ask.NOTE
    note: PrivateNote
    private: StrictBool = False
    """Only for the Full record."""


class HandsShown(ElementEvent):
    """Hands were shown."""

    kind: Literal["voted"] = "voted"
    answers = Ask.HANDS
    votes: tuple[StrictInt, ...]
    """How many hands for each level of the scale, the weakest first."""


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
    """Who sees an agreed rating differently, and how, was said."""

    kind: Literal["differed"] = "differed"
    answers = Ask.DIFFERS
    differs: PersonalWords
    drafted: StrictBool = False


class RealityChecked(Event):
    """A rating was tested with others, later: a reality check. The rating stays as it is."""

    kind: Literal["challenged"] = "challenged"
    element: Identifier
    with_whom: PersonName
    """A focus group, a facilitator, another trust, a peer review."""
    when: PersonalWords = ""
    """In people's own words."""
    outcome: Outcome
    said: PersonalWords = ""


class StepSkipped(Event):
    """The conversation went on without an answer; an element's opening skipped means not this time."""

    kind: Literal["skipped"] = "skipped"
    skipped: Identifier
    """The key of the step."""

    @property
    def step(self) -> Step | None:
        """The step that was skipped."""
        return Step.of(self.skipped)


class StepVisited(Event):
    """Somebody asked to be taken to a step."""

    kind: Literal["went"] = "went"
    to: Identifier
    """The key of the step."""
    come_from: Identifier = ""
    """The key of the step that was left for it, where somebody jumped; empty for a step back."""


class PlaceParked(Event):
    """An element or a question was marked to come back to, or the mark was taken off."""

    kind: Literal["parked"] = "parked"
    place: Identifier
    parked: StrictBool = True


class PriorityWritten(PriorityRow, Event):
    """A priority was chosen or its row was edited: the whole row as it then stood."""

    kind: Literal["prioritised"] = "prioritised"
    drafted: tuple[Identifier, ...] = ()
    """Which of the fields are still as matbot drafted them."""


class PriorityDropped(Event):
    """A priority was taken off the table."""

    kind: Literal["dropped"] = "dropped"
    priority: Identifier


class PrioritiesOrdered(Event):
    """The priorities were put in order."""

    kind: Literal["ordered"] = "ordered"
    priorities: tuple[Identifier, ...]


class ElementDeferred(Event):
    """An element was knowingly left for later."""

    kind: Literal["not_now"] = "not_now"
    element: Identifier
    why: PersonalWords = ""
    mitigation: PersonalWords = ""
    look_again: PersonalWords = ""


class ReviewDateSet(Event):
    """When to review again was agreed."""

    kind: Literal["next_review"] = "next_review"
    when: PersonalWords
    """In people's own words; empty where it is open again."""


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
    """The review was moved to another framework version: what was said before goes on in that one's places.

    It changes nothing in what was said; `migration.told` says how the log reads since.
    """

    kind: Literal["carried"] = "carried"
    edition: Annotated[Rubric, Privacy.FIXED]
    """The framework version that it goes on in, in its words."""
    left: Identifier
    """The content hash of the framework version that was left."""
    elements: dict[Identifier, Identifier]
    """Where each of its elements went that has a place in this one, by code."""
    questions: dict[Identifier, Identifier]
    """And each of its questions, by id."""


class EventUndone(Event):
    """An earlier event was taken back."""

    kind: Literal["withdrew"] = "withdrew"
    reply: Identifier
    """The earlier event's id."""


class CopiesMerged(Event):
    """Two copies of the review that had gone apart were made one again, and did not say the same.

    It says nothing about the trust, so that taking back the last thing said passes over it.
    """

    kind: Literal["merged"] = "merged"
    apart: tuple[tuple[Identifier, Identifier], ...]
    """Events of the one copy and of the other that answer the same thing differently, by their ids."""


class UnknownEvent(Event):
    """An event of a kind that this version does not know: kept, and written back as it came."""


class UnplacedEvent(UnknownEvent):
    """Something said in an earlier framework that has no place in this one: made in reading, in no file."""

    kind: Literal["kept"] = "kept"
    was: Event
    """What was said, as it was said."""
    said_in: Annotated[Rubric, Privacy.FIXED]
    """The framework version in which it had a place last."""

    @property
    def place(self) -> str:
        """The element or question that it was about; empty where it was about more than one."""
        if self.was.step:
            return self.was.step.place
        names = ("place", "element", "question")
        return next((str(getattr(self.was, name)) for name in names if hasattr(self.was, name)), "")
