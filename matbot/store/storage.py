"""The durable storage below TinyDB: all tables are saved together, safely, or not at all."""

from collections.abc import Set
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any

from tinydb import Storage

from matbot.store import files
from matbot.store.checks import Tables, TableTextCache, sealed
from matbot.store.dated import DatedBackups
from matbot.store.errors import NotSaved, StoreError, not_saved
from matbot.store.files import Stamp
from matbot.store.places import Place
from matbot.store.spare_copies import SpareCopy


class ChangedOnDisk(Exception):
    """Something else wrote to the file since it was last seen."""


class DurableStorage(Storage):
    """Keeps the tables in memory as TinyDB changes them, until `flush` puts them on disk as one save.

    Whoever flushes holds the review's lock. What has not reached the disk stays for the next flush.
    """

    def __init__(self, place: Place, tables: Tables, stamp: Stamp | None, sound: bool = True) -> None:
        self.place = place
        self.tables = tables
        self.stamp = stamp
        """The file as it was last seen; None while there is none."""
        self.sound = sound
        """Whether that file is good, and so worth keeping as the backup."""
        self.tried: set[str] = set()
        """The checksums of all that may be on disk from here, saved or nearly."""
        self._texts = TableTextCache(growing="replies")
        self._backup, self._mirror = SpareCopy(place.backup), SpareCopy(place.mirror)
        self._dated = DatedBackups(place.dated)
        self.notice = ""
        """What went wrong beside the save itself, in words."""

    def read(self) -> Tables:
        """The tables as they stand."""
        return self.tables

    def write(self, data: Tables) -> None:
        """Take over the tables as TinyDB changed them; `flush` saves them."""
        self.tables = data

    def changed(self) -> bool:
        """Whether something else wrote to the file, or took it away, since it was last seen."""
        return files.stamp_of(self.place.path) != self.stamp

    def spend(self, copies: Set[Path]) -> None:
        """Say which copies hold nothing that the tables do not say; no others are written over."""
        for spare in (self._backup, self._mirror):
            spare.spend(copies)

    def flush(self) -> None:
        """Put the tables on disk; NotSaved, in words, or ChangedOnDisk, and the file is as it was."""
        self.notice = ""
        raw = self._sealed()
        try:
            self._replace_file(raw)
        except OSError as error:
            raise not_saved(error) from error
        self._keep_copies(raw)

    def _keep_copies(self, raw: bytes) -> None:
        """Keep the save a second time in the state folder; it is safe already, so a failure is a notice."""
        try:
            self._mirror.make_way()
            files.write_over(self._mirror.path, raw)
            for spare in (self._mirror, self._backup):
                spare.clear()
        except (OSError, StoreError):
            self.notice = "Saved, but no second copy could be kept on this machine."
        try:
            self._dated.keep(raw, datetime.fromisoformat(self._header["saved"]))
        except OSError:
            self.notice = self.notice or "Saved, but no dated backup could be kept on this machine."

    def _sealed(self) -> bytes:
        try:
            raw = sealed(self.tables, self._texts)
        except ValueError as error:
            raise NotSaved("Not saved: there is something in the review that no file can hold.") from error
        if len(raw) > files.LARGEST:
            raise NotSaved("Not saved: the review would be over 8 MB. Go on in a new review.")
        return raw

    def _replace_file(self, raw: bytes) -> None:
        """Write the new file, keep the old one as the backup, and let the new one take its place."""
        path = self.place.path
        with files.written(files.temporary(path, self.place.temporary), raw) as new:
            if self.changed():  # asked as late as can be: what is replaced now was seen
                raise ChangedOnDisk
            stamp = files.stamp_of(new)
            self._keep_backup()
            # Even if the folder's fsync fails, this may be what the next save finds on disk.
            self.tried.add(self.checksum)
            files.put(new, path)
        self.stamp, self.sound = stamp, True

    def _keep_backup(self) -> None:
        """Keep the file as it is; failing that, go on, because the replacing is safe without a backup."""
        if self.stamp and self.sound:
            with suppress(OSError, StoreError):
                self._backup.make_way()
                files.keep(self.place.path, self._backup.path)

    @property
    def checksum(self) -> str:
        """The checksum that the tables were last sealed with."""
        return str(self._header["checksum"])

    @property
    def _header(self) -> dict[str, Any]:
        document: dict[str, Any] = next(iter(self.tables["header"].values()))
        return document
