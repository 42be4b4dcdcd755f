"""A workshop pack to be filled in, as a document that can be written in several formats.

It has cells to fill in for Word and for print, and labelled lines for Markdown.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from matbot.report.blocks import Report
from matbot.report.fill_in import FillIn
from matbot.report.formats.document import Exportable
from matbot.report.formats.exporter import DocumentKind
from matbot.report.pack import pack
from matbot.rubric import Rubric
from matbot.text import file_stem

NAMED = 4
"""The most elements that a file name lists."""


@dataclass(frozen=True)
class BlankPack(Exportable):
    """A pack that nobody has filled in yet."""

    rubric: Rubric
    codes: Sequence[str]
    audience: str = ""
    """Whom it is for, such as `Headteachers`."""

    @property
    def kind(self) -> DocumentKind:
        """A workshop pack."""
        return DocumentKind.PACK

    @property
    def filename_stem(self) -> str:
        """The name of its file without the suffix: for whom, and about which elements."""
        whom = [file_stem(self.audience, "group")[:40].strip("-")] if self.audience else []
        which = list(self.codes) if len(self.codes) <= NAMED else [f"{len(self.codes)}-elements"]
        if len(self.codes) == len(self.rubric.elements):
            which = []
        return "-".join(["workshop-pack", *whom, *which]).lower()

    def report_in(self, way: FillIn) -> Report:
        """Build the pack, laid out for the way in which it is filled in."""
        return pack(self.rubric, self.codes, self.audience, way)


def build_blank_pack(rubric: Rubric, codes: Sequence[str], audience: str = "") -> BlankPack:
    """Build a pack of chosen elements for somebody to fill in."""
    return BlankPack(rubric, tuple(codes), audience)
