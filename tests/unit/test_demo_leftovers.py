"""Nothing of a sample outlives it: where a process could not clear its own, the next one does."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from matbot.demo.leftovers import PREFIX, SampleFolder


@pytest.fixture
def passing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The system's folder for what passes."""
    folder = tmp_path / "passing"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def test_what_a_killed_process_left_is_gone_with_the_next_sample(passing: Path) -> None:
    """Its lock is free, since it ended; nothing could clear it then."""
    program = (
        "import os, tempfile; from matbot.demo.leftovers import SampleFolder; "
        f"tempfile.tempdir = {str(passing)!r}; "
        "made = SampleFolder(); (made.path / 'review.json').write_text('made up'); os._exit(1)"
    )
    subprocess.run([sys.executable, "-c", program], check=False)
    (left,) = passing.glob(f"{PREFIX}*")
    made = SampleFolder()
    assert not left.exists()
    made.clear()
    assert not any(passing.iterdir())


def test_one_that_is_in_use_stays(passing: Path) -> None:
    """So does one that another has only just made, and whatever is no folder of ours."""
    (passing / "mine").mkdir()
    (passing / f"{PREFIX}link").symlink_to(passing / "mine")
    just_made = passing / f"{PREFIX}new"
    just_made.mkdir()
    long_ago = passing / f"{PREFIX}old"
    long_ago.mkdir()
    os.utime(long_ago, (0, 0))
    one = SampleFolder()
    other = SampleFolder()
    assert one.path.exists()
    assert just_made.exists()
    assert (passing / f"{PREFIX}link").exists()
    assert not long_ago.exists()
    other.clear()
    one.clear()
    one.clear()
    assert not one.path.exists()


@pytest.mark.skipif(os.name == "nt", reason="has no such signals")
@pytest.mark.parametrize("way", ["SIGHUP", "SIGTERM"])
def test_a_closed_terminal_clears_it_by_line_too(passing: Path, way: str) -> None:
    """As where somebody is on the tour and closes the window."""
    program = (
        "import os, signal, tempfile; from matbot.demo import tour; "
        f"tempfile.tempdir = {str(passing)!r}; tour.Sample.make = lambda _: None\n"
        f"with tour.sample(): os.kill(os.getpid(), signal.{way}); signal.pause()"
    )
    done = subprocess.run([sys.executable, "-c", program], check=False, capture_output=True, encoding="utf-8")
    assert (done.returncode, done.stderr) == (1, "")
    assert not any(passing.iterdir())
