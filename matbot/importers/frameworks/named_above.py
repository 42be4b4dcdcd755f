"""Tables whose element is named by the paragraphs above them: given a first column that names it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from matbot.importers.findings import Correction
from matbot.importers.frameworks.columns import lacks_elements
from matbot.importers.frameworks.names import element_in, heading_in, is_name
from matbot.importers.readers.pieces import (
    WHOLE_FILE,
    SourceCell,
    SourceContent,
    SourceParagraph,
    SourceRow,
    SourceTable,
)
from matbot.text import in_words

_WHAT = "{}: the paragraphs above its table name the element."
_WHY = "The tables have no column for it."
_FIRST = "Element"
"""The header of the column that such a table is given."""


def with_names_above(pieces: SourceContent) -> SourceContent:
    """The same with the names above such tables in a first column of theirs, and that told."""
    codes = list[str]()
    parts = list(_parts(pieces.parts, codes))
    if not codes:
        return pieces
    correction = Correction(WHOLE_FILE, _WHAT.format(in_words(codes)), _WHY)
    return replace(pieces, parts=parts, corrections=(*pieces.corrections, correction))


def _parts(
    parts: Sequence[SourceParagraph | SourceTable], codes: list[str]
) -> Iterator[SourceParagraph | SourceTable]:
    above = list[SourceParagraph]()
    for part in parts:
        if isinstance(part, SourceParagraph):
            above.append(part)
            continue
        if part.rows and lacks_elements(part.rows[0]):
            start = _start(above)
            yield from above[:start]
            codes += [found[0] for words in above[start:] if (found := element_in(words.text, plain=False))]
            yield _named(part, above[start:])
        else:
            yield from above
            yield part
        above = []
    yield from above


def _start(above: Sequence[SourceParagraph]) -> int:
    """Where the names begin: at the last element, or at the heading above it; at the end if there is none."""
    at = [place for place, words in enumerate(above) if element_in(words.text, plain=False)]
    if not at or not all(is_name(words.text) for words in above[at[-1] :]):
        return len(above)
    return at[-1] - (at[-1] > 0 and _is_heading(above[at[-1] - 1].text))


def _is_heading(words: str) -> bool:
    return is_name(words) and heading_in(words) is not None


def _named(table: SourceTable, names: Sequence[SourceParagraph]) -> SourceTable:
    """A table with a first column in which its element is named, and a row for the heading above it."""
    header, *rows = table.rows
    left, right = header.cells[0].start, header.cells[-1].end
    names_left = list(names)
    headed = list[SourceRow]()
    if names_left and not element_in(names_left[0].text, plain=False):
        heading = names_left.pop(0)
        headed.append(SourceRow(heading.place, (SourceCell(left - 1, right, heading.text),)))
    texts = ["\n".join(words.text for words in names_left), *[""] * len(rows)]
    named = [
        SourceRow(row.place, (SourceCell(left - 1, left, text), *row.cells))
        for row, text in zip(rows, texts, strict=False)
    ]
    first = SourceRow(header.place, (SourceCell(left - 1, left, _FIRST), *header.cells))
    return SourceTable((first, *headed, *named), table.runs_on)
