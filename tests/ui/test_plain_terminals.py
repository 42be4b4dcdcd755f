"""Terminals that cannot show whole screens, for real: one plain line that says what to do instead."""

import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")

COMMAND = [sys.executable, "-c", "import sys; from matbot.cli import main; sys.exit(main())"]


def _at_a_terminal(term: str, *arguments: str, typed: str = "") -> tuple[int, str]:
    """Run matbot at a terminal of that kind; its status, and all that it showed."""
    import pty  # which Windows has not

    ours, its = pty.openpty()
    running = subprocess.Popen(
        [*COMMAND, *arguments], stdin=its, stdout=its, stderr=its, env={**os.environ, "TERM": term}
    )
    os.close(its)
    os.write(ours, typed.encode())
    shown = bytearray()
    with suppress(OSError):  # which says that the terminal was left
        while some := os.read(ours, 4096):
            shown += some
    os.close(ours)
    return running.wait(timeout=60), shown.decode()


def test_a_dumb_terminal_gets_one_plain_line(tmp_path: Path) -> None:
    """It says why, and names line mode; no escape code is sent, nothing is waited for, nothing is made."""
    status, shown = _at_a_terminal("dumb", "--workspace", str(tmp_path / "own"))
    assert status == 1
    assert len(shown.splitlines()) == 1
    assert "needs a terminal that shows whole screens" in shown
    assert "matbot --plain" in shown
    assert "\x1b" not in shown
    assert not (tmp_path / "own").exists()


def test_line_mode_works_at_a_dumb_terminal(tmp_path: Path) -> None:
    """What that line names is there: it speaks, hears, and sends no escape code."""
    status, shown = _at_a_terminal("dumb", "--plain", "--workspace", str(tmp_path), typed="stop\n")
    assert status == 0
    assert "Goodbye" in shown
    assert "\x1b" not in shown


@pytest.mark.parametrize("term", ["dumb", "xterm-256color"])
def test_without_a_terminal_nothing_is_drawn(tmp_path: Path, term: str) -> None:
    """Where what it prints goes into a file or a pipe, that stays empty, and the line stands beside it."""
    done = subprocess.run(
        [*COMMAND, "--workspace", str(tmp_path)],
        capture_output=True,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
        env={**os.environ, "TERM": term},
        timeout=60,
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert "matbot --plain" in done.stderr
    assert "\x1b" not in done.stderr
