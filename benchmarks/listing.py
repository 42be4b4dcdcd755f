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

GARBAGE = "the more reviews are in memory, the more Python looks through for garbage"


def results(folder: Path) -> Iterator[Result]:
    """A thousand reviews, warm; then more and fewer."""
    small = _small(folder / "small", COUNT)
    workspace = workspace_in(folder / "list")
    many(workspace, COUNT)
    ours, theirs = in_turns(21, workspace.list_reviews, partial(_read, small))
    yield Budget(f"listing {COUNT:,} reviews, warm", ours, f"reading {COUNT:,} files of 1 KB", theirs, 3)
    listed, read = zip(*(_with(folder / f"list-{count}", count) for count in COUNTS), strict=True)
    yield Growth("listing", "reviews", COUNTS, listed, GARBAGE)
    yield Growth(
        "reading as many files of 1 KB", "files", COUNTS, read, "the more, the fewer a processor has at hand"
    )


def _small(folder: Path, count: int) -> Path:
    folder.mkdir(parents=True)
    for number in range(count):
        (folder / f"{number}.bin").write_bytes(b"x" * 1024)
    return folder


def _read(folder: Path) -> None:
    for name in os.listdir(folder):
        (folder / name).read_bytes()


def _with(folder: Path, count: int) -> list[Spread]:
    workspace, small = workspace_in(folder), _small(folder / "small", count)
    many(workspace, count)
    return in_turns(9, workspace.list_reviews, partial(_read, small))
