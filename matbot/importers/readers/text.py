"""What stands where in a plain text: a row a line, its cells parted by tabs, or by bars as in Markdown."""

import html
import re
from collections.abc import Iterator, Sequence

from matbot.importers.readers.pieces import (
    SourceCell,
    SourceContent,
    SourceParagraph,
    SourceRow,
    SourceTable,
    tidy,
)

TAB = "\t"

_MOST_LINES = 60
"""Over how many lines one row may be broken."""

_ENDS = re.compile(r"</(?:p|li|div|h[1-6])>|<br\s*/?>", re.IGNORECASE)
"""The tags that end a line."""
_TAGS = re.compile(
    r"</?(?:p|ul|ol|li|div|span|br|i|b|em|strong|u|sup|sub|a|font|h[1-6])(?:\s[^<>]*)?/?>", re.IGNORECASE
)
_STARS = re.compile(r"(\*{1,3})(?=[^\s*])(.{1,400}?)(?<=[^\s*])\1")
_LINES_UNDER = re.compile(r"(?<![\w_])(_{1,2})(?=[^\W_])(.{1,400}?)(?<=[^\W_])\1(?![\w_])")
_HEADING = re.compile(r"^\s{0,3}#{1,6}\s+")
_RULE = re.compile(r"[\s|:-]+")
_BEGINS = re.compile(r"\s*(?:<p>)?\s*[0-9A-Z.-]{1,6}[.:)]?\s")
"""How the first cell of a row begins: with the number of a heading or the code of an element."""
_BEGINS_ELEMENT = re.compile(r"\s*(?:[0-9]+[A-Z]|[A-Z]+-?[0-9]+|[0-9]+\.[0-9]+)[.:)]?\s")


def pieces_of_text(text: str) -> SourceContent:
    """The tables of a text, and the paragraphs around them."""
    parts = list[SourceParagraph | SourceTable]()
    rows = list[SourceRow]()
    for number, cells in _rows(text.split("\n")):
        if len(cells) > 1 or (rows and "".join(cells).strip()):
            rows.append(_row(number, cells))
            continue
        parts += [SourceTable(tuple(rows))] if rows else []
        rows = []
        if words := _words(_HEADING.sub("", "".join(cells))):
            parts.append(SourceParagraph(f"line {number}", words))
    return SourceContent([*parts, *([SourceTable(tuple(rows))] if rows else [])])


def _rows(raw: Sequence[str]) -> Iterator[tuple[int, list[str]]]:
    """Each line with its number and cells; a row that was broken over several lines is one again.

    How many cells a row has is what the rows above it in its table say.
    """
    number, width = 0, 0
    while number < len(raw):
        first, line = number + 1, raw[number]
        number += 1
        width = max(width, line.count(TAB)) if line.strip() else 0
        while number < min(len(raw), first + _MOST_LINES) and _goes_on(line, raw[number], width):
            line = f"{line}\n{raw[number]}"
            number += 1
        yield first, _cells(line)


def _goes_on(line: str, following: str, width: int) -> bool:
    """Whether a line is the rest of the row above it, which has fewer tabs than the rows of its table."""
    if not following.strip() or _BEGINS.match(following):
        return False
    is_row = TAB in line or bool(_BEGINS_ELEMENT.match(line))
    return is_row and line.count(TAB) < width and line.count(TAB) + following.count(TAB) <= width


def _cells(line: str) -> list[str]:
    """The cells of a line; one, if it is no row."""
    if TAB in line:
        return line.split(TAB)
    bare = line.strip()
    if bare.startswith("|") and bare.endswith("|") and bare.count("|") > 2:
        return [""] if _RULE.fullmatch(line) else re.split(r"(?<!\\)\|", bare[1:-1])
    return [line]


def _row(number: int, cells: Sequence[str]) -> SourceRow:
    return SourceRow(
        f"line {number}",
        tuple(SourceCell(place, place + 1, _words(text)) for place, text in enumerate(cells)),
    )


def _words(text: str) -> str:
    """The words of a cell or a paragraph without marks: tags, stars, and lines under words."""
    if _TAGS.search(text):
        text = html.unescape(_TAGS.sub("", _ENDS.sub("\n", text)))
    text = _STARS.sub(r"\2", text)
    return tidy(_LINES_UNDER.sub(r"\2", text))
