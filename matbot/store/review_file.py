"""One review, open: its log, its drafts, and the saving of both."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from types import MappingProxyType, TracebackType
from typing import Self

from matbot.review.flow import flow_of
from matbot.review.header import Header, header_of
from matbot.review.replies import Reply
from matbot.review.review import review_of
from matbot.rubric import Rubric
from matbot.store import files, recovery
from matbot.store.contents import Contents, id_of
from matbot.store.errors import AlreadyThere, NotSaved, ReadOnly, Unreadable, not_saved
from matbot.store.files import Stamp
from matbot.store.locks import ReviewLock
from matbot.store.merge import merged
from matbot.store.places import place_of
from matbot.store.recovery import Examined, Found
from matbot.store.storage import ChangedOnDisk, DurableStorage
from matbot.store.tables import ReviewTables, new_tables
from matbot.store.times import now

_ATTEMPTS = 5
"""How often a save begins anew because something else wrote to the file while it was under way."""


class ReviewFile:
    """A review that is open, for one thread at a time: it holds the lock until it is closed.

    What is appended is in the log at once, and on disk when the call returns; NotSaved says that it
    is in the log only. Without the lock, or the right to write, it follows what others save.
    """

    def __init__(self, lock: ReviewLock, storage: DurableStorage, rubric: Rubric) -> None:
        self.path: Path = storage.place.path
        self.rubric = rubric
        """The edition as the review is asked with it, whatever became of the edition on disk."""
        self.log: tuple[Reply, ...] = ()
        self.saved: datetime | None = None
        """When it was last safely on disk, UTC; None before the first save."""
        self.read_only = ""
        """Why it can only be read, in words that follow `only be read:`; empty if it can be changed."""
        self.notice = ""
        """What people should know about the file, in a sentence or two; empty if all is as it should be."""
        self.unsaved = 0
        """How many replies are in the log but not on disk."""
        self._dirty = False
        self._lock = lock
        self._storage = storage
        self._tables = ReviewTables(storage)
        self._header: tuple[tuple[Reply, ...], Header] | None = None

    @classmethod
    def create(cls, path: Path, rubric: Rubric, log: Sequence[Reply]) -> Self:
        """A new review, saved with its first replies; NotSaved, or AlreadyThere if the file exists."""
        place = place_of(path)
        lock = ReviewLock(place)
        try:
            files.make_folder(path.parent)
            if read_only := lock.take():
                raise NotSaved(f"Not saved: {read_only}.")
            if files.stamp_of(path):
                raise AlreadyThere(
                    f"There already is a file {path}. Open it, or give the new review another name."
                )
            review = cls(lock, DurableStorage(place, new_tables(rubric), None), rubric)
            review.append(*log)
        except OSError as error:
            lock.release()
            raise not_saved(error) from error
        except BaseException:
            lock.release()
            raise
        return review

    @classmethod
    def open(cls, path: Path) -> Self:
        """A review from its file; Unreadable, in words, if there is none to be had from it or its copies."""
        place = place_of(path)
        lock = ReviewLock(place)
        read_only = lock.take()
        try:
            found = recovery.find(place)
            review = cls(lock, DurableStorage(place, {}, None), found.contents.rubric)
            review._show(found.contents, found.stamp, found.sound)
            review.notice = found.notice
            review.read_only = read_only or _why_only_read(path, found.contents)
            review._mend(found)
        except BaseException:
            lock.release()
            raise
        if review.read_only:
            lock.release()
        return review

    @property
    def drafts(self) -> Mapping[str, str]:
        """What is half typed, by the key of the step it was typed at."""
        return MappingProxyType(self._tables.drafts)

    def append(self, *replies: Reply) -> datetime:
        """Add replies to the log and save; when they were safely on disk, UTC.

        The drafts of the steps they answer go with the same save. NotSaved leaves them in the log,
        for the next append or `save`; a reply that the log has already is not added twice.
        """
        self._refuse_if_read_only()
        known = {reply.id for reply in self.log}
        new = [reply for reply in replies if reply.id not in known]
        self._tables.add(new)
        self.log = (*self.log, *new)
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

    def refresh(self) -> bool:
        """Take over what another window saved; whether there was anything. Only where it is read only."""
        if not self.read_only or not self._storage.changed():
            return False
        try:
            found = recovery.find(self._storage.place)
        except Unreadable:
            return False
        self._show(found.contents, found.stamp, found.sound)
        return True

    def close(self) -> None:
        """Let another window write. What is not saved by now is lost."""
        self.read_only = self.read_only or "it was closed"
        self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _refuse_if_read_only(self) -> None:
        if self.read_only:
            raise ReadOnly(f"This review can only be read: {self.read_only}.")

    def _show(self, contents: Contents, stamp: Stamp | None, sound: bool) -> None:
        """Let the review be what was read."""
        self.log, self.rubric, self.saved = contents.log, contents.rubric, contents.saved
        self._storage.tables = contents.tables
        self._seen(stamp, sound)
        self._storage.tried.add(contents.checksum)
        self._tables = ReviewTables(self._storage)

    def _seen(self, stamp: Stamp | None, sound: bool) -> None:
        self._storage.stamp, self._storage.sound = stamp, sound

    def _mend(self, found: Found) -> None:
        """Save what the file does not have all of, once a file that is no good is kept under another name."""
        if found.complete or self.read_only:
            return
        try:
            if not found.sound:
                self._set_aside()
            self.save()
        except NotSaved as error:
            self.notice = f"{self.notice} {error}".strip()

    def _set_aside(self) -> None:
        """Keep the file that is in the review's place under another name, before a save replaces it."""
        try:
            kept = files.set_aside(self.path)
        except OSError as error:
            raise not_saved(error) from error
        self.notice = f"{self.notice} The file as it was is kept as {kept.name}.".strip()

    def _take_in_changes(self) -> None:
        """Merge what something else wrote to the file since it was last seen; none of it is overwritten."""
        if not self._storage.changed():
            return
        if files.stamp_of(self.path) is None:  # taken away: the next save puts it back
            self._seen(None, sound=False)
            return
        try:
            found = recovery.examined(self.path)
        except Unreadable as error:
            raise NotSaved(f"Not saved: {error}") from error
        self._take_in(found)

    def _take_in(self, found: Examined) -> None:
        if found.contents and found.contents.newer:
            raise NotSaved(
                "Not saved: a newer matbot saved this review meanwhile. Update matbot, and open it again."
            )
        if found.good and found.good.id == id_of(self.log):
            if found.good.checksum not in self._storage.tried:
                self._merge(found.good)
            self._seen(found.stamp, sound=True)
        else:
            self.notice = "Something other than matbot wrote to the file."
            self._set_aside()
            self._seen(found.stamp, sound=False)

    def _merge(self, theirs: Contents) -> None:
        ours = Contents(self._storage.tables, self.rubric, self.log, self.saved or theirs.saved, checksum="")
        both = merged(ours, theirs)
        self.log, self.rubric, self._storage.tables = both.log, both.rubric, both.tables
        self._tables = ReviewTables(self._storage)
        self.notice = "The review was also saved somewhere else; both are now one."

    def _header_now(self) -> Header:
        """The header of the log, worked out once for as long as the log stays as it is."""
        if self._header is None or self._header[0] is not self.log:
            review = review_of(self.rubric, self.log)
            header = header_of(self.rubric, review, flow_of(self.rubric, review, self.log))
            self._header = self.log, header
        return self._header[1]


def _why_only_read(path: Path, contents: Contents) -> str:
    """Why a review that no other window has open can only be read; empty if it can be changed."""
    if contents.newer:
        return "saved by a newer matbot"
    if contents.altered:
        return "changed by something other than matbot"
    return "" if files.may_write(path) else "you have no right to write there"
