"""How a review follows from its replies: each reply changes what it is about, and nothing else."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from types import MappingProxyType
from typing import Any

from matbot.review.account import Account, Check
from matbot.review.events import (
    AccountAdded,
    DissentNoted,
    ElementBegun,
    ElementDeferred,
    ElementRated,
    Event,
    EvidenceNamed,
    HandsShown,
    NoteWritten,
    PlaceParked,
    PrioritiesOrdered,
    PriorityDropped,
    PriorityWritten,
    PromiseEvidenced,
    PromiseReviewed,
    QuestionAnswered,
    RationaleGiven,
    RealityChecked,
    ReasonGiven,
    ReviewDateSet,
    ReviewMigrated,
    ReviewOpened,
    ScopeChosen,
    UnplacedEvent,
    VersionSaved,
)
from matbot.review.log import is_draft, standing
from matbot.review.review import Carrying, ElementRecord, LookBack, QuestionRecord, Review, Snapshot
from matbot.review.steps import Ask, Step
from matbot.rubric import Rubric
from matbot.rubric.places import code_of


def review_of(rubric: Rubric, log: Sequence[Event]) -> Review:
    """The review that a log of replies makes. Never fails: what does not fit the rubric changes nothing."""
    fold = Fold(rubric)
    for reply in standing(log):
        fold.take(reply)
    return fold.review()


class Fold:
    """A review in the making: takes replies that count one after another, each for what it is about alone."""

    def __init__(self, rubric: Rubric) -> None:
        self.rubric = rubric
        self.about: dict[str, Any] = {"scope": tuple(rubric.elements)}
        self.elements: dict[str, dict[str, Any]] = {code: {} for code in rubric.elements}
        self.questions: dict[str, dict[str, Any]] = {id_: {} for id_ in rubric.questions}
        self.rows: dict[str, PriorityWritten] = {}
        self.order: tuple[str, ...] = ()
        self.not_now: dict[str, ElementDeferred] = {}
        self.snapshots: list[Snapshot] = []
        self.groups: dict[str, Account] = {}
        self.looked_back: dict[str, LookBack] = {}
        self.drafted: set[Step] = set()
        self.kept: list[UnplacedEvent] = []
        self._records: dict[str, ElementRecord] = {}
        """The records of elements of which nothing was said since they were made."""

    def take(self, reply: Event) -> None:
        """Change what this reply is about."""
        taker = _TAKERS.get(type(reply))
        if taker:
            taker(self, reply)
        step = reply.step
        if step:
            self._mark_drafts(reply, step)
        if not isinstance(reply, VersionSaved | ReviewMigrated):  # said of the review, and not in it
            self.about["said"] = reply.at
        if step:
            self.about["talked"] = reply.at

    def _mark_drafts(self, reply: Event, step: Step) -> None:
        """Mark what a draft says; an answer, or going on without one, confirms what stands."""
        self._records.pop(step.element, None)
        if is_draft(reply):
            self.drafted.add(step)
        else:
            self.drafted.discard(step)
        if isinstance(reply, QuestionAnswered) and reply.leaning != "does not apply":
            self.drafted.discard(Step(Ask.REASON, reply.question))  # it is not asked any more

    def _opened(self, reply: ReviewOpened) -> None:
        self.about |= {
            "id": reply.review,
            "trust": reply.trust,
            "group": reply.group,
            "people": reply.people,
            "rubric": reply.rubric,
            "since": reply.since,
            "copy_of": reply.copy_of,
            "started": reply.at,
        }

    def _scoped(self, reply: ScopeChosen) -> None:
        wanted = set(reply.elements)
        scope = tuple(code for code in self.rubric.elements if code in wanted)
        self.about["scope"] = scope or self.about["scope"]

    def _of_element(self, code: str, **said: Any) -> None:
        if code in self.elements:
            self.elements[code] |= said
            self._records.pop(code, None)

    def _of_question(self, id_: str, **said: Any) -> None:
        if id_ in self.questions:
            self.questions[id_] |= said
            self._records.pop(code_of(id_), None)

    def _add(self, code: str, name: str, one: object) -> None:
        """Put one more at the end of what an element has several of."""
        if code in self.elements:
            self.elements[code][name] = (*self.elements[code].get(name, ()), one)
            self._records.pop(code, None)

    def _challenged(self, reply: RealityChecked) -> None:
        said = reply.model_dump(include=set(Check.model_fields))
        self._add(reply.element, "checks", Check.model_validate(said))

    def _brought(self, reply: AccountAdded) -> None:
        if reply.role == "earlier":
            self.about["earlier"] = reply.account
        else:
            self.groups[reply.account.review] = reply.account

    def _looked_back(self, priority: str, **said: Any) -> None:
        self.looked_back[priority] = replace(self.looked_back.get(priority, LookBack()), **said)

    def _rated(self, reply: ElementRated) -> None:
        if reply.rating in self.rubric.levels:
            self._of_element(reply.element, rating=reply.rating)
            if not reply.drafted:
                self._add(reply.element, "moves", reply)

    def _voted(self, reply: HandsShown) -> None:
        if len(reply.votes) == len(self.rubric.scale) and min(reply.votes) >= 0:
            self._of_element(reply.element, votes=reply.votes)
            self._add(reply.element, "moves", reply)

    def _parked(self, reply: PlaceParked) -> None:
        self._of_element(reply.place, parked=reply.parked)
        self._of_question(reply.place, parked=reply.parked)

    def _prioritised(self, reply: PriorityWritten) -> None:
        if reply.elements and not set(reply.elements) & set(self.elements):
            return
        self.rows[reply.priority] = reply
        for code in reply.elements:
            self.not_now.pop(code, None)

    def _dropped(self, reply: PriorityDropped) -> None:
        self.rows.pop(reply.priority, None)

    def _ordered(self, reply: PrioritiesOrdered) -> None:
        self.order = reply.priorities

    def _left(self, reply: ElementDeferred) -> None:
        if reply.element in self.elements:
            self.not_now[reply.element] = reply

    def _carried(self, reply: ReviewMigrated) -> None:
        self.about["rubric"] = reply.edition.id
        self.about["carried"] = (*self.about.get("carried", ()), Carrying(reply.edition.name, reply.at))

    def _named(self, reply: VersionSaved) -> None:
        self.snapshots.append(Snapshot(reply.name, reply.at, reply.id))

    def review(self) -> Review:
        """What all the replies taken so far come to."""
        return Review(
            **self.about | self._begun(),
            elements=MappingProxyType({code: self._element(code) for code in self.elements}),
            priorities=tuple(_in_order(self.rows, self.order)),
            not_now=tuple(self.not_now.values()),
            snapshots=tuple(self.snapshots),
            groups=tuple(self.groups.values()),
            looked_back=MappingProxyType(dict(self.looked_back)),
            drafted=frozenset(self.drafted),
            kept=tuple(self.kept),
        )

    def _begun(self) -> dict[str, datetime]:
        """When it was begun; by a clock that was wrong then, at the latest when it was last updated."""
        moments = [self.about[name] for name in ("started", "said", "talked") if name in self.about]
        return {"started": min(moments)} if "started" in self.about else {}

    def _element(self, code: str) -> ElementRecord:
        if code not in self._records:
            self._records[code] = self._made(code)
        return self._records[code]

    def _made(self, code: str) -> ElementRecord:
        ids = [question.id for question in self.rubric.elements[code].questions]
        places = {step.place for step in self.drafted}
        questions = {id_: QuestionRecord(**self.questions[id_], drafted=id_ in places) for id_ in ids}
        drafted = not places.isdisjoint([code, *ids])
        return ElementRecord(**self.elements[code], questions=MappingProxyType(questions), drafted=drafted)


def _in_order(rows: dict[str, PriorityWritten], order: Iterable[str]) -> list[PriorityWritten]:
    """The rows as ordered; those that no order names come last, as they came."""
    places = {name: place for place, name in enumerate(order)}
    return sorted(rows.values(), key=lambda row: places.get(row.priority, len(places)))


_TAKERS: dict[type[Event], Callable[[Fold, Any], None]] = {
    ReviewOpened: Fold._opened,
    ScopeChosen: Fold._scoped,
    ElementBegun: lambda fold, reply: fold._of_element(reply.element, way=reply.way),
    QuestionAnswered: lambda fold, reply: fold._of_question(
        reply.question, leaning=reply.leaning, reworded=reply.reworded
    ),
    ReasonGiven: lambda fold, reply: fold._of_question(reply.question, reason=reply.reason),
    NoteWritten: lambda fold, reply: fold._of_question(
        reply.question, note=reply.note, private=reply.private
    ),
    HandsShown: Fold._voted,
    ElementRated: Fold._rated,
    RationaleGiven: lambda fold, reply: fold._of_element(reply.element, rationale=reply.rationale),
    EvidenceNamed: lambda fold, reply: fold._of_element(reply.element, evidence=reply.evidence),
    DissentNoted: lambda fold, reply: fold._of_element(reply.element, differs=reply.differs),
    PlaceParked: Fold._parked,
    PriorityWritten: Fold._prioritised,
    PriorityDropped: Fold._dropped,
    PrioritiesOrdered: Fold._ordered,
    ElementDeferred: Fold._left,
    VersionSaved: Fold._named,
    ReviewDateSet: lambda fold, reply: fold.about.update(next_review=reply.when),
    RealityChecked: Fold._challenged,
    AccountAdded: Fold._brought,
    ReviewMigrated: Fold._carried,
    UnplacedEvent: lambda fold, reply: fold.kept.append(reply),
    PromiseReviewed: lambda fold, reply: fold._looked_back(reply.priority, met=reply.met),
    PromiseEvidenced: lambda fold, reply: fold._looked_back(reply.priority, shows=reply.shows),
}
