"""Writes documents to files: completely or not at all, and readable only by the owner."""

import errno
import os
import tempfile
from collections.abc import Sequence
from pathlib import Path

from matbot.report.words import has_words
from matbot.review.comparison import Side
from matbot.review.local_time import to_local_day
from matbot.review.review import Review
from matbot.text import file_stem, one_line

_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_NOT_ALLOWED = {errno.EACCES, errno.EPERM, errno.EROFS}
_NO_SUCH_PLACE = {errno.ENOTDIR, errno.EEXIST, errno.ENOENT, errno.ELOOP}
_NO_SUCH_NAME = {errno.ENAMETOOLONG, errno.EINVAL, errno.EILSEQ}


class NotWritten(Exception):
    """A document could not be written; the message gives the reason and a remedy in one line."""


class OutputExists(NotWritten):
    """The file already exists, and the caller did not allow it to be overwritten."""


def build_stem(review: Review, what: str = "transcript") -> str:
    """The file name of a report on a review, without suffix: trust, group, day of the last event, `what`."""
    day = review.said or review.started
    parts = [
        file_stem(review.trust, "trust")[:40].strip("-"),
        file_stem(review.group, "group")[:30].strip("-") if has_words(review.group) else "",
        to_local_day(day).isoformat() if day else "",
        what,
    ]
    return "-".join(part for part in parts if part)


def build_comparison_stem(sides: Sequence[Side], what: str) -> str:
    """The file name of a report on several reviews, without suffix: trusts or number, latest day, `what`."""
    trusts = {side.account.trust: file_stem(side.account.trust, "trust")[:30].strip("-") for side in sides}
    groups = [file_stem(side.account.label, "group")[:20].strip("-") for side in sides]
    several = f"{len(sides)}-reviews"
    if len(trusts) == 1:
        parts = [*trusts.values(), *(groups if len(groups) < 4 else [several])]
    else:
        parts = [*trusts.values()] if len(trusts) == len(sides) < 4 else [several]
    day = to_local_day(max(side.account.said for side in sides)).isoformat()
    return "-".join([*parts, day, what])


def write_new(path: Path, content: str | bytes, overwrite: bool = False) -> Path:
    """Write a document to a file, completely or not at all; text is written as UTF-8 with plain newlines.

    Returns:
        The path that was passed.

    Raises:
        OutputExists: The file exists and `overwrite` is not set.
        NotWritten: It could not be written; the message is for the user.

    """
    try:
        _check_place(path, overwrite)
        _make_folder(path.parent)
        _write(path, content if isinstance(content, bytes) else content.encode(errors="replace"))
    except OSError as error:
        raise NotWritten(_format_error(path, error)) from error
    except ValueError as error:  # a NUL in the name
        raise NotWritten(
            f"{_format_path(path)} cannot be the name of a file. Choose another name."
        ) from error
    return path


def _check_place(path: Path, overwrite: bool) -> None:
    if path.is_dir():
        raise NotWritten(f"{_format_path(path)} is a folder. Name a file in it.")
    if not os.path.lexists(path):
        return
    if not overwrite:
        raise OutputExists(
            f"{_format_path(path)} is there already. Choose another name, or say that it may be replaced."
        )
    if not path.is_file():
        raise NotWritten(f"{_format_path(path)} is not an ordinary file. Choose another name.")


def _make_folder(folder: Path) -> None:
    """Create a folder and its missing parents, for the owner alone; existing folders are left unchanged."""
    if not folder.is_dir():
        _make_folder(folder.parent)
        folder.mkdir(mode=0o700, exist_ok=True)


def _write(path: Path, raw: bytes) -> None:
    """Write to a temporary file in the same folder, then rename it; `mkstemp` creates it with mode 0600."""
    handle, name = tempfile.mkstemp(prefix=".matbot-", suffix=".tmp", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(raw)
            file.flush()
            os.fsync(file.fileno())
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _format_error(path: Path, error: OSError) -> str:
    file, folder = _format_path(path), _format_path(path.parent)
    if error.errno in _NO_ROOM:
        return f"{file} was not written: the disk is full. Make room, or choose another folder."
    if error.errno in _NOT_ALLOWED:
        return f"{file} was not written: matbot may not write in {folder}. Choose another folder."
    if error.errno in _NO_SUCH_PLACE:
        return f"{file} was not written: {folder} cannot be used as a folder. Choose another one."
    if error.errno in _NO_SUCH_NAME:
        return f"{file} was not written: the name is too long or not allowed here. Choose another name."
    return f"{file} was not written: {error.strerror or error}. Choose another folder, or try again."


def _format_path(path: Path) -> str:
    return one_line(str(path))
