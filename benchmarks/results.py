"""What was measured, as the tables of RESULTS.md."""

import os
import platform
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from benchmarks.measuring import Spread, milliseconds


class Result(ABC):
    """A row of one of the tables."""

    table: ClassVar[str]
    """The heading of its table."""
    columns: ClassVar[Sequence[str]]

    @property
    @abstractmethod
    def cells(self) -> Sequence[str]:
        """The row."""


@dataclass(frozen=True)
class Budget(Result):
    """Something that may take so much, against something that anybody can measure."""

    what: str
    ours: Spread
    against: str
    theirs: Spread
    most: float | None
    """How many times the other it may take; None for what has no budget."""
    stands_in_the_way: str = ""
    """Why it takes more than that, where it does."""

    table = "How fast"
    columns = ("what", "matbot", "against", "takes", "ratio", "turn by turn", "at most", "")

    @property
    def cells(self) -> Sequence[str]:
        """With the ratio of the two medians, which says whether it is reached, and that of each turn."""
        ratio = self.ours.median / self.theirs.median
        most = f"{self.most:g} x" if self.most else "no budget"
        verdict = "" if self.most is None else "reached" if ratio <= self.most else "NOT reached"
        why = self.stands_in_the_way if verdict != "reached" else ""
        return (
            *(self.what, str(self.ours), self.against, str(self.theirs), f"{ratio:.2f} x"),
            *(f"{self.ours.beside(self.theirs):.2f} x", most, ": ".join(filter(None, (verdict, why)))),
        )


@dataclass(frozen=True)
class Limit(Result):
    """Something that may take so long, whatever anything else takes."""

    what: str
    ours: Spread
    most: float
    """In seconds."""

    table = "How fast, by the clock"
    columns = ("what", "takes", "at most", "")

    @property
    def cells(self) -> Sequence[str]:
        """With whether it is reached."""
        verdict = "reached" if self.ours.median <= self.most else "NOT reached"
        return self.what, str(self.ours), f"{milliseconds(self.most)} ms", verdict


@dataclass(frozen=True)
class Growth(Result):
    """How the cost of something grows with what it is done to."""

    what: str
    of: str
    """What there is more of."""
    sizes: Sequence[int]
    costs: Sequence[Spread]
    grows_more: str = ""
    """Why it grows more than the work, where it does."""

    table = "How cost grows"
    columns = ("what", "with", "takes", "grows", "while the work grows", "")

    @property
    def cells(self) -> Sequence[str]:
        """Each size with its cost, then how much the last is of the first."""
        each = ", ".join(
            f"{size:,}: {milliseconds(cost.median)} ms"
            for size, cost in zip(self.sizes, self.costs, strict=True)
        )
        grows, work = self.costs[-1].median / self.costs[0].median, self.sizes[-1] / self.sizes[0]
        why = "" if grows <= work else f"MORE: {self.grows_more}"
        return self.what, self.of, each, f"{grows:,.1f} x", f"{work:,.0f} x", why


@dataclass(frozen=True)
class Memory(Result):
    """What a process holds."""

    what: str
    megabytes: float
    beside: str

    table = "Memory"
    columns = ("what", "holds", "beside")

    @property
    def cells(self) -> Sequence[str]:
        """In whole megabytes."""
        return self.what, f"{self.megabytes:.0f} MB", self.beside


def tables(results: Iterable[Result]) -> str:
    """All results as Markdown, a table for each kind."""
    kinds: dict[str, list[Result]] = {}
    for result in results:
        kinds.setdefault(result.table, []).append(result)
    return "\n\n".join(f"## {name}\n\n{_table(rows)}" for name, rows in kinds.items())


def machine() -> str:
    """The machine's size, in a line."""
    return (
        f"{os.cpu_count()} x {_processor()}, {_memory()}, {platform.system()}, "
        f"Python {platform.python_version()}, Textual {_version('textual')}."
    )


def _table(rows: Sequence[Result]) -> str:
    return "\n".join(_lines([rows[0].columns, ["---"] * len(rows[0].columns), *(row.cells for row in rows)]))


def _lines(rows: Iterable[Sequence[str]]) -> Iterator[str]:
    return (f"| {' | '.join(cells)} |" for cells in rows)


def _processor() -> str:
    return _said_in("/proc/cpuinfo", "model name") or platform.processor() or platform.machine()


def _memory() -> str:
    kilobytes = _said_in("/proc/meminfo", "MemTotal").split(" ")[0]
    return f"{int(kilobytes) / 1024 / 1024:.0f} GB" if kilobytes else "memory unknown"


def _said_in(file: str, name: str) -> str:
    try:
        lines = Path(file).read_text(encoding="utf-8").splitlines()
    except OSError:
        return ""
    return next((line.partition(":")[2].strip() for line in lines if line.startswith(name)), "")


def _version(package: str) -> str:
    from importlib.metadata import version

    return version(package)
