"""A program in a pseudo-terminal, with the time at which its screen last changed."""

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
"""The terminal's size in cells: a wide window on a laptop."""

QUIET = 0.2
"""Seconds without output after which the screen counts as painted; they are not part of any result."""

PATIENCE = 60.0
"""Seconds after which a program that does not respond is given up."""

ASKS, KNOWS = b"\x1b[?2026$p", b"\x1b[?2026;2$y"
"""The query for synchronized output (mode 2026) that programs send, and the reply that it is supported."""

_UNKNOWN_QUERY = re.compile(rb"\x1b\[[<>=][\d;]*[a-zA-Z]|\x1b\[\?[\d;]*\$p")
"""Matches queries about keys and modes that pyte does not know, and would show as text."""


class Terminal:
    """A program in its own terminal; it is killed when the context ends."""

    def __init__(self, command: list[str], environment: dict[str, str], folder: Path) -> None:
        self.begun = perf_counter()
        self.pid, self._descriptor = pty.fork()
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
        os.close(self._descriptor)

    @property
    def text(self) -> str:
        """The text on the screen."""
        return "\n".join(line.rstrip() for line in self._screen.display).strip()

    def press(self, key: str, shows: str = "") -> float:
        """Press a key; return the seconds until the screen it leads to is painted, which contains `shows`."""
        begun = perf_counter()
        os.write(self._descriptor, key.encode())
        return self.painted(shows) - begun

    def painted(self, shows: str) -> float:
        """Wait until the screen contains a text and no longer changes.

        A blinking cursor does not count as a change.

        Returns:
            When the text on the screen last changed, in seconds of `perf_counter`.

        Raises:
            TimeoutError: The text never appeared; the message has the text on the screen.

        """
        ends = perf_counter() + PATIENCE
        changed = 0.0
        while perf_counter() < ends:
            changed = self._draw(self._read_output()) or changed
            if changed and shows in self.text:
                return changed
        raise TimeoutError(f"{shows!r} never came up. There is:\n{self.text}")

    def _read_output(self) -> list[tuple[float, bytes]]:
        """Read what the program writes until it pauses, with the time of each piece.

        Nothing is drawn meanwhile, as that would take longer than the program does.
        """
        pieces: list[tuple[float, bytes]] = []
        while select.select([self._descriptor], [], [], QUIET)[0]:
            try:
                piece = os.read(self._descriptor, 1 << 16)
            except OSError:  # the program has ended
                break
            pieces.append((perf_counter(), piece))
            if ASKS in piece:
                os.write(self._descriptor, KNOWS)
        return pieces

    def _draw(self, pieces: list[tuple[float, bytes]]) -> float:
        """Draw pieces of output; return the time of the last one that changed the text, or 0 if none did."""
        changed, before = 0.0, self.text
        for moment, piece in pieces:
            self._stream.feed(_UNKNOWN_QUERY.sub(b"", piece))
            if self.text != before:
                changed, before = moment, self.text
        return changed
