"""The folder of a sample: gone when it is cleared, and with the next one where nobody could clear it."""

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
"""Seconds in which a folder that has no lock yet is taken to be one that is just being made."""


class SampleFolder:
    """A folder that is locked while it is in use; a lock ends with its process, however that ends."""

    def __init__(self) -> None:
        """OSError if there can be none."""
        for left in _find_leftovers():
            rmtree(left, ignore_errors=True)
        self.path = Path(mkdtemp(prefix=PREFIX))
        self._lock = FileLock(self.path / _LOCK, thread_local=False)
        self._lock.acquire()
        self._clear = finalize(self, _clear, self.path, self._lock)  # at the latest when the process ends

    def clear(self) -> None:
        """Take it away with all that is in it."""
        self._clear()


def _clear(folder: Path, lock: FileLock) -> None:
    lock.release()
    rmtree(folder, ignore_errors=True)


def _find_leftovers() -> Iterator[Path]:
    """Folders of samples that nobody uses any more, such as after a power cut."""
    with suppress(OSError):
        for folder in Path(gettempdir()).glob(f"{PREFIX}*"):
            if _is_left(folder):
                yield folder


def _is_left(folder: Path) -> bool:
    """Whether a folder is one of ours that no process has in use."""
    lock = folder / _LOCK
    try:
        if folder.is_symlink():
            return False
        if hasattr(os, "getuid") and folder.lstat().st_uid != os.getuid():
            return False  # others may keep theirs in the same place
        if not lock.exists():
            return time.time() - folder.stat().st_mtime > _BEGINS_WITHIN
        with FileLock(lock, blocking=False):
            return True
    except (OSError, Timeout, NotImplementedError):
        return False
