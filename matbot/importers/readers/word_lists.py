"""The numerals and bullets that Word puts before the items of its own lists; they stand in no text."""

from collections import Counter
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from matbot.importers.readers.word_xml import name_of, value_of
from matbot.rubric.places import numerals

_KINDS = {"lowerRoman": "i", "upperRoman": "i", "lowerLetter": "a", "upperLetter": "a", "none": ""}
"""The kinds of numerals by Word's names, each by its first; all others count in digits."""

_List = tuple[str, str]
"""A list by its number, and how deep in it."""


class Lists:
    """Knows how the lists of a document are numbered, and which of its styles are headings."""

    def __init__(self, styles: Element | None, numbering: Element | None) -> None:
        self._styles = {value_of(one, "styleId"): one for one in _children(styles, "style")}
        self._formats = dict(_formats(numbering))
        self.numbered = False
        """Whether any item was given a numeral."""

    def sign(self, paragraph: Element, counts: "Counter[_List]") -> str:
        """What stands before a paragraph: its place in the list of its cell, or a bullet, or nothing."""
        of_list = self._list_of(paragraph)
        if of_list is None:
            return ""
        kind = self._formats.get(of_list, "1")
        if kind in ("", "•"):
            return kind and f"{kind} "
        self.numbered = True
        counts[of_list] += 1
        place = counts[of_list]
        return f"{next((one for count, one in enumerate(numerals(kind), 1) if count == place), place)}. "

    def is_heading(self, paragraph: Element) -> bool:
        """Whether a paragraph is a heading, by its own mark or by its style."""
        for properties in self._properties(paragraph):
            level = _value(properties, "outlineLvl")
            if level:
                return level != "9"
        return False

    def _list_of(self, paragraph: Element) -> _List | None:
        """Which list a paragraph is an item of, and how deep; its own mark counts, then that of its style."""
        depth = ""
        for properties in self._properties(paragraph):
            for marks in _children(properties, "numPr"):
                depth = depth or _value(marks, "ilvl")
                number = _value(marks, "numId")
                if number:
                    return None if number == "0" else (number, depth or "0")
        return None

    def _properties(self, paragraph: Element) -> Iterator[Element]:
        """The properties of a paragraph, then those of its style and of the styles that this is based on."""
        own = next(_children(paragraph, "pPr"), None)
        if own is not None:
            yield own
        name, seen = "" if own is None else _value(own, "pStyle"), set[str]()
        while name in self._styles and name not in seen:
            seen.add(name)
            style = self._styles[name]
            yield from _children(style, "pPr")
            name = _value(style, "basedOn")


def _formats(numbering: Element | None) -> Iterator[tuple[_List, str]]:
    """How each list is numbered at each depth: the first of its numerals, or a bullet."""
    kinds = {value_of(one, "abstractNumId"): one for one in _children(numbering, "abstractNum")}
    for number in _children(numbering, "num"):
        id_ = value_of(number, "numId")
        levels = [*_children(kinds.get(_value(number, "abstractNumId")), "lvl")]
        for override in _children(number, "lvlOverride"):
            levels += _children(override, "lvl")
        for level in levels:
            form = _value(level, "numFmt")
            yield (id_, value_of(level, "ilvl")), "•" if form == "bullet" else _KINDS.get(form, "1")


def _children(parent: Element | None, name: str) -> Iterator[Element]:
    return (one for one in (() if parent is None else parent) if name_of(one) == name)


def _value(parent: Element, name: str) -> str:
    """What a mark among these says; empty if there is none of this name."""
    return next((value_of(one, "val") for one in _children(parent, name)), "")
