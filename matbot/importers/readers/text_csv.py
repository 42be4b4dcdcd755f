"""Texts whose cells are parted by commas or semicolons, as spreadsheets save them."""

import csv
import re
from collections import Counter
from collections.abc import Sequence
from io import StringIO

from matbot.importers.findings import Doubt
from matbot.text import number_in_words

_Rows = list[tuple[int, list[str]]]

_SAID_SIGN = re.compile(r"\Asep=.\n", re.IGNORECASE)
"""The line by which spreadsheets are told what parts the cells."""
_FEWEST_COLUMNS = 4
"""From how many columns on a text with commas is taken for a table: sentences have commas too."""
_FEWEST_OF_HEADER = 3
"""From how many columns on, where each line has as many, and the first has no sentence in it."""
_FEWEST_OF_CSV = 2
"""From how many columns on in a file that is called one of them."""
_MOST_ABOVE = 10
"""How many lines of a file of a spreadsheet may stand above its table."""
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
    """The rows of such a text, each with its line, and the lines that do not fit; none if it is no such text.

    `is_csv` where the file is called so: it is read then even where its lines are not of one length.
    """
    if "\t" in text or "\n|" in text:
        return [], ()
    text = _SAID_SIGN.sub("", text)
    for sign in (",", ";"):
        rows, is_open = _parsed(text, sign)
        if not is_open and _is_table([row for _, row in rows if row], is_csv):
            return _even(rows) if is_csv else (rows, ())
    for sign in (",", ";") if is_csv else ():
        rows, is_open = _parsed(text, sign)
        doubts = [Doubt(f"line {is_open}", _OPEN)] if is_open else []
        if is_open:
            lines = enumerate(text.replace('"', "").split("\n"), 1)
            rows = [(number, line.split(sign) if line else []) for number, line in lines]
        if sum(len(row) >= _FEWEST_OF_HEADER for _, row in rows) > 1:
            even, uneven = _even(rows)
            return even, (*doubts, *uneven)
    return [], ()


def _parsed(text: str, sign: str) -> tuple[_Rows, int]:
    """The rows of a text, and the line from which on it cannot be read; 0 if all can."""
    reader = csv.reader(StringIO(text), delimiter=sign, strict=True)
    rows, before = _Rows(), 0
    try:
        for row in reader:
            rows.append((before + 1, row))
            before = reader.line_num
    except csv.Error:
        return rows, before + 1
    return rows, 0


def _even(rows: _Rows) -> tuple[_Rows, tuple[Doubt, ...]]:
    """The rows below the header, each as long as it; where one was not, it is a doubt."""
    start = next((at for at, (_, row) in enumerate(rows) if sum(map(bool, map(str.strip, row))) > 1), 0)
    width = len(rows[start][1])
    even, doubts = rows[: start + 1], list[Doubt]()
    for number, row in rows[start + 1 :]:
        filled = max((place for place, cell in enumerate(row, 1) if cell.strip()), default=0)
        if filled > width or 1 < len(row) < width:
            said = _LONG if filled > width else _SHORT
            count = filled if filled > width else len(row)
            doubts.append(
                Doubt(f"line {number}", said.format(number_in_words(count), number_in_words(width)))
            )
        if filled and len(row) > 1:
            row = [*row[: max(width, filled)], *[""] * (width - len(row))]
        even.append((number, row))
    return even, tuple(doubts)


def _is_table(rows: Sequence[Sequence[str]], is_csv: bool) -> bool:
    """Whether rows are those of a table, and no sentences with commas in them."""
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
