"""The app in a terminal is told to stop, or its window is closed, while a note is half typed."""

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from contextlib import suppress
from pathlib import Path
from typing import Self

from matbot.review.events import ElementBegun, QuestionAnswered
from matbot.store.errors import StoreError
from matbot.store.review_file import ReviewFile
from matbot.store.workspace import Workspace
from tests.faults.stand import begin, small_rubric, use_state_of
from tests.faults.tally import Part, Share, Tally

_FREE_AFTER = 5.0
"""Seconds within which another window must be able to write."""

_PATIENCE = 60.0
"""Seconds after which an app that does not draw what is waited for is taken to hang."""

_ENTER = b"\r"
_MAP = b"\x1bOQ"
_DRAWN_AHEAD = 30
"""How many pieces Textual draws ahead of the terminal before it waits for it."""

_COMMAND = (sys.executable, "-c", "from matbot.cli import main; main()")

_STALLED = "SIGTERM while the terminal took nothing"

STOPS = ("SIGTERM", "SIGHUP", "the window closed", _STALLED)
"""The ways in which the app is stopped."""


def run(share: Share) -> None:
    """Stop the app in each way in turn."""
    use_state_of(share.folder)
    for case in share.cases:
        stop = STOPS[case % len(STOPS)]
        words = f"half-typed-{case}"
        folder = share.folder / str(case)
        path = _waiting_for_a_note(Workspace(folder))
        terminal = Terminal(["--workspace", str(folder)])
        how = f"case {case}, {stop}"
        try:
            _type(terminal, words)
            if stop == _STALLED:
                _keep(terminal, path, words)
                terminal.stall()
        except TimeoutError as error:
            share.tally.fault("the app did not get so far", f"{how}: {error}")
            terminal.kill()
            continue
        share.tally.count(stop)
        # The full form holds matbot to its seconds; the tests do not, for the machine may be busy.
        deadline = time.monotonic() + (_PATIENCE if share.short else _FREE_AFTER)
        if not terminal.stop(stop).ends_by(deadline):
            share.tally.fault("not free after 5 s", how)
            terminal.kill()
        terminal.close()
        _judge(path, words, how, share.tally)


def _waiting_for_a_note(workspace: Workspace) -> Path:
    """A review that stands where a note is asked for."""
    with begin(workspace, small_rubric(), "abcd2345") as review:
        review.append(ElementBegun(element="1A"), QuestionAnswered(question="1A.i", leaning="green"))
    return review.path


def _type(terminal: "Terminal", words: str) -> None:
    """Carry on with the review, and type words that are not sent."""
    terminal.see("Carry on")
    terminal.type(_ENTER)
    terminal.see("What makes you say that?")
    terminal.type(words.encode())
    terminal.see(words)


def _keep(terminal: "Terminal", path: Path, words: str) -> None:
    """Wait until a half-typed note is on disk by itself."""
    deadline = time.monotonic() + _PATIENCE
    while words.encode() not in path.read_bytes():
        if time.monotonic() > deadline:
            raise TimeoutError("the half-typed note was not kept")
        terminal.listen(time.monotonic() + 0.1)


def _judge(path: Path, words: str, how: str, tally: Tally) -> None:
    """Another window can write, and has what was half typed."""
    try:
        with ReviewFile.open(path) as review:
            drafts, read_only = dict(review.drafts), review.read_only
    except StoreError as error:
        drafts, read_only = {}, str(error)
    if read_only:
        tally.fault("not free after 5 s", f"{how}: {read_only}")
    if drafts.get("note:1A.i") != words:
        tally.fault("half-typed notes lost", f"{how}: {drafts}")
    else:
        tally.count("half-typed notes there next time")


class Terminal:
    """The app in a pseudo-terminal of 80 by 24."""

    def __init__(self, arguments: list[str], command: tuple[str, ...] = _COMMAND) -> None:
        """`command` is what begins matbot, with the whole path of its program."""
        self._alive, held = os.pipe()  # the app holds the other end for as long as it lives
        os.set_inheritable(held, True)
        self._pid, self._screen = pty.fork()
        if not self._pid:
            os.environ.update(TERM="xterm-256color", COLORTERM="truecolor")
            os.execv(command[0], [*command, *arguments])
        fcntl.ioctl(self._screen, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        os.close(held)
        self._drawn = b""
        self._deaf = False

    def see(self, words: str) -> None:
        """Wait until words are drawn; TimeoutError if they never are."""
        deadline = time.monotonic() + _PATIENCE
        while words.encode() not in self._drawn:
            if time.monotonic() > deadline or not self.listen(deadline):
                raise TimeoutError(f"{words} was not drawn: {self._drawn[-500:]!r}")
        self._drawn = b""

    def type(self, keys: bytes) -> None:
        """Press keys."""
        os.write(self._screen, keys)

    def stop(self, way: str) -> Self:
        """Tell the app to stop, or close its window."""
        if way == "the window closed":
            os.close(self._screen)
            self._screen = -1
        else:
            os.kill(self._pid, getattr(signal, way.split()[0]))
        return self

    def stall(self) -> None:
        """Take nothing more of what is drawn, until so much is waiting that the app waits for room."""
        self._deaf = True
        waiting, before = 0, -1
        while waiting != before:  # the map opens and closes until nothing more is taken from the app
            for _ in range(2 * _DRAWN_AHEAD):
                self.type(_MAP)
                select.select([self._alive], [], [], 0.02)
            before, waiting = waiting, self._waiting()

    def _waiting(self) -> int:
        """How many bytes were drawn and not taken."""
        raw = fcntl.ioctl(self._screen, termios.FIONREAD, struct.pack("i", 0))
        return int(struct.unpack("i", raw)[0])

    def ends_by(self, deadline: float) -> bool:
        """Whether the app has ended by then."""
        while self.listen(deadline):
            if time.monotonic() > deadline:
                return False
        os.waitpid(self._pid, 0)
        self._pid = 0
        return True

    def kill(self) -> None:
        """End the app by force."""
        os.kill(self._pid, signal.SIGKILL)
        os.waitpid(self._pid, 0)

    def close(self) -> None:
        """Let go of the terminal."""
        for descriptor in (self._alive, self._screen):
            if descriptor >= 0:
                os.close(descriptor)

    def listen(self, deadline: float) -> bool:
        """Take what is drawn, or wait for it until then; False once the app has ended."""
        ears = [
            descriptor
            for descriptor in (self._alive, self._screen)
            if descriptor >= 0 and not (self._deaf and descriptor == self._screen)
        ]
        ready, _, _ = select.select(ears, [], [], max(0.0, deadline - time.monotonic()))
        if self._screen in ready:
            with suppress(OSError):  # on Linux, the end of a terminal
                self._drawn += os.read(self._screen, 1 << 16)
        return self._alive not in ready


PART = Part(
    name="signals",
    title="The app stopped from outside",
    about=(
        "The app runs in a terminal, and as soon as a half-typed note is drawn it gets SIGTERM or "
        "SIGHUP, or its window is closed, or it gets SIGTERM while the terminal takes nothing more of what "
        "is drawn. Within 5 seconds another window must be able to write, and "
        "have the half-typed note."
    ),
    rows=(*STOPS, "half-typed notes there next time"),
    never=("half-typed notes lost", "not free after 5 s", "the app did not get so far"),
    run=run,
    short=4,
    full=80,
    processes=2,
)
