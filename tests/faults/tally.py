"""What a part of the battery counts, and what a part is: how often it is run, and against what."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

_EXAMPLES = 10
"""How many faults are told in full; all are counted."""

OURS, PLAIN, CACHED = "matbot", "JSONStorage", "JSONStorage, cached"
"""What reviews can be kept with: matbot's own way, TinyDB's, and TinyDB's with its cache before it."""


@dataclass
class Tally:
    """What happened in one part of the battery, counted under plain words, in the order first said."""

    counts: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)
    """What must never happen and did, each with how to repeat it."""

    def count(self, what: str, times: int = 1) -> None:
        """Count something."""
        self.counts[what] += times

    def fault(self, what: str, how: str, times: int = 1) -> None:
        """Count something that must never happen, and remember how it came about."""
        self.count(what, times)
        if len(self.faults) < _EXAMPLES:
            self.faults.append(f"{what}: {how}")

    def add(self, other: "Tally") -> None:
        """Take over what another process counted."""
        for what, times in other.counts.items():
            self.count(what, times)
        self.faults += other.faults[: _EXAMPLES - len(self.faults)]


@dataclass(frozen=True)
class Share:
    """The work of one process: its cases, a folder of its own, and where it counts."""

    cases: range
    folder: Path
    tally: Tally
    short: bool
    """Whether time matters more than doing everything the slow way."""
    storage: str
    """What reviews are kept with: matbot's own way, or one that stands in for it."""


@dataclass(frozen=True)
class Part:
    """One kind of fault."""

    name: str
    """How the part is called on the command line."""
    title: str
    about: str
    """What is done and what counts, in a few sentences."""
    rows: tuple[str, ...]
    """What is counted, in the order in which it is told."""
    never: tuple[str, ...]
    """What is counted too, and must not happen at all."""
    run: Callable[[Share], None]
    short: int
    """How many cases the tests run."""
    full: int
    """How many `make faults` runs."""
    against: Mapping[str, int] = field(default_factory=dict)
    """What else the same is done to, and how often; nothing where there is nothing to compare."""
    processes: int = 2
    """How many processes share the work."""
    in_memory: bool = False
    """Whether a disk in memory will do: where it matters what the store does, and not what the disk does."""

    def empty(self) -> Tally:
        """A tally with every row at nought."""
        return Tally(Counter(dict.fromkeys([*self.rows, *self.never], 0)))


def table(part: Part, columns: dict[str, Tally]) -> Iterable[str]:
    """What was counted, as the lines of a Markdown table with a column for each storage."""
    yield f"| | {' | '.join(columns)} |"
    yield f"|---|{'---:|' * len(columns)}"
    for what in (*part.rows, *part.never):
        numbers = " | ".join(_number(tally.counts[what], what in part.never) for tally in columns.values())
        yield f"| {what} | {numbers} |"


def _number(count: int, never: bool) -> str:
    """A number as the table shows it; what must not happen stands out."""
    return f"**{count:,}**" if never else f"{count:,}"
