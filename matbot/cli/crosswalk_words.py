"""How two editions stand to each other, in lines for a terminal and for other programs."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from matbot.interview.kept import kept_turns
from matbot.presenters.framework_versions import OTHER_SCALE, crosswalk_counts, is_doubtful
from matbot.report.columns import wrapped
from matbot.report.formats.document import Exportable
from matbot.report.formats.exporter import DocumentKind, Table
from matbot.report.words import counted
from matbot.review.heat_map import Cell
from matbot.rubric.crosswalk import Crosswalk, Match
from matbot.rubric.crosswalk_file import COLUMNS, name_of, rows_in
from matbot.services.migration import MigrationPreview
from matbot.text import shortened

_LONGEST = 300
"""How much of a question is said, in characters: most of them, whole."""


@dataclass(frozen=True)
class Sheet(Exportable):
    """A crosswalk as a table that a spreadsheet opens."""

    crosswalk: Crosswalk

    @property
    def kind(self) -> DocumentKind:
        """A crosswalk."""
        return DocumentKind.CROSSWALK

    @property
    def filename_stem(self) -> str:
        """The name of its file without its ending."""
        return name_of(self.crosswalk.earlier.id, self.crosswalk.later.id).removesuffix(".csv")

    def table(self) -> Table:
        """A line for each question of either edition."""
        return COLUMNS, rows_in(self.crosswalk)


def crosswalk_in_words(crosswalk: Crosswalk) -> Iterator[str]:
    """What became of each question, those that are as they were in one line."""
    yield from wrapped(f"Earlier: {crosswalk.earlier.id}, {crosswalk.earlier.edition}")
    yield from wrapped(f"Later:   {crosswalk.later.id}, {crosswalk.later.edition}")
    yield _counts(crosswalk)
    if not crosswalk.same_scale:
        yield OTHER_SCALE
    for match in crosswalk.matches:
        if match.how != "comparable":
            yield from _match(match)
    doubtful = sum(is_doubtful(match) for match in crosswalk.matches)
    if doubtful:
        yield ""
        yield from wrapped(
            f"{doubtful} of them share few words: check whether they mean the same. To mend it, add --keep, "
            "and change the file in a spreadsheet."
        )


def _counts(crosswalk: Crosswalk) -> str:
    """How many questions came through in which way, in a sentence."""
    return f"{counted(len(crosswalk.matches), 'question')}, {crosswalk_counts(crosswalk)}."


def _match(match: Match) -> Iterator[str]:
    places = [question.id for question in (match.earlier, match.later) if question]
    yield ""
    look = ", look at it" if is_doubtful(match) else ""
    yield f"{' -> '.join(dict.fromkeys(places))}  {match.how}{look}"
    for label, question in (("earlier", match.earlier), ("later", match.later)):
        if question and not (label == "later" and match.same_words):
            yield from wrapped(f"{label}: {shortened(question.text, _LONGEST)}", indent=9)


def preview_in_words(preview: MigrationPreview) -> Iterator[str]:
    """What becomes of a review: each element before and after, and what has no place."""
    crosswalk = preview.crosswalk
    yield from wrapped(f"From {crosswalk.earlier.id} to {crosswalk.later.id}: {_counts(crosswalk)}")
    for before, after in preview.cells():
        if any(cell and (cell.in_scope or cell.letters) for cell in (before, after)):
            yield from wrapped(f"{_cell(before)} -> {_cell(after)}", indent=2)
    turns = kept_turns(preview.kept)
    if turns:
        yield ""
        yield "Without a place there, and kept under the earlier framework version:"
    for turn in turns:
        text = " / ".join((*turn.lines, *turn.private))
        yield from wrapped(f"{shortened(turn.title, 60)}: {shortened(text, _LONGEST)}", indent=2)


def _cell(cell: Cell | None) -> str:
    return f"{cell.code} {shortened(cell.name, 40)}: {cell.words}" if cell else "no place"


def crosswalk_shape(crosswalk: Crosswalk) -> dict[str, Any]:
    """A crosswalk as JSON values."""
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
