"""Tables without a column for elements, in which separate rows between the questions name them."""

from collections.abc import Sequence
from dataclasses import replace

from matbot.importers.frameworks.columns import columns_of
from matbot.importers.frameworks.header_words import CODE, QUESTION
from matbot.importers.frameworks.names import element_in, heading_in, is_name
from matbot.importers.frameworks.question_codes import QuestionCodes
from matbot.importers.readers.pieces import SourceCell, SourceRow, SourceTable

_FIRST = "Element"
"""The header of the column that is added to such a table."""


def with_bands(table: SourceTable, question_codes: QuestionCodes) -> SourceTable | None:
    """Convert each row that names an element to one cell as wide as the table; None if no row does."""
    header, *rows = table.rows
    left, right = header.cells[0].start - 1, header.cells[-1].end
    names = [_band_of(row, header) for row in rows]
    if not any(element_in(name, plain=False) for name in names):
        return None
    parts, part, code = list[SourceRow](), list[SourceRow](), ""
    for row, name in zip(rows, names, strict=True):
        if not name:
            part.append(row)
            continue
        parts += _indented(header, part, code, question_codes)
        part, code = [], next(iter(element_in(name, plain=False) or ()), code)
        parts.append(SourceRow(row.place, (SourceCell(left, right, name),)))
    parts += _indented(header, part, code, question_codes)
    return replace(table, rows=(*_indented(header, [], code, question_codes, with_header=True), *parts))


def _indented(
    header: SourceRow,
    rows: Sequence[SourceRow],
    code: str,
    question_codes: QuestionCodes,
    with_header: bool = False,
) -> list[SourceRow]:
    """The rows between two names, with an empty first column added for the element."""
    left = header.cells[0].start
    first, *others = question_codes.without_codes([header, *rows], code or "?")
    return [
        replace(row, cells=(SourceCell(left - 1, left, _FIRST if row is first else ""), *row.cells))
        for row in ([first] if with_header else others)
    ]


def _band_of(row: SourceRow, header: SourceRow) -> str:
    """The name and code of an element or heading if a row holds nothing else; otherwise empty."""
    filled = [(place, cell.text) for place, cell in enumerate(row.cells) if cell.text]
    if not 1 <= len(filled) <= 2 or any(cell.joined for cell in row.cells):
        return ""
    words = " ".join(text for _, text in filled)
    kinds = [column.kind for column in columns_of(header)]
    if len(filled) == 2 and [kinds[place] for place, _ in filled if place < len(kinds)] != [CODE, QUESTION]:
        return ""
    if len(row.cells) == len(kinds) and kinds[filled[0][0]] not in (CODE, QUESTION):
        return ""
    is_asked = not is_name(words) or "?" in words
    return words if not is_asked and (element_in(words, plain=False) or heading_in(words)) else ""
