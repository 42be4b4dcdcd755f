"""Reads and writes files so that a save either completes or leaves the old file unchanged.

Functions that read a file raise Unreadable with a message for the user; all others let OSError propagate.
"""

import errno
import os
import stat
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path

from matbot.store.errors import Unreadable, is_held

LARGEST = 8 * 1024 * 1024
"""The size of the largest file that is read, in bytes: a usual complete review is a hundredth of it."""

FULL = 7 * 1024 * 1024
"""The size limit of a file, in bytes, for adding answers; the remaining space allows them to be undone."""

FULL_OF_DRAFTS = 7 * 1024 * 1024 + 512 * 1024
"""The size limit of a file, in bytes, for saving half-typed text, so that a refused answer is not lost."""

Stamp = tuple[int, int, int, int]
"""Identifies the state of a file: device, inode, size and modification time in nanoseconds."""

# Do not follow symbolic links, and do not block on a pipe. Of these flags Windows has only O_BINARY.
_READING = (
    os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
)
_OVERWRITING = os.O_WRONLY | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
_CREATING = _OVERWRITING | os.O_EXCL

_PAUSES = (0.05, 0.05, 0.1, 0.1, 0.2, 0.5, 0.5, 0.5, 0.5)
"""Seconds to wait each time Windows reports that another program has the file open: 2.5 s in total."""


def read_whole(path: Path) -> tuple[bytes, Stamp]:
    """Return the content of a file and its stamp; Unreadable unless it is a regular file up to `LARGEST`."""
    with suppress(Unreadable):
        return _read_whole(path)
    # A disk error may be transient, and giving up at once could let an older copy replace the file.
    return _read_whole(path)


def read_head(path: Path, size: int, last: int) -> tuple[bytes, bytes]:
    """Return the first `size` and the last `last` bytes of a file; Unreadable unless it is a regular file."""
    with _reading(path) as (descriptor, status):
        head = os.read(descriptor, size)
        if status.st_size <= len(head):
            return head, head[-last:]
        os.lseek(descriptor, max(0, status.st_size - last), os.SEEK_SET)
        return head, os.read(descriptor, last)


def read_stamp(path: Path) -> Stamp | None:
    """Return the current stamp of a file; None if it does not exist or is not accessible."""
    try:
        return _stamp(os.lstat(path))
    except (OSError, ValueError):
        return None


def make_folder(folder: Path) -> None:
    """Create a folder and its missing parents, accessible to this user alone."""
    if not folder.is_dir():
        make_folder(folder.parent)
        with suppress(FileExistsError):
            os.mkdir(folder, 0o700)


@contextmanager
def write_temporary(path: Path, raw: bytes) -> Iterator[Path]:
    """Create a file, synced to disk, for use with `put_in_place` in the block; removed if the block fails."""
    descriptor = os.open(path, _CREATING, 0o600)
    try:
        try:
            _write(descriptor, raw)
            _sync(descriptor)
        finally:
            os.close(descriptor)
        yield path
    except BaseException:
        with suppress(OSError):
            os.unlink(path)
        raise


def put_in_place(new: Path, path: Path) -> None:
    """Replace a file with a new one atomically, so that a power cut leaves either of them whole."""
    _replace(new, path)
    _sync_folder(path.parent)


def write_over(path: Path, raw: bytes) -> None:
    """Overwrite a second copy of data that is already safe on disk: fast, but not atomic.

    A truncated copy fails its checksum. Replacing it atomically, as a save does, would slow down the next
    save.
    """
    make_folder(path.parent)
    descriptor = os.open(path, _OVERWRITING, 0o600)
    try:
        _write(descriptor, raw)
        os.ftruncate(descriptor, len(raw))
    finally:
        os.close(descriptor)


def temporary_path(path: Path, beginning: str) -> Path:
    """Return a new, random name next to a file, with a suffix that sync programs ignore."""
    from secrets import token_hex  # loads hashlib, which listing reviews does not need

    return path.with_name(f"{beginning}{token_hex(4)}.tmp")


def remove_temporary(folder: Path, beginning: str) -> None:
    """Remove the temporary files that interrupted saves left behind."""
    with suppress(OSError):
        for name in os.listdir(folder):
            if name.startswith(beginning) and name.endswith(".tmp"):
                os.unlink(folder / name)


def names_in(folder: Path) -> list[str]:
    """Return the names in a folder; empty if it does not exist or cannot be listed."""
    try:
        return os.listdir(folder)
    except OSError:
        return []


def is_empty(path: Path) -> bool:
    """Whether a file has no bytes in it; not one that cannot be looked at."""
    try:
        return path.is_file() and path.stat().st_size == 0
    except OSError:
        return False


def remove(path: Path) -> None:
    """Remove a file if it exists."""
    with suppress(FileNotFoundError):
        os.unlink(path)


def keep_copy(path: Path, copy: Path) -> None:
    """Keep a file under a second name as well, replacing any file of that name."""
    remove(copy)
    _second_name(path, copy)


def set_aside(path: Path, ending: str = "set-aside") -> Path:
    """Keep a file under a second, unused name as well.

    Returns:
        The second name.

    """
    copy = path.with_name(f"{path.name}.{ending}")
    for number in count(2):
        with suppress(FileExistsError):
            _second_name(path, copy)
            break
        if os.path.samefile(path, copy):  # set aside already, by a save that then failed
            break
        copy = path.with_name(f"{path.name}.{ending}-{number}")
    return copy


def may_write(path: Path) -> bool:
    """Return whether a file may be replaced; `os.replace` itself would ignore that a file is read-only."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def _read_whole(path: Path) -> tuple[bytes, Stamp]:
    with _reading(path) as (descriptor, status):
        if status.st_size > LARGEST:
            raise Unreadable(f"{path} is over 8 MB, so it was not read. No review is that large.")
        return _read(descriptor, LARGEST), _stamp(status)


@contextmanager
def _reading(path: Path) -> Iterator[tuple[int, os.stat_result]]:
    try:
        if not hasattr(os, "O_NOFOLLOW") and path.is_symlink():
            raise OSError(errno.ELOOP, "it is a link")
        descriptor = os.open(path, _READING)
    except (OSError, ValueError) as error:
        raise Unreadable(_describe_unreadable(path, error)) from error
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            raise Unreadable(f"{path} is not a file. Name a review's own file.")
        yield descriptor, status
    except OSError as error:
        raise Unreadable(_describe_unreadable(path, error)) from error
    finally:
        with suppress(OSError):  # a failure to close does not affect what was read
            os.close(descriptor)


def _describe_unreadable(path: Path, error: OSError | ValueError) -> str:
    if isinstance(error, FileNotFoundError):
        return f"There is no file {path}. See `matbot list` for what there is."
    if isinstance(error, PermissionError):
        return f"You have no right to read {path}. Ask whoever it belongs to."
    if isinstance(error, OSError) and error.errno == errno.ELOOP:
        return f"{path} is a link. Name the file that it leads to."
    words = error.strerror if isinstance(error, OSError) else "its name is none that a file can have"
    return f"{path} cannot be read: {words}."


def _stamp(status: os.stat_result) -> Stamp:
    return status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns


def _write(descriptor: int, raw: bytes) -> None:
    rest = memoryview(raw)
    while rest:
        rest = rest[os.write(descriptor, rest) :]


def _read(descriptor: int, most: int) -> bytes:
    """Read at most `most` bytes of a file, even if it grows meanwhile."""
    chunks = []
    while most > 0 and (chunk := os.read(descriptor, most)):
        chunks.append(chunk)
        most -= len(chunk)
    return b"".join(chunks)


def _sync(descriptor: int) -> None:
    if sys.platform == "darwin":  # where fsync may leave the bytes in the drive's cache
        import fcntl

        fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
    else:
        os.fsync(descriptor)


def _replace(new: Path, path: Path) -> None:
    for pause in _PAUSES:
        try:
            return os.replace(new, path)
        except OSError as error:
            if not is_held(error):
                raise
        time.sleep(pause)  # a virus scanner or a sync program closes the file soon, without notice
    return os.replace(new, path)


def _sync_folder(folder: Path) -> None:
    """Make a rename in a folder durable across a power cut. Windows has no such call, and needs none."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):  # some network disks do not support it either
            raise
    finally:
        os.close(descriptor)


def _second_name(path: Path, copy: Path) -> None:
    """Create a hard link, or a copy on a disk without links (a USB stick); FileExistsError if it exists."""
    try:
        os.link(path, copy)
    except FileExistsError:
        raise
    except OSError:
        with write_temporary(copy, read_whole(path)[0]):
            pass
