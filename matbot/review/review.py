"""The review as its events leave it: who, which elements, and what was said of each."""

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
    """What was said of one question."""

    leaning: Leaning | None = None
    reason: str = ""
    """Why it does not apply, where it does not."""
    note: str = ""
    private: bool = False
    """Whether the note is for the Full record only."""
    parked: bool = False
    reworded: bool = False
    """Whether it was placed when the question was asked in other words, in an earlier framework version."""
    drafted: bool = False
    """Whether anything of it was read from a pack and is not confirmed yet."""

    @property
    def looked_at(self) -> bool:
        """Whether anything was said of it."""
        return bool(self.leaning or self.note)


@dataclass(frozen=True)
class ElementRecord:
    """What was said of one element."""

    way: str | None = None
    """How it was taken: `questions`, `glance`, or None if it was not opened."""
    rating: str | None = None
    """The letters of a level, chosen by people; None while it is not rated."""
    rationale: str = ""
    evidence: str = ""
    votes: tuple[int, ...] = ()
    """Hands for each level of the scale, the weakest first; empty where none were shown."""
    differs: str = ""
    """Who sees the agreed rating differently."""
    moves: tuple[HandsShown | ElementRated, ...] = ()
    """Every show of hands and every rating, in the order they came: how it moved while people talked."""
    checks: tuple[Check, ...] = ()
    """The reality checks of its rating, in the order they came."""
    parked: bool = False
    drafted: bool = False
    """Whether anything of it, its questions among it, was read from a pack and is not confirmed yet."""
    questions: Mapping[str, QuestionRecord] = field(default_factory=dict)
    """Every question of the element by its id, in order."""

    @property
    def looked_at(self) -> bool:
        """Whether anything was said of it: kept apart from how good it is."""
        answered = self.rating or self.rationale or self.evidence or self.votes or self.differs
        return bool(answered or any(record.looked_at for record in self.questions.values()))

    def leaning(self, *leanings: Leaning) -> list[str]:
        """The ids of the questions with one of these answers, in order."""
        return [id_ for id_, record in self.questions.items() if record.leaning in leanings]


@dataclass(frozen=True)
class PromiseProgress:
    """What was said of the progress that an earlier review wanted."""

    met: Progress | None = None
    shows: str = ""


@dataclass(frozen=True)
class Snapshot:
    """A saved version of the review: a point of its log with a name."""

    name: str
    at: datetime
    event_id: str
    """The id of the event that named it: the review as of then is the log up to it."""


@dataclass(frozen=True)
class MigrationRecord:
    """A time that the review was moved to another framework version."""

    framework: str
    """What that one is called."""
    at: datetime


@dataclass(frozen=True)
class Review:
    """One group's walk through a rubric, or a part of it: a pure function of the rubric and the events."""

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
    """When the last event that counts was given."""
    talked: datetime | None = None
    """When the last answer was given in the conversation, whatever was planned or named since."""
    scope: tuple[str, ...] = ()
    """The codes of the elements to be reviewed, in the order of the framework."""
    set_aside: frozenset[str] = frozenset()
    """The codes of the elements that people left out of the conversation with `Not this time`."""
    elements: Mapping[str, ElementRecord] = field(default_factory=dict)
    """Every element of the rubric by its code, in order, in scope or not."""
    priorities: tuple[PriorityWritten, ...] = ()
    """The rows of the priorities table, in their order."""
    deferred: tuple[ElementDeferred, ...] = ()
    snapshots: tuple[Snapshot, ...] = ()
    archived: bool = False
    """Whether it is in the archive, and not among the current reviews."""
    next_review: str = ""
    """When to review again, in people's own words; empty while that is open."""
    earlier: Account | None = None
    """The review that this one follows, as it stood when this one began."""
    groups: tuple[Account, ...] = ()
    """The groups that this review brings together, as they stood when it began."""
    promise_progress: Mapping[str, PromiseProgress] = field(default_factory=dict)
    """What was said of the earlier review's priorities, by what names them."""
    migrations: tuple[MigrationRecord, ...] = ()
    """The times that it was moved to another framework version."""
    unplaced: tuple[UnplacedEvent, ...] = ()
    """What was said in an earlier framework version and has no place in this one, in the order of the log."""
    drafted: frozenset[Step] = frozenset()
    """The steps whose answers were read from a pack and are not confirmed yet."""

    @property
    def promises(self) -> dict[str, PriorityAccount]:
        """The priorities of the review that this one follows, by what names them."""
        return {row.priority: row for row in self.earlier.priorities} if self.earlier else {}

    @property
    def looked_at(self) -> list[str]:
        """The codes of the elements in scope of which anything was said."""
        return [code for code in self.scope if self.elements[code].looked_at]

    @property
    def rated(self) -> list[str]:
        """The codes of the elements in scope that have a rating."""
        return [code for code in self.scope if self.elements[code].rating]

    @property
    def left_out(self) -> list[str]:
        """The codes of the elements out of scope of which anything was said, or which are parked."""
        begun = [code for code, record in self.elements.items() if record.looked_at or self._parked_in(code)]
        return [code for code in begun if code not in self.scope]

    @property
    def parked(self) -> list[str]:
        """The elements and questions in scope that are marked to come back to, by code and id."""
        return [place for code in self.scope for place in self._parked_in(code)]

    @property
    def parked_left_out(self) -> list[str]:
        """The elements and questions out of scope that are marked to come back to, by code and id."""
        return [place for code in self.left_out for place in self._parked_in(code)]

    @property
    def not_sure(self) -> list[str]:
        """The ids of the questions in scope that people were not sure of."""
        return [id_ for code in self.scope for id_ in self.elements[code].leaning("not sure")]

    def is_asked(self, question: str) -> bool:
        """Whether a question is asked, or was answered all the same.

        Those of an element that is rated at a glance, or was left out with `Not this time`, are not asked.
        """
        code = code_of(question)
        skipped = self.elements[code].way == "glance" or code in self.set_aside
        return not skipped or self.question(question).leaning is not None

    def name_place(self, place: str) -> str:
        """An element or a question as people refer to it: `1A`, `1A (iii)`."""
        return place if place in self.elements else f"{code_of(place)} ({numeral_of(place)})"

    def _parked_in(self, code: str) -> list[str]:
        return [place for place in (code, *self.elements[code].questions) if self.record_of(place).parked]

    @property
    def progress(self) -> str:
        """How far it has come, such as `3 of 14 elements looked at, 2 rated`."""
        return format_extent(len(self.scope), len(self.looked_at), len(self.rated))

    def question(self, id_: str) -> QuestionRecord:
        """What was said of a question, by its id."""
        return self.elements[code_of(id_)].questions[id_]

    def record_of(self, place: str) -> ElementRecord | QuestionRecord:
        """What was said of an element or a question."""
        return self.elements[place] if place in self.elements else self.question(place)
