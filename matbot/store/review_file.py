"""An open review file: opening and closing it, and who may write to it."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from matbot.review.events import Event
from matbot.rubric import Rubric
from matbot.store import files, recovery
from matbot.store.contents import Contents
from matbot.store.errors import AlreadyThere, NotSaved, ReadOnly, Unreadable, not_saved
from matbot.store.locks import ReviewLock
from matbot.store.places import find_place
from matbot.store.recovery import RecoveredCopy
from matbot.store.saving import SavedLog
from matbot.store.states import CLOSED, State, WriteBarrier, find_write_barrier
from matbot.store.storage import DurableStorage
from matbot.store.tables import new_contents


class ReviewFile(SavedLog):
    """An open review, which holds the lock until it is closed.

    Without the lock, or without permission to write, it is read-only and can load what others save.
    """

    def __init__(self, lock: ReviewLock, storage: DurableStorage, contents: Contents) -> None:
        super().__init__(storage, contents)
        self.changed: Contents | None = None
        """The file as changed by something other than matbot, until the user says which version counts."""
        self._lock = lock

    @classmethod
    def create(cls, path: Path, rubric: Rubric, log: Sequence[Event]) -> Self:
        """Create a review and save it with its first events; raises as `create_from` does."""
        return cls.create_from(path, new_contents(rubric, log))

    @classmethod
    def create_from(cls, path: Path, contents: Contents) -> Self:
        """Create the file of a review, save its contents, and keep it open.

        Raises:
            AlreadyThere: there is a file of that name.
            NotSaved: it could not be saved; the message is for the user.

        """
        place = find_place(path)
        lock = ReviewLock(place)
        try:
            files.make_folder(path.parent)
            if words := lock.take():
                raise NotSaved(f"Not saved: {words}.")
            if files.read_stamp(path):
                raise AlreadyThere(
                    f"There already is a file {path}. Open it, or give the new review another name."
                )
            review = cls(lock, DurableStorage(place, contents.tables, None), contents)
            review.notice = lock.notice
            review.save()
        except OSError as error:
            lock.release()
            raise not_saved(error) from error
        except BaseException:
            lock.release()
            raise
        return review

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open a review from its file, or from its copies if the file is damaged.

        Raises:
            Unreadable: neither the file nor any copy can be read; the message is for the user.

        """
        place = find_place(path)
        lock = ReviewLock(place)
        words = lock.take()
        try:
            found = recovery.recover(place)
            review = cls(lock, DurableStorage(place, found.contents.tables, None), found.contents)
            review._begin(found, words)
        except BaseException:
            lock.release()
            raise
        return review

    @property
    def state(self) -> State:
        """Whether this window may write, and whether everything is on disk."""
        if self._bar:
            return self._bar.state
        return State.UNSAVED if self._dirty else State.EDITING

    @property
    def read_only(self) -> str:
        """Why it can only be read, as a phrase that follows `only be read:`; empty if it can be changed."""
        return self._bar.words if self._bar else ""

    def refresh(self) -> bool:
        """Load what another window saved, if this one is read-only.

        Returns:
            Whether there was anything new.

        """
        if not self.read_only or not self._storage.is_changed_on_disk():
            return False
        try:
            found = recovery.recover(self._storage.place)
        except Unreadable:
            return False
        self._show(found.contents, found.stamp, found.sound)
        self.changed = found.changed
        return True

    def take_over(self) -> bool:
        """Become the window that writes, if the previous one has closed the review.

        Returns:
            Whether this window can write now.

        """
        if self.state is not State.ELSEWHERE or self._lock.take():
            return False
        try:
            self._begin(recovery.recover(self._storage.place), "")
        except Unreadable:
            self._lock.release()
        return not self.read_only

    def keep_ours(self) -> datetime:
        """Continue with what matbot saved last; the file that something else changed is set aside.

        Returns:
            When it was safely on disk, UTC.

        Raises:
            NotSaved: it could not be saved; the message is for the user.
            ReadOnly: there is no choice between versions.

        """
        if self.changed and self.events is self.changed.log:
            raise ReadOnly("There is nothing that matbot saved: take the file as it is, or leave it.")
        return self._settle()

    def take_theirs(self) -> datetime:
        """Continue with the file that something else changed; returns and raises as `keep_ours` does."""
        theirs = self.changed
        if theirs is None or self.events is theirs.log:
            return self._settle()
        self._settle()  # so that what matbot saved is a file, which can be set aside
        self.notice = ""
        self._set_aside(what="What matbot had saved")
        self._show(theirs, self._storage.stamp, sound=True)
        return self.save()

    def close(self) -> None:
        """Release the lock, so that another window can write. Unsaved changes are lost."""
        self._bar = CLOSED
        self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _begin(self, found: RecoveredCopy, locked: str) -> None:
        """Show what was found, and repair the file unless something, such as a lock, prevents it."""
        self._show(found.contents, found.stamp, found.sound)
        self.notice, self.changed = f"{found.notice} {self._lock.notice}".strip(), found.changed
        self._storage.allow_replacing(found.replaceable)
        self._bar = find_write_barrier(self.path, found)
        if locked:
            self._bar = WriteBarrier(State.ELSEWHERE, locked)
        if self._bar:
            self._lock.release()
        else:
            self._repair(found)

    def _repair(self, found: RecoveredCopy) -> None:
        """Save the review if the file lacks part of it, after setting aside a file that is not good."""
        if found.complete:
            return
        try:
            if not found.sound:
                self._set_aside()
            self.save()
        except NotSaved as error:
            self.notice = f"{self.notice} {error}".strip()

    def _settle(self) -> datetime:
        """Make the version that is shown count, after setting aside the changed file."""
        if self.changed is None:
            raise ReadOnly("Nothing waits for a choice: nothing but matbot changed the file.")
        if words := self._lock.take():
            raise NotSaved(f"Not saved: {words}.")
        try:
            if self._storage.is_changed_on_disk():
                raise NotSaved("Not saved: the file was changed once more meanwhile. Open the review again.")
            self.notice = ""
            self._set_aside()
        except NotSaved:
            self._lock.release()
            raise
        self._bar = self.changed = None
        return self.save()
