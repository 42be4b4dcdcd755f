"""The copies of a review that each save writes over, and how none is written over that holds more words."""

from collections.abc import Iterable, Set
from contextlib import suppress
from pathlib import Path

from matbot.store import files
from matbot.store.contents import Contents
from matbot.store.errors import Unreadable
from matbot.store.inspection import InspectedFile, inspect_file

_ENDING = "unread"
"""How the name of a copy goes on once it was moved out of the way unread."""


def with_unread(path: Path) -> list[Path]:
    """Where a copy is, if it is there, and those that once could not be read in its place."""
    return [found for found in (path, *unread(path)) if files.stamp_of(found)]


def unread(path: Path) -> list[Path]:
    """Those that could not be read where a copy is, when the next save was to be written there."""
    beginning = f"{path.name}.{_ENDING}"
    return [
        path.with_name(name) for name in sorted(files.names_in(path.parent)) if name.startswith(beginning)
    ]


def read_now(paths: Iterable[Path], file: InspectedFile | None = None) -> dict[Path, Contents | None]:
    """What copies say, of those that this version can read now; None for one that is damaged.

    `file` is the one that they are copies of, where it was read already.
    """
    found: dict[Path, Contents | None] = {}
    for path in paths:
        with suppress(Unreadable):
            copy = inspect_file(path, file)
            if not (copy.contents and copy.contents.newer):
                found[path] = copy.good
    return found


class SpareCopy:
    """A copy that is written over with each save, by the one window that may write.

    One that could not be read when the review was opened, or that is of another review or a newer
    version, is moved out of the way first, so that a later opening may take it in.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._spent: Set[Path] = frozenset()

    def spend(self, spent: Set[Path]) -> None:
        """Say which copies hold nothing that the review does not say."""
        self._spent = spent

    def make_way(self) -> None:
        """Move what may hold more than the review out of the way; OSError, or Unreadable."""
        if self.path not in self._spent and files.stamp_of(self.path):
            files.set_aside(self.path, _ENDING)
            files.remove(self.path)
        self._spent |= {self.path}

    def clear(self) -> None:
        """Once the review is saved, remove those that were moved away and are no longer needed; OSError."""
        for path in self._spent - {self.path}:
            if path.name.startswith(self.path.name):
                files.remove(path)
        self._spent = frozenset(self._spent & {self.path})
