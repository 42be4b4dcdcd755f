"""Runs all benchmarks or the parts named, prints the results, and writes RESULTS.md if it ran all.

Run as `make bench`, or as `python -m benchmarks start keys`.
"""

import sys
import tempfile
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path

from benchmarks.results import Result, machine, tables

PARTS = ("start", "keys", "save", "listing", "documents", "comparing", "memory")
RESULTS = Path(__file__).with_name("RESULTS.md")

ABOUT = """\
# How quick matbot is

Written by `make bench`. What is compared was measured in turns in one run: medians, with the least and the
most in brackets. The ratio is that of the medians; beside it stands the median of the ratios of each turn, as
a machine that others use moves between two turns less than in a whole run. Start and keys were measured in a
real pseudo-terminal of 120 x 40, from the start of the process, or from the key, to the last change of what
stands on the screen. Nothing is warmed but the disk's own memory.

What it rests on:

- A start reads in what home shows and no more: the heads of the files, and the widgets of one page. Commands,
  pydantic, TinyDB, editions and the other pages come when they are first asked for; what opens a review, as
  soon as home stands. `tests/ui/test_import_budget.py` counts modules, `make profile` shows what each takes.
- A list reads the first 4 KB of each file, where its header stands, and draws the cards that are in view.
- A key that changes a line draws that line. An answer lays the page out before anything of it is painted; the
  turns behind are one widget that draws the lines in view, however many they are.
- A save turns the replies that are new into text; the text of all others is remembered for as long as nothing
  touched them. Then it is one file written, synced and put in place.
- A file as matbot laid it out is checked from its bytes, and a copy with the same bytes is not read again.
"""


def main(parts: list[str]) -> None:
    """Run each part in a separate temporary folder."""
    results: list[Result] = []
    for part in parts or PARTS:
        print(f"{part} ...", file=sys.stderr, flush=True)
        with tempfile.TemporaryDirectory(prefix="matbot-bench-") as folder:
            results += import_module(f"benchmarks.{part}").results(Path(folder))
    found = f"{machine()} {datetime.now(UTC):%d %B %Y}.\n\n{tables(results)}\n"
    print(found)
    if not parts:
        RESULTS.write_text(f"{ABOUT}\n{found}", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
