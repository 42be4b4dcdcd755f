"""A document that can be written in several formats: what commands, screens and line mode put on disk."""

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING

from matbot.report.fill_in import FillIn
from matbot.report.formats.exporter import DocumentKind, Table
from matbot.report.formats.registry import find_exporter

if TYPE_CHECKING:
    from matbot.report.blocks import Report


class Exportable(ABC):
    """A document of a kind; the formats it can be written in follow from that kind."""

    @property
    @abstractmethod
    def kind(self) -> DocumentKind:
        """What kind of document it is."""

    @property
    @abstractmethod
    def filename_stem(self) -> str:
        """The name of its file without its ending."""

    def report_in(self, way: FillIn) -> "Report":
        """What stands in it, as blocks; a form is laid out for that way to fill it in."""
        raise NotImplementedError(f"A {self.kind.title} has no blocks")

    def table(self) -> Table:
        """All that stands in it as one table, for a spreadsheet."""
        raise NotImplementedError(f"A {self.kind.title} is no table")

    def name(self, form: str) -> str:
        """The name of its file in a format."""
        return f"{self.filename_stem}.{form}"

    def render(self, form: str = "") -> bytes:
        """The bytes of the document in a format, or in its usual one.

        Raises:
            UnsupportedFormat: this kind of document cannot be written in it; in words.

        """
        return find_exporter(self.kind, form or self.kind.usual).write(self)
