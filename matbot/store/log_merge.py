"""Merges two copies of one review without loss, by the union of their events."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from matbot.review.contradictions import find_contradicting_pairs
from matbot.review.events import CopiesMerged, Event, ReviewMigrated
from matbot.review.log import effective_events, serialize_event
from matbot.store.checks import Tables
from matbot.store.contents import Contents, sort_documents
from matbot.text import without_half_characters


def merge_contents(first: Contents, second: Contents) -> Contents:
    """Merge two copies of one review; for all but the events, the copy with more progress has precedence."""
    ours, theirs = (first, second) if first.reach >= second.reach else (second, first)
    log = _mark_contradictions(
        merge_logs(ours.log, theirs.log), find_contradicting_pairs(ours.log, theirs.log)
    )
    return replace(ours, log=log, tables=_merge_tables(ours, theirs, log))


def merge_logs(ours: Sequence[Event], theirs: Sequence[Event]) -> tuple[Event, ...]:
    """Merge two logs: each event once, in the order of its own log; where the logs diverge, by time.

    If the logs have events that they share in different orders, the order of `ours` has precedence.
    """
    shared = {event.id for event in ours} & {event.id for event in theirs}
    theirs = _sort_shared(ours, theirs, shared)
    log: list[Event] = []
    our_index, their_index = 0, 0
    while our_index < len(ours) and their_index < len(theirs):
        event, their_event = ours[our_index], theirs[their_index]
        if event.id == their_event.id:
            our_index, their_index = our_index + 1, their_index + 1
        elif _precedes(event, their_event, shared):
            our_index += 1
        else:
            event, their_index = their_event, their_index + 1
        log.append(event)
    return (*log, *ours[our_index:], *theirs[their_index:])


def _mark_contradictions(log: tuple[Event, ...], pairs: tuple[tuple[str, str], ...]) -> tuple[Event, ...]:
    """Append an event that records where two copies contradict each other, if they do.

    Its id and time are derived from the pairs, so that two computers that merge the same copies append the
    same event.
    """
    if not pairs:
        return log
    ids = {id_ for pair in pairs for id_ in pair}
    at = max(event.at for event in log if event.id in ids)
    id_ = hashlib.sha256(repr(pairs).encode()).hexdigest()[:12]
    return (*log, CopiesMerged(id=id_, at=at, apart=pairs))


def _precedes(one: Event, other: Event, shared: set[str]) -> bool:
    """Return whether an event precedes the next one of the other log.

    A shared event waits until both logs have reached it. A move to another framework version waits too,
    because what the other copy recorded before it was answered in the framework version before the move.
    """
    if one.id in shared or other.id in shared:
        return other.id in shared
    if isinstance(one, ReviewMigrated) != isinstance(other, ReviewMigrated):
        return isinstance(other, ReviewMigrated)
    return (one.at, one.id) <= (other.at, other.id)


def _sort_shared(ours: Sequence[Event], theirs: Sequence[Event], shared: set[str]) -> list[Event]:
    """Return their log with the shared events, at the same positions, in the order of our log."""
    as_ours = iter([event for event in ours if event.id in shared])
    return [next(as_ours) if event.id in shared else event for event in theirs]


def _merge_tables(ours: Contents, theirs: Contents, log: Sequence[Event]) -> Tables:
    """Merge all tables document by document: events by id, and drafts by step unless ours has answered it."""
    tables = {
        name: {**theirs.tables.get(name, {}), **ours.tables.get(name, {})}
        for name in dict.fromkeys([*ours.tables, *theirs.tables])
    }
    appended = {event.id: serialize_event(event) for event in log[-1:]}
    documents = appended | _index_documents(theirs, "replies", "id") | _index_documents(ours, "replies", "id")
    answered = {event.step.key for event in effective_events(list(log)) if event.step}
    drafts = {
        key: draft for key, draft in _index_documents(theirs, "drafts", "step").items() if key not in answered
    }
    return tables | {
        "header": {"1": _header(theirs) | _header(ours)},
        "rubric": ours.tables["rubric"],
        "replies": number_documents([documents[event.id] for event in log]),
        "drafts": number_documents(list((drafts | _index_documents(ours, "drafts", "step")).values())),
    }


def _index_documents(contents: Contents, name: str, field: str) -> dict[str, dict[str, Any]]:
    documents = sort_documents(contents.tables[name])
    return {without_half_characters(document[field]): document for document in documents}


def _header(contents: Contents) -> dict[str, Any]:
    return next(iter(contents.tables["header"].values()), {})


def number_documents(documents: Sequence[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """Return documents as a table, numbered in their order."""
    return {str(number): document for number, document in enumerate(documents, start=1)}
