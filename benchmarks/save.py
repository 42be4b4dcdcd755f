"""The time to save one answer safely to disk, compared with the minimum for any save."""

import os
from collections.abc import Iterator
from functools import partial
from itertools import cycle
from pathlib import Path

from benchmarks.measuring import Spread, in_turns
from benchmarks.results import Budget, Growth, Result
from benchmarks.samples import full, with_notes, workspace_in
from matbot.review.events import QuestionAnswered
from matbot.store.review_file import ReviewFile

ROUNDS = 200
SIZE = 100_000
"""The minimum size of a full review, in bytes."""

COPIES = (
    "a save also keeps the one before under its own name and writes a second copy, which the floor does not"
)

NOTES = (1, 10, 100)
LONGEST = 20_000
"""The length of the longest possible note, in characters."""


def results(folder: Path) -> Iterator[Result]:
    """Measure saving an answer in a full review, then in reviews with increasing numbers of long notes."""
    with full(workspace_in(folder / "save"), size=SIZE) as review:
        ours, floor = saves(review, folder / "floor", ROUNDS)
        size = review.path.stat().st_size / 1000
    what = f"one reply saved, in a review of {size:.0f} KB"
    yield Budget(what, ours, "the same bytes written, fsync, replace, folder fsync", floor, 3, COPIES)
    yield from _measure_growth(folder)


def saves(review: ReviewFile, floor: Path, rounds: int) -> list[Spread]:
    """Measure saving an answer and the minimum for the same bytes, in turns."""
    floor.mkdir(parents=True)
    questions = cycle(review.rubric.questions)

    def save() -> None:
        review.append(QuestionAnswered(question=next(questions), leaning="green"))

    def write() -> None:
        least(floor / "review.json", raw)

    raw = review.path.read_bytes()
    return in_turns(rounds, save, write)


def least(path: Path, raw: bytes) -> None:
    """Do the minimum for bytes to survive a power cut: write, fsync, replace, fsync the folder."""
    new = path.with_suffix(".new")
    descriptor = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    os.write(descriptor, raw)
    os.fsync(descriptor)
    os.close(descriptor)
    os.replace(new, path)
    folder = os.open(path.parent, os.O_RDONLY)
    os.fsync(folder)
    os.close(folder)


def _measure_growth(folder: Path) -> Iterator[Growth]:
    ours, floors = zip(*map(partial(_measure_notes, folder), NOTES), strict=True)
    words = f"notes of {LONGEST:,} characters"
    yield Growth("one reply saved", words, NOTES, ours)
    yield Growth("the same bytes written and synced", words, NOTES, floors)


def _measure_notes(folder: Path, notes: int) -> list[Spread]:
    place = folder / f"notes-{notes}"
    with with_notes(workspace_in(place), notes, LONGEST) as review:
        return saves(review, place / "floor", 30)
