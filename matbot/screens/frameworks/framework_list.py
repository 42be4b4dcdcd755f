"""The editions that there are to look at: those that ship with matbot, and the workspace's own."""

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from matbot.rubric import Rubric
from matbot.rubric.checker import FaultyRubric, load
from matbot.rubric.library import SHIPPED, folders
from matbot.rubric.reader import Fault


@dataclass(frozen=True)
class FrameworkEntry:
    """An edition in its folder, sound or with something to mend."""

    folder: Path
    rubric: Rubric | None
    """None while there is something to mend."""
    faults: tuple[Fault, ...] = ()
    """What is to be mended before it can be used."""

    @property
    def ships(self) -> bool:
        """Whether it comes with matbot; else it is the workspace's own."""
        return self.folder.parent == SHIPPED


def list_frameworks(own: Path) -> list[FrameworkEntry]:
    """Every edition, those that ship first; of two of one name the workspace's own, which is the one used."""
    return [read_entry(folder) for folder in by_name(own).values()]


def by_name(own: Path) -> dict[str, Path]:
    """The folder of every edition by its name, which costs little: none is read."""
    found: dict[str, Path] = {}
    with suppress(OSError):  # a folder that may not be looked into has none to offer
        for folder in folders(own):
            found[folder.name] = folder
    return found


def read_entry(folder: Path) -> FrameworkEntry:
    """The edition in a folder as it is now."""
    try:
        return FrameworkEntry(folder, load(folder))
    except FaultyRubric as problem:
        return FrameworkEntry(folder, None, tuple(problem.faults))
