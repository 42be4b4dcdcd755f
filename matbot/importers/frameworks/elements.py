"""Walk through the rows of a framework, and group them into headings and elements."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from matbot.importers.findings import CannotImport
from matbot.importers.frameworks.cells import SortedRow
from matbot.importers.frameworks.columns import Headers
from matbot.importers.frameworks.continued_rows import is_new, join_names, join_rows
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
from matbot.importers.frameworks.rows import TableLine, sorted_rows
from matbot.importers.frameworks.scale import FOUR_RATINGS
from matbot.importers.readers.budget import Budget
from matbot.importers.readers.items import kind_of
from matbot.importers.readers.pieces import SourceTable
from matbot.rubric import Level

_NO_CODE = "It begins with no code such as 1A, so it does not say which element it belongs to."
_STRANGE_CODE = (
    "Its code “{}” is not understood: a code has up to six letters and digits, as in 1A, 1.2 or QE-1. "
    "Write it so in a copy of the file, and import that."
)
_OTHER_CODE = "{}: the code is kept so."
_WHY_OTHER_CODE = "The file has {}."
_NO_CODE_THERE = "It is in the column of codes, and begins no element."
_NO_ELEMENT = "It is before the first element of its table."
_NOT_USED = "It is in a column that a framework version has no use for."
_NOT_EMPTY = "It was written into the column for the rating; a framework version keeps that empty."
_OVER = "It runs over from one page, or one table, to the next."
_GOES_ON = "{}: its questions go on here."
_BESIDE_RATINGS = {"rating", "evidence", "notes", "comments"}
"""Words that may accompany the levels in the rating column."""


@dataclass
class FoundElement:
    """An element as found in the rows of a file."""

    code: str
    place: str
    words: str
    """The words after its code: its name and what it covers."""
    rows: list[SortedRow] = field(default_factory=list)
    """Its rows; a row that continues on another page is a single one."""


@dataclass
class FoundHeading:
    """A heading as found in the rows of a file."""

    number: str
    """Empty if it has none."""
    name: str
    place: str
    elements: list[FoundElement] = field(default_factory=list)


def headings_in(
    tables: Sequence[SourceTable], headers: Headers, scale: Sequence[Level], notes: Notes, budget: Budget
) -> list[FoundHeading]:
    """Return the headings of a framework with their elements.

    Raises:
        CannotImport: two elements have the same code.

    """
    walk = _Walk(scale, notes)
    lines = list(sorted_rows(tables, headers, scale, notes))
    for place, line in enumerate(lines):
        budget.check(line.sorted_row.place)
        walk.take(line, lines[place + 1] if place + 1 < len(lines) else None)
    return walk.headings


@dataclass
class _Walk:
    """Walks through sorted rows, and assigns each to its heading or element."""

    scale: Sequence[Level]
    notes: Notes
    headings: list[FoundHeading] = field(default_factory=list)
    element: FoundElement | None = None
    places: dict[str, str] = field(default_factory=dict)
    """Where the element with each code begins."""

    def take(self, line: TableLine, following: TableLine | None) -> None:
        """Assign a row to its heading or element; a row that fits nowhere is noted."""
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
            self._take_other(line)

    def _check_rest(self, sorted_row: SortedRow) -> None:
        """Note the words in columns that a framework version does not keep."""
        self.notes.add_unread(sorted_row.place, sorted_row.other, _NOT_USED)
        words = {word for level in self.scale for word in (level.name, level.letters, level.meaning)}
        words |= _BESIDE_RATINGS | {word for level in FOUR_RATINGS for word in (level.name, level.letters)}
        choices = "|".join(map(re.escape, sorted(filter(None, words), key=len, reverse=True)))
        if re.sub(rf"\b(?:{choices})\b|[\W_]", "", sorted_row.rating, flags=re.IGNORECASE):
            self.notes.add_unread(sorted_row.place, sorted_row.rating, _NOT_EMPTY)

    # Headings

    def _is_heading(self, words: str, line: TableLine, following: TableLine | None) -> bool:
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
        """Whether codes may be digits alone: only until an element has letters and digits."""
        return not any(element_in(f"{code} x", plain=False) for code in self.places)

    def _element(self, code: str, words: str, line: TableLine) -> None:
        sorted_row = line.sorted_row
        if self.element and code == self.element.code and _is_same_name(self.element.words, words):
            sorted_row.code, sorted_row.element = "", _added_words(self.element.words, words)
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

    def _part(self, code: str, numeral: str, line: TableLine) -> None:
        """Take a row that begins with only the id of its question, such as `1A (i)`."""
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

    def _take_other(self, line: TableLine) -> None:
        """Take a row that begins no element: another row of the current one, or the rest of its last row."""
        sorted_row = line.sorted_row
        first = _first_words(sorted_row)
        if sorted_row.code and (sorted_row.has_questions or sorted_row.element or not _bare_code(sorted_row)):
            self.notes.add_unread(sorted_row.place, sorted_row.code, _NO_CODE_THERE)
            sorted_row.code = ""
        if not sorted_row.has_questions and not sorted_row.element:
            return
        strange = unknown_code(sorted_row.element) or unknown_code(first)
        if self.element is None:
            self._list_unread(sorted_row, _STRANGE_CODE.format(strange) if strange else _NO_ELEMENT)
        elif strange:
            self._list_unread(sorted_row, _STRANGE_CODE.format(strange))
        elif sorted_row.element and not line.opens_table:
            self._list_unread(sorted_row, _NO_CODE)
        else:
            self._add(self.element, line)

    def _add(self, element: FoundElement, line: TableLine) -> None:
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

    def _list_unread(self, sorted_row: SortedRow, why: str) -> None:
        for words in (
            sorted_row.code,
            sorted_row.element,
            sorted_row.question,
            *sorted_row.descriptors.values(),
        ):
            self.notes.add_unread(sorted_row.place, words, why)


def _is_code(words: str) -> bool:
    """Whether words have the form of an element's code."""
    return part_in(words) is not None or element_in(f"{words} x") is not None


def _bare_code(sorted_row: SortedRow) -> str:
    """The code of a row with nothing else in its first words: its name may follow on the next page."""
    found = element_in(f"{_first_words(sorted_row)} x", plain=False)
    return found[0] if found and found[1] == "x" else ""


def _brings_name(following: TableLine | None) -> bool:
    """Whether the next row is on another page, and may begin with the name of an element."""
    if following is None or not following.opens_table:
        return False
    words = following.sorted_row.element
    return words[:1].isupper() and element_in(words, plain=False) is None


def _first_words(sorted_row: SortedRow) -> str:
    """The first words of a row: its code, if that is in a separate column, and its first cell."""
    return f"{sorted_row.code} {sorted_row.element}".strip()


def _added_words(words: str, again: str) -> str:
    """What a first cell adds if it repeats the element's name."""
    known = words.split("\n")
    return "\n".join(line for line in again.split("\n")[1:] if line not in known)


def _is_same_name(words: str, again: str) -> bool:
    """Whether an element's first cell is repeated: its name, and perhaps what it covers."""
    first = without_continued(again.split("\n")[0])
    return words.split()[: len(first.split())] == first.split()
