"""Split one cell into its questions or descriptors by their numerals, bullets or lines.

A cell may have more than one reading: `i. See part ii. below` is one item, or two. The other cells of its
row show which is meant, so every reading is returned, the likeliest first.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from matbot.rubric.places import numerals

_MOST = 26
"""The highest numeral that is recognised."""

KINDS = {
    first: {numeral: place for place, numeral in zip(range(1, _MOST + 1), numerals(first), strict=False)}
    for first in ("i", "1", "a")
}
"""How questions are numbered: for each style, keyed by its first numeral, the value of every numeral."""

_DOTS = "•·▪◦‣●○■□➢➤\uf0b7\uf0a7\uf0d8"
"""Characters that only ever begin list items; those in the private use area come from old fonts."""
_DASHES = "–*-"
"""Characters that begin list items, but may also begin a line of a wrapped sentence."""

_SIGNS = re.escape(_DOTS + _DASHES)
_DOT = re.compile(rf"^[{_DOTS}]\s+(?=\S)", re.MULTILINE)
_BULLET = re.compile(rf"^[{_SIGNS}]\s+(?=\S)")
_NEW_DASH = re.compile(rf"^[{re.escape(_DASHES)}]\s+(?=[A-Z])")
_MARK = re.compile(
    rf"(?:(?P<line>^(?:[{_SIGNS}]\s+)?)|(?<=\s))\(?(?P<numeral>[ivx]{{1,7}}|[a-z]|[0-9]{{1,2}})[.)]"
    r"(?=\s|(?-i:[A-Z]))",
    re.MULTILINE | re.IGNORECASE,
)


@dataclass(frozen=True)
class Item:
    """One question or descriptor."""

    numeral: int
    """The value of its numeral; 0 if it has none."""
    text: str


@dataclass(frozen=True)
class ItemReading:
    """One way to split a cell into items."""

    items: tuple[Item, ...]
    kind: str = ""
    """The numbering style, as its first numeral; empty if the items are not numbered."""
    lead: str = ""
    """Words before the first item."""

    def sign(self, item: Item) -> str:
        """The numeral of an item as written, such as `ii.`."""
        return next(f"{sign}." for sign, place in KINDS[self.kind].items() if place == item.numeral)


@dataclass(frozen=True)
class _Mark:
    start: int
    end: int
    numeral: int
    begins_line: bool


def readings(text: str, one_each: bool = False) -> list[ItemReading]:
    """Every way to read a cell, the likeliest first; `one_each` if each row has a single question."""
    if not text:
        return []
    by_count = dict[int, ItemReading]()
    for way in _numbered(text) or _unnumbered(text, one_each):
        by_count.setdefault(len(way.items), way)
    return list(by_count.values())


def begins_item(text: str) -> bool:
    """Whether a text begins with a new list item."""
    line = text.partition("\n")[0]
    sign = _DOT.match(line) or _NEW_DASH.match(line)
    return bool(sign) or any(mark.begins_line for mark in _marks(line, _kind(line)))


def without_bullet(line: str) -> str:
    """A line without its leading list sign."""
    return _BULLET.sub("", line)


def kind_of(text: str) -> str:
    """The numbering style of a cell, as its first numeral; empty if it has no numerals."""
    kind = _kind(text)
    return kind if any(mark.begins_line for mark in _marks(text, kind)) else ""


# With numerals


def _numbered(text: str) -> list[ItemReading]:
    """The readings of a cell with a numeral at the start of some line; none if no line has one."""
    kind = _kind(text)
    marks = _marks(text, kind)
    starts = [mark for mark in marks if mark.begins_line]
    if not starts:
        return []
    chain = _chain(marks, starts[0])
    if len(starts) > 1:
        both = sorted({*starts, *chain}, key=lambda mark: mark.start)
        ways = [starts, both, marks]
    elif all(text[mark.end : mark.end + 5].lstrip(" “‘\"'(")[:1].isupper() for mark in marks):
        ways = [marks, chain] if len(chain) > 1 else [marks]
    else:
        ways = [chain, marks, starts]
    by_line = [_by_line(text, kind)] if "\n" in text else []
    return [*(_cut(text, kind, way) for way in ways), *by_line]


def _kind(text: str) -> str:
    """The style of numerals that most lines begin with, as its first numeral."""

    def fits(kind: str) -> tuple[int, int]:
        marks = _marks(text, kind)
        starts = [mark for mark in marks if mark.begins_line]
        return len(starts), len(_chain(marks, starts[0])) if starts else 0

    return max(KINDS, key=fits)


def _marks(text: str, kind: str) -> list[_Mark]:
    """Everything that may be a numeral of a style, in order."""
    values = KINDS[kind]
    return [
        _Mark(found.start(), found.end(), values[numeral], found["line"] is not None)
        for found in _MARK.finditer(text)
        if (numeral := found["numeral"].lower().lstrip("0")) in values
    ]


def _chain(marks: Iterable[_Mark], first: _Mark) -> list[_Mark]:
    """The marks that continue the count from the first, one by one."""
    chain = [first]
    for mark in marks:
        if mark.start > chain[-1].start and mark.numeral == chain[-1].numeral + 1:
            chain.append(mark)
    return chain


def _cut(text: str, kind: str, marks: Sequence[_Mark]) -> ItemReading:
    ends = [mark.start for mark in marks[1:]] + [len(text)]
    items = (Item(mark.numeral, _flat(text[mark.end : end])) for mark, end in zip(marks, ends, strict=True))
    return ItemReading(tuple(items), kind, _flat(text[: marks[0].start]))


def _by_line(text: str, kind: str) -> ItemReading:
    """Each line as a separate item, with its numeral if it has one."""
    items = []
    for line in text.split("\n"):
        mark = next((mark for mark in _marks(line, kind) if mark.begins_line), None)
        items.append(Item(mark.numeral, _flat(line[mark.end :])) if mark else Item(0, _flat(line)))
    return ItemReading(tuple(items), kind)


# Without numerals


def _unnumbered(text: str, one_each: bool) -> list[ItemReading]:
    lines = text.split("\n")
    by_line = ItemReading(tuple(Item(0, _flat(line)) for line in lines))
    starts = _bullets(text)
    if starts:
        return [_by_bullet(text, starts), by_line]
    whole = ItemReading((Item(0, _flat(text)),))
    return [whole, by_line] if one_each else [by_line]


def _bullets(text: str) -> list[int]:
    """Where bulleted lines begin; dashes are bullets only if the text begins with one."""
    if _BULLET.match(text) and text[0] in _DASHES:
        return [found.start() for found in re.finditer(rf"^{re.escape(text[0])}\s", text, re.MULTILINE)]
    return [found.start() for found in _DOT.finditer(text)]


def _by_bullet(text: str, starts: Sequence[int]) -> ItemReading:
    items = (Item(0, _flat(without_bullet(text[start:end]))) for start, end in pairwise([*starts, len(text)]))
    return ItemReading(tuple(items), lead=_flat(text[: starts[0]]))


def _flat(text: str) -> str:
    """A text on one line, without the list signs before its lines."""
    return " ".join(_DOT.sub("", text).split())
