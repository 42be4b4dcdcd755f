"""Times, taken in turns: whatever else the machine does troubles all that is compared alike."""

from collections.abc import Callable
from dataclasses import dataclass
from statistics import median
from time import perf_counter

Work = Callable[[], object]
"""Does what is measured. If it gives a float, that many seconds it took; else the whole of it counts."""


@dataclass(frozen=True)
class Spread:
    """The times of one thing, in seconds."""

    times: tuple[float, ...]

    @property
    def median(self) -> float:
        """The time in the middle."""
        return median(self.times)

    def beside(self, other: "Spread") -> float:
        """How many times another it took, turn by turn: the ratio in the middle.

        A machine that others use goes quicker and slower by the minute, which troubles both alike.
        """
        return median(ours / theirs for ours, theirs in zip(self.times, other.times, strict=True))

    def __str__(self) -> str:
        least, most = milliseconds(min(self.times)), milliseconds(max(self.times))
        return f"{milliseconds(self.median)} ms ({least} to {most})"


def in_turns(rounds: int, *works: Work) -> list[Spread]:
    """The times of several things, each done once in every round."""
    taken = [[timed(work) for work in works] for _ in range(rounds)]
    return [Spread(times) for times in zip(*taken, strict=True)]


def timed(work: Work) -> float:
    """How long something takes, in seconds."""
    begun = perf_counter()
    given = work()
    return given if isinstance(given, float) else perf_counter() - begun


def milliseconds(seconds: float) -> str:
    """A time in milliseconds, with as many places as mean something."""
    return f"{1000 * seconds:.{0 if seconds >= 0.1 else 1 if seconds >= 0.001 else 2}f}"
