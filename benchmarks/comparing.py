"""Comparing reviews: reading each from its file, then building the comparison.

matbot compares twelve reviews at most. Larger numbers are measured by calling the code below that limit.
"""

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from benchmarks.measuring import in_turns
from benchmarks.results import Budget, Growth, Result
from benchmarks.samples import full, workspace_in
from matbot.review.comparison import Comparison, Side
from matbot.services.joint_reviews import load_source
from matbot.store.workspace import Workspace

FEW, MANY = 20, 200

GARBAGE = (
    "each review costs the same by itself, but the more are in memory, the more Python looks through "
    "for garbage"
)
COUNTS = (2, 20, 200)


def results(folder: Path) -> Iterator[Result]:
    """Compare two hundred reviews with twenty, then measure the growth from two."""
    workspace = workspace_in(folder / "compare")
    paths = [_create_review(workspace, number) for number in range(MANY)]
    two, few, many = in_turns(9, *(partial(compared, workspace, paths[:count]) for count in COUNTS))
    yield Budget(f"comparing {MANY} reviews", many, f"comparing {FEW}", few, 10, GARBAGE)
    yield Growth("comparing", "reviews", COUNTS, (two, few, many))


def compared(workspace: Workspace, paths: Sequence[str]) -> None:
    """Do the whole work: read the files, build the sides, each element's differences and the agenda."""
    sources = [load_source(workspace, path) for path in paths]
    sides = [Side(path, "A", path, one.account) for path, one in zip(paths, sources, strict=True)]
    assert Comparison(sources[0].rubric, tuple(sides)).agenda


def _create_review(workspace: Workspace, number: int) -> str:
    with full(workspace, f"side{number:04}", f"Group {number}") as review:
        return str(review.path)
