"""The lock of a review: one window writes; the others only read, and show since when it has been open."""

import os
import stat
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from filelock import FileLock, Timeout

from matbot.store import files
from matbot.store.places import Place
from matbot.store.times import format_clock_time, now


class ReviewLock:
    """The right to write to a review, until it is released or this process ends, even by a crash.

    The lock is a separate file: each save replaces the review file, and a lock on the old file would not
    keep a second writer off the new one. If the state folder is not writable, the lock is in the folder for
    temporary files. If that is not writable either, the review is written without a lock: a save merges what
    another window saved meanwhile, so that nothing is lost.
    """

    def __init__(self, place: Place) -> None:
        self._place = place
        self._lock: FileLock | None = None
        self.notice = ""
        """What the user should know about the state folder, in a sentence; empty if nothing is wrong."""

    def take(self) -> str:
        """Take the lock if it is free.

        Returns:
            Why this window can only read, as a phrase; empty if it has the lock.

        """
        self.release()
        self.notice = ""
        for folder in self._folders():
            since = folder / self._place.since.name
            lock = FileLock(folder / self._place.lock.name, mode=0o600, thread_local=False)
            try:
                files.make_folder(folder)
                lock.acquire(blocking=False)
            except Timeout:
                return _format_open_elsewhere(since)
            except (OSError, NotImplementedError):
                self.notice = self._place.no_second_copy
                continue
            self._lock = lock
            files.remove_temporary(self._place.path.parent, self._place.temporary)  # nobody else writes now
            with suppress(OSError):
                files.write_over(since, now().isoformat().encode())
            break
        return ""

    def release(self) -> None:
        """Release the lock, so that another window can take it."""
        if self._lock:
            self._lock.release()
            self._lock = None

    def _folders(self) -> Iterator[Path]:
        """Yield the folders that the lock may be in, the usual one first."""
        yield self._place.lock.parent
        if folder := _find_temporary_folder():
            yield folder


def _find_temporary_folder() -> Path | None:
    """Return a temporary folder for locks to which only this user can write; None if there is none."""
    user = os.getuid() if hasattr(os, "getuid") else None
    with suppress(OSError):
        folder = Path(tempfile.gettempdir(), "matbot-locks" if user is None else f"matbot-locks-{user}")
        with suppress(FileExistsError):
            os.mkdir(folder, 0o700)
        status = os.lstat(folder)
        if stat.S_ISDIR(status.st_mode) and user in (None, status.st_uid):
            return folder
    return None


def _format_open_elsewhere(since: Path) -> str:
    with suppress(OSError, ValueError):
        at = datetime.fromisoformat(since.read_text(encoding="utf-8"))
        return f"open in another window since {format_clock_time(at)}"
    return "open in another window"
