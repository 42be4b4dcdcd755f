"""The lock of a review: one window writes, and the others read and say since when it is open."""

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
    """The right to write to a review, until it is released or this process ends, however it ends.

    The lock is a file of its own: each save puts a new file in the review's place, and a lock on
    the old one would not keep a second writer off the new one. Where the state folder cannot be written,
    the lock is in the folder for temporary files. Where that cannot be either, the review is written all
    the same: a save takes in what another window saved meanwhile, so that nothing is lost.
    """

    def __init__(self, place: Place) -> None:
        self._place = place
        self._lock: FileLock | None = None
        self.notice = ""
        """What people should know of the state folder, in a sentence; empty if all is as it should be."""

    def take(self) -> str:
        """Take the lock if it is free.

        Returns:
            Why this window can only read, in words; empty if it has the lock.

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
                return _open_elsewhere(since)
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
        """Where the lock may be, the usual folder first."""
        yield self._place.lock.parent
        if folder := _folder_of_temporary_files():
            yield folder


def _folder_of_temporary_files() -> Path | None:
    """A folder for this person's locks that nobody else can write to; None if there is none to be had."""
    user = os.getuid() if hasattr(os, "getuid") else None
    with suppress(OSError):
        folder = Path(tempfile.gettempdir(), "matbot-locks" if user is None else f"matbot-locks-{user}")
        with suppress(FileExistsError):
            os.mkdir(folder, 0o700)
        status = os.lstat(folder)
        if stat.S_ISDIR(status.st_mode) and user in (None, status.st_uid):
            return folder
    return None


def _open_elsewhere(since: Path) -> str:
    with suppress(OSError, ValueError):
        at = datetime.fromisoformat(since.read_text(encoding="utf-8"))
        return f"open in another window since {format_clock_time(at)}"
    return "open in another window"
