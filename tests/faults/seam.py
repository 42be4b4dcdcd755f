"""The one seam between the store and the disk: stand-ins for the module `os` that fail, or that kill."""

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from matbot.store import files

_HARMLESS = {"access", "fspath", "fsencode", "fsdecode", "strerror", "getpid"}
"""What asks nothing of the disk, or cannot fail."""


def system() -> Any:
    """The module `os` as the store sees it now."""
    return getattr(files, "os")  # noqa: B009 - the store does not offer it, and need not


@contextmanager
def through(stand_in: Any) -> Iterator[None]:
    """Within the block the store speaks to the disk through a stand-in."""
    before = system()
    setattr(files, "os", stand_in)  # noqa: B010
    try:
        yield
    finally:
        setattr(files, "os", before)  # noqa: B010


class Counting:
    """The module `os`, keeping a list of the calls that are made of it."""

    def __init__(self) -> None:
        self.made: list[str] = []

    def __getattr__(self, name: str) -> Any:
        found = getattr(os, name)
        if name in _HARMLESS or not callable(found) or isinstance(found, type):
            return found

        def counted(*arguments: Any, **named: Any) -> Any:
            self.made.append(name)
            return self._call(name, found, arguments, named)

        return counted

    def _call(self, _name: str, call: Any, arguments: tuple[Any, ...], named: dict[str, Any]) -> Any:
        return call(*arguments, **named)


class Failing(Counting):
    """The module `os`, but for one call, counted from 1, that fails; if for good, every later one too."""

    def __init__(self, at: int, error: int, for_good: bool) -> None:
        super().__init__()
        self._at, self._error, self._for_good = at, error, for_good

    def _call(self, name: str, call: Any, arguments: tuple[Any, ...], named: dict[str, Any]) -> Any:
        number = len(self.made)
        if number == self._at or (self._for_good and number > self._at):
            if name == "close":  # a file whose closing fails is closed all the same
                os.close(*arguments)
            raise OSError(self._error, os.strerror(self._error))
        return call(*arguments, **named)


class Blind(Counting):
    """The module `os`, but that one file cannot be opened for reading, whatever else goes well."""

    def __init__(self, path: Path, error: int) -> None:
        super().__init__()
        self._path, self._error = path, error

    def _call(self, name: str, call: Any, arguments: tuple[Any, ...], named: dict[str, Any]) -> Any:
        if name == "open" and arguments[0] == self._path and not arguments[1] & os.O_WRONLY:
            raise OSError(self._error, os.strerror(self._error))
        return call(*arguments, **named)


class Deadly(Counting):
    """The module `os`, but that this process is killed at one call; if half, half-way through a write."""

    def __init__(self, at: int, half: bool = False) -> None:
        super().__init__()
        self._at, self._half = at, half

    def _call(self, name: str, call: Any, arguments: tuple[Any, ...], named: dict[str, Any]) -> Any:
        if len(self.made) == self._at:
            if name == "write" and self._half:
                descriptor, raw = arguments
                os.write(descriptor, raw[: len(raw) // 2])
            os.kill(os.getpid(), signal.SIGKILL)
        return call(*arguments, **named)
