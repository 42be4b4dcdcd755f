"""What stands at the top or the foot of many pages of a PDF: told from the words of the framework."""

import re
from collections import defaultdict
from collections.abc import Sequence

from matbot.importers.readers.pdf_lines import Line

_NEAR = 3.0
"""How far apart the heights of two lines may be that are the same, in points."""
_OUTER = 2
"""How many lines from the top, and from the foot, may be such lines."""
_MANY = 3
"""They stand on one page of so many at least, and on two."""


def running_lines(pages: Sequence[tuple[Sequence[Line], Sequence[Line]]]) -> list[set[Line]]:
    """The lines of each page that stand at one height on many pages, numbers in them aside.

    Of each page it is given the lines around its tables, and all its lines.
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
    """Such lines in words, each with the pages that have it, counted from 1."""
    pages = defaultdict[str, list[int]](list)
    words = dict[str, str]()
    for number, lines in enumerate(found, 1):
        for line in sorted(lines, key=lambda line: line.top):
            words.setdefault(_normalized(line), line.text)
            pages[_normalized(line)].append(number)
    return {words[key]: numbers for key, numbers in pages.items()}


def _normalized(line: Line) -> str:
    """What a line says, its numbers aside."""
    return re.sub("[0-9]+", "0", line.text)
