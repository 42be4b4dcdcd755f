"""Dated backups: earlier saves of a review, kept on this machine."""

from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from matbot.store import files

APART = timedelta(minutes=30)
"""The minimum time between two dated backups."""

_NAME = "%Y-%m-%dT%H-%M-%SZ.json"
_BEGINNING = ".new-"
"""The prefix of the names of temporary files."""

_PERIODS: tuple[tuple[int, Callable[[datetime], tuple[int, ...]]], ...] = (
    (12, lambda at: (date.toordinal(at),)),
    (10, lambda at: at.isocalendar()[:2]),
    (9, lambda at: (at.year, at.month)),
)
"""How many days, weeks and months keep their last backup, and how a time is assigned to one of them."""


def choose_kept(times: Iterable[datetime], now: datetime) -> set[datetime]:
    """Choose which dated backups to keep.

    These are all within 24 hours of `now`, and the last of each of the latest 12 days, 10 weeks and 9 months
    that have any. Days without a save are not counted, so that a review left alone for a year still has all
    of its backups.
    """
    times = sorted(times)
    staying = {at for at in times if abs(now - at) < timedelta(days=1)}
    for many, period in _PERIODS:
        last = {period(at): at for at in times}
        staying.update(last[name] for name in sorted(last)[-many:])
    return staying


def find_dated_backups(folder: Path) -> dict[datetime, Path]:
    """Find the dated backups in a folder by the time of their save, UTC, the newest first."""
    found = {}
    for name in files.names_in(folder):
        with suppress(ValueError):
            found[datetime.strptime(name, _NAME).replace(tzinfo=UTC)] = folder / name
    return dict(sorted(found.items(), reverse=True))


class DatedBackups:
    """The dated backups of one review, managed by the one window that may write to it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._times: set[datetime] | None = None
        """The times of the existing backups, read once, because no other window adds any."""

    def keep(self, raw: bytes, at: datetime) -> None:
        """Keep a save, unless there is a backup within `APART` of it, and remove expired ones; OSError."""
        at = at.astimezone(UTC).replace(microsecond=0)
        if self._times is None:
            self._times = set(find_dated_backups(self.folder))
        # The absolute difference, because a clock that was set back may leave backups with later times.
        if all(abs(at - other) >= APART for other in self._times):
            self._write(raw, at)
            self._times.add(at)
            self._thin(at)

    def _write(self, raw: bytes, at: datetime) -> None:
        path = self.folder / at.strftime(_NAME)
        files.make_folder(self.folder)
        files.remove_temporary(self.folder, _BEGINNING)
        with files.write_temporary(files.temporary_path(path, _BEGINNING), raw) as new:
            files.put_in_place(new, path)

    def _thin(self, now: datetime) -> None:
        assert self._times is not None, "looked up before anything is kept"
        for at in self._times - choose_kept(self._times, now):
            files.remove(self.folder / at.strftime(_NAME))
            self._times.remove(at)
