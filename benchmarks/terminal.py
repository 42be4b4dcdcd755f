"""A real pseudo-terminal with a program in it, which tells when what somebody sees last changed."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
from pathlib import Path
from time import perf_counter
from types import TracebackType

import pyte

COLUMNS, ROWS = 120, 40
"""The terminal's size, in cells: a window on a laptop that is opened wide."""

QUIET = 0.2
"""Seconds of stillness after which a picture counts as painted. No figure holds them."""

PATIENCE = 60.0
"""Seconds after which a program that does not answer is given up."""

ASKS, KNOWS = b"\x1b[?2026$p", b"\x1b[?2026;2$y"
"""Whether the terminal shows pictures whole, as programs ask it; and yes, as today's answer."""

_UNKNOWN = re.compile(rb"\x1b\[[<>=][\d;]*[a-zA-Z]|\x1b\[\?[\d;]*\$p")
"""What pyte would take for text: the questions about keys and modes that it does not know."""


class Terminal:
    """A program in a terminal of its own, from its start until it is left."""

    def __init__(self, command: list[str], environment: dict[str, str], folder: Path) -> None:
        self.begun = perf_counter()
        self.pid, self._line = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
            os.chdir(folder)
            os.execvpe(command[0], command, environment)
        self._screen = pyte.Screen(COLUMNS, ROWS)
        self._stream = pyte.ByteStream(self._screen)

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self._line)

    @property
    def text(self) -> str:
        """What stands on the screen."""
        return "\n".join(line.rstrip() for line in self._screen.display).strip()

    def press(self, key: str, shows: str = "") -> float:
        """Seconds from a key to the whole of the picture it leads to, which shows some words."""
        begun = perf_counter()
        os.write(self._line, key.encode())
        return self.painted(shows) - begun

    def painted(self, shows: str) -> float:
        """The moment the words on the screen last changed, once it shows these and is still.

        In seconds of `perf_counter`. The blinking of a cursor changes no words.
        TimeoutError, with what is there instead, if it never shows them.
        """
        ends = perf_counter() + PATIENCE
        changed = 0.0
        while perf_counter() < ends:
            changed = self._drawn(self._heard()) or changed
            if changed and shows in self.text:
                return changed
        raise TimeoutError(f"{shows!r} never came up. There is:\n{self.text}")

    def _heard(self) -> list[tuple[float, bytes]]:
        """What the program writes until it is still, with the moment of each piece.

        Nothing is drawn meanwhile: that would take longer than the program does.
        """
        pieces: list[tuple[float, bytes]] = []
        while select.select([self._line], [], [], QUIET)[0]:
            try:
                piece = os.read(self._line, 1 << 16)
            except OSError:  # the program has ended
                break
            pieces.append((perf_counter(), piece))
            if ASKS in piece:
                os.write(self._line, KNOWS)
        return pieces

    def _drawn(self, pieces: list[tuple[float, bytes]]) -> float:
        """The moment of the last piece that changed the words on the screen; 0 if none did."""
        changed, before = 0.0, self.text
        for moment, piece in pieces:
            self._stream.feed(_UNKNOWN.sub(b"", piece))
            if self.text != before:
                changed, before = moment, self.text
        return changed
