"""Finds framework versions: those that come with matbot, and those in a workspace."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from matbot.rubric.model import ABOUT, Rubric

SHIPPED = Path(__file__).parent
"""The folder of the framework versions that come with matbot."""

DEFAULT = "mat-si-capacity-2019"
"""The framework version a review uses unless another is named."""


class UnknownRubric(LookupError):
    """There is no framework version of that name here."""

    def __init__(self, name: str, known: list[str]) -> None:
        super().__init__(f"There is no rubric called {name}. Choose one of: {', '.join(known)}.")


def folders(own: Path | None = None) -> Iterator[Path]:
    """Yield the folders of the shipped framework versions, then those in `own` (a workspace's `rubrics`)."""
    for place in (SHIPPED, own):
        if place is not None and place.is_dir():
            yield from sorted(folder for folder in place.iterdir() if (folder / ABOUT).is_file())


def find(name: str = DEFAULT, own: Path | None = None) -> Rubric:
    """Read the framework version of that name.

    Args:
        name: The name of its folder.
        own: The folder of the framework versions in a workspace.

    Raises:
        UnknownRubric: there is none of that name.
        FaultyRubric: its files have faults.

    """
    known = {folder.name: folder for folder in folders(own)}
    if name not in known:
        raise UnknownRubric(name, list(known))
    folder = known[name]
    return _load_shipped(folder) if folder.parent == SHIPPED else _load(folder)


def _load(folder: Path) -> Rubric:
    from matbot.rubric.checker import load  # loads the Markdown parser, which only reading needs

    return load(folder)


@cache
def _load_shipped(folder: Path) -> Rubric:
    """Load a framework version that comes with matbot, once: its files do not change while matbot runs."""
    return _load(folder)
