"""The copies of a review that each save replaces, and how a copy that holds more is kept from that."""

from collections.abc import Iterable, Set
from contextlib import suppress
from pathlib import Path

from matbot.store import files
from matbot.store.contents import Contents, InspectedFile, inspect_file
from matbot.store.errors import Unreadable

_ENDING = "unread"
"""How the name of a copy goes on once it was moved out of the way unread."""


def find_with_unread(path: Path) -> list[Path]:
    """Where a copy is, if it is there, and those that once could not be read in its place."""
    return [found for found in (path, *find_unread(path)) if files.read_stamp(found)]


def find_unread(path: Path) -> list[Path]:
    """Those that could not be read where a copy is, when the next save was to be written there."""
    beginning = f"{path.name}.{_ENDING}"
    return [
        path.with_name(name) for name in sorted(files.names_in(path.parent)) if name.startswith(beginning)
    ]


def read_copies(paths: Iterable[Path], file: InspectedFile | None = None) -> dict[Path, Contents | None]:
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
        self._replaceable: Set[Path] = frozenset()

    def allow_replacing(self, spent: Set[Path]) -> None:
        """Name the copies that may be replaced, as the review has all that they hold."""
        self._replaceable = spent

    def set_aside_unread(self) -> None:
        """Rename the copy if it may hold more than the review; OSError, or Unreadable."""
        if self.path not in self._replaceable and files.read_stamp(self.path):
            files.set_aside(self.path, _ENDING)
            files.remove(self.path)
        self._replaceable |= {self.path}

    def clear(self) -> None:
        """After a save, remove the renamed copies that hold nothing more than the review; OSError."""
        for path in self._replaceable - {self.path}:
            if path.name.startswith(self.path.name):
                files.remove(path)
        self._replaceable = frozenset(self._replaceable & {self.path})
