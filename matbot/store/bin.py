"""The bin of a workspace: reviews that were deleted, and can be restored.

A deleted review's files are moved, never copied or changed: to the folder `bin` beside `reviews`, under their
own names where these are free. Its copies elsewhere on this machine (`matbot backups`) stay.
"""

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from itertools import count
from pathlib import Path

from matbot.store import files
from matbot.store.errors import NotMoved, explain
from matbot.store.listing import ENDING, ListedReview
from matbot.store.locks import ReviewLock
from matbot.store.places import find_place


def move_to_bin(listed: ListedReview, folder: Path) -> tuple[Path, ...]:
    """Move every file of a review to the bin.

    Args:
        listed: The review, as the list of reviews has it.
        folder: The bin; it is made if it is not there.

    Returns:
        Where the files are now, in the order of `listed.files`.

    Raises:
        NotMoved: the review is open in another window, or a file cannot be moved; all of them stay where
            they were.

    """
    return _move(listed.files, folder)


def restore_from_bin(listed: ListedReview, folder: Path) -> tuple[Path, ...]:
    """Move every file of a deleted review back to the folder of reviews.

    Where a file of that name is there by now, it gets a free one: both are kept.

    Args:
        listed: The review, as `list_reviews` finds it in the bin.
        folder: The folder of reviews.

    Returns:
        Where the files are now.

    Raises:
        NotMoved: a file cannot be moved; all of them stay where they were.

    """
    return _move(listed.files, folder)


def _move(paths: Sequence[Path], folder: Path) -> tuple[Path, ...]:
    """Move files to a folder, all or none, with the lock of each held meanwhile."""
    moved: list[tuple[Path, Path]] = []
    with ExitStack() as locks:
        for path in paths:
            lock = ReviewLock(find_place(path))
            locks.callback(lock.release)
            if reason := lock.take():
                raise NotMoved(f"Nothing was moved: {path.name} is {reason}. Close it there first.")
        try:
            files.make_folder(folder)
            for source, target in _plan_moves(paths, folder):
                os.rename(source, target)
                moved.append((source, target))
        except OSError as error:
            for source, target in reversed(moved):
                os.replace(target, source)
            raise NotMoved(f"Nothing was moved to {folder}: {explain(error)}.") from error
    return tuple(target for source, target in moved if source in paths)


def _plan_moves(paths: Iterable[Path], folder: Path) -> Iterator[tuple[Path, Path]]:
    """Pair each file, and the backup beside it if there is one, with the first free name in a folder."""
    for path in paths:
        target = next(name for name in _list_names(path.name, folder) if not os.path.lexists(name))
        yield path, target
        backup = find_place(path).backup
        if os.path.lexists(backup):
            yield backup, find_place(target).backup


def _list_names(name: str, folder: Path) -> Iterator[Path]:
    """The name itself, then with `-2` before its ending and so on."""
    yield folder / name
    stem, ending = (name.removesuffix(ENDING), ENDING) if name.endswith(ENDING) else (name, "")
    for number in count(2):
        yield folder / f"{stem}-{number}{ending}"
