"""Results of benchmarks, as rows of the tables in RESULTS.md."""

import os
import platform
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from benchmarks.measuring import Spread, milliseconds


class Result(ABC):
    """A row of a table."""

    table: ClassVar[str]
    """The heading of the table."""
    columns: ClassVar[Sequence[str]]

    @property
    @abstractmethod
    def cells(self) -> Sequence[str]:
        """The cells of the row."""


@dataclass(frozen=True)
class Budget(Result):
    """A time with an upper limit relative to a baseline."""

    what: str
    ours: Spread
    against: str
    theirs: Spread
    most: float | None
    """The upper limit, as a multiple of the baseline; None for no limit."""
    stands_in_the_way: str = ""
    """The reason why the limit is exceeded, if it is."""

    table = "How fast"
    columns = ("what", "matbot", "against", "takes", "ratio", "turn by turn", "at most", "")

    @property
    def cells(self) -> Sequence[str]:
        """The row with the ratio of the medians, which decides the verdict, and the median ratio by turn."""
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
    """A time with an absolute upper limit."""

    what: str
    ours: Spread
    most: float
    """The upper limit, in seconds."""

    table = "How fast, by the clock"
    columns = ("what", "takes", "at most", "")

    @property
    def cells(self) -> Sequence[str]:
        """The row with whether the limit is met."""
        verdict = "reached" if self.ours.median <= self.most else "NOT reached"
        return self.what, str(self.ours), f"{milliseconds(self.most)} ms", verdict


@dataclass(frozen=True)
class Growth(Result):
    """How a time grows with the size of the input."""

    what: str
    of: str
    """The unit of the sizes."""
    sizes: Sequence[int]
    costs: Sequence[Spread]
    grows_more: str = ""
    """The reason why the time grows faster than the input, if it does."""

    table = "How cost grows"
    columns = ("what", "with", "takes", "grows", "while the work grows", "")

    @property
    def cells(self) -> Sequence[str]:
        """The row with the time of each size, then the ratio of the last time to the first."""
        each = ", ".join(
            f"{size:,}: {milliseconds(cost.median)} ms"
            for size, cost in zip(self.sizes, self.costs, strict=True)
        )
        grows, work = self.costs[-1].median / self.costs[0].median, self.sizes[-1] / self.sizes[0]
        why = "" if grows <= work else f"MORE: {self.grows_more}"
        return self.what, self.of, each, f"{grows:,.1f} x", f"{work:,.0f} x", why


@dataclass(frozen=True)
class Memory(Result):
    """The memory of a process."""

    what: str
    megabytes: float
    beside: str

    table = "Memory"
    columns = ("what", "holds", "beside")

    @property
    def cells(self) -> Sequence[str]:
        """The row with whole megabytes."""
        return self.what, f"{self.megabytes:.0f} MB", self.beside


def tables(results: Iterable[Result]) -> str:
    """Format results as Markdown, with a table for each kind."""
    kinds: dict[str, list[Result]] = {}
    for result in results:
        kinds.setdefault(result.table, []).append(result)
    return "\n\n".join(f"## {name}\n\n{_format_table(rows)}" for name, rows in kinds.items())


def machine() -> str:
    """Describe the machine in a line."""
    return (
        f"{os.cpu_count()} x {_describe_processor()}, {_describe_memory()}, {platform.system()}, "
        f"Python {platform.python_version()}, Textual {_find_version('textual')}."
    )


def _format_table(rows: Sequence[Result]) -> str:
    return "\n".join(
        _format_rows([rows[0].columns, ["---"] * len(rows[0].columns), *(row.cells for row in rows)])
    )


def _format_rows(rows: Iterable[Sequence[str]]) -> Iterator[str]:
    return (f"| {' | '.join(cells)} |" for cells in rows)


def _describe_processor() -> str:
    return _read_field("/proc/cpuinfo", "model name") or platform.processor() or platform.machine()


def _describe_memory() -> str:
    kilobytes = _read_field("/proc/meminfo", "MemTotal").split(" ")[0]
    return f"{int(kilobytes) / 1024 / 1024:.0f} GB" if kilobytes else "memory unknown"


def _read_field(file: str, name: str) -> str:
    try:
        lines = Path(file).read_text(encoding="utf-8").splitlines()
    except OSError:
        return ""
    return next((line.partition(":")[2].strip() for line in lines if line.startswith(name)), "")


def _find_version(package: str) -> str:
    from importlib.metadata import version

    return version(package)
