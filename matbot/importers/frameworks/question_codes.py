"""Codes in a column next to the questions: `1A.i` of element 1A, or only a numeral."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from matbot.importers.findings import Correction, Doubt, Unread
from matbot.importers.frameworks.cells import SortedRow
from matbot.importers.frameworks.columns import columns_of
from matbot.importers.frameworks.header_words import CODE, QUESTION
from matbot.importers.frameworks.names import element_in
from matbot.importers.readers.items import begins_item
from matbot.importers.readers.pieces import SourceCell, SourceRow, SourceTable
from matbot.text import in_words

_AROUND = " \t\n.,:;)(]['\"§#_/-–—"
_NUMERAL = re.compile(r"[0-9]{1,2}|[ivx]{1,5}|[a-z]", re.IGNORECASE)
_BARE = re.compile(r"(?:q|qu|question|no|nr)?\W*([0-9]{1,2}|[ivx]{1,5}|[a-z])", re.IGNORECASE)
_COUNT = re.compile(r"\(?(?:[0-9]{1,2}|[ivx]{1,5})[.):]?")
_NUMBER = "No."
_LEFT = "The column “{}” is left out, and the questions are numbered by their places. It has {}."
_OTHERS = (
    "{} {} not begin with {}, as the other codes of this table do. "
    "Check whether another element begins there: its code and name belong into a line above its questions."
)
_NOT_KEPT = "These codes are left out: they are no numerals of the element that is named above the table."
_WHY_LEFT = "The words above the table name the element."


def numeral_in(code: str, element: str) -> str | None:
    """The numeral that follows the element's code in the code of a question.

    Returns:
        The numeral; empty if nothing follows, and None if the code is not the element's with a numeral.

    """
    written = re.sub("[_/]", "-", code.strip(_AROUND))
    if not written.casefold().startswith(element.casefold()):
        return None
    rest = written[len(element) :]
    if rest and rest[0].isdigit() and element[-1].isdigit():
        return None
    if rest and rest[0].isalpha() and element[-1].isalpha():
        return None
    rest = rest.strip(_AROUND)
    return rest.lower() if not rest or _NUMERAL.fullmatch(rest) else None


def with_numeral(question: str, numeral: str) -> str:
    """A question with a numeral before it, unless it has one."""
    return question if not question or not numeral or begins_item(question) else f"{numeral}. {question}"


def take_question_code(sorted_row: SortedRow, current: str) -> None:
    """Turn a code that begins with the element's into the numeral of its question.

    `current` is the code of the element of the rows above.
    """
    own = element_in(sorted_row.element, plain=False)
    element = own[0] if own else "" if sorted_row.element else current
    if not (sorted_row.code and sorted_row.question and element):
        return
    numeral = numeral_in(sorted_row.code, element)
    if numeral:
        sorted_row.question = with_numeral(sorted_row.question, numeral)
    if numeral or (own and numeral is not None):
        sorted_row.code = ""


def with_numbers_named(table: SourceTable) -> SourceTable:
    """Give the first column of a table a header if it has none and holds only numbers."""
    first = [row.cells[0].text for row in table.rows if row.cells]
    numbers = list(filter(None, first[1:]))
    if not first or first[0] or not numbers or not all(map(_COUNT.fullmatch, numbers)):
        return table
    header, *rows = table.rows
    cells = (replace(header.cells[0], text=_NUMBER), *header.cells[1:])
    return replace(table, rows=(replace(header, cells=cells), *rows))


@dataclass
class QuestionCodes:
    """Removes the column of codes from tables whose element is named above them."""

    corrections: list[Correction] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)

    def without_codes(self, rows: Sequence[SourceRow], element: str) -> tuple[SourceRow, ...]:
        """The rows of a table, the header first, with the codes moved before the questions as numerals.

        If the codes are not numerals, they are left out, and this is recorded.
        """
        kinds = [column.kind for column in columns_of(rows[0])]
        if CODE not in kinds or QUESTION not in kinds:
            return tuple(rows)
        code, question = kinds.index(CODE), kinds.index(QUESTION)
        whole = [row for row in rows[1:] if len(row.cells) == len(kinds) and row.cells[code].text]
        self._doubt_others([row.cells[code].text for row in whole], element, rows[0].place)
        numerals = [_numeral(row.cells[code].text, element) for row in whole]
        if not all(numerals):
            numerals = [None for _ in whole]
            what = _LEFT.format(rows[0].cells[code].text, in_words([row.cells[code].text for row in whole]))
            self.corrections.append(Correction(rows[0].place, what, _WHY_LEFT))
            words = "\n".join((rows[0].cells[code].text, *(row.cells[code].text for row in whole)))
            self.unread.append(Unread(rows[0].place, words, _NOT_KEPT, of_table=True, of_other_table=True))
        of_row = dict(zip((row.place for row in whole), numerals, strict=True))
        return tuple(
            _without(row, code, question, of_row.get(row.place) or "")
            if len(row.cells) == len(kinds)
            else row
            for row in rows
        )

    def _doubt_others(self, codes: Sequence[str], element: str, place: str) -> None:
        """Report codes that begin with another element's, if some begin with this element's."""
        if not element or not any(numeral_in(code, element) for code in codes):
            return
        others = [code for code in codes if numeral_in(code, element) is None and _is_code(code)]
        if others:
            does = "does" if len(others) == 1 else "do"
            self.doubts.append(Doubt(place, _OTHERS.format(in_words(others), does, element)))


def _is_code(code: str) -> bool:
    return element_in(f"{code.strip(_AROUND)} x", plain=False) is not None


def _numeral(code: str, element: str) -> str | None:
    """The numeral of a question from its code: after the element's code, or alone."""
    own = numeral_in(code, element)
    if own is not None:
        return own
    found = _BARE.fullmatch(code.strip(_AROUND))
    return found[1].lower() if found else None


def _without(row: SourceRow, code: int, question: int, numeral: str) -> SourceRow:
    """A row without its code cell, with the code as the numeral of its question."""
    cells = list[SourceCell](row.cells)
    cells[question] = replace(cells[question], text=with_numeral(cells[question].text, numeral))
    del cells[code]
    return replace(row, cells=tuple(cells))


def code_above(texts: Sequence[str]) -> str:
    """The code of the last element named in the texts; empty if none is."""
    found = [one[0] for text in texts if (one := element_in(text, plain=False))]
    return found[-1] if found else ""
