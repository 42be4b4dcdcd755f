"""The lock of a review: one window writes, and the others read and say since when it is open."""

from contextlib import suppress
from datetime import datetime

from filelock import FileLock, Timeout

from matbot.store import files
from matbot.store.places import Place
from matbot.store.times import clock, now


class ReviewLock:
    """The right to write to a review, until it is released or this process ends, however it ends.

    The lock is a file of its own: each save puts a new file in the review's place, and a lock on
    the old one would not keep a second writer off the new one.
    """

    def __init__(self, place: Place) -> None:
        self._place = place
        self._lock = FileLock(place.lock, mode=0o600, thread_local=False)
        self.held_elsewhere = False
        """Whether another window had the lock when this one last asked for it."""

    def take(self) -> str:
        """Take the lock if it is free.

        Returns:
            Why this window can only read, in words; empty if it has the lock.

        """
        self.held_elsewhere = False
        try:
            files.make_folder(self._place.lock.parent)
            self._lock.acquire(blocking=False)
        except Timeout:
            self.held_elsewhere = True
            return self._open_elsewhere()
        except (OSError, NotImplementedError):
            return f"it cannot be locked: there is no right to write in {self._place.lock.parent}"
        files.remove_temporary(self._place.path.parent, self._place.temporary)  # nobody else is writing now
        with suppress(OSError):
            files.write_over(self._place.since, now().isoformat().encode())
        return ""

    def release(self) -> None:
        """Release the lock, so that another window can take it."""
        self._lock.release()

    def _open_elsewhere(self) -> str:
        with suppress(OSError, ValueError):
            since = datetime.fromisoformat(self._place.since.read_text(encoding="utf-8"))
            return f"open in another window since {clock(since)}"
        return "open in another window"
