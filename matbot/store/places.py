"""Where everything that belongs to one review file is kept."""

import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from matbot.store import files


def state_folder() -> Path:
    """The folder of locks and mirrors: on this machine, never synced; MATBOT_STATE names another."""
    named = os.environ.get("MATBOT_STATE")
    return Path(named) if named else platformdirs.user_state_path("matbot", appauthor=False)


@dataclass(frozen=True)
class Place:
    """A review file and what is kept beside it and in the state folder."""

    path: Path
    """The review file itself."""
    backup: Path
    """The save before the last one, beside it."""
    mirror: Path
    """The last save again, in the state folder."""
    dated: Path
    """The folder of its dated backups, in the state folder."""
    lock: Path
    """Held by the one window that may write."""
    since: Path
    """When the lock was taken, for whoever finds it held."""
    temporary: str
    """How the names of its half-written files begin."""

    @property
    def no_second_copy(self) -> str:
        """What to know where nothing can be kept in the state folder, in a sentence."""
        return (
            "Everything is saved in the review's own file, but no second copy can be kept on this machine: "
            f"matbot cannot write in {state_folder()}."
        )


def find_place(path: Path) -> Place:
    """Everything that belongs to a review file. Two paths to one folder lead to one place."""
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
    """The mirror and the folder of dated backups of every review that was saved on this machine."""
    state = state_folder()
    for name in sorted(files.names_in(state / "mirrors")):
        if name.endswith(".json"):
            yield state / "mirrors" / name, state / "dated" / name.removesuffix(".json")
