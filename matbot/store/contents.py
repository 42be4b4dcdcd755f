"""The contents of a review file: its tables, validated and parsed into framework, events and drafts."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from matbot.review.account_building import as_of
from matbot.review.events import Event, ReviewOpened
from matbot.review.log import parse_event
from matbot.review.migration import MigratedLog, migrate_log
from matbot.rubric import Rubric
from matbot.store import files
from matbot.store.checks import Flawed, Tables, is_seal_valid, parse_tables
from matbot.store.files import Stamp
from matbot.store.json_guards import mend_characters
from matbot.store.schema import SCHEMA, upgrade_tables
from matbot.store.times import saved_at

NAMES = ("header", "rubric", "replies", "drafts")
"""The tables of a review file, in order. The header is first, so that a list need only read the head."""


@dataclass(frozen=True)
class Contents:
    """The parsed contents of a review file."""

    tables: Tables
    """The tables of the file, including fields that this version of matbot does not know."""
    rubric: Rubric
    """The framework version that the review began with, including its wording."""
    log: tuple[Event, ...]
    """Every event as it was recorded, in the framework version of that time."""
    saved: datetime
    """When it was saved, UTC."""
    checksum: str
    altered: bool = False
    """Whether something other than matbot changed the file, so that its checksum is wrong."""
    newer: bool = False
    """Whether a newer matbot saved it, which makes it read-only."""
    form: int = SCHEMA
    """The schema version of the file; the tables of an older one were upgraded in memory."""

    @property
    def id(self) -> str:
        """The review's id; files with the same id are copies of one review."""
        return find_review_id(self.log)

    def migrated_log(self, version_name: str = "") -> MigratedLog:
        """Migrate the log to the framework version that the review uses now, or used in a saved version.

        Args:
            version_name: The saved version; empty for the review as it is now.

        Raises:
            NoSuchSavedVersion: no saved version has that name.

        """
        return migrate_log(
            self.rubric, as_of(self.log, self.rubric, version_name) if version_name else self.log
        )

    @property
    def drafts(self) -> dict[str, str]:
        """The half-typed text of each step, by the key of the step."""
        return {draft["step"]: draft["text"] for draft in sort_documents(self.tables["drafts"])}

    @property
    def reach(self) -> tuple[int, datetime]:
        """A sort key for progress: the number of events, then the time, as a clock can be set back."""
        return len(self.log), self.saved


def find_review_id(log: Sequence[Event]) -> str:
    """Return the id of the review that a log belongs to; Flawed if it does not begin with `ReviewOpened`."""
    if not log or not isinstance(log[0], ReviewOpened):
        raise Flawed("has lost its beginning")
    return log[0].review


def read_contents(raw: bytes) -> Contents:
    """Parse the bytes of a review file; Flawed if they are not a valid review."""
    tables = parse_tables(raw)
    (header,) = sort_documents(tables["header"])
    form = _parse_form(header)
    altered = form <= SCHEMA and not is_seal_valid(tables, raw)
    tables = {name: {} for name in NAMES} | upgrade_tables(tables, form)
    whole = mend_characters(tables, raw)
    contents = Contents(
        tables=whole | {"replies": tables["replies"]},  # events are written back unchanged
        rubric=_load_rubric(whole["rubric"]),
        log=tuple(_parse_document(document) for document in sort_documents(whole["replies"])),
        saved=_parse_saved(header),
        checksum=str(header.get("checksum", "")),
        altered=altered,
        newer=form > SCHEMA,
        form=form,
    )
    find_review_id(contents.log)
    if len({event.id for event in contents.log}) != len(contents.log):
        raise Flawed("has an answer in it twice")
    _check_drafts(whole["drafts"])
    return contents


def sort_documents(table: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the documents of a table in the order of their numbers; Flawed if a key is not a number."""
    if not all(number.isascii() and number.isdigit() and len(number) < 10 for number in table):
        raise Flawed("has something in it without a number")
    return [table[number] for number in sorted(table, key=int)]


def _parse_form(header: dict[str, Any]) -> int:
    schema = header.get("schema")
    if type(schema) is not int or schema < 1:  # True is an int too
        raise Flawed("does not say which form it has")
    return schema


def _parse_saved(header: dict[str, Any]) -> datetime:
    try:
        return saved_at(header.get("saved"))
    except ValueError as error:
        raise Flawed("does not say when it was saved") from error


def _load_rubric(table: dict[str, Any]) -> Rubric:
    """Parse the framework version of a review, or reuse the last one parsed, which most reviews share."""
    documents = sort_documents(table)
    for known, rubric in _last_read:
        if [known] == documents:
            return rubric
    rubric = _parse_rubric(documents)
    _last_read[:] = [(documents[0], rubric)]
    return rubric


_last_read: list[tuple[dict[str, Any], Rubric]] = []
"""A cache of the framework version that was parsed last: its document and the `Rubric` made of it."""


def _parse_rubric(documents: Sequence[dict[str, Any]]) -> Rubric:
    try:
        rubric = Rubric.model_validate(documents[0] if len(documents) == 1 else None)
    except ValidationError as error:
        raise Flawed("has lost the questions it was asked with") from error
    questions = [
        (element, question) for element in rubric.elements.values() for question in element.questions
    ]
    if not questions or any(question.element != element.code for element, question in questions):
        raise Flawed("has lost the questions it was asked with")
    return rubric


def _parse_document(document: dict[str, Any]) -> Event:
    if not document.get("id") or not document.get("at"):  # the model would generate new ones
        raise Flawed("has an answer in it that does not say when it was given")
    try:
        return parse_event(document)
    except ValidationError as error:
        raise Flawed("has an answer in it that cannot be understood") from error


def _check_drafts(table: dict[str, Any]) -> None:
    for draft in sort_documents(table):
        if not isinstance(draft.get("step"), str) or not isinstance(draft.get("text"), str):
            raise Flawed("has a draft in it that cannot be understood")


@dataclass(frozen=True)
class InspectedFile:
    """A file that was read and checked."""

    contents: Contents | None
    """None if the file is not a review."""
    flaw: str
    """What is wrong with the file, as a phrase that follows `it`; empty if it is good."""
    stamp: Stamp
    raw: bytes = field(repr=False)
    """The bytes of the file, which most copies share."""

    @property
    def good(self) -> Contents | None:
        """The contents, if they are complete and unchanged since matbot saved them."""
        return None if self.flaw else self.contents


def inspect_file(path: Path, beside: InspectedFile | None = None) -> InspectedFile:
    """Read a review file, and check whether it is unchanged since matbot saved it.

    If its bytes are the same as those of `beside`, as those of most copies are, the result for `beside` is
    reused.
    """
    raw, stamp = files.read_whole(path)
    if beside and raw == beside.raw:
        return replace(beside, stamp=stamp)
    try:
        contents = read_contents(raw)
    except Flawed as flaw:
        return InspectedFile(None, str(flaw), stamp, raw)
    flaw_words = "was changed by something other than matbot" if contents.altered else ""
    return InspectedFile(contents, flaw_words, stamp, raw)
