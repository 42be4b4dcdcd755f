"""A pack to be filled in, as a document: cells for Word, lines for plain text, paper for the page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from matbot.report.blocks import Report
from matbot.report.pack import Kind, pack
from matbot.rubric import Level, Rubric
from matbot.text import file_stem
from matbot.writing import FORMATS, Document

NAMED = 4
"""How many elements are named at most in the name of a file."""


_KINDS = {"docx": Kind.CELLS, "md": Kind.LINES, "html": Kind.PAPER}
"""How a pack in each format is filled in."""


@dataclass(frozen=True)
class Blank(Document):
    """A pack that nobody has filled in yet."""

    by_form: Mapping[str, Report]
    """The pack as it is filled in in each format."""
    scale: tuple[Level, ...]

    def drawn(self, form: str = "docx") -> bytes:
        """All of it in a format."""
        drawn = FORMATS[form](self.by_form[form])
        if form != "docx":
            return drawn
        from matbot.report.pack_word import laid_out  # brings python-docx

        return laid_out(drawn, self.scale)


def blank(rubric: Rubric, codes: Sequence[str], audience: str = "") -> Blank:
    """A pack of chosen elements for somebody to fill in."""
    by_form = {form: pack(rubric, codes, audience, kind) for form, kind in _KINDS.items()}
    return Blank(by_form["docx"], _stem(rubric, codes, audience), by_form, rubric.scale)


def _stem(rubric: Rubric, codes: Sequence[str], audience: str) -> str:
    whom = [file_stem(audience, "group")[:40].strip("-")] if audience else []
    which = list(codes) if len(codes) <= NAMED else [f"{len(codes)}-elements"]
    if len(codes) == len(rubric.elements):
        which = []
    return "-".join(["workshop-pack", *whom, *which]).lower()
