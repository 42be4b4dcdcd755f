"""Read and write tables as CSV in the form that spreadsheets use."""

import csv
import re
from collections.abc import Iterable, Sequence
from io import StringIO

_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]")
"""Matches the start of a cell that a spreadsheet may treat as a formula."""

_HARMLESS = re.compile(r"\s*(?:[+-]\s?[£$€]?\d[\d,. ]*%?|[=+\-@\s]*)")
"""Cells that only look like a formula: a signed number, and signs alone, such as a dash."""


def sheet_of(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Return a table as CSV in UTF-8, with newlines kept inside quoted cells.

    It starts with a byte order mark, by which Excel recognises UTF-8. A spreadsheet runs a cell that begins
    with `=`, `+`, `-` or `@` as a formula, which may send the contents of other cells elsewhere; some strip
    white space first. Each such cell is prefixed with an apostrophe, so that it stays text. LibreOffice Calc
    shows the apostrophe, so a signed number and a dash alone are left unchanged.
    """
    output = StringIO(newline="")
    writer = csv.writer(output, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerows([_as_text(cell) for cell in row] for row in (columns, *rows))
    return output.getvalue().encode("utf-8-sig", errors="replace")


def rows_of(sheet: bytes) -> list[tuple[int, list[str]]]:
    """Return the rows of a CSV file saved by a spreadsheet, without empty ones.

    The delimiter (comma, semicolon or tab) is detected from the first line.

    Returns:
        Each row's cells, with the number of the line on which the row ends.

    Raises:
        UnicodeDecodeError: the file is not in UTF-8.
        csv.Error: the file is not well-formed CSV.

    """
    text = sheet.decode("utf-8-sig")
    first = text.partition("\n")[0]
    reader = csv.reader(StringIO(text, newline=""), delimiter=max(",;\t", key=first.count))
    return [(reader.line_num, row) for row in reader if any(cell.strip() for cell in row)]


def _as_text(cell: str) -> str:
    return f"'{cell}" if _FORMULA.match(cell) and not _HARMLESS.fullmatch(cell) else cell
