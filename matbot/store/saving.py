"""The log and the drafts of an open review, and how they are saved."""

from collections.abc import Mapping
from datetime import datetime
from functools import partial
from pathlib import Path
from types import MappingProxyType

from matbot.review.account_building import as_of
from matbot.review.events import (
    CopiesMerged,
    Event,
    EventUndone,
    PriorityDropped,
    StepSkipped,
    StepVisited,
    VersionSaved,
)
from matbot.review.migration import (
    IncrementalMigration,
    MigratedLog,
    find_new_migrations,
    migrate_draft_key,
    migrate_log,
)
from matbot.review.projection import IncrementalProjection, Projection, header_of
from matbot.rubric import Rubric
from matbot.store import files
from matbot.store.checks import serialize
from matbot.store.contents import Contents, InspectedFile, find_review_id, inspect_file
from matbot.store.errors import NotSaved, ReadOnly, ReviewFull, Unreadable, not_saved
from matbot.store.files import Stamp
from matbot.store.log_merge import merge_contents
from matbot.store.schema import SCHEMA
from matbot.store.states import WriteBarrier
from matbot.store.storage import ChangedOnDisk, DurableStorage
from matbot.store.tables import ReviewTables
from matbot.store.times import now

_ATTEMPTS = 5
"""How many times a save is attempted if something else writes to the file meanwhile."""


_IN_A_FULL_REVIEW = (EventUndone, VersionSaved, PriorityDropped, StepVisited, StepSkipped)
"""The events that a full review still accepts: they undo answers, save versions and move on."""


class SavedLog:
    """The log and the drafts of an open review, and the known state of its file. It is not thread-safe.

    An appended event is in the log at once, and on disk when the call returns; NotSaved means that it is in
    the log only.
    """

    def __init__(self, storage: DurableStorage, contents: Contents) -> None:
        self.path: Path = storage.place.path
        self.begun_with: Rubric
        """The framework version that the review began with, as it was worded then."""
        self.events: tuple[Event, ...]
        """Every event as it was recorded, in the framework version of that time."""
        self.saved: datetime | None
        """When it was last safely on disk, UTC."""
        self.notice = ""
        """What the user should know about the file, in a sentence or two; empty if nothing is wrong."""
        self.unsaved = 0
        """The number of events that are in the log but not on disk."""
        self._bar: WriteBarrier | None = None
        """What prevents this window from writing."""
        self._dirty = False
        self._storage = storage
        self._show(contents, None, sound=False)

    @property
    def rubric(self) -> Rubric:
        """The framework version that the review uses now."""
        return self._reading.rubric

    @property
    def log(self) -> tuple[Event, ...]:
        """The events, migrated to that framework version."""
        return self._reading.log

    @property
    def projection(self) -> Projection:
        """The projection of the log, folded once for the header, the conversation and every page."""
        return self._projections.update(self.rubric, self.log)

    def as_of(self, version_name: str) -> MigratedLog:
        """Return the review as of a saved version, in the framework version of that time.

        Raises:
            NoSuchSavedVersion: there is no saved version of that name.

        """
        return migrate_log(self.begun_with, as_of(self.events, self.begun_with, version_name))

    @property
    def contents(self) -> Contents:
        """The current contents, including fields that this version of matbot does not know."""
        tables, saved = self._storage.tables, self.saved or now()
        newer = self._form > SCHEMA
        return Contents(
            tables, self.begun_with, self.events, saved, checksum="", newer=newer, form=self._form
        )

    @property
    def drafts(self) -> Mapping[str, str]:
        """The half-typed text of each step, by the key of the step."""
        return MappingProxyType(self._tables.drafts)

    def append(self, *events: Event) -> datetime:
        """Add events to the log and save; drafts of the steps that they answer are removed.

        Events that are already in the log are ignored.

        Returns:
            When they were safely on disk, UTC.

        Raises:
            NotSaved: they are in the log, and will be on disk after the next successful save.
            ReadOnly: this window may not write.
            ReviewFull: none of them was added: a full review accepts only events that undo, save a version
                or move on.

        """
        self._refuse_if_read_only()
        known = {event.id for event in self.events}
        new = [event for event in events if event.id not in known]
        in_full = all(isinstance(event, _IN_A_FULL_REVIEW) for event in new)
        self._tables.add(new, (files.LARGEST if in_full else files.FULL) - self._storage.size)
        # Drafts move along when the review is moved to another framework version, or back.
        for migration in find_new_migrations(self.begun_with, self.events, new):
            self._tables.rename_drafts(partial(migrate_draft_key, migration))
        self.events = (*self.events, *new)
        self.unsaved += len(new)
        return self.save()

    def keep_draft(self, key: str, text: str) -> None:
        """Save the half-typed text of a step; empty text removes it.

        Raises:
            NotSaved: the text is kept in memory only.
            ReadOnly: this window may not write.
            ReviewFull: the text is not kept.

        """
        self._refuse_if_read_only()
        if text and self._storage.size + len(serialize(text)) > files.FULL_OF_DRAFTS:
            raise ReviewFull
        if self._dirty or self.drafts.get(key, "") != text:
            self._tables.put_draft(key, text)
            self.save()

    def save(self) -> datetime:
        """Write everything to disk in one save.

        Returns:
            When it was safely on disk, UTC.

        Raises:
            NotSaved: it is in memory only; the message is for the user.
            ReadOnly: this window may not write.

        """
        self._refuse_if_read_only()
        self._dirty = True
        for _ in range(_ATTEMPTS):
            self._take_in_changes()
            self._keep_older_form()
            saved = now()
            header = header_of(self.rubric, self.projection.review, self.projection.flow)
            self._tables.put_header(header, saved)
            try:
                self._storage.flush()
            except ChangedOnDisk:
                continue
            self.saved, self.unsaved, self._dirty = saved, 0, False
            if self._storage.notice not in self.notice:  # shown once, however often it recurs
                self.notice = self._storage.notice
            return saved
        raise NotSaved(
            "Not saved: another program keeps writing to the file. Close it, and it is tried again."
        )

    def merge(self, theirs: Contents) -> datetime:
        """Merge the events of another copy of this review, and save; returns and raises as `save` does."""
        self._refuse_if_read_only()
        self._merge(theirs)
        return self.save()

    def _refuse_if_read_only(self) -> None:
        if self._bar:
            raise ReadOnly(f"This review can only be read: {self._bar.words}.")

    def _show(self, contents: Contents, stamp: Stamp | None, sound: bool) -> None:
        """Replace the review with contents that were read."""
        self.events, self.begun_with, self.saved = contents.log, contents.rubric, contents.saved
        self._form = contents.form
        self._storage.tables = contents.tables
        self._note_stamp(stamp, sound)
        self._storage.tried.add(contents.checksum)
        self._begin_anew()

    def _begin_anew(self) -> None:
        """Discard what was derived from the events, after a change other than an addition to them."""
        self._tables = ReviewTables(self._storage)
        self._reader, self._projections = IncrementalMigration(self.begun_with), IncrementalProjection()

    def _note_stamp(self, stamp: Stamp | None, sound: bool) -> None:
        self._storage.stamp, self._storage.sound = stamp, sound

    def _set_aside(self, ending: str = "set-aside", what: str = "The file as it was") -> None:
        """Keep the current file under another name as well, before a save replaces it."""
        try:
            kept = files.set_aside(self.path, ending)
        except OSError as error:
            raise not_saved(error) from error
        self.notice = f"{self.notice} {what} is kept as {kept.name}.".strip()

    def _take_in_changes(self) -> None:
        """Merge what something else wrote to the file since it was last seen, so that none of it is lost."""
        if not self._storage.is_changed_on_disk():
            return
        if files.read_stamp(self.path) is None:  # removed: the next save creates it again
            self._note_stamp(None, sound=False)
            return
        try:
            found = inspect_file(self.path)
        except Unreadable as error:
            raise NotSaved(f"Not saved: {error}") from error
        self._take_in(found)

    def _take_in(self, found: InspectedFile) -> None:
        if found.contents and found.contents.newer:
            raise NotSaved(
                "Not saved: a newer matbot saved this review meanwhile. Update matbot, and open it again."
            )
        if found.good and found.good.id == find_review_id(self.events):
            if found.good.checksum not in self._storage.tried:
                self._merge(found.good)
                self.notice = "The review was also saved somewhere else; both are now one."
                if isinstance(self.events[-1], CopiesMerged):
                    self.notice += " Where they answer the same thing differently, the later answer counts."
            self._note_stamp(found.stamp, sound=True)
        else:
            self.notice = "Something other than matbot wrote to the file."
            self._set_aside()
            self._note_stamp(found.stamp, sound=False)

    @property
    def _reading(self) -> MigratedLog:
        return self._reader.update(self.events)

    def _merge(self, theirs: Contents) -> None:
        both = merge_contents(self.contents, theirs)
        self.events, self.begun_with, self._storage.tables = both.log, both.rubric, both.tables
        self._begin_anew()

    def _keep_older_form(self) -> None:
        """Keep a file of an older schema permanently, under another name, before it is first overwritten."""
        if self._form < SCHEMA:
            self._set_aside(f"form-{self._form}")
            self._form = SCHEMA
