"""The durable storage used by TinyDB: all tables are saved together or not at all."""

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
    """Keeps the tables in memory as TinyDB changes them, until `flush` writes them to disk as one save.

    The caller of `flush` must hold the review's lock. Tables that could not be saved are kept for the next
    flush.
    """

    def __init__(self, place: Place, tables: Tables, stamp: Stamp | None, sound: bool = True) -> None:
        self.place = place
        self.tables = tables
        self.stamp = stamp
        """The stamp of the file when it was last seen; None if there is none."""
        self.sound = sound
        """Whether that file is good, and so worth keeping as the backup."""
        self.tried: set[str] = set()
        """The checksums of all saves of this window that may be on disk, including failed ones."""
        self._texts = TableTextCache(growing="replies")
        self._backup, self._mirror = SpareCopy(place.backup), SpareCopy(place.mirror)
        self._dated = DatedBackups(place.dated)
        self._size = 0
        """The size of the tables, in bytes, when they were last serialised; 0 before that."""
        self.notice = ""
        """What went wrong apart from the save itself, as a sentence; empty if nothing did."""

    def read(self) -> Tables:
        """Return the current tables."""
        return self.tables

    def write(self, data: Tables) -> None:
        """Replace the tables in memory; `flush` saves them."""
        self.tables = data

    def is_changed_on_disk(self) -> bool:
        """Return whether something else wrote to the file, or removed it, since it was last seen."""
        return files.read_stamp(self.place.path) != self.stamp

    @property
    def size(self) -> int:
        """The size of the file in bytes, as of the last save or attempted save."""
        return self._size or (self.stamp[2] if self.stamp else 0)

    def allow_replacing(self, copies: Set[Path]) -> None:
        """Set the copies that may be overwritten, because the tables have all that they hold."""
        for spare in (self._backup, self._mirror):
            spare.allow_replacing(copies)

    def flush(self) -> None:
        """Write the tables to disk as one save.

        Raises:
            NotSaved: they could not be saved; the message is for the user.
            ChangedOnDisk: something else wrote to the file, which is left unchanged.

        """
        self.notice = ""
        raw = self._serialize()
        try:
            self._replace_file(raw)
        except OSError as error:
            raise not_saved(error) from error
        self._keep_copies(raw)

    def _keep_copies(self, raw: bytes) -> None:
        """Keep the save in the state folder too; as it is safe already, a failure only sets a notice."""
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
        """Write the new file, keep the old one as the backup, and replace it with the new one."""
        path = self.place.path
        with files.write_temporary(files.temporary_path(path, self.place.temporary), raw) as new:
            if self.is_changed_on_disk():  # checked as late as possible, so that no unseen change is replaced
                raise ChangedOnDisk
            stamp = files.read_stamp(new)
            self._keep_backup()
            # Even if the folder's fsync fails, this may be what the next save finds on disk.
            self.tried.add(self.checksum)
            files.put_in_place(new, path)
        self.stamp, self.sound = stamp, True

    def _keep_backup(self) -> None:
        """Keep the current file as the backup; a failure is ignored, as replacing it is safe without one."""
        if self.stamp and self.sound:
            with suppress(OSError, StoreError):
                self._backup.set_aside_unread()
                files.keep_copy(self.place.path, self._backup.path)

    @property
    def checksum(self) -> str:
        """The checksum in the header, as set when the tables were last serialised."""
        return str(self._header["checksum"])

    @property
    def _header(self) -> dict[str, Any]:
        document: dict[str, Any] = next(iter(self.tables["header"].values()))
        return document
