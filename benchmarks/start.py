"""The time from the start of the program to a usable home screen."""

from collections.abc import Iterator
from pathlib import Path

from benchmarks.measuring import Spread, in_turns
from benchmarks.programs import matbot, one_label
from benchmarks.results import Budget, Growth, Result
from benchmarks.samples import many, workspace_in

ROUNDS = 41
MANY = (10, 100, 1_000, 10_000)

ITS_OWN = "home's own modules and styles, the headers of all reviews, and a screenful of cards"


def results(folder: Path) -> Iterator[Result]:
    """Compare the start with that of an empty app, then measure its growth with the number of reviews."""
    home = folder / "start-100"
    many(workspace_in(home), 100)
    ours, theirs = in_turns(ROUNDS, lambda: to_home(home), lambda: to_label(folder))
    what, against = "start to a usable home screen, 100 reviews", "an empty Textual app"
    yield Budget(what, ours, against, theirs, 1.25, ITS_OWN)
    yield Growth(
        "start to home", "reviews", MANY, [_measure_count(folder / f"home-{count}", count) for count in MANY]
    )


def to_home(folder: Path) -> float:
    """Measure the time from the start to the last change of the home screen, in seconds."""
    with matbot(folder) as terminal:
        return terminal.painted("Carry on") - terminal.begun


def to_label(folder: Path) -> float:
    """Measure the time from the start to the label, in seconds."""
    with one_label(folder) as terminal:
        return terminal.painted("Ready 0") - terminal.begun


def _measure_count(folder: Path, count: int) -> Spread:
    many(workspace_in(folder), count)
    return in_turns(7, lambda: to_home(folder))[0]
