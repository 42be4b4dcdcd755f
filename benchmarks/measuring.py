"""Timing in turns, so that other load on the machine affects everything that is compared equally."""

from collections.abc import Callable
from dataclasses import dataclass
from statistics import median
from time import perf_counter

Work = Callable[[], object]
"""Does the work to measure. If it returns a float, that is the time in seconds; else the call is timed."""


@dataclass(frozen=True)
class Spread:
    """The times of one benchmark, in seconds."""

    times: tuple[float, ...]

    @property
    def median(self) -> float:
        """The median time."""
        return median(self.times)

    def beside(self, other: "Spread") -> float:
        """Return the median of the ratios of this time to another, turn by turn.

        The speed of a shared machine varies by the minute, which affects both times of a turn equally.
        """
        return median(ours / theirs for ours, theirs in zip(self.times, other.times, strict=True))

    def __str__(self) -> str:
        least, most = milliseconds(min(self.times)), milliseconds(max(self.times))
        return f"{milliseconds(self.median)} ms ({least} to {most})"


def in_turns(rounds: int, *works: Work) -> list[Spread]:
    """Measure several pieces of work, each done once in every round."""
    taken = [[timed(work) for work in works] for _ in range(rounds)]
    return [Spread(times) for times in zip(*taken, strict=True)]


def timed(work: Work) -> float:
    """Measure a piece of work once, in seconds."""
    begun = perf_counter()
    given = work()
    return given if isinstance(given, float) else perf_counter() - begun


def milliseconds(seconds: float) -> str:
    """Format a time in milliseconds, with its significant decimal places."""
    return f"{1000 * seconds:.{0 if seconds >= 0.1 else 1 if seconds >= 0.001 else 2}f}"
