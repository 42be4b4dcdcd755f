"""A crosswalk between two framework versions, as lines for a terminal, a table and JSON."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from matbot.interview.unplaced_turns import build_unplaced_turns
from matbot.presenters.framework_versions import OTHER_SCALE, crosswalk_counts, is_doubtful
from matbot.report.columns import wrap
from matbot.report.formats.document import Exportable
from matbot.report.formats.exporter import DocumentKind, Table
from matbot.report.words import format_count
from matbot.review.heat_map import Cell
from matbot.rubric.crosswalk import Crosswalk, Match
from matbot.rubric.crosswalk_file import COLUMNS, name_of, rows_in
from matbot.services.migration import MigrationPreview
from matbot.text import shortened

_LONGEST = 300
"""The longest part of a question's text to print, in characters; most questions fit in full."""


@dataclass(frozen=True)
class Sheet(Exportable):
    """A crosswalk as a table for a spreadsheet."""

    crosswalk: Crosswalk

    @property
    def kind(self) -> DocumentKind:
        """The kind of document: a crosswalk."""
        return DocumentKind.CROSSWALK

    @property
    def filename_stem(self) -> str:
        """The name of its file without the suffix."""
        return name_of(self.crosswalk.earlier.id, self.crosswalk.later.id).removesuffix(".csv")

    def table(self) -> Table:
        """Return the column names, and a row for each question of either framework version."""
        return COLUMNS, rows_in(self.crosswalk)


def format_crosswalk(crosswalk: Crosswalk) -> Iterator[str]:
    """Yield how each question changed; unchanged questions appear only in the counts."""
    yield from wrap(f"Earlier: {crosswalk.earlier.id}, {crosswalk.earlier.edition}")
    yield from wrap(f"Later:   {crosswalk.later.id}, {crosswalk.later.edition}")
    yield _format_counts(crosswalk)
    if not crosswalk.same_scale:
        yield OTHER_SCALE
    for match in crosswalk.matches:
        if match.how != "comparable":
            yield from _format_match(match)
    doubtful = sum(is_doubtful(match) for match in crosswalk.matches)
    if doubtful:
        yield ""
        yield from wrap(
            f"{doubtful} of them share few words: check whether they mean the same. To mend it, add --keep, "
            "and change the file in a spreadsheet."
        )


def _format_counts(crosswalk: Crosswalk) -> str:
    """Format the number of questions by kind of change as a sentence."""
    return f"{format_count(len(crosswalk.matches), 'question')}, {crosswalk_counts(crosswalk)}."


def _format_match(match: Match) -> Iterator[str]:
    places = [question.id for question in (match.earlier, match.later) if question]
    yield ""
    look = ", look at it" if is_doubtful(match) else ""
    yield f"{' -> '.join(dict.fromkeys(places))}  {match.how}{look}"
    for label, question in (("earlier", match.earlier), ("later", match.later)):
        if question and not (label == "later" and match.same_words):
            yield from wrap(f"{label}: {shortened(question.text, _LONGEST)}", indent=9)


def format_preview(preview: MigrationPreview) -> Iterator[str]:
    """Yield each element before and after a move, then the answers without a place in the new version."""
    crosswalk = preview.crosswalk
    yield from wrap(f"From {crosswalk.earlier.id} to {crosswalk.later.id}: {_format_counts(crosswalk)}")
    for before, after in preview.cells():
        if any(cell and (cell.in_scope or cell.letters) for cell in (before, after)):
            yield from wrap(f"{_format_cell(before)} -> {_format_cell(after)}", indent=2)
    turns = build_unplaced_turns(preview.unplaced)
    if turns:
        yield ""
        yield "Without a place there, and kept under the earlier framework version:"
    for turn in turns:
        text = " / ".join((*turn.lines, *turn.private))
        yield from wrap(f"{shortened(turn.title, 60)}: {shortened(text, _LONGEST)}", indent=2)


def _format_cell(cell: Cell | None) -> str:
    return f"{cell.code} {shortened(cell.name, 40)}: {cell.words}" if cell else "no place"


def build_crosswalk_shape(crosswalk: Crosswalk) -> dict[str, Any]:
    """Build a crosswalk as JSON-compatible values."""
    return {
        "earlier": crosswalk.earlier.id,
        "later": crosswalk.later.id,
        "same_scale": crosswalk.same_scale,
        "elements": crosswalk.elements,
        "questions": [
            {
                "earlier": match.earlier.id if match.earlier else None,
                "later": match.later.id if match.later else None,
                "how": match.how,
                "likeness": round(match.likeness, 2),
            }
            for match in crosswalk.matches
        ],
    }
