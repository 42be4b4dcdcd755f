"""What a document has to offer to be written, and what a format declares."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Protocol

from matbot.report.fill_in import FillIn

if TYPE_CHECKING:
    from matbot.report.blocks import Report


Table = tuple[Sequence[str], Iterable[Sequence[str]]]
"""The names of columns, and the rows under them."""


class DocumentKind(Enum):
    """A kind of document that matbot writes."""

    TRANSCRIPT = ("transcript", "transcript", "md")
    COMPARISON = ("comparison", "comparison", "md")
    LEARNING_SET = ("learning set", "learning set", "md")
    PRIORITIES = ("priorities table", "table", "md", ("docx", "csv"))
    PACK = ("workshop pack", "pack", "docx", ("docx",))
    CROSSWALK = ("crosswalk", "crosswalk", "csv")

    def __init__(self, title: str, short: str, usual: str, first: tuple[str, ...] = ()) -> None:
        """`first` are the formats that stand first where people choose; the others follow as registered."""
        self.title = title
        """What it is called in a sentence of its own."""
        self.short = short
        """What it is called on the page that writes it."""
        self.usual = usual
        """The format that a command writes unless another is named."""
        self.first = first


READ_ALONE = (DocumentKind.TRANSCRIPT, DocumentKind.COMPARISON, DocumentKind.LEARNING_SET)
"""The documents that are read, and neither filled in nor pasted into a plan."""


class Content(Protocol):
    """What a format's writer asks of a document."""

    def report_in(self, way: FillIn) -> "Report":
        """What stands in it, as blocks; a form is laid out for that way to fill it in."""

    def table(self) -> Table:
        """All that stands in it as one table, for a spreadsheet."""


@dataclass(frozen=True)
class Exporter:
    """An export format."""

    suffix: str
    """What the names of its files end with, without the dot; `--format` takes it too."""
    name: str
    """What it is called in the middle of a sentence."""
    media_type: str
    is_text: bool
    """Whether it is printed as text; else byte by byte, as in it even a newline is as it has to be."""
    uses: Mapping[DocumentKind, str]
    """The kinds of document that it supports, and what each is for in it; empty where that goes unsaid."""
    write: Callable[[Content], bytes]

    @property
    def is_legible(self) -> bool:
        """Whether a terminal can show it."""
        return self.media_type.startswith("text/")

    def label(self, kind: DocumentKind) -> str:
        """How it is offered for a kind of document: `Word, to work on`."""
        return ", ".join(filter(None, (self.name, self.uses[kind])))
