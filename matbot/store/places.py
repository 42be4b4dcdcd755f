"""The paths of everything that belongs to one review file."""

import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from matbot.store import files


def state_folder() -> Path:
    """Return the folder of locks, mirrors and backups: local to this machine; MATBOT_STATE overrides it."""
    override = os.environ.get("MATBOT_STATE")
    return Path(override) if override else platformdirs.user_state_path("matbot", appauthor=False)


@dataclass(frozen=True)
class Place:
    """The paths of a review file, and of what is kept next to it and in the state folder."""

    path: Path
    """The review file itself."""
    backup: Path
    """The save before the last one, in the same folder."""
    mirror: Path
    """A second copy of the last save, in the state folder."""
    dated: Path
    """The folder of its dated backups, in the state folder."""
    lock: Path
    """The lock file, held by the one window that may write."""
    since: Path
    """A file with the time at which the lock was taken, for other windows to show."""
    temporary: str
    """The prefix of the names of its temporary files."""

    @property
    def no_second_copy(self) -> str:
        """The notice for a state folder to which matbot cannot write."""
        return (
            "Everything is saved in the review's own file, but no second copy can be kept on this machine: "
            f"matbot cannot write in {state_folder()}."
        )


def find_place(path: Path) -> Place:
    """Return the paths that belong to a review file. Different paths to its folder give the same result."""
    real = os.path.normcase(os.path.join(os.path.realpath(path.parent), path.name))
    key = hashlib.sha256(real.encode("utf-8", "surrogatepass")).hexdigest()[:24]
    state = state_folder()
    return Place(
        path=path,
        backup=path.with_name(f"{path.name}.backup"),
        mirror=state / "mirrors" / f"{key}.json",
        dated=state / "dated" / key,
        lock=state / "locks" / f"{key}.lock",
        since=state / "locks" / f"{key}.since",
        temporary=f".matbot-{key}-",
    )


def mirrors() -> Iterator[tuple[Path, Path]]:
    """Yield the mirror and the folder of dated backups of every review that was saved on this machine."""
    state = state_folder()
    for name in sorted(files.names_in(state / "mirrors")):
        if name.endswith(".json"):
            yield state / "mirrors" / name, state / "dated" / name.removesuffix(".json")
