"""Find running heads and feet, the lines repeated at the top or foot of many pages of a PDF."""

import re
from collections import defaultdict
from collections.abc import Sequence

from matbot.importers.readers.pdf_lines import Line

_NEAR = 3.0
"""The largest difference between heights that count as the same, in points."""
_OUTER = 2
"""How many lines from the top, and from the foot, may be running lines."""
_MANY = 3
"""A running line is on at least one page in this many, and on two."""


def running_lines(pages: Sequence[tuple[Sequence[Line], Sequence[Line]]]) -> list[set[Line]]:
    """Find the lines of each page that appear at the same height on many pages, ignoring numbers in them.

    Args:
        pages: For each page, the lines outside its tables, and all its lines.

    """
    seen = defaultdict[str, list[tuple[int, Line]]](list)
    for number, (around, whole) in enumerate(pages):
        heights = sorted(line.top for line in whole)
        outer = {*heights[:_OUTER], *heights[-_OUTER:]}
        for line in around:
            if line.top in outer:
                seen[_normalized(line)].append((number, line))
    found = [set[Line]() for _ in pages]
    for lines in seen.values():
        for number, line in lines:
            alike = {other for other, one in lines if abs(one.top - line.top) <= _NEAR}
            if len(alike) > 1 and len(alike) * _MANY >= len(pages):
                found[number].add(line)
    return found


def repeated_lines(found: Sequence[set[Line]]) -> dict[str, list[int]]:
    """The text of each running line, with the numbers of its pages, from 1."""
    pages = defaultdict[str, list[int]](list)
    words = dict[str, str]()
    for number, lines in enumerate(found, 1):
        for line in sorted(lines, key=lambda line: line.top):
            words.setdefault(_normalized(line), line.text)
            pages[_normalized(line)].append(number)
    return {words[key]: numbers for key, numbers in pages.items()}


def _normalized(line: Line) -> str:
    """The text of a line with every number replaced by 0."""
    return re.sub("[0-9]+", "0", line.text)
