"""Files read and written so that a save is whole or as it was before: the only place that touches the disk.

Everything here raises OSError as it comes, reading apart, which raises Unreadable in words.
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
"""The largest file that is read, in bytes: a full review is a hundredth of it."""

FULL = 7 * 1024 * 1024
"""The most bytes that a file has once answers are added: what is left is for taking them back."""

FULL_OF_DRAFTS = 7 * 1024 * 1024 + 512 * 1024
"""The most bytes that it has once half-typed words are kept, so that a refused answer is not lost."""

Stamp = tuple[int, int, int, int]
"""Tells whether a file is still the one that was seen: device, inode, size and time of change."""

# Neither a link nor a pipe may lead a read or a write astray; Windows knows only O_BINARY of these.
_READING = (
    os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
)
_OVERWRITING = os.O_WRONLY | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
_CREATING = _OVERWRITING | os.O_EXCL

_PAUSES = (0.05, 0.05, 0.1, 0.1, 0.2, 0.5, 0.5, 0.5, 0.5)
"""How long to wait, in seconds, each time Windows says that another program holds the file: 2.5 s in all."""


def read_whole(path: Path) -> tuple[bytes, Stamp]:
    """What is in a file, and its stamp; Unreadable if it is no plain file or over `LARGEST` bytes."""
    with suppress(Unreadable):
        return _read_whole(path)
    # A fault of the disk may pass, and an older copy may take the place of one that is given up too soon.
    return _read_whole(path)


def read_head(path: Path, size: int, last: int) -> tuple[bytes, bytes]:
    """The first `size` and the last `last` bytes of a file; Unreadable for anything but a plain file."""
    with _reading(path) as (descriptor, status):
        head = os.read(descriptor, size)
        if status.st_size <= len(head):
            return head, head[-last:]
        os.lseek(descriptor, max(0, status.st_size - last), os.SEEK_SET)
        return head, os.read(descriptor, last)


def read_stamp(path: Path) -> Stamp | None:
    """The stamp of the file as it is now; None if there is none, or none to be seen."""
    try:
        return _stamp(os.lstat(path))
    except (OSError, ValueError):
        return None


def make_folder(folder: Path) -> None:
    """Make a folder and those above it, each for this person alone."""
    if not folder.is_dir():
        make_folder(folder.parent)
        with suppress(FileExistsError):
            os.mkdir(folder, 0o700)


@contextmanager
def write_temporary(path: Path, raw: bytes) -> Iterator[Path]:
    """A new file, its bytes safely on disk, for `put_in_place` within the block; removed if that fails."""
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
    """Replace a file by a new one, in one step that a power cut cannot halve."""
    _replace(new, path)
    _sync_folder(path.parent)


def write_over(path: Path, raw: bytes) -> None:
    """Write a second copy of something that is safe already, over the last one: quick, and not in one step.

    A copy that is cut off fails its checksum. To replace it as a save does would slow down the next save.
    """
    make_folder(path.parent)
    descriptor = os.open(path, _OVERWRITING, 0o600)
    try:
        _write(descriptor, raw)
        os.ftruncate(descriptor, len(raw))
    finally:
        os.close(descriptor)


def temporary_path(path: Path, beginning: str) -> Path:
    """A name beside a file that nothing has yet. Programs that sync folders pass over its ending."""
    from secrets import token_hex  # brings the hashes: not for a mere list

    return path.with_name(f"{beginning}{token_hex(4)}.tmp")


def remove_temporary(folder: Path, beginning: str) -> None:
    """Remove what a save that was cut off left behind."""
    with suppress(OSError):
        for name in os.listdir(folder):
            if name.startswith(beginning) and name.endswith(".tmp"):
                os.unlink(folder / name)


def names_in(folder: Path) -> list[str]:
    """The names of what is in a folder; none if there is none, or none to be seen."""
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
    """Remove a file, if there is one."""
    with suppress(FileNotFoundError):
        os.unlink(path)


def keep_copy(path: Path, copy: Path) -> None:
    """Keep a file under a second name, in place of whatever had that name."""
    remove(copy)
    _second_name(path, copy)


def set_aside(path: Path, ending: str = "set-aside") -> Path:
    """Keep a file under a second, new name.

    Returns:
        The second name.

    """
    copy = path.with_name(f"{path.name}.{ending}")
    for number in count(2):
        with suppress(FileExistsError):
            _second_name(path, copy)
            break
        if os.path.samefile(path, copy):  # set aside before, by a save that then failed
            break
        copy = path.with_name(f"{path.name}.{ending}-{number}")
    return copy


def may_write(path: Path) -> bool:
    """Whether a file may be replaced; replacing itself would pass over a file's own read-only mark."""
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
        raise Unreadable(_why_unreadable(path, error)) from error
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            raise Unreadable(f"{path} is not a file. Name a review's own file.")
        yield descriptor, status
    except OSError as error:
        raise Unreadable(_why_unreadable(path, error)) from error
    finally:
        with suppress(OSError):  # what was read was read
            os.close(descriptor)


def _why_unreadable(path: Path, error: OSError | ValueError) -> str:
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
    """What a file holds, of which no more is read than this, even if it grows meanwhile."""
    chunks = []
    while most > 0 and (chunk := os.read(descriptor, most)):
        chunks.append(chunk)
        most -= len(chunk)
    return b"".join(chunks)


def _sync(descriptor: int) -> None:
    if sys.platform == "darwin":  # where fsync leaves the bytes in the disk's own memory
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
        time.sleep(pause)  # a virus scanner or a program that syncs lets go soon, and tells nobody when
    return os.replace(new, path)


def _sync_folder(folder: Path) -> None:
    """Make a change of names survive a power cut. Windows offers no such thing, and needs none."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):  # some network disks know no such thing either
            raise
    finally:
        os.close(descriptor)


def _second_name(path: Path, copy: Path) -> None:
    """A hard link, or on a disk without any (a USB stick) a copy; FileExistsError if the name is taken."""
    try:
        os.link(path, copy)
    except FileExistsError:
        raise
    except OSError:
        with write_temporary(copy, read_whole(path)[0]):
            pass
