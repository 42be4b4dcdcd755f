"""How long one reply in a full review takes to be safely on disk, beside the least that any save could take.

The two take turns in one run, so that whatever else the machine does troubles both alike.
Run as `python benchmarks/save.py [FOLDER]`; without a folder, in one of the system's temporary folders.
"""

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter

from matbot.review.replies import Began, Evidenced, Leant, Noted, Opened, Rated, Reasoned, Reply, Scoped
from matbot.rubric import Rubric
from matbot.rubric.library import find
from matbot.store.review_file import ReviewFile
from matbot.store.workspace import Workspace

ROUNDS = 100
SIZE = 100_000
"""The least a full review takes, in bytes."""

WORDS = "Clear to most of our schools, and two of them could say what it means for a Tuesday in March. "


def main(folder: Path) -> None:
    """Measure in a folder, and print the medians and their ratio."""
    os.environ["MATBOT_STATE"] = str(folder / "state")
    with full_review(Workspace(folder / "workspace")) as review:
        saves, floors = measured(review, folder / "floor")
        kilobytes = review.path.stat().st_size / 1000
    print(f"one reply saved, in a review of {kilobytes:.0f} KB    {1000 * saves:.2f} ms")
    print(f"the same bytes written, synced, replaced  {1000 * floors:.2f} ms")
    print(f"ratio                                     {saves / floors:.2f} x (at most 3 x)")


def full_review(workspace: Workspace) -> ReviewFile:
    """A review in which every question and element is answered at length, open."""
    rubric = find()
    opened = Opened(review="bench234", trust="Northfields", group="Heads", rubric=rubric.id)
    review = workspace.create(rubric, opened, Scoped(elements=tuple(rubric.elements)))
    review.append(*everything(rubric))
    while review.path.stat().st_size < SIZE:
        review.append(*everything(rubric))
    return review


def everything(rubric: Rubric) -> Iterator[Reply]:
    """An answer to all that can be asked of one person."""
    for element in rubric.elements.values():
        yield Began(element=element.code)
        for question in element.questions:
            yield Leant(question=question.id, leaning="nearer green")
            yield Noted(question=question.id, note=WORDS[:60])
        yield Rated(element=element.code, rating="AG")
        yield Reasoned(element=element.code, rationale=WORDS * 2)
        yield Evidenced(element=element.code, evidence=WORDS)


def measured(review: ReviewFile, floor: Path) -> tuple[float, float]:
    """The medians of saving a reply and of the floor, in seconds, taken in turns."""
    floor.mkdir()
    questions = list(review.rubric.questions)
    saves, floors = [], []
    for number in range(ROUNDS):
        reply = Leant(question=questions[number % len(questions)], leaning="green")
        saves.append(timed(partial(review.append, reply)))
        floors.append(timed(partial(least, floor / "review.json", review.path.read_bytes())))
    return median(saves), median(floors)


def timed(work: Callable[[], object]) -> float:
    """How long something takes, in seconds."""
    begun = perf_counter()
    work()
    return perf_counter() - begun


def least(path: Path, raw: bytes) -> None:
    """The least that makes bytes survive a power cut: write, fsync, replace, fsync the folder."""
    new = path.with_suffix(".new")
    descriptor = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    os.write(descriptor, raw)
    os.fsync(descriptor)
    os.close(descriptor)
    os.replace(new, path)
    folder = os.open(path.parent, os.O_RDONLY)
    os.fsync(folder)
    os.close(folder)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(dir=sys.argv[1] if len(sys.argv) > 1 else None) as made:
        main(Path(made))
