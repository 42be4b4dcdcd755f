"""The numbers and bullets that Word shows before list paragraphs, which are not part of their text."""

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from matbot.importers.readers.word_numbers import (
    DEEPEST,
    NumberedList,
    children,
    lists_in,
    shown,
    value,
    written,
)
from matbot.importers.readers.word_xml import value_of


@dataclass(frozen=True)
class ListLabel:
    """The number or bullet that Word shows before a paragraph of a list."""

    text: str
    """As shown on the page; empty if nothing is shown."""
    of_list: str
    """A key shared by all paragraphs in the same numbering sequence."""
    number: int = 0
    """Its number; 0 for a bullet, and for a label with several numbers, such as `1.2`."""
    begins: bool = False
    """Whether it is the first of its list, or restarts it."""

    form: str = "decimal"
    """Word's name for the number format."""

    @property
    def sign(self) -> str:
        """The label as it precedes the words, with a space."""
        return f"{self.text} " if self.text else ""

    def numbered(self, number: int) -> str:
        """The label it would have with another number."""
        return f"{written(number, self.form)}. "


class Lists:
    """The numbering state of a document's lists, and which of its styles are headings.

    Paragraphs must be passed in document order: each advances the counter of its list.
    """

    def __init__(self, styles: Element | None, numbering: Element | None) -> None:
        self._styles = {value_of(one, "styleId"): one for one in children(styles, "style")}
        self._lists = lists_in(numbering, self._styles)
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()
        self.numbered = False
        """Whether any paragraph was given a number."""

    def restart(self) -> None:
        """Restart every list."""
        self._counts.clear()
        self._begun.clear()

    def label(self, paragraph: Element) -> ListLabel | None:
        """The label of the next paragraph; None if it is not in a list."""
        placed = self._list_of(paragraph)
        if placed is None:
            return None
        id_, depth = placed
        of = self._lists.get(id_) or NumberedList(f"list {id_}")
        level = of.level(depth)
        key = f"{of.counted_with}, {depth}"
        if level.form == "bullet":
            return ListLabel("•", key)
        number, begins = self._count(id_, of, depth)
        text = shown(of, depth, self._counts[of.counted_with]) if level.form != "none" else ""
        is_simple = level.is_simple and f"%{depth + 1}" in level.text
        if text and is_simple and not level.looks_typed:
            text = f"{number}."
        self.numbered = self.numbered or bool(text)
        return ListLabel(text, key, number if is_simple else 0, begins, level.form)

    def _count(self, id_: str, of: NumberedList, depth: int) -> tuple[int, bool]:
        """Advance a list by one paragraph; return its number, and whether it begins the list."""
        counts = self._counts.setdefault(of.counted_with, {})
        if depth in of.starts and (id_, depth) not in self._begun:
            self._begun.add((id_, depth))
            counts.pop(depth, None)
        start = of.starts.get(depth, of.level(depth).start)
        begins = depth not in counts
        counts[depth] = start if begins else counts[depth] + 1
        for deeper in [one for one in counts if one > depth and of.level(one).restarts_with(depth)]:
            del counts[deeper]
        return counts[depth], begins

    def is_heading(self, paragraph: Element) -> bool:
        """Whether a paragraph is a heading, by its own outline level or its style's."""
        for _, properties in self._properties(paragraph):
            level = value(properties, "outlineLvl")
            if level:
                return level != "9"
        return False

    def _list_of(self, paragraph: Element) -> tuple[str, int] | None:
        """The list and depth of a paragraph: its own properties take precedence over its style's."""
        depth = ""
        for style, properties in self._properties(paragraph):
            for marks in children(properties, "numPr"):
                depth = depth or value(marks, "ilvl")
                number = value(marks, "numId")
                if number:
                    return None if number == "0" else (number, self._depth(number, style, depth))
        return None

    def _depth(self, number: str, style: str, depth: str) -> int:
        """The depth of a paragraph in a list; some levels are tied to a paragraph style."""
        of = self._lists.get(number)
        named = [at for at, level in (of.levels if of else {}).items() if style and level.style == style]
        if named and not depth:
            return named[0]
        return min(int(depth), DEEPEST - 1) if depth.isascii() and depth.isdigit() else 0

    def _properties(self, paragraph: Element) -> Iterator[tuple[str, Element]]:
        """The properties of a paragraph, then those of its style and of the styles that one is based on.

        Each comes with the name of its style; empty for the paragraph's own.
        """
        own = next(children(paragraph, "pPr"), None)
        if own is not None:
            yield "", own
        name, seen = "" if own is None else value(own, "pStyle"), set[str]()
        while name in self._styles and name not in seen:
            seen.add(name)
            style = self._styles[name]
            yield from ((name, one) for one in children(style, "pPr"))
            name = value(style, "basedOn")
