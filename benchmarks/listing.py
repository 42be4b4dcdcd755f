"""Listing the reviews of a workspace, beside reading as many small files."""

import os
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from benchmarks.measuring import Spread, in_turns
from benchmarks.results import Budget, Growth, Result
from benchmarks.samples import many, workspace_in

COUNT = 1_000
COUNTS = (10, 100, 1_000, 10_000)

MEMORY = (
    "of ten thousand reviews at once the processor's own memory holds few, and Python looks through all of "
    "them for garbage as they come; each by itself is read in the same way"
)


def results(folder: Path) -> Iterator[Result]:
    """A thousand reviews, warm; then more and fewer."""
    small = folder / "small"
    small.mkdir()
    for number in range(COUNT):
        (small / f"{number}.bin").write_bytes(b"x" * 1024)
    workspace = workspace_in(folder / "list")
    many(workspace, COUNT)
    ours, theirs = in_turns(21, workspace.listed, partial(_read, small))
    yield Budget(f"listing {COUNT:,} reviews, warm", ours, f"reading {COUNT:,} files of 1 KB", theirs, 3)
    costs = [_with(folder / f"list-{count}", count) for count in COUNTS]
    yield Growth("listing", "reviews", COUNTS, costs, MEMORY)


def _read(folder: Path) -> None:
    for name in os.listdir(folder):
        (folder / name).read_bytes()


def _with(folder: Path, count: int) -> Spread:
    workspace = workspace_in(folder)
    many(workspace, count)
    return in_turns(5, workspace.listed)[0]
