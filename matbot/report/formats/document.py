"""The base class of documents that can be written in several formats."""

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING

from matbot.report.fill_in import FillIn
from matbot.report.formats.exporter import DocumentKind, Table
from matbot.report.formats.registry import find_exporter

if TYPE_CHECKING:
    from matbot.report.blocks import Report


class Exportable(ABC):
    """A document of one kind; the kind determines the formats it can be written in."""

    @property
    @abstractmethod
    def kind(self) -> DocumentKind:
        """The kind of document."""

    @property
    @abstractmethod
    def filename_stem(self) -> str:
        """The name of its file without the suffix."""

    def report_in(self, way: FillIn) -> "Report":
        """Return its content as blocks; a form is laid out for the way in which it is filled in."""
        raise NotImplementedError(f"A {self.kind.title} has no blocks")

    def table(self) -> Table:
        """Return all of its content as one table, for a spreadsheet."""
        raise NotImplementedError(f"A {self.kind.title} is no table")

    def name(self, form: str) -> str:
        """Return the name of its file in a format."""
        return f"{self.filename_stem}.{form}"

    def render(self, form: str = "") -> bytes:
        """Return the bytes of the document in a format, by default the usual one of its kind.

        Raises:
            UnsupportedFormat: This kind of document cannot be written in it; the message is for the user.

        """
        return find_exporter(self.kind, form or self.kind.usual).write(self)
