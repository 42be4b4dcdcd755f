"""The tables of a framework gone through row by row: headings, elements, and the rows of each element."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from matbot.importers.findings import CannotImport
from matbot.importers.frameworks.cells import SortedRow, sort_row
from matbot.importers.frameworks.columns import Column, Headers, lacks_elements, unused
from matbot.importers.frameworks.continued_rows import is_new, join_names, join_rows
from matbot.importers.frameworks.header_words import CODE, DESCRIPTOR, ELEMENT, RATING, says_more
from matbot.importers.frameworks.names import (
    code_written_otherwise,
    element_in,
    heading_in,
    is_name,
    part_in,
    unknown_code,
    without_continued,
)
from matbot.importers.frameworks.notes import Notes
from matbot.importers.frameworks.question_codes import take_question_code
from matbot.importers.frameworks.scale import FOUR_RATINGS
from matbot.importers.readers.budget import Budget
from matbot.importers.readers.items import begins_item, kind_of
from matbot.importers.readers.pieces import SourceCell, SourceRow, SourceTable
from matbot.rubric import Level

_OTHER_COLUMNS = "The table has other columns than questions and what weak and strong look like."
_NO_CODE = "It begins with no code such as 1A, so it does not say which element it belongs to."
_STRANGE_CODE = (
    "Its code “{}” is not understood: a code has up to six letters and digits, as in 1A, 1.2 or QE-1. "
    "Write it so in a copy of the file, and import that."
)
_OTHER_CODE = "{}: the code is kept so."
_WHY_OTHER_CODE = "The file has {}."
_NO_CODE_THERE = "It is in the column of codes, and begins no element."
_NO_ELEMENT = "It is before the first element of its table."
_NO_LEVEL = "This column is left out: it says nothing of what a level looks like."
_NAME_ALONE = "Only the name of the level is kept of it."
_NOT_USED = "It is in a column that a framework version has no use for."
_NOT_EMPTY = "It was written into the column for the rating; a framework version keeps that empty."
_OVER = "It runs over from one page, or one table, to the next."
_GOES_ON = "{}: its questions go on here."
_LONGEST_HEADER = 80
"""The longest words of a cell in the header of another table, in characters."""
_BESIDE_RATINGS = {"rating", "evidence", "notes", "comments"}
"""What may stand beside the levels in the column for the rating."""


@dataclass
class FoundElement:
    """An element as the rows of a file give it."""

    code: str
    place: str
    words: str
    """What stands after its code: its name and what it covers."""
    rows: list[SortedRow] = field(default_factory=list)
    """What stands beside it; a row that runs over a page is one."""


@dataclass
class FoundHeading:
    """A heading as the rows of a file give it."""

    number: str
    """Empty where it has none."""
    name: str
    place: str
    elements: list[FoundElement] = field(default_factory=list)


@dataclass
class _TableLine:
    """A row with what must be known of its place in the table."""

    sorted_row: SortedRow
    opens_table: bool
    """Whether it is the first row of a table that is not the first, or of its part on another page."""
    under_header: bool = False
    """Whether it opens a table with a header of its own, and not the part of one on another page."""


def ratings_in(tables: Sequence[SourceTable], headers: Headers) -> list[str]:
    """What stands in the column for the rating, row by row."""
    lines = _lines(tables, headers, (), Notes())
    return [line.sorted_row.rating for line in lines if line.sorted_row.rating]


def headings_in(
    tables: Sequence[SourceTable], headers: Headers, scale: Sequence[Level], notes: Notes, budget: Budget
) -> list[FoundHeading]:
    """The headings of a framework with their elements; CannotImport where two elements have one code."""
    walk = _Walk(scale, notes)
    lines = list(_lines(tables, headers, scale, notes))
    for place, line in enumerate(lines):
        budget.check(line.sorted_row.place)
        walk.take(line, lines[place + 1] if place + 1 < len(lines) else None)
    return walk.headings


def _lines(
    tables: Sequence[SourceTable], headers: Headers, scale: Sequence[Level], notes: Notes
) -> Iterator[_TableLine]:
    """The rows of the tables that belong to the framework, sorted; all others are noted."""
    columns, seen, ours = tuple[Column, ...](), False, False
    for table in tables:
        opens, same_table, headed = seen, table.runs_on, False
        goes_on = _goes_on(table, headers, columns, ours)
        rows = table.rows if goes_on else _from_header(table, headers, columns, notes)
        ours = goes_on or bool(rows)
        for row in rows:
            if row in headers:
                columns, same_table, opens, headed = headers[row], True, seen, not table.runs_on
                _list_columns(row, columns, notes)
                continue
            yield _TableLine(sort_row(row, columns, same_table, notes), opens, opens and headed)
            opens, seen = False, True


def _list_columns(header: SourceRow, columns: Sequence[Column], notes: Notes) -> None:
    """Note the columns that a framework version has no use for, once each."""
    noted = {one.words for one in notes.unread if one.why == _NO_LEVEL}
    for column in unused(columns):
        if column.name not in noted:
            notes.add_unread(header.place, column.name, _NO_LEVEL, headed=True)
    if len(header.cells) == len(columns):
        for cell, column in zip(header.cells, columns, strict=True):
            if column.kind in ("", DESCRIPTOR) and says_more(cell.text, column.name):
                notes.add_unread(header.place, cell.text, _NAME_ALONE, headed=True)


def _goes_on(table: SourceTable, headers: Headers, columns: Sequence[Column], ours: bool) -> bool:
    """Whether a table without a header is the rest of the one before; `ours` if that is the framework's."""
    if not columns or not table.rows:
        return bool(columns)
    first = table.rows[0].cells
    if table.runs_on:
        return ours and (table.rows[0] in headers or not _is_other_header(first, columns))
    if len(first) != len(columns):
        return False
    pairs = zip(first, columns, strict=True)
    words = next(cell.text for cell, column in pairs if column.kind in (CODE, ELEMENT))
    return not words or bool(element_in(words, plain=False) or heading_in(words))


def _is_other_header(cells: Sequence[SourceCell], columns: Sequence[Column]) -> bool:
    """Whether the first row of a table on top of a page has the headers of another one."""
    texts = [cell.text for cell in cells]
    if len(cells) < 3 or not all(text[:1].isupper() and len(text) <= _LONGEST_HEADER for text in texts):
        return False
    if any(map(begins_item, texts)) or element_in(texts[0], plain=False) or heading_in(texts[0]):
        return False
    return len(cells) < len(columns) or _has_words_for_rating(cells, columns)


def _has_words_for_rating(cells: Sequence[SourceCell], columns: Sequence[Column]) -> bool:
    """Whether words stand where ratings do."""
    pairs = zip(cells, columns, strict=False)
    return any(column.kind == RATING and re.search("[a-z]{3}", cell.text) for cell, column in pairs)


def _from_header(
    table: SourceTable, headers: Headers, columns: Sequence[Column], notes: Notes
) -> Sequence[SourceRow]:
    """The rows from the header on; those above it are noted. `columns` are those of the table before."""
    start = next((place for place, row in enumerate(table.rows) if row in headers), len(table.rows))
    texts = [cell.text for row in table.rows[:1] for cell in row.cells]
    headed = len(texts) > 1 and all(texts) and not any(map(begins_item, texts))
    asks = len(texts) >= len(columns) - 1 > 1 and any("?" in text for text in texts)
    headed = table.runs_on or (headed and not asks and not any(map(lacks_elements, table.rows[:1])))
    for row in table.rows[:start]:
        words = "\n".join(cell.text for cell in row.cells if cell.text)
        notes.add_unread(row.place, words, _OTHER_COLUMNS, headed=headed)
    return table.rows[start:]


@dataclass
class _Walk:
    """Goes through sorted rows, and puts each where it belongs."""

    scale: Sequence[Level]
    notes: Notes
    headings: list[FoundHeading] = field(default_factory=list)
    element: FoundElement | None = None
    places: dict[str, str] = field(default_factory=dict)
    """Where the element of each code begins."""

    def take(self, line: _TableLine, following: _TableLine | None) -> None:
        """Put a row where it belongs; what belongs nowhere is noted."""
        sorted_row = line.sorted_row
        self._check_rest(sorted_row)
        if sorted_row.code and not _is_code(sorted_row.code) and element_in(sorted_row.element, plain=False):
            self.notes.add_unread(sorted_row.place, sorted_row.code, _NOT_USED)
            sorted_row.code = ""
        take_question_code(sorted_row, self.element.code if self.element else "")
        lone = sorted_row.alone or ("" if sorted_row.has_questions else _first_words(sorted_row))
        if sorted_row.is_heading or (lone and self._is_heading(lone, line, following)):
            self._heading(lone, sorted_row.place)
        elif part := part_in(_first_words(sorted_row)):
            self._part(*part, line)
        elif element := element_in(lone or _first_words(sorted_row), plain=self._plain and not lone):
            self._element(*element, line)
        elif (code := _bare_code(sorted_row)) and _brings_name(following):
            self._element(code, "", line)
        elif sorted_row.alone:
            self.notes.add_unread(sorted_row.place, sorted_row.alone, _NO_CODE)
        else:
            self._more(line)

    def _check_rest(self, sorted_row: SortedRow) -> None:
        """Note the words that stand in columns of which a framework version keeps nothing."""
        self.notes.add_unread(sorted_row.place, sorted_row.other, _NOT_USED)
        words = {word for level in self.scale for word in (level.name, level.letters, level.meaning)}
        words |= _BESIDE_RATINGS | {word for level in FOUR_RATINGS for word in (level.name, level.letters)}
        choices = "|".join(map(re.escape, sorted(filter(None, words), key=len, reverse=True)))
        if re.sub(rf"\b(?:{choices})\b|[\W_]", "", sorted_row.rating, flags=re.IGNORECASE):
            self.notes.add_unread(sorted_row.place, sorted_row.rating, _NOT_EMPTY)

    # Headings

    def _is_heading(self, words: str, line: _TableLine, following: _TableLine | None) -> bool:
        if not is_name(words) or element_in(words, plain=False):
            return False
        if heading_in(words):
            return True
        begins = following is not None and bool(element_in(_first_words(following.sorted_row)))
        return begins and not line.opens_table and "\n" not in words

    def _heading(self, words: str, place: str) -> None:
        number, name = heading_in(words) or ("", words)
        name = without_continued(name)
        last = self.headings[-1] if self.headings else None
        if last and (last.number, last.name) == (number, name):
            self.notes.correct(place, f"{words}: read on under this heading.", "The heading is there again.")
            return
        self.headings.append(FoundHeading(number, name, place))
        self.element = None

    # Elements

    @property
    def _plain(self) -> bool:
        """Whether codes may be digits alone: as long as no element has letters and digits."""
        return not any(element_in(f"{code} x", plain=False) for code in self.places)

    def _element(self, code: str, words: str, line: _TableLine) -> None:
        sorted_row = line.sorted_row
        if self.element and code == self.element.code and _same(self.element.words, words):
            sorted_row.code, sorted_row.element = "", _more_of(self.element.words, words)
            self._add(self.element, line)
            return
        if code in self.places:
            raise CannotImport(
                f"Two elements have the code {code}: {self.places[code]} and {sorted_row.place}. "
                "Give each a code of its own in the file, and import that. "
                "If they are one, give it the same name in both places, and leave nothing between them."
            )
        self.places[code] = sorted_row.place
        if other := code_written_otherwise(sorted_row.alone or _first_words(sorted_row)):
            why = _WHY_OTHER_CODE.format(other)
            self.notes.correct(sorted_row.place, _OTHER_CODE.format(code), why)
        self.element = FoundElement(code, sorted_row.place, words)
        if not self.headings:
            self.headings.append(FoundHeading("", "", sorted_row.place))
        self.headings[-1].elements.append(self.element)
        if sorted_row.has_questions:
            self.element.rows.append(sorted_row)

    def _part(self, code: str, numeral: str, line: _TableLine) -> None:
        """Take a row that begins with the id of its question alone, such as `1A (i)`."""
        sorted_row = line.sorted_row
        if kind_of(sorted_row.question) == "":
            sorted_row.question = f"{numeral}. {sorted_row.question}" if sorted_row.question else ""
        if self.element and self.element.code == code:
            sorted_row.code = sorted_row.element = ""
            self._add(self.element, line)
        else:
            self.notes.correct(
                sorted_row.place, f"{code}: it is called by its code.", "Nothing gives its name."
            )
            self._element(code, f"Element {code}", line)

    def _more(self, line: _TableLine) -> None:
        """Take a row that begins no element: one more of the element, or the rest of its last."""
        sorted_row = line.sorted_row
        first = _first_words(sorted_row)
        if sorted_row.code and (sorted_row.has_questions or sorted_row.element or not _bare_code(sorted_row)):
            self.notes.add_unread(sorted_row.place, sorted_row.code, _NO_CODE_THERE)
            sorted_row.code = ""
        if not sorted_row.has_questions and not sorted_row.element:
            return
        strange = unknown_code(sorted_row.element) or unknown_code(first)
        if self.element is None:
            self._leave(sorted_row, _STRANGE_CODE.format(strange) if strange else _NO_ELEMENT)
        elif strange:
            self._leave(sorted_row, _STRANGE_CODE.format(strange))
        elif sorted_row.element and not line.opens_table:
            self._leave(sorted_row, _NO_CODE)
        else:
            self._add(self.element, line)

    def _add(self, element: FoundElement, line: _TableLine) -> None:
        sorted_row = line.sorted_row
        if sorted_row.element:
            element.words = join_names(element.words, sorted_row.element)
            self.notes.correct(sorted_row.place, f"{element.code}: its first cell is whole again.", _OVER)
        if not sorted_row.has_questions:
            return
        is_rest = (
            line.opens_table
            and element.rows
            and not is_new(sorted_row, element.rows[-1], under_header=line.under_header)
        )
        if is_rest:
            join_rows(element.rows[-1], sorted_row)
            self.notes.correct(sorted_row.place, f"{element.code}: its row is whole again.", _OVER)
        else:
            if line.opens_table and element.rows:
                self.notes.correct(sorted_row.place, _GOES_ON.format(element.code), _OVER)
            element.rows.append(sorted_row)

    def _leave(self, sorted_row: SortedRow, why: str) -> None:
        for words in (
            sorted_row.code,
            sorted_row.element,
            sorted_row.question,
            *sorted_row.descriptors.values(),
        ):
            self.notes.add_unread(sorted_row.place, words, why)


def _is_code(words: str) -> bool:
    """Whether words are such as an element's code."""
    return part_in(words) is not None or element_in(f"{words} x") is not None


def _bare_code(sorted_row: SortedRow) -> str:
    """The code that a row begins with, if its name stands on the next page."""
    found = element_in(f"{_first_words(sorted_row)} x", plain=False)
    return found[0] if found and found[1] == "x" else ""


def _brings_name(following: _TableLine | None) -> bool:
    """Whether the next row is on another page, and may begin with the name of an element."""
    if following is None or not following.opens_table:
        return False
    words = following.sorted_row.element
    return words[:1].isupper() and element_in(words, plain=False) is None


def _first_words(sorted_row: SortedRow) -> str:
    """What a row begins with: its code, if that has a column of its own, and its first cell."""
    return f"{sorted_row.code} {sorted_row.element}".strip()


def _more_of(words: str, again: str) -> str:
    """What a first cell says further, where it has the element's name again."""
    known = words.split("\n")
    return "\n".join(line for line in again.split("\n")[1:] if line not in known)


def _same(words: str, again: str) -> bool:
    """Whether an element's first cell is there again: its name, and perhaps what it covers."""
    first = without_continued(again.split("\n")[0])
    return words.split()[: len(first.split())] == first.split()
