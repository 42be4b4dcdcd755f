"""Folds events into a review."""

from collections.abc import Callable, Sequence
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
    ReviewArchived,
    ReviewDateSet,
    ReviewDetailsChanged,
    ReviewMigrated,
    ReviewOpened,
    ScopeChosen,
    StepSkipped,
    UnplacedEvent,
    VersionSaved,
)
from matbot.review.log import effective_events, is_draft
from matbot.review.review import (
    ElementRecord,
    MigrationRecord,
    PromiseProgress,
    QuestionRecord,
    Review,
    Snapshot,
)
from matbot.review.steps import Ask, Step
from matbot.rubric import Rubric
from matbot.rubric.places import code_of


def review_of(rubric: Rubric, log: Sequence[Event]) -> Review:
    """Fold an event log into a review. It never raises: events that do not fit the framework are ignored."""
    fold = Fold(rubric)
    for event in effective_events(log):
        fold.apply(event)
    return fold.review()


class Fold:
    """Folds the events that count, one at a time, into a review."""

    def __init__(self, rubric: Rubric) -> None:
        self.rubric = rubric
        self.about: dict[str, Any] = {"scope": tuple(rubric.elements)}
        self.elements: dict[str, dict[str, Any]] = {code: {} for code in rubric.elements}
        self.questions: dict[str, dict[str, Any]] = {id_: {} for id_ in rubric.questions}
        self.rows: dict[str, PriorityWritten] = {}
        self.order: tuple[str, ...] = ()
        self.deferred: dict[str, ElementDeferred] = {}
        self.snapshots: list[Snapshot] = []
        self.groups: dict[str, Account] = {}
        self.promise_progress: dict[str, PromiseProgress] = {}
        self.drafted: set[Step] = set()
        self.set_aside: set[str] = set()
        self.kept: list[UnplacedEvent] = []
        self._records: dict[str, ElementRecord] = {}
        """A cache of element records; an event about an element removes its record."""

    def apply(self, event: Event) -> None:
        """Apply the next event, which changes only what it is about."""
        handler = _HANDLERS.get(type(event))
        if handler:
            handler(self, event)
        step = event.step
        if step:
            self._mark_drafts(event, step)
            self._mark_set_aside(event, step)
        if not isinstance(event, _ABOUT_THE_REVIEW):
            self.about["said"] = event.at
        if step:
            self.about["talked"] = event.at

    def _mark_drafts(self, event: Event, step: Step) -> None:
        """Mark the step of a draft; an answer to the step, or skipping it, confirms the draft."""
        self._records.pop(step.element, None)
        if is_draft(event):
            self.drafted.add(step)
        else:
            self.drafted.discard(step)
        if isinstance(event, QuestionAnswered) and event.leaning != "does not apply":
            self.drafted.discard(Step(Ask.REASON, event.question))  # it is no longer asked

    def _mark_set_aside(self, event: Event, step: Step) -> None:
        """Set an element aside if its opening was skipped, until the next event about it."""
        if is_draft(event):
            return
        self.set_aside.discard(step.element)
        if isinstance(event, StepSkipped) and step.ask is Ask.OPENING:
            self.set_aside.add(step.element)

    def _apply_opening(self, event: ReviewOpened) -> None:
        self.about |= {
            "id": event.review,
            "trust": event.trust,
            "group": event.group,
            "people": event.people,
            "rubric": event.rubric,
            "since": event.since,
            "copy_of": event.copy_of,
            "started": event.at,
        }

    def _apply_scope(self, event: ScopeChosen) -> None:
        chosen = set(event.elements)
        scope = tuple(code for code in self.rubric.elements if code in chosen)
        self.about["scope"] = scope or self.about["scope"]

    def _update_element(self, code: str, **fields: Any) -> None:
        if code in self.elements:
            self.elements[code] |= fields
            self._records.pop(code, None)

    def _update_question(self, id_: str, **fields: Any) -> None:
        if id_ in self.questions:
            self.questions[id_] |= fields
            self._records.pop(code_of(id_), None)

    def _append_to_element(self, code: str, name: str, value: object) -> None:
        """Append a value to a field of an element that holds several."""
        if code in self.elements:
            self.elements[code][name] = (*self.elements[code].get(name, ()), value)
            self._records.pop(code, None)

    def _apply_reality_check(self, event: RealityChecked) -> None:
        fields = event.model_dump(include=set(Check.model_fields))
        self._append_to_element(event.element, "checks", Check.model_validate(fields))

    def _apply_account(self, event: AccountAdded) -> None:
        if event.role == "earlier":
            self.about["earlier"] = event.account
        else:
            self.groups[event.account.review] = event.account

    def _update_promise(self, priority: str, **fields: Any) -> None:
        self.promise_progress[priority] = replace(
            self.promise_progress.get(priority, PromiseProgress()), **fields
        )

    def _apply_answer(self, event: QuestionAnswered) -> None:
        self._update_question(event.question, leaning=event.leaning, reworded=event.reworded)
        if not event.drafted and event.leaning != "not sure":
            self._update_question(event.question, parked=False)  # there is nothing to come back to

    def _apply_rating(self, event: ElementRated) -> None:
        if event.rating in self.rubric.levels:
            self._update_element(event.element, rating=event.rating)
            if not event.drafted:
                self._update_element(event.element, parked=False)
                self._append_to_element(event.element, "moves", event)

    def _apply_hands(self, event: HandsShown) -> None:
        if len(event.votes) == len(self.rubric.scale) and min(event.votes) >= 0:
            self._update_element(event.element, votes=event.votes)
            self._append_to_element(event.element, "moves", event)

    def _apply_parking(self, event: PlaceParked) -> None:
        self._update_element(event.place, parked=event.parked)
        self._update_question(event.place, parked=event.parked)

    def _apply_priority(self, event: PriorityWritten) -> None:
        if event.elements and not set(event.elements) & set(self.elements):
            return
        self.rows[event.priority] = event
        for code in event.elements:
            self.deferred.pop(code, None)

    def _apply_order(self, event: PrioritiesOrdered) -> None:
        self.order = event.priorities

    def _apply_deferral(self, event: ElementDeferred) -> None:
        if event.element in self.elements:
            self.deferred[event.element] = event

    def _apply_migration(self, event: ReviewMigrated) -> None:
        self.about["rubric"] = event.edition.id
        self.about["migrations"] = (
            *self.about.get("migrations", ()),
            MigrationRecord(event.edition.name, event.at),
        )

    def review(self) -> Review:
        """Build the review from the events that were applied."""
        places = {name: place for place, name in enumerate(self.order)}
        rows = sorted(self.rows.values(), key=lambda row: places.get(row.priority, len(places)))
        return Review(
            **self.about | self._find_start(),
            elements=MappingProxyType({code: self._element_record(code) for code in self.elements}),
            priorities=tuple(rows),
            deferred=tuple(self.deferred.values()),
            snapshots=tuple(self.snapshots),
            groups=tuple(self.groups.values()),
            promise_progress=MappingProxyType(dict(self.promise_progress)),
            drafted=frozenset(self.drafted),
            set_aside=frozenset(self.set_aside),
            unplaced=tuple(self.kept),
        )

    def _find_start(self) -> dict[str, datetime]:
        """Return when the review began; if the clock was wrong then, no later than its last update."""
        moments = [self.about[name] for name in ("started", "said", "talked") if name in self.about]
        return {"started": min(moments)} if "started" in self.about else {}

    def _element_record(self, code: str) -> ElementRecord:
        if code not in self._records:
            ids = [question.id for question in self.rubric.elements[code].questions]
            places = {step.place for step in self.drafted}
            questions = {id_: QuestionRecord(**self.questions[id_], drafted=id_ in places) for id_ in ids}
            self._records[code] = ElementRecord(
                **self.elements[code],
                questions=MappingProxyType(questions),
                drafted=not places.isdisjoint([code, *ids]),
            )
        return self._records[code]


_ABOUT_THE_REVIEW = (VersionSaved, ReviewMigrated, ReviewDetailsChanged, ReviewArchived)
"""Events that do not count as an update of what the review says."""

_HANDLERS: dict[type[Event], Callable[[Fold, Any], object]] = {
    ReviewOpened: Fold._apply_opening,
    ScopeChosen: Fold._apply_scope,
    ElementBegun: lambda fold, event: fold._update_element(event.element, way=event.way),
    QuestionAnswered: Fold._apply_answer,
    ReasonGiven: lambda fold, event: fold._update_question(event.question, reason=event.reason),
    NoteWritten: lambda fold, event: fold._update_question(
        event.question, note=event.note, private=event.private
    ),
    HandsShown: Fold._apply_hands,
    ElementRated: Fold._apply_rating,
    RationaleGiven: lambda fold, event: fold._update_element(event.element, rationale=event.rationale),
    EvidenceNamed: lambda fold, event: fold._update_element(event.element, evidence=event.evidence),
    DissentNoted: lambda fold, event: fold._update_element(event.element, differs=event.differs),
    PlaceParked: Fold._apply_parking,
    PriorityWritten: Fold._apply_priority,
    PriorityDropped: lambda fold, event: fold.rows.pop(event.priority, None),
    PrioritiesOrdered: Fold._apply_order,
    ElementDeferred: Fold._apply_deferral,
    VersionSaved: lambda fold, event: fold.snapshots.append(Snapshot(event.name, event.at, event.id)),
    ReviewDetailsChanged: lambda fold, event: fold.about.update(
        trust=event.trust, group=event.group, people=event.people
    ),
    ReviewArchived: lambda fold, event: fold.about.update(archived=event.archived),
    ReviewDateSet: lambda fold, event: fold.about.update(next_review=event.when),
    RealityChecked: Fold._apply_reality_check,
    AccountAdded: Fold._apply_account,
    ReviewMigrated: Fold._apply_migration,
    UnplacedEvent: lambda fold, event: fold.kept.append(event),
    PromiseReviewed: lambda fold, event: fold._update_promise(event.priority, met=event.met),
    PromiseEvidenced: lambda fold, event: fold._update_promise(event.priority, shows=event.shows),
}
