"""Parse text whose cells are separated by commas or semicolons, as spreadsheets save it."""

import csv
import re
from collections import Counter
from collections.abc import Sequence
from io import StringIO

from matbot.importers.findings import Doubt
from matbot.text import number_in_words

_Rows = list[tuple[int, list[str]]]

_SEPARATOR_LINE = re.compile(r"\Asep=.\n", re.IGNORECASE)
"""The line that tells spreadsheets which separator the file uses."""
_FEWEST_COLUMNS = 4
"""The fewest columns of a table in a text that is not named as CSV: sentences have commas too."""
_FEWEST_OF_HEADER = 3
"""The fewest columns if every line has the same number and the first has no sentence in it."""
_FEWEST_OF_CSV = 2
"""The fewest columns in a file named as CSV."""
_MOST_ABOVE = 10
"""How many lines of a spreadsheet file may precede its table."""
_SHORT = "This line has {} cells, and the header has {}. Check whether a comma or a cell is missing."
_LONG = (
    "This line has {} cells, and the header has {}. "
    "Check whether a comma stands in words without quotation marks."
)
_OPEN = (
    "A quotation mark here is not closed, so each line of the file is read by itself. "
    "Close it in a copy of the file, and import that."
)


def rows_of_csv(text: str, is_csv: bool) -> tuple[_Rows, tuple[Doubt, ...]]:
    """Parse a text as CSV; return the rows with their line numbers, and doubts about rows that do not fit.

    Args:
        text: The decoded text.
        is_csv: Whether the file is named as CSV: it is then read even if its rows differ in length.

    Returns:
        The rows and the doubts; no rows if the text is not CSV.

    """
    if "\t" in text or "\n|" in text:
        return [], ()
    text = _SEPARATOR_LINE.sub("", text)
    for sign in (",", ";"):
        rows, is_open = _parse(text, sign)
        if not is_open and _is_table([row for _, row in rows if row], is_csv):
            return _pad_rows(rows) if is_csv else (rows, ())
    for sign in (",", ";") if is_csv else ():
        rows, is_open = _parse(text, sign)
        doubts = [Doubt(f"line {is_open}", _OPEN)] if is_open else []
        if is_open:
            lines = enumerate(text.replace('"', "").split("\n"), 1)
            rows = [(number, line.split(sign) if line else []) for number, line in lines]
        if sum(len(row) >= _FEWEST_OF_HEADER for _, row in rows) > 1:
            even, uneven = _pad_rows(rows)
            return even, (*doubts, *uneven)
    return [], ()


def _parse(text: str, sign: str) -> tuple[_Rows, int]:
    """The rows of a text, and the first line that cannot be parsed; 0 if all can."""
    reader = csv.reader(StringIO(text), delimiter=sign, strict=True)
    rows, before = _Rows(), 0
    try:
        for row in reader:
            rows.append((before + 1, row))
            before = reader.line_num
    except csv.Error:
        return rows, before + 1
    return rows, 0


def _pad_rows(rows: _Rows) -> tuple[_Rows, tuple[Doubt, ...]]:
    """Pad the rows to the width of the header, with a doubt for each that had another width."""
    start = next((at for at, (_, row) in enumerate(rows) if sum(map(bool, map(str.strip, row))) > 1), 0)
    width = len(rows[start][1])
    even, doubts = rows[: start + 1], list[Doubt]()
    for number, row in rows[start + 1 :]:
        filled = max((place for place, cell in enumerate(row, 1) if cell.strip()), default=0)
        if filled > width or 1 < len(row) < width:
            message = _LONG if filled > width else _SHORT
            count = filled if filled > width else len(row)
            doubts.append(
                Doubt(f"line {number}", message.format(number_in_words(count), number_in_words(width)))
            )
        if filled and len(row) > 1:
            row = [*row[: max(width, filled)], *[""] * (width - len(row))]
        even.append((number, row))
    return even, tuple(doubts)


def _is_table(rows: Sequence[Sequence[str]], is_csv: bool) -> bool:
    """Whether the rows are those of a table rather than sentences with commas."""
    widths = Counter(map(len, rows))
    width, count = widths.most_common(1)[0] if rows else (0, 0)
    above = next((place for place, row in enumerate(rows) if len(row) == width), 0)
    rows = rows[above:] if above <= _MOST_ABOVE else rows
    if width < _FEWEST_OF_CSV or count * 5 < len(rows) * 4:
        return False
    if width >= _FEWEST_COLUMNS and count > 1:
        return True
    is_prose = any(cell.startswith(" ") or cell.endswith((".", "?", "!")) for cell in rows[0])
    return is_csv or (not is_prose and width >= _FEWEST_OF_HEADER and count == len(rows))
