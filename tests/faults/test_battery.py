"""The short form of the fault battery: nothing that was acknowledged is lost, whatever happens."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

PARTS = ("kills", "saves", "recoveries", "full-disk", "damage", "processes", "signals", "fuzz", "imports")


pytestmark = pytest.mark.skipif(os.name == "nt", reason="the battery forks, which Windows cannot")


def test_every_part_is_run() -> None:
    """A part that is added to the battery is added here."""
    from tests.faults import battery

    assert tuple(battery.PARTS) == PARTS


@pytest.mark.parametrize("part", PARTS)
def test_nothing_happens_that_must_not(part: str) -> None:
    """Each kind of fault ends with everything acknowledged in its place, and with words alone."""
    # In a process of its own, because forking is only safe where there are no threads.
    command = [sys.executable, "-m", "tests.faults.battery", "--short", part]
    root = Path(__file__).parents[2]
    done = subprocess.run(command, cwd=root, capture_output=True, encoding="utf-8", timeout=600, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
