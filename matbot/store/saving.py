"""The log and the drafts of an open review, and the saving of them by whoever may write."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from types import MappingProxyType

from matbot.review.account_building import as_of
from matbot.review.events import CopiesMerged, Event
from matbot.review.header import Header
from matbot.review.migration import IncrementalMigration, MigratedLog, draft_key_after, migrate_log, moves
from matbot.review.progress import header_of
from matbot.review.projection import IncrementalProjection, Projection
from matbot.rubric import Rubric
from matbot.store import files
from matbot.store.contents import Contents, id_of
from matbot.store.errors import NotSaved, ReadOnly, Unreadable, not_saved
from matbot.store.files import Stamp
from matbot.store.inspection import InspectedFile, inspect_file
from matbot.store.log_merge import merge_contents
from matbot.store.schema import SCHEMA
from matbot.store.states import WriteBarrier
from matbot.store.storage import ChangedOnDisk, DurableStorage
from matbot.store.tables import ReviewTables
from matbot.store.times import now

_ATTEMPTS = 5
"""How often a save begins anew because something else wrote to the file while it was under way."""


class SavedLog:
    """The log and the drafts of an open review, and what is known of its file; for one thread at a time.

    What is appended is in the log at once, and on disk when the call returns; NotSaved says that it
    is in the log only.
    """

    def __init__(self, storage: DurableStorage, contents: Contents) -> None:
        self.path: Path = storage.place.path
        self.begun_with: Rubric
        """The edition that the review began with, in its words, whatever became of the edition on disk."""
        self.events: tuple[Event, ...]
        """Every reply as it was said, in whichever edition that was."""
        self.saved: datetime | None
        """When it was last safely on disk, UTC."""
        self.notice = ""
        """What people should know about the file, in a sentence or two; empty if all is as it should be."""
        self.unsaved = 0
        """How many replies are in the log but not on disk."""
        self._bar: WriteBarrier | None = None
        """What keeps this window from writing."""
        self._dirty = False
        self._storage = storage
        self._show(contents, None, sound=False)

    @property
    def rubric(self) -> Rubric:
        """The edition that the review is asked in now, in its words."""
        return self._reading.rubric

    @property
    def log(self) -> tuple[Event, ...]:
        """The replies as they read in that edition."""
        return self._reading.log

    @property
    def projection(self) -> Projection:
        """What the log comes to: folded once for the header, the conversation and every page."""
        return self._projections.after(self.rubric, self.log)

    def as_of(self, version_name: str) -> MigratedLog:
        """The review as it stood at a moment of that name, in the edition of then; NoSuchSavedVersion."""
        return migrate_log(self.begun_with, as_of(self.events, self.begun_with, version_name))

    @property
    def contents(self) -> Contents:
        """The review as it stands, with all of it that this version does not know."""
        tables, saved = self._storage.tables, self.saved or now()
        newer = self._form > SCHEMA
        return Contents(
            tables, self.begun_with, self.events, saved, checksum="", newer=newer, form=self._form
        )

    @property
    def drafts(self) -> Mapping[str, str]:
        """What is half typed, by the key of the step it was typed at."""
        return MappingProxyType(self._tables.drafts)

    def append(self, *events: Event) -> datetime:
        """Add replies to the log and save; when they were safely on disk, UTC.

        The drafts of the steps they answer go with the same save. NotSaved leaves them in the log,
        for the next append or `save`; a reply that the log has already is not added twice.
        """
        self._refuse_if_read_only()
        known = {event.id for event in self.events}
        new = [event for event in events if event.id not in known]
        self._tables.add(new)
        self._move_drafts(new)
        self.events = (*self.events, *new)
        self.unsaved += len(new)
        return self.save()

    def keep_draft(self, key: str, text: str) -> None:
        """Save what is half typed at a step; empty text removes it. NotSaved keeps it in memory."""
        self._refuse_if_read_only()
        if self._dirty or self.drafts.get(key, "") != text:
            self._tables.put_draft(key, text)
            self.save()

    def save(self) -> datetime:
        """Put everything on disk as one save; when it was safe, UTC. NotSaved, in words, if it is not."""
        self._refuse_if_read_only()
        self._dirty = True
        for _ in range(_ATTEMPTS):
            self._take_in_changes()
            self._keep_older_form()
            saved = now()
            self._tables.put_header(self._header_now(), saved)
            try:
                self._storage.flush()
            except ChangedOnDisk:
                continue
            self.saved, self.unsaved, self._dirty = saved, 0, False
            self.notice = self._storage.notice or self.notice
            return saved
        raise NotSaved(
            "Not saved: another program keeps writing to the file. Close it, and it is tried again."
        )

    def merge(self, theirs: Contents) -> datetime:
        """Take over every reply of another copy of this review, and save; NotSaved, or ReadOnly."""
        self._refuse_if_read_only()
        self._merge(theirs)
        return self.save()

    def _refuse_if_read_only(self) -> None:
        if self._bar:
            raise ReadOnly(f"This review can only be read: {self._bar.words}.")

    def _show(self, contents: Contents, stamp: Stamp | None, sound: bool) -> None:
        """Let the review be what was read."""
        self.events, self.begun_with, self.saved = contents.log, contents.rubric, contents.saved
        self._form = contents.form
        self._storage.tables = contents.tables
        self._seen(stamp, sound)
        self._storage.tried.add(contents.checksum)
        self._begin_anew()

    def _begin_anew(self) -> None:
        """Forget what was made of the replies, where they are not those of before and some more."""
        self._tables = ReviewTables(self._storage)
        self._reader, self._projections = IncrementalMigration(self.begun_with), IncrementalProjection()

    def _seen(self, stamp: Stamp | None, sound: bool) -> None:
        self._storage.stamp, self._storage.sound = stamp, sound

    def _set_aside(self, ending: str = "set-aside", what: str = "The file as it was") -> None:
        """Keep the file that is in the review's place under another name, before a save replaces it."""
        try:
            kept = files.set_aside(self.path, ending)
        except OSError as error:
            raise not_saved(error) from error
        self.notice = f"{self.notice} {what} is kept as {kept.name}.".strip()

    def _take_in_changes(self) -> None:
        """Merge what something else wrote to the file since it was last seen; none of it is overwritten."""
        if not self._storage.changed():
            return
        if files.stamp_of(self.path) is None:  # taken away: the next save puts it back
            self._seen(None, sound=False)
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
        if found.good and found.good.id == id_of(self.events):
            if found.good.checksum not in self._storage.tried:
                self._merge(found.good)
                self.notice = (
                    f"The review was also saved somewhere else; both are now one.{self._differences}"
                )
            self._seen(found.stamp, sound=True)
        else:
            self.notice = "Something other than matbot wrote to the file."
            self._set_aside()
            self._seen(found.stamp, sound=False)

    @property
    def _reading(self) -> MigratedLog:
        return self._reader.after(self.events)

    def _move_drafts(self, new: Sequence[Event]) -> None:
        """Take what is half typed along where the review is carried to another edition, or back."""
        for migration in moves(self.begun_with, self.events, new):
            self._tables.rename_drafts(partial(draft_key_after, migration))

    def _merge(self, theirs: Contents) -> None:
        both = merge_contents(self.contents, theirs)
        self.events, self.begun_with, self._storage.tables = both.log, both.rubric, both.tables
        self._begin_anew()

    @property
    def _differences(self) -> str:
        """What to know of a log that was merged just now."""
        apart = isinstance(self.events[-1], CopiesMerged)
        return " Where they answer the same thing differently, the later answer counts." if apart else ""

    def _keep_older_form(self) -> None:
        """Keep a file of an older form under another name for good, before the first save in this one."""
        if self._form < SCHEMA:
            self._set_aside(f"form-{self._form}")
            self._form = SCHEMA

    def _header_now(self) -> Header:
        return header_of(self.rubric, self.projection.review, self.projection.flow)
