"""The interfaces between documents and formats: what writers need of a document, what a format declares."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Protocol

from matbot.report.fill_in import FillIn

if TYPE_CHECKING:
    from matbot.report.blocks import Report


Table = tuple[Sequence[str], Iterable[Sequence[str]]]
"""The column names, and the rows."""


class DocumentKind(Enum):
    """A kind of document that matbot writes."""

    TRANSCRIPT = ("transcript", "transcript", "md")
    COMPARISON = ("comparison", "comparison", "md")
    LEARNING_SET = ("learning set", "learning set", "md")
    PRIORITIES = ("priorities table", "table", "md", ("docx", "csv"))
    PACK = ("workshop pack", "pack", "docx", ("docx",))
    CROSSWALK = ("crosswalk", "crosswalk", "csv")

    def __init__(self, title: str, short: str, usual: str, first: tuple[str, ...] = ()) -> None:
        """`first` are the formats offered first where people choose; the others follow in registry order."""
        self.title = title
        """Its name in the middle of a sentence."""
        self.short = short
        """Its name on the page that writes it."""
        self.usual = usual
        """The format that a command writes by default."""
        self.first = first


READ_ALONE = (DocumentKind.TRANSCRIPT, DocumentKind.COMPARISON, DocumentKind.LEARNING_SET)
"""The documents that are only read: neither filled in nor pasted into a plan."""


class Content(Protocol):
    """What a format's writer needs of a document."""

    def report_in(self, way: FillIn) -> "Report":
        """Return its content as blocks; a form is laid out for the way in which it is filled in."""

    def table(self) -> Table:
        """Return all of its content as one table, for a spreadsheet."""


@dataclass(frozen=True)
class Exporter:
    """An export format."""

    suffix: str
    """The suffix of its files, without the dot; also its value for `--format`."""
    name: str
    """Its name in the middle of a sentence."""
    media_type: str
    is_text: bool
    """Whether it is printed as text; otherwise its bytes are printed unchanged, newlines included."""
    uses: Mapping[DocumentKind, str]
    """The kinds of document that it supports, with what each is for in this format; empty if not stated."""
    write: Callable[[Content], bytes]

    @property
    def is_legible(self) -> bool:
        """Whether a terminal can show it."""
        return self.media_type.startswith("text/")

    def label(self, kind: DocumentKind) -> str:
        """Return how it is offered for a kind of document: `Word, to work on`."""
        return ", ".join(filter(None, (self.name, self.uses[kind])))
