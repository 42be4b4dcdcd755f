"""Tables as CSV, the way spreadsheets read and write them."""

import csv
import re
from collections.abc import Iterable, Sequence
from io import StringIO

_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]")
"""How a cell begins that a spreadsheet may take for a formula."""

_HARMLESS = re.compile(r"\s*(?:[+-]\s?[£$€]?\d[\d,. ]*%?|[=+\-@\s]*)")
"""Cells that begin so and are none: a number with its sign, and signs alone, such as a dash."""


def sheet_of(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """A table as CSV, with the mark by which Excel knows UTF-8, and newlines kept inside quoted cells.

    A spreadsheet runs a cell that begins with `=`, `+`, `-` or `@` as a formula, which may send what stands
    beside it elsewhere; some strip white space first. So each such cell gets an apostrophe before it: it
    stays text. LibreOffice Calc shows the apostrophe, so a number with its sign and a dash alone get none.
    """
    written = StringIO(newline="")
    writer = csv.writer(written, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerows([_as_text(cell) for cell in row] for row in (columns, *rows))
    return written.getvalue().encode("utf-8-sig", errors="replace")


def rows_of(sheet: bytes) -> list[tuple[int, list[str]]]:
    """The rows of a CSV file as a spreadsheet saves it, each with its line; UnicodeDecodeError, csv.Error.

    Commas, semicolons or tabs stand between cells: which, the first line tells.
    """
    text = sheet.decode("utf-8-sig")
    first = text.partition("\n")[0]
    reader = csv.reader(StringIO(text, newline=""), delimiter=max(",;\t", key=first.count))
    return [(reader.line_num, row) for row in reader if any(cell.strip() for cell in row)]


def _as_text(cell: str) -> str:
    return f"'{cell}" if _FORMULA.match(cell) and not _HARMLESS.fullmatch(cell) else cell
