"""The numbers and bullets that Word puts before the paragraphs of its own lists; they stand in no text."""

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
    """What Word shows before a paragraph of a list."""

    text: str
    """As it stands on the page; empty where nothing does."""
    of_list: str
    """The same for all paragraphs that are numbered with it."""
    number: int = 0
    """Its own number; 0 for a bullet, and for what shows several numbers, such as `1.2`."""
    begins: bool = False
    """Whether it is the first of its list, or begins it anew."""

    form: str = "decimal"
    """What Word calls the kind of its number."""

    @property
    def sign(self) -> str:
        """What is read before the words."""
        return f"{self.text} " if self.text else ""

    def numbered(self, number: int) -> str:
        """What would be read before the words if it had another number."""
        return f"{written(number, self.form)}. "


class Lists:
    """Knows how the lists of a document are numbered, and which of its styles are headings.

    The paragraphs must be given to it one after the other, as they stand: each counts its list on.
    """

    def __init__(self, styles: Element | None, numbering: Element | None) -> None:
        self._styles = {value_of(one, "styleId"): one for one in children(styles, "style")}
        self._lists = lists_in(numbering, self._styles)
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()
        self.numbered = False
        """Whether any paragraph was given a number."""

    def restart(self) -> None:
        """Let every list begin anew."""
        self._counts.clear()
        self._begun.clear()

    def label(self, paragraph: Element) -> ListLabel | None:
        """What stands before the next paragraph; None if it is in no list."""
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
        """Count a list on by a paragraph, and say its number, and whether it begins the list."""
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
        """Whether a paragraph is a heading, by its own mark or by its style."""
        for _, properties in self._properties(paragraph):
            level = value(properties, "outlineLvl")
            if level:
                return level != "9"
        return False

    def _list_of(self, paragraph: Element) -> tuple[str, int] | None:
        """Which list a paragraph is in, and how deep; its own mark counts, then that of its style."""
        depth = ""
        for style, properties in self._properties(paragraph):
            for marks in children(properties, "numPr"):
                depth = depth or value(marks, "ilvl")
                number = value(marks, "numId")
                if number:
                    return None if number == "0" else (number, self._depth(number, style, depth))
        return None

    def _depth(self, number: str, style: str, depth: str) -> int:
        """How deep in a list a paragraph is, given the style that says so: some levels have styles."""
        of = self._lists.get(number)
        named = [at for at, level in (of.levels if of else {}).items() if style and level.style == style]
        if named and not depth:
            return named[0]
        return min(int(depth), DEEPEST - 1) if depth.isascii() and depth.isdigit() else 0

    def _properties(self, paragraph: Element) -> Iterator[tuple[str, Element]]:
        """The properties of a paragraph, then those of its style and of the styles that this is based on.

        Each with the style that has them; empty for the paragraph's own.
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
