"""Convert tables drawn in plain text, as pandoc and others write them, to rows with bars.

Grid tables have a border of `+---+` round each cell. Simple tables have dashes under the names of their
columns, and one line per row; rows of several lines are separated by empty lines.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from matbot.importers.readers.items import begins_item
from matbot.importers.readers.markdown_signs import WHOLE_RULE

Lines = list[tuple[int, str]]
"""Lines of a text with their numbers."""

BREAK = "\v"
"""Represents the end of a line inside a cell."""

_ITEM = re.compile(r"[-*+]\s|[0-9]{1,2}[.)]\s")
"""The start of a list item."""
_BORDER = re.compile(r"\+(?:[-=:]+\+)+\s*")
_IN_GRID = re.compile(r"[+|].*[+|]\s*")
_PART_OF_BORDER = re.compile(r"\+[-=:]{2,}\+")
_DASHES = re.compile(r"\s*[-=]{2,}(?:\s+[-=]{2,})+\s*")
_DASH = re.compile(r"[-=]+")
_MOST_ABOVE = 12
"""How many lines the column names above the dashes may take."""
_RULE = "| --- | --- |"
"""The rule below the header of a Markdown table."""


def with_bars(lines: Lines) -> Lines:
    """The lines, with the rows of drawn tables converted to rows with bars."""
    found, place = Lines(), 0
    while place < len(lines):
        table, after = _grid(lines, place)
        if not table and after > place:
            found += lines[place:after]
            place = after
            continue
        if not table:
            table, after = _simple(lines, place, found)
        if table:
            found += [*table, (lines[after - 1][0], "")]
            place = after
        else:
            found.append(lines[place])
            place += 1
    return found


def _row(number: int, cells: Sequence[str]) -> tuple[int, str]:
    """A row with bars; tabs in a cell become spaces, and bars are escaped."""
    words = [cell.strip().replace("\t", " ").replace("|", "\\|") for cell in cells]
    return number, f"| {' | '.join(words)} |"


# Grid tables


def _grid(lines: Lines, place: int) -> tuple[Lines, int]:
    """The grid table that begins at a line, and the line after it; no rows if it turns out not to be one."""
    if not _BORDER.fullmatch(lines[place][1].lstrip()):
        return [], place
    end = place
    while end < len(lines) and _IN_GRID.fullmatch(lines[end][1].strip()):
        end += 1
    grid = [(number, line.strip()) for number, line in lines[place:end]]
    edges = sorted(
        {at for _, line in grid if _BORDER.fullmatch(line) for at, sign in enumerate(line) if sign == "+"}
    )
    rows, part = Lines(), Lines()
    for number, line in grid:
        if _PART_OF_BORDER.search(line):
            rows += _rows_of_grid(part, edges)
            part = []
            rows += _words_beside_border(number, line, edges)
        else:
            part.append((number, line))
    return (rows, end) if rows and not part else ([], end)


def _words_beside_border(number: int, line: str, edges: Sequence[int]) -> Lines:
    """The words next to a border that covers only some columns: they belong to cells over several rows."""
    cells = [cell if not _DASH.search(cell.strip("+:")) else "" for cell in _cut(line, edges)]
    return [_row(number, cells)] if any(cell.strip() for cell in cells) else []


def _rows_of_grid(part: Lines, edges: Sequence[int]) -> Lines:
    """The row between two borders; if a cell spans only some of the columns, a line of text instead."""
    if not part:
        return []
    number = part[0][0]
    bounds = [at for at in edges if all(_sign(line, at) in "|+" for _, line in part)]
    texts = [_cut(line, bounds) for _, line in part]
    cells = [_join_lines(column) for column in zip(*texts, strict=True)]
    if len(bounds) == len(edges):
        return [_row(number, cells)]
    if len(bounds) == 2:
        return [_row(number, [*cells, *[""] * (len(edges) - 2)])]
    return [(number, " ".join(" ".join(cells).replace(BREAK, " ").split()))]


def _sign(line: str, at: int) -> str:
    return line[at] if at < len(line) else " "


def _cut(line: str, edges: Sequence[int]) -> list[str]:
    """The text between column edges."""
    return [line[left + 1 : right] for left, right in pairwise(edges)]


# Simple tables: columns under dashes


def _simple(lines: Lines, place: int, before: Lines) -> tuple[Lines, int]:
    """The table with its dashes at a line, and the line after it; no rows if there is none.

    The column names are taken from the lines before, and removed from `before`, or else from the first row.
    """
    dashes = lines[place][1]
    if not _DASHES.fullmatch(dashes):
        return [], place
    bounds = _starts(dashes)
    start = _start_of_names(before)
    is_ruled = 0 < start < len(before) and bool(WHOLE_RULE.fullmatch(before[start - 1][1]))
    names, first = before[start:], place + 1
    if not names and place + 2 < len(lines) and _DASHES.fullmatch(lines[place + 2][1]):
        names, first = [lines[place + 1]], place + 3  # there is a rule above the names as well
    end = _end(lines, first, is_ruled or not names)
    if not names and (end == len(lines) or _starts(lines[end][1]) != bounds):
        return [], place
    if not any(line.strip() for _, line in lines[first:end]) or not all(
        _fits(part, bounds) for part in (names, lines[first : first + 1])
    ):
        return [], place
    body = lines[first:end]
    has_blanks = any(not line.strip() for _, line in body)
    parts = _blocks(body) if is_ruled or has_blanks else [[line] for line in body]
    head, *rows = [_build_row(part, bounds) for part in [*([names] if names else []), *parts]]
    del before[start - is_ruled :]
    return [head, (head[0], _RULE), *rows], end + (end < len(lines) and _is_rule(lines[end][1]))


def _starts(dashes: str) -> list[int]:
    """Where each run of dashes, and so each column, begins."""
    return [found.start() for found in _DASH.finditer(dashes)]


def _start_of_names(before: Lines) -> int:
    """Where the lines directly above the dashes begin, without a rule above them."""
    start = len(before)
    while start > 0 and len(before) - start < _MOST_ABOVE and before[start - 1][1].strip():
        if _is_rule(before[start - 1][1]):
            break
        start -= 1
    return start


def _is_rule(line: str) -> bool:
    return bool(WHOLE_RULE.fullmatch(line) or _DASHES.fullmatch(line))


def _fits(names: Lines, bounds: Sequence[int]) -> bool:
    """Whether the names align with their dashes: no word crosses into the next column."""
    return all(_sign(line, at - 1).isspace() for _, line in names for at in bounds if at > 0)


def _end(lines: Lines, first: int, is_ruled: bool) -> int:
    """Where the rows of a table end: at a rule, or at an empty line unless the table is ruled."""
    for at in range(first, len(lines)):
        if _is_rule(lines[at][1]) or not (is_ruled or lines[at][1].strip()):
            return at
    return first if is_ruled else len(lines)


def _blocks(lines: Lines) -> list[Lines]:
    """Split lines into blocks at empty lines."""
    blocks: list[Lines] = [[]]
    for number, line in lines:
        if line.strip():
            blocks[-1].append((number, line))
        elif blocks[-1]:
            blocks.append([])
    return [block for block in blocks if block]


def _build_row(part: Lines, bounds: Sequence[int]) -> tuple[int, str]:
    """Make a row from its lines, cut where the columns begin."""
    ends = [*bounds[1:], max(len(line) for _, line in part) + 1]
    cells = [
        _join_lines([line[left:right] for _, line in part]) for left, right in zip(bounds, ends, strict=True)
    ]
    return _row(part[0][0], cells)


def _join_lines(wrap: Sequence[str]) -> str:
    """Join the lines of a cell; an empty line or a list item starts a new line in it."""
    words, is_new = "", False
    for line in map(str.strip, wrap):
        if line and words:
            words += BREAK if is_new or begins_item(line) or _ITEM.match(line) else " "
        words, is_new = words + line, not line
    return words
