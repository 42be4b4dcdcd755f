"""The numerals and bullets that Word puts before the items of its own lists; they stand in no text."""

from collections import Counter
from typing import Any

from docx.document import Document
from docx.oxml.ns import qn

from matbot.rubric.places import numerals

_KINDS = {"lowerRoman": "i", "upperRoman": "i", "lowerLetter": "a", "upperLetter": "a", "none": ""}
"""The kinds of numerals by Word's names, each by its first; all others count in digits."""


class Lists:
    """Knows how the lists of a document are numbered."""

    def __init__(self, document: Document) -> None:
        self._styles = {style.get(qn("w:styleId")): style for style in document.styles.element}
        self._formats = _formats(document)
        self.numbered = False
        """Whether any item was given a numeral."""

    def sign(self, paragraph: Any, counts: "Counter[tuple[str, str]]") -> str:
        """What stands before a paragraph: its place in the list of its cell, or a bullet, or nothing."""
        of_list = self._list_of(paragraph)
        if of_list is None:
            return ""
        kind = self._formats.get(of_list, "1")
        if kind in ("", "•"):
            return kind and f"{kind} "
        self.numbered = True
        counts[of_list] += 1
        return f"{_numeral(kind, counts[of_list])}. "

    def _list_of(self, paragraph: Any) -> tuple[str, str] | None:
        """Which list a paragraph is an item of, and how deep; its own mark counts, then that of its style."""
        properties, seen = paragraph.find(qn("w:pPr")), set[str]()
        while properties is not None:
            marks = properties.find(qn("w:numPr"))
            if marks is not None:
                number, depth = (marks.find(qn(f"w:{name}")) for name in ("numId", "ilvl"))
                value = "0" if number is None else number.get(qn("w:val"), "0")
                return None if value == "0" else (value, _value(depth))
            properties = self._style_above(properties, seen)
        return None

    def _style_above(self, properties: Any, seen: set[str]) -> Any:
        """The properties of the style that a paragraph has, or that a style is based on."""
        named = properties.find(qn("w:pStyle"))
        if named is None:
            named = properties.getparent().find(qn("w:basedOn"))
        name = None if named is None else named.get(qn("w:val"))
        style = self._styles.get(name)
        if name is None or style is None or name in seen:
            return None
        seen.add(name)
        own = style.find(qn("w:pPr"))
        return own if own is not None else style.makeelement(qn("w:pPr"))


def _value(mark: Any) -> str:
    return "0" if mark is None else str(mark.get(qn("w:val"), "0"))


def _formats(document: Document) -> dict[tuple[str, str], str]:
    """How each list is numbered at each depth: the first of its numerals, or a bullet."""
    parts = [part for part in document.part.package.iter_parts() if part.partname.endswith("/numbering.xml")]
    root: Any = getattr(parts[0], "element", None) if parts else None
    if root is None:
        return {}
    kinds = {one.get(qn("w:abstractNumId")): one for one in root.findall(qn("w:abstractNum"))}
    found = {}
    for number in root.findall(qn("w:num")):
        abstract = kinds.get(_value(number.find(qn("w:abstractNumId"))))
        for level in [] if abstract is None else abstract.findall(qn("w:lvl")):
            form = _value(level.find(qn("w:numFmt")))
            sign = "•" if form == "bullet" else _KINDS.get(form, "1")
            found[number.get(qn("w:numId")), level.get(qn("w:ilvl"))] = sign
    return found


def _numeral(kind: str, place: int) -> str:
    return next((one for count, one in enumerate(numerals(kind), 1) if count == place), str(place))
