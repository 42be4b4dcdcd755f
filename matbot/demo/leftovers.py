"""The temporary folder of a sample: deleted when it is cleared or, failing that, by the next sample."""

import os
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from shutil import rmtree
from tempfile import gettempdir, mkdtemp
from weakref import finalize

from filelock import FileLock, Timeout

PREFIX = "matbot-tour-"
_LOCK = "in-use"
_BEGINS_WITHIN = 60.0
"""Seconds for which a folder without a lock is assumed to be one that is still being created."""


class SampleFolder:
    """A folder that is locked while it is in use; its lock ends with the process, however that ends."""

    def __init__(self) -> None:
        """Delete leftover folders, then create and lock a new one.

        Raises:
            OSError: It cannot be created.

        """
        for left in _find_leftovers():
            rmtree(left, ignore_errors=True)
        self.path = Path(mkdtemp(prefix=PREFIX))
        self._lock = FileLock(self.path / _LOCK, thread_local=False)
        self._lock.acquire()
        self._clear = finalize(self, _clear, self.path, self._lock)  # at the latest when the process ends

    def clear(self) -> None:
        """Delete the folder and everything in it."""
        self._clear()


def _clear(folder: Path, lock: FileLock) -> None:
    lock.release()
    rmtree(folder, ignore_errors=True)


def _find_leftovers() -> Iterator[Path]:
    """Find sample folders that are no longer in use, for example after a power cut."""
    with suppress(OSError):
        for folder in Path(gettempdir()).glob(f"{PREFIX}*"):
            if _is_leftover(folder):
                yield folder


def _is_leftover(folder: Path) -> bool:
    """Whether a folder belongs to this user and is not in use by any process."""
    lock = folder / _LOCK
    try:
        if folder.is_symlink():
            return False
        if hasattr(os, "getuid") and folder.lstat().st_uid != os.getuid():
            return False  # another user's folder in the same place
        if not lock.exists():
            return time.time() - folder.stat().st_mtime > _BEGINS_WITHIN
        with FileLock(lock, blocking=False):
            return True
    except (OSError, Timeout, NotImplementedError):
        return False
