"""Word's list numbering: the definitions of list levels, and how numbers are formatted."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from matbot.importers.readers.word_xml import is_on, name_of, value_of
from matbot.rubric.places import roman

DEEPEST = 9
"""How many levels a Word list has."""
_HIGHEST_START = 9_999
_HIGHEST_IN_LETTERS = 999
"""The highest number that is written in letters or as a roman numeral."""

_PLACEHOLDER = re.compile(r"%([1-9])")
_SIMPLE = re.compile(r"[^\w%]*%[1-9][^\w%]*")
"""A level that shows a single number, with only punctuation around it."""
_NUMERAL = re.compile(r"\(?%[1-9][.)]")
"""A level whose number looks like a typed numeral: `1.`, `a)` or `(i)`."""


@dataclass(frozen=True)
class NumberedLevel:
    """One level of a list."""

    form: str
    """Word's name for the number format, such as `lowerRoman`, `bullet` or `none`."""
    text: str
    """The label, with `%1` as the placeholder for the number of the first level."""
    start: int = 1
    restarts_after: int = -1
    """The lowest level, counted from 1, that restarts it; -1 if every higher level does, 0 if none."""
    is_legal: bool = False
    """Whether all its numbers are shown as digits."""
    style: str = ""
    """The paragraph style that it numbers automatically; empty if none."""

    @property
    def is_simple(self) -> bool:
        """Whether it shows a single number and nothing else."""
        return _SIMPLE.fullmatch(self.text) is not None

    @property
    def looks_typed(self) -> bool:
        """Whether its label looks like what people type before a question."""
        words = self.form in ("ordinal", "cardinalText", "ordinalText")
        return not words and _NUMERAL.fullmatch(self.text.strip()) is not None

    def restarts_with(self, higher: int) -> bool:
        """Whether it restarts after a paragraph of a higher level, counted from 0."""
        return self.restarts_after < 0 or higher < self.restarts_after


@dataclass(frozen=True)
class NumberedList:
    """A list: its levels, and the counter that it shares with other lists."""

    counted_with: str
    """A key shared by all lists that continue one another."""
    levels: Mapping[int, NumberedLevel] = field(default_factory=dict)
    starts: Mapping[int, int] = field(default_factory=dict)
    """The numbers from which it restarts, by level."""

    def level(self, depth: int) -> NumberedLevel:
        """The level at a depth, counted from 0; a decimal level if none is defined."""
        return self.levels.get(depth) or NumberedLevel("decimal", f"%{depth + 1}.")


def lists_in(numbering: Element | None, styles: Mapping[str, Element]) -> dict[str, NumberedList]:
    """The lists that a file defines, by their ids."""
    kinds = {value_of(one, "abstractNumId"): one for one in children(numbering, "abstractNum")}
    kind_of = {value_of(one, "numId"): value(one, "abstractNumId") for one in children(numbering, "num")}
    found = dict[str, NumberedList]()
    for number in children(numbering, "num"):
        kind = value(number, "abstractNumId")
        linked = _find_linked_list(kinds.get(kind), styles)
        kind = kind_of.get(linked, kind) if linked else kind
        levels = dict(_levels(kinds.get(kind)))
        starts = dict[int, int]()
        for override in children(number, "lvlOverride"):
            levels |= dict(_levels(override))
            if start := value(override, "startOverride"):
                starts[_depth(value_of(override, "ilvl"))] = _start(start)
        id_ = value_of(number, "numId")
        found[id_] = NumberedList(f"kind {kind}" if kind in kinds else f"list {id_}", levels, starts)
    return found


def _find_linked_list(kind: Element | None, styles: Mapping[str, Element]) -> str:
    """The id of the list whose levels a definition uses through a style; empty if it has its own."""
    style = styles.get(value(kind, "numStyleLink")) if kind is not None else None
    properties = children(style, "pPr")
    return next((value(marks, "numId") for one in properties for marks in children(one, "numPr")), "")


def _levels(parent: Element | None) -> Iterator[tuple[int, NumberedLevel]]:
    for level in children(parent, "lvl"):
        depth = _depth(value_of(level, "ilvl"))
        restart = value(level, "lvlRestart")
        yield (
            depth,
            NumberedLevel(
                value(level, "numFmt") or "decimal",
                next((value_of(one, "val") for one in children(level, "lvlText")), f"%{depth + 1}."),
                _start(value(level, "start")),
                _depth(restart) if restart else -1,
                any(is_on(one) for one in children(level, "isLgl")),
                value(level, "pStyle"),
            ),
        )


def _depth(text: str) -> int:
    return min(int(text), DEEPEST) if text.isascii() and text.isdigit() else 0


def _start(text: str) -> int:
    return min(int(text[:6]), _HIGHEST_START) if text.isascii() and text.isdigit() else 1


def shown(of: NumberedList, depth: int, counts: Mapping[int, int]) -> str:
    """The label of a paragraph at a depth, from the current counts of each level."""
    level = of.level(depth)

    def number(found: re.Match[str]) -> str:
        place = int(found[1]) - 1
        form = of.level(place).form
        form = "decimal" if level.is_legal and form != "decimalZero" else form
        return written(counts.get(place, of.level(place).start), form)

    return _PLACEHOLDER.sub(number, level.text).strip()


def written(number: int, form: str) -> str:
    """A number in one of Word's number formats."""
    in_letters = 0 < number <= _HIGHEST_IN_LETTERS
    if form == "none":
        return ""
    if form == "decimalZero":
        return f"{number:02}"
    if in_letters and form in ("lowerRoman", "upperRoman"):
        numeral = roman(number)
        return numeral.upper() if form == "upperRoman" else numeral
    if in_letters and form in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letter.upper() if form == "upperLetter" else letter
    return str(number)


# The XML


def children(parent: Element | None, name: str) -> Iterator[Element]:
    """The direct children of an element with a name."""
    return (one for one in (() if parent is None else parent) if name_of(one) == name)


def value(parent: Element, name: str) -> str:
    """The `val` of the first child with a name; empty if there is none."""
    return next((value_of(one, "val") for one in children(parent, name)), "")
