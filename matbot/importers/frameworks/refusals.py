"""Messages for files that hold no readable framework: what was found, what is accepted, what to change."""

from collections.abc import Sequence

from matbot.importers.frameworks.columns import MOST_COLUMNS, Headers
from matbot.importers.frameworks.header_words import (
    DESCRIPTOR,
    ELEMENT_WORDS,
    LEVEL_WORDS,
    QUESTION,
    QUESTION_WORDS,
    classify_headers,
)
from matbot.importers.frameworks.names import element_in, unknown_code
from matbot.importers.readers.pieces import SourceTable
from matbot.text import in_words, number_in_words, shortened

_NO_TABLE = (
    "There is no table in it with a column of questions and columns for what weak and strong look like. {} "
    f"Columns of questions are known by words such as {QUESTION_WORDS}, those of levels by names such as "
    f"{LEVEL_WORDS}, and that of the elements by {ELEMENT_WORDS}. {{}}"
)
_NO_ELEMENT = (
    "No element with a code such as 1A, with questions and with descriptors could be read in its tables. "
    "{} {}"
)
_GIVE_CODES = (
    "The rows begin with “{}”. Put a code before the name of each element, as in 1A {}, "
    "and import the file again."
)
_STRANGE_CODES = (
    "The rows begin with “{}”, and the code “{}” is not understood: a code has up to six letters and digits, "
    "as in 1A, 1.2 or QE-1. Write the codes so in a copy of the file, and import that."
)
_NAME_LEVELS = (
    "Nothing was found beside the questions that says what weak or strong looks like. "
    f"Name these columns so that they are known, such as {LEVEL_WORDS}, and import the file again."
)
_UNNAMED = (
    "The columns to the right of “{}” have no names. Write above each what it shows, such as "
    f"{LEVEL_WORDS}, in a copy of the file, and import that."
)
_EMPTY = "There are no rows below the header. Check whether it is the right file."
_TOO_MANY = (
    "{} names {} levels ({}), and a scale has three to five. Join some of the columns in a copy of the file, "
    "and import that."
)
_MOST_LOOKED_AT = 100
"""How many tables are searched for a near match."""
_MOST_TABLES, _LONGEST_HEADER = 4, 90
"""How many tables are described, and how many characters of each header are quoted."""


def no_table(tables: Sequence[SourceTable]) -> str:
    """The message for a file without a table of questions and levels."""
    return _NO_TABLE.format(_describe(tables), _what_to_change(tables))


def no_element(tables: Sequence[SourceTable], headers: Headers, shown: Sequence[SourceTable]) -> str:
    """The message for a file whose tables have the right columns, but no readable element.

    `shown` are the tables as they are in the file, without added columns.
    """
    rows = [row for table in tables for row in table.rows if row not in headers]
    names = [text for row in rows for cell in row.cells[:1] if (text := shortened(cell.text, 40))]
    if names and any(element_in(name, plain=False) for name in names):
        change = _NAME_LEVELS
    elif not names:
        change = _EMPTY if not rows else "The first cell of each row is empty: write the element into it."
    elif strange := unknown_code(f"{names[0]} x"):
        change = _STRANGE_CODES.format(names[0], strange)
    else:
        change = _GIVE_CODES.format(names[0], names[0])
    return _NO_ELEMENT.format(_describe(shown), change)


def too_many_levels(place: str, names: Sequence[str]) -> str:
    """The message for a scale with more levels than can be stored."""
    listed = in_words([shortened(name, 30) for name in names[:12]])
    return _TOO_MANY.format(f"The table at {place}", number_in_words(len(names)), listed)


def no_such_level(weakest: str, names: Sequence[str]) -> str:
    """The message if the level given as the weakest is at neither end of those in the file."""
    first, last = (shortened(names[place], 40) for place in (0, -1))
    wrong = shortened(weakest, 40)
    return f"The weakest level is either {first} or {last}, which are at the ends, and not {wrong}."


def _describe(tables: Sequence[SourceTable]) -> str:
    """Describe the tables of a file by their first rows."""
    firsts = [table.rows[0] for table in tables if table.rows and not table.runs_on]
    if not firsts:
        return "It has no table at all."
    headers = [", ".join(cell.text for cell in row.cells if cell.text) for row in firsts[:_MOST_TABLES]]
    listed = [
        f"“{shortened(header, _LONGEST_HEADER)}” ({row.place})"
        for header, row in zip(headers, firsts, strict=False)
    ]
    more = f" and {len(firsts) - _MOST_TABLES} more" if len(firsts) > _MOST_TABLES else ""
    return f"What was found begins with {in_words(listed)}{more}."


def _what_to_change(tables: Sequence[SourceTable]) -> str:
    """The advice on which column is missing from the closest table."""
    firsts = [table.rows[0].cells[:MOST_COLUMNS] for table in tables[:_MOST_LOOKED_AT] if table.rows]
    kinds = [classify_headers([cell.text for cell in cells]) for cells in firsts]
    if any(QUESTION in one and DESCRIPTOR in one for one in kinds):
        return "Add a first column that names the element of each row with its code, such as 1A Purpose."
    for cells, one in zip(firsts, kinds, strict=True):
        if QUESTION in one and any(not cell.text for cell in cells[one.index(QUESTION) + 1 :]):
            return _UNNAMED.format(shortened(cells[one.index(QUESTION)].text, 40))
    if any(QUESTION in one for one in kinds):
        return "Name the columns of what weak and strong look like so in the file, and import it again."
    if any(DESCRIPTOR in one for one in kinds):
        return "Name the column of the questions so in the file, and import it again."
    return "Check whether it is the right file, or name its columns so."
