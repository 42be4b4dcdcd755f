"""The fault battery: `python -m tests.faults.battery` runs all of it in full and writes RESULTS.md.

`--short` runs the short form, as the tests do, of the parts that are named or of all, and writes nothing.
"""

import argparse
import multiprocessing
import os
import platform
import sys
import tempfile
import traceback
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path

from tests.faults import damage, full_disk, fuzz, imports, kills, processes, signals, steps
from tests.faults.stand_ins import take_over
from tests.faults.tally import OURS, Part, Share, Tally, table

_PARTS = (
    *(kills.PART, steps.SAVES_PART, steps.RECOVERIES_PART, full_disk.PART),
    *(damage.PART, processes.PART, signals.PART, fuzz.PART, imports.PART),
)
PARTS = {part.name: part for part in _PARTS}
"""Every part of the battery by its name."""

_RESULTS = Path(__file__).with_name("RESULTS.md")
_MEMORY = Path("/dev/shm")
"""Where Linux has a folder in memory."""

_PREFACE = """\
# What the fault battery found

Made by `make faults` on {machine}. `make test` runs a short form of the same.

The numbers in bold count what must never happen. The battery must be able to fail, so parts of it are
also run with TinyDB's own storage in the place of matbot's: `JSONStorage`, and the same behind TinyDB's
`CachingMiddleware`. All else is as it is in matbot: the conversation, the form that is asked of what is
read, the words. JSONStorage puts a file on disk in one write, so that few kills fall inside it.
"""

_forked = multiprocessing.get_context("fork")


def tallied(part: Part, count: int, short: bool, storage: str = OURS) -> Tally:
    """Run so many cases of a part, shared out among processes; what they counted together."""
    together = part.empty()
    memory = _MEMORY if part.in_memory and _MEMORY.is_dir() else None
    with tempfile.TemporaryDirectory(prefix="matbot-faults-", dir=memory) as folder:
        shares = [
            Share(range(first, count, part.processes), Path(folder, str(first)), part.empty(), short, storage)
            for first in range(part.processes)
        ]
        running = [_begun(part, share) for share in shares]
        for process, results in running:
            together.add(results.recv())
            process.join()
    return together


def _begun(part: Part, share: Share) -> tuple[BaseProcess, Connection]:
    results, send = _forked.Pipe(duplex=False)
    process = _forked.Process(target=_work, args=(part, share, send), daemon=True)
    process.start()
    send.close()
    return process, results


def _work(part: Part, share: Share, send: Connection) -> None:
    """One process's share of the work; what goes wrong in the battery itself is told as a fault."""
    share.folder.mkdir()
    try:
        if share.storage != OURS:
            take_over(share.storage)
        part.run(share)
    except Exception:
        share.tally.fault("the battery itself failed", traceback.format_exc())
    send.send(share.tally)


def main() -> int:
    """Run the battery: 0 if nothing happened to matbot that must not."""
    options = _options()
    sections, faults = [], []
    for part in [PARTS[name] for name in options.parts or PARTS]:
        columns = {OURS: tallied(part, part.short if options.short else part.full, options.short)}
        for storage, count in () if options.short else part.against.items():
            columns[storage] = tallied(part, count, options.short, storage)
        sections.append("\n".join((f"\n## {part.title}\n", f"{part.about}\n", *table(part, columns), "")))
        faults += columns[OURS].faults
        _print(sections[-1], *columns[OURS].faults)
    if not options.short and not options.parts:
        _RESULTS.write_text("".join([_PREFACE.format(machine=_machine()), *sections]), encoding="utf-8")
    return 1 if faults else 0


def _options() -> argparse.Namespace:
    options = argparse.ArgumentParser(prog="python -m tests.faults.battery", description=__doc__)
    options.add_argument("parts", nargs="*", metavar="PART", help=f"{', '.join(PARTS)}; all unless named")
    options.add_argument("--short", action="store_true", help="the short form, as the tests run it")
    chosen = options.parse_args()
    if unknown := set(chosen.parts) - PARTS.keys():
        options.error(f"there is no part {', '.join(sorted(unknown))}")
    return chosen


def _machine() -> str:
    """What kind of machine this is, in words."""
    python = ".".join(platform.python_version_tuple()[:2])
    return f"{os.cpu_count()} cores, {platform.system()}, {platform.machine()}, Python {python}"


def _print(*lines: str) -> None:
    sys.stdout.write("".join(f"{line}\n" for line in lines))
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
