"""Move the names of elements and headings above a table into it.

Tables without a column for the element get one, and headings above tables become rows.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from matbot.importers.findings import Correction
from matbot.importers.frameworks.bands import with_bands
from matbot.importers.frameworks.columns import columns_of, headers_in, lacks_elements
from matbot.importers.frameworks.header_words import CODE
from matbot.importers.frameworks.names import element_in, heading_in, is_name
from matbot.importers.frameworks.question_codes import QuestionCodes, code_above, with_numbers_named
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
_MADE = "{}: each table without a column for elements is one, called by the words above it."
_WHY_MADE = "The file names no elements."
_NUMBERS = "The column “{}” is left out, and the questions are numbered by their places. It has {}."
_WHY_NUMBERS = "No column names the element of each question."
_FIRST = "Element"
"""The header of the column that is added to such a table."""
_USUAL_NAME = "All questions"
"""The name of the element for a table without words above it."""
_NUMBERED = re.compile(
    r"(?:(?i:heading|theme|section|part|area|domain|strand)\s+)?[0-9]{1,2}\s*[.):–—-]\s+[A-Z]"
)
"""How a heading begins that is not marked as one in the file."""
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def with_names_above(pieces: SourceContent) -> SourceContent:
    """Move the names above such tables into them, and record the corrections."""
    tables = [part for part in pieces.parts if isinstance(part, SourceTable)]
    work = _Names(flat=not headers_in(tables) and len(tables) <= len(_LETTERS))
    parts = list(work.parts(pieces.parts))
    correction = [*work.corrections, *work.question_codes.corrections]
    if work.codes:
        codes = in_words(list(dict.fromkeys(work.codes)))
        correction.append(Correction(WHOLE_FILE, _WHAT.format(codes), _WHY))
    if work.made:
        correction.append(Correction(WHOLE_FILE, _MADE.format(in_words(work.made)), _WHY_MADE))
    return replace(
        pieces,
        parts=parts,
        corrections=(*pieces.corrections, *correction),
        unread=(*pieces.unread, *work.question_codes.unread),
        doubts=(*pieces.doubts, *work.question_codes.doubts),
    )


@dataclass
class _Names:
    """Goes through a file, and moves the names above its tables into them."""

    flat: bool
    """Whether no table has a column for the element, so that each table becomes an element."""
    codes: list[str] = field(default_factory=list)
    made: list[str] = field(default_factory=list)
    corrections: list[Correction] = field(default_factory=list)
    question_codes: QuestionCodes = field(default_factory=QuestionCodes)
    _before: SourceRow | None = None
    """The header of the last table that was named by the words above it."""
    _code: str = ""
    """The code of the element it was named after."""

    def parts(
        self, parts: Sequence[SourceParagraph | SourceTable]
    ) -> Iterator[SourceParagraph | SourceTable]:
        """Yield the parts of the file, from the top."""
        above = list[SourceParagraph]()
        begun = False
        for part in parts:
            if isinstance(part, SourceParagraph):
                above.append(part)
                continue
            yield from self._table(part, above, begun)
            begun = begun or bool(above)
            above = []
        yield from above

    def _table(
        self, table: SourceTable, above: list[SourceParagraph], begun: bool
    ) -> Iterator[SourceParagraph | SourceTable]:
        start, table = _find_names(above), with_numbers_named(table)
        is_bare = len(table.rows) > 1 and lacks_elements(table.rows[0])
        if is_bare and (banded := with_bands(table, self.question_codes)):
            yield from self._banded(banded, above, start, begun)
        elif is_bare and (start < len(above) or self.flat):
            if start < len(above):
                texts = [words.text for words in above[start:]]
                self._before = table.rows[0]
                self.codes += [found[0] for text in texts if (found := element_in(text, plain=False))]
                self._code = code_above(texts)
                yield from above[:start]
                yield _with_element_column(self._without_codes(table), above[start:])
            else:
                name = _last_name(above)
                yield from (
                    words for words in above if words is not name or _may_be_title(above, name, begun)
                )
                yield self._with_invented_element(table, name)
        elif is_bare and not above and self._before and _repeats(table.rows[0], self._before):
            yield _with_element_column(self._without_codes(table), ())  # the rest of the table before it
        elif table.rows and headers_in([table]) and _ends_in_heading(above, begun):
            yield from above[:-1]
            yield _with_heading_row(table, above[-1])
        else:
            yield from above
            yield table

    def _banded(
        self, table: SourceTable, above: Sequence[SourceParagraph], start: int, begun: bool
    ) -> Iterator[SourceParagraph | SourceTable]:
        """Yield a table with rows for its elements, below the heading and element that are named above it."""
        if start == len(above) and _ends_in_heading(above, begun):
            yield from above[:-1]
            yield _with_heading_row(table, above[-1])
            return
        header, *rows = table.rows
        names = list(above[start:])
        if names and not element_in(names[0].text, plain=False):
            heading = names.pop(0)
            table = _with_heading_row(table, heading)
            header, *rows = table.rows
        yield from above[:start]
        if names:
            words = "\n".join(one.text for one in names)
            cell = SourceCell(header.cells[0].start, header.cells[-1].end, words)
            at = 1 if rows[0].is_heading else 0
            rows.insert(at, SourceRow(names[0].place, (cell,)))
        yield replace(table, rows=(header, *rows))

    def _without_codes(self, table: SourceTable) -> SourceTable:
        return replace(table, rows=self.question_codes.without_codes(table.rows, self._code))

    def _with_invented_element(self, table: SourceTable, above: SourceParagraph | None) -> SourceTable:
        """A table with an invented element, named after the last short words above it."""
        code = f"1{_LETTERS[len(self.made)]}"
        self.made.append(code)
        name = above.text if above else _USUAL_NAME
        if own := element_in(name, plain=False):
            code, name = own
        elif numbered := heading_in(name):
            name = numbered[1]
        return _with_element_column(
            self._without_numbers(table), [SourceParagraph(table.rows[0].place, f"{code} {name}")]
        )

    def _without_numbers(self, table: SourceTable) -> SourceTable:
        """A table without the column that numbers its questions, which is recorded as a correction."""
        columns = columns_of(table.rows[0])
        at = [place for place, column in enumerate(columns) if column.kind == CODE]
        if not at or any(len(row.cells) != len(columns) for row in table.rows):
            return table
        numbers = [text for row in table.rows[1:] if (text := row.cells[at[0]].text)]
        if numbers:
            what = _NUMBERS.format(table.rows[0].cells[at[0]].text, in_words(numbers))
            self.corrections.append(Correction(table.rows[0].place, what, _WHY_NUMBERS))
        rows = (
            replace(row, cells=tuple(cell for place, cell in enumerate(row.cells) if place != at[0]))
            for row in table.rows
        )
        return replace(table, rows=tuple(rows))


def _last_name(above: Sequence[SourceParagraph]) -> SourceParagraph | None:
    """The last words above a table that are short enough for a name."""
    names = [words for words in above if is_name(words.text) and "\n" not in words.text]
    return names[-1] if names else None


def _may_be_title(above: Sequence[SourceParagraph], name: SourceParagraph | None, begun: bool) -> bool:
    """Whether the name of an element may also be the title of the file."""
    if begun or name is None:
        return False
    return name is above[0] or not (above[0].is_heading or heading_in(name.text))


def _repeats(row: SourceRow, header: SourceRow) -> bool:
    """Whether a row repeats the header."""
    return [cell.text for cell in row.cells] == [cell.text for cell in header.cells]


def _find_names(above: Sequence[SourceParagraph]) -> int:
    """Where the names begin: at the last element, or the heading above it; at the end if there is none."""
    at = [place for place, words in enumerate(above) if element_in(words.text, plain=False)]
    if not at or not all(is_name(words.text) for words in above[at[-1] :]):
        return len(above)
    before = above[at[-1] - 1].text if at[-1] else ""
    return at[-1] - (is_name(before) and heading_in(before) is not None)


def _ends_in_heading(above: Sequence[SourceParagraph], begun: bool) -> bool:
    """Whether the last words above a table are a heading; the first words of a file are its title."""
    if not above or (len(above) == 1 and not begun):
        return False
    text = above[-1].text
    if not (above[-1].is_heading or _NUMBERED.match(text)) or element_in(text, plain=False):
        return False
    return is_name(text) and "\n" not in text and text[-1] not in ".?!:"


def _with_heading_row(table: SourceTable, heading: SourceParagraph) -> SourceTable:
    """A table with a row below its header for the heading above it."""
    header, *rows = table.rows
    cell = SourceCell(header.cells[0].start, header.cells[-1].end, heading.text)
    return replace(table, rows=(header, SourceRow(heading.place, (cell,), is_heading=True), *rows))


def _with_element_column(table: SourceTable, names: Sequence[SourceParagraph]) -> SourceTable:
    """A table with a first column for the name of its element, and a row for the heading above it."""
    header, *rows = table.rows
    left, right = header.cells[0].start, header.cells[-1].end
    names_left = list(names)
    headed = list[SourceRow]()
    if names_left and not element_in(names_left[0].text, plain=False):
        heading = names_left.pop(0)
        headed.append(SourceRow(heading.place, (SourceCell(left - 1, right, heading.text),)))
    texts = ["\n".join(words.text for words in names_left), *[""] * len(rows)]
    texts = [_FIRST if _repeats(row, header) else text for row, text in zip(rows, texts, strict=False)]
    named = [
        SourceRow(row.place, (SourceCell(left - 1, left, text), *row.cells))
        for row, text in zip(rows, texts, strict=False)
    ]
    first = SourceRow(header.place, (SourceCell(left - 1, left, _FIRST), *header.cells))
    return SourceTable((first, *headed, *named), table.runs_on)
