"""TinyDB's own JSONStorage, with or without its cache, in the place of matbot's storage.

The battery must be able to fail: the same conversation, the same faults, only the storage differs.
Run as `python -m tests.faults.stand_ins JSONStorage ask REVIEW` it is the command line over that storage.
"""

import io
import json
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

from tinydb import storages
from tinydb.middlewares import CachingMiddleware
from tinydb.storages import JSONStorage

from matbot.cli import main
from matbot.store import files, recovery
from matbot.store.checks import Flawed
from matbot.store.contents import read_contents
from matbot.store.errors import Unreadable, not_saved
from matbot.store.locks import ReviewLock
from matbot.store.places import Place
from matbot.store.recovery import RecoveredCopy
from matbot.store.storage import DurableStorage
from tests.faults.seam import system
from tests.faults.tally import CACHED


def take_over(storage: str) -> None:
    """Let reviews be kept with a storage of TinyDB's from here on: no copies, no checksum, no lock."""
    for owner, name, stand_in in (
        (DurableStorage, "flush", _cache if storage == CACHED else _flush),
        (DurableStorage, "is_changed_on_disk", lambda _storage: False),
        (ReviewLock, "take", lambda _lock: ""),
        (ReviewLock, "release", _write_cache),
        (recovery, "recover", _find),
        (storages, "open", _open),
        (storages, "os", _System()),
    ):
        setattr(owner, name, stand_in)


def _flush(storage: DurableStorage) -> None:
    try:
        plain = JSONStorage(str(storage.place.path), encoding="utf-8")
        try:
            plain.write(storage.tables)
        finally:
            plain.close()
    except OSError as error:
        raise not_saved(error) from error
    storage.stamp = files.read_stamp(storage.place.path)


_caches: list[Any] = []
"""The cache of the review that is open."""


def _cache(storage: DurableStorage) -> None:
    if not _caches:
        middleware: Any = CachingMiddleware
        _caches.append(middleware(JSONStorage)(str(storage.place.path), encoding="utf-8"))
    _caches[0].write(storage.tables)


def _write_cache(_lock: ReviewLock) -> None:
    """What `TinyDB.close` does."""
    while _caches:
        _caches.pop().close()


def _find(place: Place) -> RecoveredCopy:
    """What JSONStorage reads, taken as it comes."""
    try:
        contents = read_contents(json.dumps(read(place.path)).encode())
    except (OSError, ValueError, RecursionError, Flawed) as error:
        raise Unreadable(f"{place.path} cannot be read: {type(error).__name__}.") from error
    stamp = files.read_stamp(place.path)
    assert stamp, "it was read just now"
    return RecoveredCopy(replace(contents, altered=False, newer=False), stamp, True, True, "")


def read(path: Path) -> Any:
    """The tables as JSONStorage reads them; whatever it raises."""
    plain = JSONStorage(str(path), access_mode="r", encoding="utf-8")
    try:
        return plain.read()
    finally:
        plain.close()


class _SeamFile(io.FileIO):
    """A file whose writes go through the battery's seam, as the store's own do."""

    def write(self, raw: Any) -> int:
        return int(system().write(self.fileno(), raw))

    def truncate(self, size: int | None = None) -> int:
        size = self.tell() if size is None else size
        system().ftruncate(self.fileno(), size)
        return size


def _open(path: str, mode: str = "r", encoding: str | None = None, **_named: Any) -> io.TextIOWrapper:
    kind = {"r": io.BufferedReader, "r+": io.BufferedRandom, "a": io.BufferedWriter}[mode]
    return io.TextIOWrapper(kind(_SeamFile(path, mode)), encoding=encoding)


class _System:
    """The module `os` as the store sees it at the moment of each call."""

    def __getattr__(self, name: str) -> Any:
        return getattr(system(), name)


if __name__ == "__main__":
    take_over(sys.argv[1])
    sys.exit(main(sys.argv[2:]))
