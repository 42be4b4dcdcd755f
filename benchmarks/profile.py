"""The time spent on imports until home is shown, module by module: `make profile`.

Each module is listed with its own time, without what it imports. Times are medians of a few starts.
"""

import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from statistics import median

from benchmarks.programs import environment
from benchmarks.samples import many, workspace_in

ROUNDS = 5
LONGEST = 40
"""How many lines a table has at most."""

TO_HOME = Path(__file__).with_name("to_home.py")

Times = dict[str, float]
"""Milliseconds by module."""


def main() -> None:
    """Print what matbot imports and an empty app does not, slowest first, then what both import."""
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        workspace = workspace_in(folder)
        many(workspace, 100)
        ours, theirs = imported(folder, str(workspace.root)), imported(folder)
    own = {name: taken for name, taken in ours.items() if name not in theirs}
    print(f"matbot imports {len(ours)} modules in {sum(ours.values()):.0f} ms before home stands;")
    print(f"an empty Textual app {len(theirs)} in {sum(theirs.values()):.0f} ms.\n")
    _print_table("What matbot imports and the empty app does not", own)
    _print_table("What both import", {name: taken for name, taken in ours.items() if name in theirs})


def imported(folder: Path, *workspace: str) -> Times:
    """Measure each module that is imported until home, or without a workspace the label, is shown."""
    taken = defaultdict[str, list[float]](list)
    for _ in range(ROUNDS):
        for name, milliseconds in _measure_once(folder, workspace):
            taken[name].append(milliseconds)
    return {name: median(times) for name, times in taken.items()}


def _measure_once(folder: Path, workspace: Iterable[str]) -> Iterable[tuple[str, float]]:
    command = [sys.executable, "-X", "importtime", str(TO_HOME), *workspace]
    done = subprocess.run(command, env=environment(folder), capture_output=True, encoding="utf-8", check=True)
    for line in done.stderr.splitlines():
        own, _, name = line.removeprefix("import time:").split("|")
        if own.strip().isdigit():
            yield name.strip(), int(own) / 1000


def _print_table(title: str, taken: Times) -> None:
    print(f"{title}: {len(taken)} modules, {sum(taken.values()):.1f} ms")
    longest = sorted(taken.items(), key=lambda one: -one[1])
    for name, milliseconds in longest[:LONGEST]:
        print(f"{milliseconds:8.1f}  {name}")
    if rest := longest[LONGEST:]:
        print(f"{sum(milliseconds for _, milliseconds in rest):8.1f}  in {len(rest)} more")
    print()


if __name__ == "__main__":
    main()
