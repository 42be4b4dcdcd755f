"""Read plain text: one row per line, with cells separated by tabs, commas or bars."""

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from matbot.importers.readers.budget import Budget
from matbot.importers.readers.markdown_signs import ESCAPED, WHOLE_RULE
from matbot.importers.readers.pieces import (
    SourceCell,
    SourceContent,
    SourceParagraph,
    SourceRow,
    SourceTable,
    tidy,
)
from matbot.importers.readers.text_csv import rows_of_csv
from matbot.importers.readers.text_tables import BREAK, with_bars

TAB = "\t"

_HTML_TABLE = re.compile(r"<table[\s>]", re.IGNORECASE)
_HTML = (
    "Its tables are written in HTML, which is not read. Open it in a browser, copy the tables into a Word "
    "file (.docx), and import that."
)
_QUOTED = re.compile(r'(?P<before>^|\t)"(?P<cell>(?:[^"]|""){0,20000})"(?=\t|$)', re.MULTILINE)
"""A cell that a spreadsheet put in quotation marks because it holds lines, tabs or quotation marks."""

_MOST_LINES = 60
"""The most lines that one row may be broken over."""

_ENDS = re.compile(r"</(?:p|li|div|h[1-6])>|<br\s*/?>", re.IGNORECASE)
"""Tags that end a line."""
_TAGS = re.compile(
    r"</?(?:p|ul|ol|li|div|span|br|i|b|em|strong|u|sup|sub|a|font|h[1-6])(?:\s[^<>]*)?/?>", re.IGNORECASE
)
_STARS = re.compile(r"(\*{1,3})(?=[^\s*])(.{1,400}?)(?<=[^\s*])\1")
_LINES_UNDER = re.compile(r"(?<![\w_])(_{1,2})(?=[^\W_])(.{1,400}?)(?<=[^\W_])\1(?![\w_])")
_LONGEST_MARKED = 100_000
"""The longest text in which markup is removed, in characters: no cell of a framework is longer."""
_HEADING = re.compile(r"^\s{0,3}#{1,6}\s+")
_BAR = re.compile(r"(?<!\\)\|")
"""A bar between two Markdown cells."""
_RULE = re.compile(r"[\s|:-]+")
_BEGINS = re.compile(r"\s*(?:<p>)?\s*[0-9A-Z.-]{1,6}[.:)]?\s")
"""How the first cell of a row begins: with the number of a heading or the code of an element."""
_BEGINS_ELEMENT = re.compile(r"\s*(?:[0-9]+[A-Z]|[A-Z]+-?[0-9]+|[0-9]+\.[0-9]+)[.:)]?\s")


def pieces_of_text(text: str, budget: Budget | None = None, is_csv: bool = False) -> SourceContent:
    """Return the tables and paragraphs of a text; `is_csv` if its file name ends in `.csv`."""
    budget = budget or Budget()
    parts = list[SourceParagraph | SourceTable]()
    rows = list[SourceRow]()
    of_csv, doubts = rows_of_csv(text, is_csv)
    lines = of_csv or list(_rows(_with_outer_bars(with_bars(_logical_lines(text)))))
    for (number, cells), (_, below) in zip_longest(lines, lines[1:], fillvalue=(0, [""])):
        budget.count(f"line {number}")
        for cell in cells:
            budget.read(cell)
        if not cells and rows:
            continue  # the rule below a Markdown table's header, or between its rows
        is_header = not below  # the next line is a Markdown table's rule
        is_row = len(cells) > 1 and (bool(rows) or is_header or sum(map(bool, map(str.strip, cells))) > 1)
        if is_row or (rows and "".join(cells).strip()):
            rows.append(_row(number, cells))
            continue
        parts += [SourceTable(tuple(rows))] if rows else []
        rows = []
        raw = "".join(cells)
        if WHOLE_RULE.fullmatch(raw):
            parts = _with_heading(parts, number - 1)
            continue
        if words := _words(_HEADING.sub("", _bare(raw))):
            parts.append(SourceParagraph(f"line {number}", words, bool(_HEADING.match(raw))))
    no_table = _HTML if _HTML_TABLE.search(text) else ""
    parts += [SourceTable(tuple(rows))] if rows else []
    return SourceContent(parts, doubts=doubts, no_table=no_table)


def _with_heading(
    parts: list[SourceParagraph | SourceTable], number: int
) -> list[SourceParagraph | SourceTable]:
    """The parts, with the last one made a heading if it is a paragraph on the line `number`."""
    last = parts[-1] if parts else None
    if isinstance(last, SourceParagraph) and last.place == f"line {number}":
        return [*parts[:-1], replace(last, is_heading=True)]
    return parts


def _logical_lines(text: str) -> list[tuple[int, str]]:
    """The lines of a text with their numbers, with each quoted cell kept on one line."""

    def unquoted(found: re.Match[str]) -> str:
        return found["before"] + found["cell"].replace('""', '"').replace("\n", BREAK).replace(TAB, " ")

    lines, number = list[tuple[int, str]](), 1
    for line in (_QUOTED.sub(unquoted, text) if TAB in text else text).split("\n"):
        lines.append((number, line))
        number += 1 + line.count(BREAK)
    return lines


def _with_outer_bars(raw: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """The lines with outer bars added to the rows of Markdown tables that lack them."""
    lines = [line for _, line in raw]
    row = 0
    for place, line in enumerate(lines):
        is_rule = "|" in line and "-" in line and bool(_RULE.fullmatch(line))
        if not is_rule or place == 0 or place < row:
            continue
        row, columns = place - 1, line.strip().strip("|").count("|") + 1
        while row < len(lines) and "|" in lines[row]:
            lines[row] = _with_bars_round(lines[row], columns)
            row += 1
    for first, last in _runs_of_bars(lines):
        lines[first:last] = [f"| {one.strip()} |" for one in lines[first:last]]
    return [(number, line) for (number, _), line in zip(raw, lines, strict=True)]


def _with_bars_round(line: str, columns: int) -> str:
    """A row with a bar at each end, whether or not it had them; a bar may also delimit an empty cell."""
    bare = line.strip()
    bars = len(_BAR.findall(bare))
    if bars >= columns:
        bare = bare.removeprefix("|")
    if bars > columns or bare == line.strip():
        bare = bare if bars < columns else bare.removesuffix("|")
    return f"| {bare} |"


def _runs_of_bars(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Runs of consecutive lines with the same number of bars, and no rule below the first."""
    first = 0
    for place in range(1, len(lines) + 1):
        bars = lines[first].count("|")
        if place < len(lines) and lines[place].count("|") == bars:
            continue
        if bars > 1 and place - first > 1 and not lines[first].lstrip().startswith("|"):
            yield first, place
        first = place


def _rows(raw: Sequence[tuple[int, str]]) -> Iterator[tuple[int, list[str]]]:
    """Each line with its number and cells; a row that was broken over several lines is rejoined.

    The rows above in the same table determine how many cells a row has.
    """
    place, width = 0, 0
    while place < len(raw):
        first, (number, line) = place, raw[place]
        place += 1
        width = max(width, line.count(TAB)) if line.strip() else 0
        while place < min(len(raw), first + _MOST_LINES) and _is_continuation(line, raw[place][1], width):
            line = f"{line}\n{raw[place][1]}"
            place += 1
        yield number, _cells(line)


def _is_continuation(line: str, following: str, width: int) -> bool:
    """Whether a line continues the row above, which has fewer tabs than the rows of its table."""
    if not following.strip() or _BEGINS.match(following):
        return False
    is_row = TAB in line or bool(_BEGINS_ELEMENT.match(line))
    return is_row and line.count(TAB) < width and line.count(TAB) + following.count(TAB) <= width


def _cells(line: str) -> list[str]:
    """The cells of a line: one if it is not a row, none for the rule below a Markdown header."""
    if TAB in line:
        return line.split(TAB)
    bare = line.strip()
    if bare.startswith("|") and bare.endswith("|") and bare.count("|") > 2:
        return [] if _RULE.fullmatch(line) else [_bare(one) for one in _BAR.split(bare[1:-1])]
    return [line]


def _bare(words: str) -> str:
    """Remove the backslashes of Markdown escapes."""
    return ESCAPED.sub(r"\1", words)


def _row(number: int, cells: Sequence[str]) -> SourceRow:
    return SourceRow(
        f"line {number}",
        tuple(SourceCell(place, place + 1, _words(text)) for place, text in enumerate(cells)),
    )


def _words(text: str) -> str:
    """The words of a cell or paragraph without markup: tags, asterisks and underscores."""
    if len(text) > _LONGEST_MARKED:
        return tidy(text)
    if _TAGS.search(text):
        text = html.unescape(_TAGS.sub("", _ENDS.sub("\n", text)))
    text = _STARS.sub(r"\2", text)
    return tidy(_LINES_UNDER.sub(r"\2", text))
