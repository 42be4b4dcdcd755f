"""Listing the reviews of a workspace, compared with reading the same number of small files."""

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
    """Measure a thousand reviews with a warm cache, then more and fewer."""
    small = _create_small_files(folder / "small", COUNT)
    workspace = workspace_in(folder / "list")
    many(workspace, COUNT)
    ours, theirs = in_turns(21, workspace.list_reviews, partial(_read_all, small))
    yield Budget(f"listing {COUNT:,} reviews, warm", ours, f"reading {COUNT:,} files of 1 KB", theirs, 3)
    listed, read = zip(*(_measure_count(folder / f"list-{count}", count) for count in COUNTS), strict=True)
    yield Growth("listing", "reviews", COUNTS, listed, GARBAGE)
    yield Growth(
        "reading as many files of 1 KB", "files", COUNTS, read, "the more, the fewer a processor has at hand"
    )


def _create_small_files(folder: Path, count: int) -> Path:
    folder.mkdir(parents=True)
    for number in range(count):
        (folder / f"{number}.bin").write_bytes(b"x" * 1024)
    return folder


def _read_all(folder: Path) -> None:
    for name in os.listdir(folder):
        (folder / name).read_bytes()


def _measure_count(folder: Path, count: int) -> list[Spread]:
    workspace, small = workspace_in(folder), _create_small_files(folder / "small", count)
    many(workspace, count)
    return in_turns(9, workspace.list_reviews, partial(_read_all, small))
