"""The review that the events fold to: who completes it, its elements, and the answers about each."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from matbot.review.account import Account, Check, PriorityAccount, format_extent
from matbot.review.events import (
    ElementDeferred,
    ElementRated,
    HandsShown,
    Leaning,
    PriorityWritten,
    Progress,
    UnplacedEvent,
)
from matbot.review.steps import Step
from matbot.rubric.places import code_of, numeral_of


@dataclass(frozen=True)
class QuestionRecord:
    """What was recorded for one question."""

    leaning: Leaning | None = None
    reason: str = ""
    """Why the question does not apply, if that is the answer."""
    note: str = ""
    private: bool = False
    """Whether the note is for the Full record alone."""
    parked: bool = False
    reworded: bool = False
    """Whether it was answered in an earlier framework version with a different wording of the question."""
    drafted: bool = False
    """Whether any of it was read from a pack and is not confirmed yet."""

    @property
    def looked_at(self) -> bool:
        """Whether it has an answer or a note."""
        return bool(self.leaning or self.note)


@dataclass(frozen=True)
class ElementRecord:
    """What was recorded for one element."""

    way: str | None = None
    """How it is reviewed: `questions`, `glance`, or None if it was not opened."""
    rating: str | None = None
    """The letters of a level, chosen by people; None if it is not rated."""
    rationale: str = ""
    evidence: str = ""
    votes: tuple[int, ...] = ()
    """The hands for each level of the scale, the weakest first; empty if none were shown."""
    differs: str = ""
    """Who sees the agreed rating differently."""
    moves: tuple[HandsShown | ElementRated, ...] = ()
    """Every show of hands and every rating, in order: how the rating moved during the discussion."""
    checks: tuple[Check, ...] = ()
    """The reality checks of its rating, in order."""
    parked: bool = False
    drafted: bool = False
    """Whether any of it, including its questions, was read from a pack and is not confirmed yet."""
    questions: Mapping[str, QuestionRecord] = field(default_factory=dict)
    """Every question of the element by its id, in order."""

    @property
    def looked_at(self) -> bool:
        """Whether anything was recorded for it, regardless of how good it is."""
        answered = self.rating or self.rationale or self.evidence or self.votes or self.differs
        return bool(answered or any(record.looked_at for record in self.questions.values()))

    def leaning(self, *leanings: Leaning) -> list[str]:
        """Return the ids of the questions with one of these answers, in order."""
        return [id_ for id_, record in self.questions.items() if record.leaning in leanings]


@dataclass(frozen=True)
class PromiseProgress:
    """What was recorded about the progress that an earlier review set out."""

    met: Progress | None = None
    shows: str = ""


@dataclass(frozen=True)
class Snapshot:
    """A saved version of the review: a named point of its log."""

    name: str
    at: datetime
    event_id: str
    """The id of its `VersionSaved` event; the saved version is the log up to that event."""


@dataclass(frozen=True)
class MigrationRecord:
    """A move of the review to another framework version."""

    framework: str
    """The name of the framework version to which it was moved."""
    at: datetime


@dataclass(frozen=True)
class Review:
    """One group's review of a framework version, or of part of it: what the event log folds to."""

    id: str = ""
    trust: str = ""
    group: str = ""
    people: int = 1
    rubric: str = ""
    """The framework version's id."""
    since: str | None = None
    """The id of the earlier review that this one follows."""
    copy_of: str | None = None
    """The id of the review that this is a copy of."""
    started: datetime | None = None
    said: datetime | None = None
    """When it was last updated: the last event that counts, apart from saved versions and migrations."""
    talked: datetime | None = None
    """When the last answer was given in the conversation, regardless of later planning."""
    scope: tuple[str, ...] = ()
    """The codes of the elements to be reviewed, in the order of the framework."""
    set_aside: frozenset[str] = frozenset()
    """The codes of the elements that people left out of the conversation with `Not this time`."""
    elements: Mapping[str, ElementRecord] = field(default_factory=dict)
    """Every element of the framework version by its code, in order, in scope or not."""
    priorities: tuple[PriorityWritten, ...] = ()
    """The rows of the priorities table, in order."""
    deferred: tuple[ElementDeferred, ...] = ()
    snapshots: tuple[Snapshot, ...] = ()
    archived: bool = False
    """Whether it is in the archive, and not among the current reviews."""
    next_review: str = ""
    """When to review again, in people's own words; empty if undecided."""
    earlier: Account | None = None
    """The account of the review that this one follows, as of when this one began."""
    groups: tuple[Account, ...] = ()
    """The accounts of the groups of a joint review, as of when they were added."""
    promise_progress: Mapping[str, PromiseProgress] = field(default_factory=dict)
    """What was recorded about the earlier review's priorities, by the id of the row."""
    migrations: tuple[MigrationRecord, ...] = ()
    """Its moves to other framework versions, in order."""
    unplaced: tuple[UnplacedEvent, ...] = ()
    """The events of earlier framework versions that have no place in this one, in the order of the log."""
    drafted: frozenset[Step] = frozenset()
    """The steps whose answers were read from a pack and are not confirmed yet."""

    @property
    def promises(self) -> dict[str, PriorityAccount]:
        """The priorities of the review that this one follows, by the id of the row."""
        return {row.priority: row for row in self.earlier.priorities} if self.earlier else {}

    @property
    def looked_at(self) -> list[str]:
        """The codes of the elements in scope that were looked at."""
        return [code for code in self.scope if self.elements[code].looked_at]

    @property
    def rated(self) -> list[str]:
        """The codes of the elements in scope that have a rating."""
        return [code for code in self.scope if self.elements[code].rating]

    @property
    def left_out(self) -> list[str]:
        """The codes of the elements out of scope that were looked at or have anything parked."""
        begun = [code for code, record in self.elements.items() if record.looked_at or self._parked_in(code)]
        return [code for code in begun if code not in self.scope]

    @property
    def parked(self) -> list[str]:
        """The parked elements and questions in scope, by code and id."""
        return [place for code in self.scope for place in self._parked_in(code)]

    @property
    def parked_left_out(self) -> list[str]:
        """The parked elements and questions out of scope, by code and id."""
        return [place for code in self.left_out for place in self._parked_in(code)]

    @property
    def not_sure(self) -> list[str]:
        """The ids of the questions in scope that were answered `Not sure`."""
        return [id_ for code in self.scope for id_ in self.elements[code].leaning("not sure")]

    def is_asked(self, question: str) -> bool:
        """Return whether a question is asked, or was answered anyway.

        Questions of an element that is rated at a glance, or left out with `Not this time`, are not asked.
        """
        code = code_of(question)
        skipped = self.elements[code].way == "glance" or code in self.set_aside
        return not skipped or self.question(question).leaning is not None

    def name_place(self, place: str) -> str:
        """Format an element or a question as people refer to it: `1A`, `1A (iii)`."""
        return place if place in self.elements else f"{code_of(place)} ({numeral_of(place)})"

    def _parked_in(self, code: str) -> list[str]:
        return [place for place in (code, *self.elements[code].questions) if self.record_of(place).parked]

    @property
    def progress(self) -> str:
        """How far it has come, such as `3 of 14 elements looked at, 2 rated`."""
        return format_extent(len(self.scope), len(self.looked_at), len(self.rated))

    def question(self, id_: str) -> QuestionRecord:
        """Return the record of a question, by its id."""
        return self.elements[code_of(id_)].questions[id_]

    def record_of(self, place: str) -> ElementRecord | QuestionRecord:
        """Return the record of an element or a question."""
        return self.elements[place] if place in self.elements else self.question(place)
