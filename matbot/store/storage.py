"""The durable storage below TinyDB: all tables are saved together, safely, or not at all."""

from collections.abc import Set
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any

from tinydb import Storage

from matbot.store import files
from matbot.store.checks import Tables, TableTextCache, seal
from matbot.store.dated import DatedBackups
from matbot.store.errors import GO_ON, NotSaved, StoreError, not_saved
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
        self._size = 0
        """How many bytes the tables had when they were last sealed; 0 if they were not yet."""
        self.notice = ""
        """What went wrong beside the save itself, in words."""

    def read(self) -> Tables:
        """The tables as they stand."""
        return self.tables

    def write(self, data: Tables) -> None:
        """Take over the tables as TinyDB changed them; `flush` saves them."""
        self.tables = data

    def is_changed_on_disk(self) -> bool:
        """Whether something else wrote to the file, or took it away, since it was last seen."""
        return files.read_stamp(self.place.path) != self.stamp

    @property
    def size(self) -> int:
        """How many bytes the file has, or would have once all of it was saved."""
        return self._size or (self.stamp[2] if self.stamp else 0)

    def allow_replacing(self, copies: Set[Path]) -> None:
        """Name the copies that may be replaced, as the tables have all that they hold."""
        for spare in (self._backup, self._mirror):
            spare.allow_replacing(copies)

    def flush(self) -> None:
        """Put the tables on disk as one save.

        Raises:
            NotSaved: they could not be saved, and the file is as it was; in words.
            ChangedOnDisk: something else wrote to the file, which is as that left it.

        """
        self.notice = ""
        raw = self._serialize()
        try:
            self._replace_file(raw)
        except OSError as error:
            raise not_saved(error) from error
        self._keep_copies(raw)

    def _keep_copies(self, raw: bytes) -> None:
        """Keep the save a second time in the state folder; it is safe already, so a failure is a notice."""
        try:
            self._mirror.set_aside_unread()
            files.write_over(self._mirror.path, raw)
            for spare in (self._mirror, self._backup):
                spare.clear()
        except (OSError, StoreError):
            self.notice = self.place.no_second_copy
        try:
            self._dated.keep(raw, datetime.fromisoformat(self._header["saved"]))
        except OSError:
            self.notice = self.notice or "Saved, but no dated backup could be kept on this machine."

    def _serialize(self) -> bytes:
        try:
            raw = seal(self.tables, self._texts)
        except ValueError as error:
            raise NotSaved("Not saved: there is something in the review that no file can hold.") from error
        self._size = len(raw)
        if len(raw) > files.LARGEST:
            raise NotSaved(f"Not saved: the review would be over 8 MB. {GO_ON}")
        return raw

    def _replace_file(self, raw: bytes) -> None:
        """Write the new file, keep the old one as the backup, and let the new one take its place."""
        path = self.place.path
        with files.write_temporary(files.temporary_path(path, self.place.temporary), raw) as new:
            if self.is_changed_on_disk():  # asked as late as can be: what is replaced now was seen
                raise ChangedOnDisk
            stamp = files.read_stamp(new)
            self._keep_backup()
            # Even if the folder's fsync fails, this may be what the next save finds on disk.
            self.tried.add(self.checksum)
            files.put_in_place(new, path)
        self.stamp, self.sound = stamp, True

    def _keep_backup(self) -> None:
        """Keep the file as it is; failing that, go on, because the replacing is safe without a backup."""
        if self.stamp and self.sound:
            with suppress(OSError, StoreError):
                self._backup.set_aside_unread()
                files.keep_copy(self.place.path, self._backup.path)

    @property
    def checksum(self) -> str:
        """The checksum that the tables were last sealed with."""
        return str(self._header["checksum"])

    @property
    def _header(self) -> dict[str, Any]:
        document: dict[str, Any] = next(iter(self.tables["header"].values()))
        return document
