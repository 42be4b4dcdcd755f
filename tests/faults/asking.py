"""`matbot ask` in a process of its own, on two pipes: spoken to, listened to, and killed."""

import os
import re
import select
import signal
import subprocess
import sys
from abc import ABC, abstractmethod
from collections.abc import Callable
from pathlib import Path

import matbot.line  # noqa: F401 - so that a process that is forked has it already
from matbot.cli import main
from tests.faults.tally import OURS

_SAVED = re.compile(rb"^saved \d\d:\d\d:\d\d$", re.MULTILINE)
_PATIENCE = 60_000
"""Milliseconds after which a process that says nothing is taken to hang."""

Ending = Callable[["Asked"], bool]
"""Whether what was heard so far is enough."""


class Hung(Exception):
    """The process neither spoke nor ended."""


class Asked(ABC):
    """A process that asks. What it acknowledged is what it said was saved."""

    def __init__(self, speak: int, hear: int) -> None:
        self._speak, self._hear = speak, hear
        self._ears = select.poll()
        self._ears.register(hear, select.POLLIN | select.POLLHUP)
        self._rest = b""
        self.acknowledged = 0
        """How many answers it said were saved."""
        self.troubles: list[str] = []
        """What it said about troubles."""
        self.ended = False
        """Whether it will say no more."""

    @property
    @abstractmethod
    def pid(self) -> int:
        """The number of the process."""

    @abstractmethod
    def _wait(self) -> None:
        """Wait until the system has let go of the process and all that it held."""

    def say(self, text: str) -> None:
        """Type something; all of it is in the pipe when this returns."""
        os.write(self._speak, text.encode())

    def hear_until(self, enough: Ending) -> None:
        """Listen until it is enough, or until there is nothing more to hear."""
        while not self.ended and not enough(self):
            if not self._ears.poll(_PATIENCE):
                raise Hung(f"process {self.pid} said nothing for a minute")
            self._take(os.read(self._hear, 1 << 16))

    def hear_saved(self, count: int) -> None:
        """Listen until so many answers were said to be saved."""
        self.hear_until(lambda asked: asked.acknowledged >= count)

    def wait_at_most(self, milliseconds: int) -> None:
        """Let the process go its way, until it speaks."""
        self._ears.poll(milliseconds)

    def kill(self) -> None:
        """End it as a crash does, and hear what it had said by then."""
        os.kill(self.pid, signal.SIGKILL)
        self._leave()

    def end(self) -> None:
        """Let it come to its end, and hear it out."""
        os.close(self._speak)
        self._speak = -1
        self._leave()

    def _leave(self) -> None:
        self.hear_until(lambda _asked: False)
        self._wait()
        for descriptor in (self._speak, self._hear):
            if descriptor >= 0:
                os.close(descriptor)

    def _take(self, raw: bytes) -> None:
        self.ended = not raw
        whole, _, self._rest = (self._rest + raw).rpartition(b"\n")
        self.acknowledged += len(_SAVED.findall(whole))
        self.troubles += [
            line for line in whole.decode().splitlines() if "Not saved" in line or "fault of matbot" in line
        ]


class ColdAsked(Asked):
    """A process that is started from nothing, as from a shell."""

    def __init__(self, workspace: Path, review: str, storage: str) -> None:
        ours = ["-c", "from matbot.cli import main; main()"]
        start = ours if storage == OURS else ["-m", "tests.faults.stand_ins", storage]
        command = [sys.executable, *start, "--workspace", str(workspace), "ask", review]
        pipe = subprocess.PIPE
        self._process = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=subprocess.STDOUT)
        assert self._process.stdin
        assert self._process.stdout
        super().__init__(os.dup(self._process.stdin.fileno()), os.dup(self._process.stdout.fileno()))
        self._process.stdin.close()
        self._process.stdout.close()

    @property
    def pid(self) -> int:
        """The number of the process."""
        return self._process.pid

    def _wait(self) -> None:
        self._process.wait()


class WarmAsked(Asked):
    """A process that has read in all its modules already, which saves nine tenths of the time of starting."""

    def __init__(self, workspace: Path, review: str) -> None:
        typed, speak = os.pipe()
        hear, given = os.pipe()
        self._pid = os.fork()
        if not self._pid:
            _become(["--workspace", str(workspace), "ask", review], typed, given, (speak, hear))
        os.close(typed)
        os.close(given)
        super().__init__(speak, hear)

    @property
    def pid(self) -> int:
        """The number of the process."""
        return self._pid

    def _wait(self) -> None:
        os.waitpid(self._pid, 0)


def _become(arguments: list[str], typed: int, given: int, others: tuple[int, ...]) -> None:
    """Be the command, at the ends of two pipes, and nothing else any more."""
    try:
        for other in others:
            os.close(other)
        os.dup2(typed, 0)
        for stream in (1, 2):
            os.dup2(given, stream)
        os.close(typed)
        os.close(given)
        # Open for as long as this process lives, which ends with the command.
        sys.stdin = open(0, encoding="utf-8", newline="\n", closefd=False)  # noqa: SIM115 - as said above
        sys.stdout = sys.stderr = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115 - as above
        os._exit(main(arguments))
    finally:
        os._exit(70)
