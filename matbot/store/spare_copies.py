"""The copies of a review that each save overwrites, and the protection of a copy that holds more."""

from collections.abc import Iterable, Set
from contextlib import suppress
from pathlib import Path

from matbot.store import files
from matbot.store.contents import Contents, InspectedFile, inspect_file
from matbot.store.errors import Unreadable

_ENDING = "unread"
"""The suffix of a copy that was renamed because it could not be read."""


def find_with_unread(path: Path) -> list[Path]:
    """Return the path of a copy, if it exists, and those of the unread copies that were renamed."""
    return [found for found in (path, *find_unread(path)) if files.read_stamp(found)]


def find_unread(path: Path) -> list[Path]:
    """Return the unread copies that were renamed before a save was written to `path`."""
    beginning = f"{path.name}.{_ENDING}"
    return [
        path.with_name(name) for name in sorted(files.names_in(path.parent)) if name.startswith(beginning)
    ]


def read_copies(paths: Iterable[Path], file: InspectedFile | None = None) -> dict[Path, Contents | None]:
    """Read copies, by path; None for a damaged one.

    Copies that cannot be opened, or that a newer matbot saved, are left out. `file` is the file that they are
    copies of, if it has been read already.
    """
    found: dict[Path, Contents | None] = {}
    for path in paths:
        with suppress(Unreadable):
            copy = inspect_file(path, file)
            if not (copy.contents and copy.contents.newer):
                found[path] = copy.good
    return found


class SpareCopy:
    """A copy that each save overwrites, managed by the one window that may write.

    A copy that could not be read when the review was opened, or that is of another review or from a newer
    matbot, is renamed first, so that it can be merged when the review is opened again.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._replaceable: Set[Path] = frozenset()

    def allow_replacing(self, spent: Set[Path]) -> None:
        """Set the copies that may be overwritten, because the review has all that they hold."""
        self._replaceable = spent

    def set_aside_unread(self) -> None:
        """Rename the copy if it may hold more than the review; OSError, or Unreadable."""
        if self.path not in self._replaceable and files.read_stamp(self.path):
            files.set_aside(self.path, _ENDING)
            files.remove(self.path)
        self._replaceable |= {self.path}

    def clear(self) -> None:
        """Remove, after a save, the renamed copies that hold nothing beyond the review; OSError."""
        for path in self._replaceable - {self.path}:
            if path.name.startswith(self.path.name):
                files.remove(path)
        self._replaceable = frozenset(self._replaceable & {self.path})
