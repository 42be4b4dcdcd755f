"""Migrates the log of a review to the framework version to which the review was moved.

The stored log is not changed. When it is read, every earlier event gets the codes and ids of the current
framework version. An event without a place there becomes an `UnplacedEvent`. An event that was recorded in
that version, before the review left it and returned, gets its original form: a review that is moved to
another version and back is the same as before.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from matbot.review import events
from matbot.review.account import Account, ElementAccount
from matbot.review.events import Event, EventUndone, QuestionEvent, ReviewMigrated, UnplacedEvent
from matbot.review.log import effective_events, find_appended
from matbot.review.steps import Step
from matbot.rubric import Rubric
from matbot.rubric.crosswalk import Crosswalk
from matbot.rubric.places import code_of


def build_migration_event(crosswalk: Crosswalk) -> ReviewMigrated:
    """Build the event that moves a review from one framework version to another."""
    return ReviewMigrated(
        edition=crosswalk.later,
        left=crosswalk.earlier.content_hash,
        elements=dict(crosswalk.elements),
        questions=dict(crosswalk.questions),
    )


@dataclass(frozen=True)
class Migration:
    """A move of a review from one framework version to another, and the new place of everything."""

    earlier: Rubric
    later: Rubric
    elements: Mapping[str, str]
    """The new code of each element that has a place, by its old code."""
    questions: Mapping[str, str]
    """The new id of each question that has a place, by its old id."""

    @property
    def same_scale(self) -> bool:
        """Whether a rating means the same in both versions; if not, ratings stay with the earlier one."""
        return Crosswalk(self.earlier, self.later, self.questions).same_scale

    def reversed(self) -> "Migration":
        """Return the move in the opposite direction."""
        elements = {new: old for old, new in self.elements.items()}
        return Migration(
            self.later, self.earlier, elements, {new: old for old, new in self.questions.items()}
        )

    def has_place(self, place: str) -> bool:
        """Return whether the earlier version has such an element or question."""
        return place in self.earlier.elements or place in self.earlier.questions

    def find_place(self, place: str) -> str:
        """Return the new place of an element or question; empty if it has none."""
        return self.elements.get(place) or self.questions.get(place, "")


@dataclass(frozen=True)
class MigratedLog:
    """A log, migrated to the current framework version."""

    rubric: Rubric
    log: tuple[Event, ...]
    """One event for each of the original log, in the same order and with the same ids."""


def migrate_log(rubric: Rubric, log: Sequence[Event]) -> MigratedLog:
    """Migrate a log to the framework version of its last move; `rubric` is the one that it began in."""
    migrations = find_migrations(rubric, log)
    if not migrations:
        return MigratedLog(rubric, tuple(log))
    current, entries = rubric, list[_Entry]()
    for event in log:
        entries.append(_Entry(event, said_in=current))
        if migration := migrations.get(event.id):
            current = migration.later
            entries = _migrate_entries(entries, migration)
    return MigratedLog(current, tuple(entry.event_in(current) for entry in entries))


class IncrementalMigration:
    """Migrates a growing log incrementally, with the same result as `migrate_log`.

    The whole log is migrated anew if the review is moved, if an event is undone (which may be a move), and if
    the log does not extend the previous one.
    """

    def __init__(self, rubric: Rubric) -> None:
        """`rubric` is the framework version that the review began in."""
        self._begun_with = rubric
        self._log: tuple[Event, ...] = ()
        self._migrated = MigratedLog(rubric, ())

    def update(self, log: tuple[Event, ...]) -> MigratedLog:
        """Return the log, migrated to the current framework version."""
        if log is self._log:
            return self._migrated
        more = find_appended(self._log, log)
        if more is None or any(isinstance(event, ReviewMigrated) for event in more):
            self._migrated = migrate_log(self._begun_with, log)
        else:
            self._migrated = MigratedLog(self._migrated.rubric, (*self._migrated.log, *more))
        self._log = log
        return self._migrated


def find_migrations(rubric: Rubric, log: Sequence[Event]) -> dict[str, Migration]:
    """Find the moves of a review, by the ids of their events, from the framework version that it began with.

    Each move starts from the version to which the previous one led. If two copies of a review were both moved
    and then merged, the first move counts.
    """
    found: dict[str, Migration] = {}
    if not any(isinstance(event, ReviewMigrated) for event in log):
        return found  # the usual case, which matters because each save searches the whole log
    current = rubric
    for event in effective_events(log):
        if isinstance(event, ReviewMigrated) and event.left == current.content_hash:
            found[event.id] = Migration(current, event.edition, event.elements, event.questions)
            current = event.edition
    return found


def find_new_migrations(rubric: Rubric, log: Sequence[Event], more: Sequence[Event]) -> list[Migration]:
    """Find the moves that new events make, in order.

    Undoing a move moves the review back to where it was.
    """
    if not any(isinstance(event, ReviewMigrated | EventUndone) for event in more):
        return []
    before, after = find_migrations(rubric, log), find_migrations(rubric, [*log, *more])
    taken_back = [migration.reversed() for id_, migration in before.items() if id_ not in after]
    return [*reversed(taken_back), *(migration for id_, migration in after.items() if id_ not in before)]


def migrate_draft_key(migration: Migration, key: str) -> str:
    """Return the key of a half-typed draft after a move of the review.

    A draft that has no place is kept under its old key with the hash of its framework version, and gets that
    key back when the review returns to this version.
    """
    name, _, rest = key.partition(":")
    place, _, left_by = rest.partition("@")
    if left_by:
        return f"{name}:{place}" if left_by == migration.later.content_hash else key
    if not migration.has_place(place):
        return key
    migrated = migration.find_place(place)
    return f"{name}:{migrated}" if migrated else f"{key}@{migration.earlier.content_hash}"


@dataclass(frozen=True)
class _Entry:
    """One event during its migration through framework versions."""

    event: Event
    said_in: Rubric
    forms: Mapping[str, Event] = field(default_factory=dict)
    """Its form in each framework version in which it had a place, by the hash of that version."""

    def migrate(self, migration: Migration, before: "_UnreachableContent") -> "_Entry":
        """Return the entry, migrated to the framework version that the review is moved to."""
        if isinstance(self.event, UnplacedEvent):
            return replace(self, event=self.forms.get(migration.later.content_hash, self.event))
        forms = {**self.forms, migration.earlier.content_hash: self.event}
        migrated = forms.get(migration.later.content_hash)
        if migrated is None and (migrated := _migrate_event(self.event, migration)):
            migrated = before.complete(migrated, migration.later)
        if migrated is None:
            migrated = UnplacedEvent(
                id=self.event.id, at=self.event.at, was=self.event, said_in=migration.earlier
            )
        return replace(self, event=migrated, forms=forms)

    def event_in(self, framework: Rubric) -> Event:
        """Return the migrated event, marked as reworded if its question was worded differently then."""
        if not isinstance(self.event, QuestionEvent) or framework is self.said_in:
            return self.event
        original = self.forms.get(self.said_in.content_hash, self.event)
        old_question = (
            self.said_in.questions.get(original.question) if isinstance(original, QuestionEvent) else None
        )
        new_question = framework.questions.get(self.event.question)
        reworded = bool(
            old_question and new_question and old_question.content_hash != new_question.content_hash
        )
        return self.event.model_copy(update={"reworded": True}) if reworded else self.event


def _migrate_entries(entries: Sequence[_Entry], migration: Migration) -> list[_Entry]:
    before = _UnreachableContent(frozenset(migration.elements.values()))
    migrated = []
    for entry in entries:
        migrated.append(entry.migrate(migration, before))
        before.remember(migrated[-1].event)
    return migrated


class _UnreachableContent:
    """What is in the framework version to which a review returns, but not in the one that it returns from.

    A choice of elements, or a priority, that was changed in the latter keeps what it has in the former only.
    """

    def __init__(self, reachable: Collection[str]) -> None:
        self._reachable = reachable
        self._scope: tuple[str, ...] = ()
        self._rows: dict[str, events.PriorityWritten] = {}

    def remember(self, event: Event) -> None:
        """Remember what an event says about elements that the other framework version lacks."""
        if isinstance(event, events.ScopeChosen):
            self._scope = self._out_of_reach(event.elements)
        elif isinstance(event, events.PriorityWritten):
            self._rows[event.priority] = event

    def complete(self, event: Event, framework: Rubric) -> Event:
        """Add to an event recorded in the other framework version what it could not refer to there."""
        if isinstance(event, events.ScopeChosen):
            chosen = {*event.elements, *self._scope}
            return event.model_copy(update={"elements": tuple(c for c in framework.elements if c in chosen)})
        row = self._rows.get(event.priority) if isinstance(event, events.PriorityWritten) else None
        if row is None or not isinstance(event, events.PriorityWritten):
            return event
        missing = [code for code in self._out_of_reach(row.elements) if code in framework.elements]
        placeholders = {framework.elements[code].title for code in missing} - {*row.focus.split("\n")}
        focus = "\n".join(line for line in event.focus.split("\n") if line not in placeholders)
        return event.model_copy(update={"elements": (*event.elements, *missing), "focus": focus})

    def _out_of_reach(self, codes: Sequence[str]) -> tuple[str, ...]:
        return tuple(code for code in codes if code not in self._reachable)


def _migrate_event(event: Event, migration: Migration) -> Event | None:
    """Migrate an event to the new framework version; None if it has no place there."""
    match event:
        case events.ElementRated() | events.HandsShown() if not migration.same_scale:
            return None
        case events.ScopeChosen():
            return event.model_copy(update={"elements": _migrate_scope(migration, event.elements)})
        case events.PriorityWritten():
            return _migrate_row(event, migration)
        case events.AccountAdded():
            return event.model_copy(update={"account": _migrate_account(event.account, migration)})
        case events.StepVisited():
            migrated, back = (
                _migrate_step_key(migration, event.to),
                _migrate_step_key(migration, event.come_from),
            )
            return event.model_copy(update={"to": migrated, "come_from": back}) if migrated else None
        case events.StepSkipped():
            key = _migrate_step_key(migration, event.skipped)
            return event.model_copy(update={"skipped": key}) if key else None
    for name in ("question", "element", "place"):
        if name in type(event).model_fields:
            migrated = migration.find_place(getattr(event, name))
            return event.model_copy(update={name: migrated}) if migrated else None
    return event


def _migrate_step_key(migration: Migration, key: str) -> str:
    """Migrate the key of a step; empty if it has no place, and unchanged if it is about no element."""
    step = Step.of(key)
    if step is None or not migration.has_place(step.place):
        return key
    migrated = migration.find_place(step.place)
    return Step(step.ask, migrated).key if migrated else ""


def _migrate_scope(migration: Migration, codes: Sequence[str]) -> tuple[str, ...]:
    """Migrate a choice of elements; all elements become all elements of the new framework version."""
    if migration.earlier.elements.keys() <= set(codes):
        return tuple(migration.later.elements)
    chosen = {migration.elements.get(code) for code in codes}
    chosen |= {code_of(new) for old, new in migration.questions.items() if code_of(old) in codes}
    return tuple(code for code in migration.later.elements if code in chosen)


def _migrate_row(row: events.PriorityWritten, migration: Migration) -> events.PriorityWritten:
    """Migrate a priority; an element that has no place is named in the focus area instead."""
    migrated = tuple(migration.elements[code] for code in row.elements if code in migration.elements)
    gone = [
        element.title
        for code, element in migration.earlier.elements.items()
        if code in row.elements and code not in migration.elements
    ]
    focus = "\n".join(filter(None, [row.focus, *gone]))
    return row.model_copy(update={"elements": migrated, "focus": focus})


def _migrate_account(account: Account, migration: Migration) -> Account:
    """Migrate the account of a group, or of an earlier review."""
    codes = migration.elements
    migrated = {
        codes[code]: _migrate_element_account(one, migration)
        for code, one in account.elements.items()
        if code in codes
    }
    rows = [
        row.model_copy(update={"elements": tuple(codes[code] for code in row.elements if code in codes)})
        for row in account.priorities
    ]
    left = [
        one.model_copy(update={"element": codes[one.element]})
        for one in account.not_now
        if one.element in codes
    ]
    return account.model_copy(
        update={
            "words": {
                migration.questions[id_]: words
                for id_, words in account.words.items()
                if id_ in migration.questions
            },
            "scope": _migrate_scope(migration, account.scope),
            "elements": {code: migrated[code] for code in migration.later.elements if code in migrated},
            "priorities": tuple(rows),
            "not_now": tuple(left),
            "earlier": account.earlier and _migrate_account(account.earlier, migration),
            "groups": tuple(_migrate_account(group, migration) for group in account.groups),
        }
    )


def _migrate_element_account(element: ElementAccount, migration: Migration) -> ElementAccount:
    questions = {
        migration.questions[id_]: account
        for id_, account in element.questions.items()
        if id_ in migration.questions
    }
    return element.model_copy(update={"questions": questions})
