"""The tables of one review file, in TinyDB: header, rubric, events and drafts."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from tinydb import TinyDB, where
from tinydb.table import Document

from matbot.review.events import Event, StepSkipped
from matbot.review.header import Header
from matbot.review.log import serialize_event
from matbot.rubric import Rubric
from matbot.store.checks import Tables, serialize
from matbot.store.contents import NAMES, Contents
from matbot.store.errors import NotSaved, ReviewFull
from matbot.store.log_merge import number_documents
from matbot.store.schema import SCHEMA
from matbot.store.storage import DurableStorage
from matbot.store.times import now


def new_contents(rubric: Rubric, log: Sequence[Event]) -> Contents:
    """Build the contents of a new review, including the framework version that it uses."""
    tables: Tables = {name: {} for name in NAMES}
    tables["rubric"] = {"1": rubric.model_dump(mode="json")}
    tables["replies"] = number_documents([serialize_event(event) for event in log])
    return Contents(tables, rubric, tuple(log), now(), checksum="")


class ReviewTables:
    """Changes the tables of one review file, in memory until the storage is flushed."""

    def __init__(self, storage: DurableStorage) -> None:
        database = TinyDB(storage=lambda: storage)
        self._header, _, self._events, self._drafts = (database.table(name) for name in NAMES)

    @property
    def drafts(self) -> dict[str, str]:
        """The half-typed text of each step, by the key of the step."""
        return {draft["step"]: draft["text"] for draft in self._drafts}

    def put_header(self, header: Header, saved: datetime) -> None:
        """Replace the header, keeping fields of the old one that this version of matbot does not know."""
        first = {"schema": SCHEMA, "checksum": "", "saved": saved.isoformat()}
        known = header.serialize()
        unknown: Mapping[str, Any] = {}
        for document in self._header:
            unknown = {name: value for name, value in document.items() if name not in first | known}
        self._header.truncate()
        self._header.insert(Document({**first, **known, **unknown}, doc_id=1))

    def add(self, events: Iterable[Event], most: int) -> None:
        """Append events to the log, and remove the drafts of the steps that they answer.

        Args:
            events: The events to append.
            most: The space for them, in bytes.

        Raises:
            NotSaved: one of them cannot be serialised; none is appended.
            ReviewFull: together they take more than `most` bytes; none is appended.

        """
        events = list(events)
        documents = [serialize_event(event) for event in events]
        try:
            size = len(serialize(documents))
        except ValueError as error:
            raise NotSaved("Not saved: that answer has something in it that no file can hold.") from error
        if size > most:
            raise ReviewFull
        self._events.insert_multiple(documents)
        # Going on without an answer sends nothing: what is half typed there is kept for the next time.
        answered = [
            step.key for event in events if (step := event.step) and not isinstance(event, StepSkipped)
        ]
        self._drafts.remove(where("step").one_of(answered))

    def rename_drafts(self, renamed: Callable[[str], str]) -> None:
        """Store each draft under the key that `renamed` returns for its step."""
        before = self.drafts
        if any(renamed(step) != step for step in before):
            self._drafts.truncate()
            for step, text in before.items():
                self.put_draft(renamed(step), text)

    def put_draft(self, step: str, text: str) -> None:
        """Store the half-typed text of a step; empty text removes it."""
        if text:
            self._drafts.upsert({"step": step, "text": text}, where("step") == step)
        else:
            self._drafts.remove(where("step") == step)
