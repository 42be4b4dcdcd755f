"""Access to the XML of a Word file: its blocks, its rows, and the words as they appear on the page.

Elements are matched by local name, so that transitional and strict OOXML are read alike. Nothing here is
recursive: files may nest to any depth.
"""

from collections.abc import Callable, Container, Iterator
from xml.etree.ElementTree import Element

_GONE = {"del", "moveFrom", "Fallback"}
"""Elements that are not on the page: deleted or moved text, and fallbacks for drawings."""
_UNSEEN = {*_GONE, "delText", "instrText", "delInstrText", "pPr", "sdtPr", "tblPr", "sectPr"}
"""All elements without words on the page."""
_BOX = "txbxContent"
_WHITE = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_WITHOUT_WORDS_INSIDE = {"tabs", "ddList", "checkBox", "rPr"}
"""Elements whose children have no words: `tabs` defines tab stops, it contains no tabs."""
_END_OF_BOX, _END_OF_ROW = Element("end of a box"), Element("end of a row")

MOST_COLUMNS = 100
"""The most columns a cell is taken to span."""


def blocks(root: Element) -> Iterator[Element]:
    """The paragraphs and tables of a text, from the top, except those inside tables or text boxes."""
    return outermost(root, {"p", "tbl"}, _GONE)


def rows(table: Element) -> Iterator[Element]:
    """The rows of a table, including deleted ones."""
    return outermost(table, {"tr"}, _GONE)


def cells(row: Element) -> list[Element]:
    """The cells of a row."""
    return list(outermost(row, {"tc"}, _GONE))


def paragraphs(element: Element) -> list[Element]:
    """The paragraphs of a cell, including those of nested tables."""
    return list(outermost(element, {"p"}, _GONE))


def boxes(element: Element) -> Iterator[Element]:
    """The text boxes anchored in a paragraph or table, wherever they are on the page."""
    return _find_all(element, _BOX, {"Fallback"})


def boxes_with_tables(paragraph: Element) -> list[Element]:
    """The text boxes anchored in a paragraph, if any of them holds a table."""
    found = list(outermost(paragraph, {_BOX}, _GONE))
    return found if any(name_of(block) == "tbl" for box in found for block in blocks(box)) else []


def outermost(parent: Element, names: Container[str], without: Container[str]) -> Iterator[Element]:
    """Elements with these names at any depth, but not nested in one another."""
    waiting = list(reversed(parent))
    while waiting:
        element = waiting.pop()
        if name_of(element) in names:
            yield element
        elif name_of(element) not in without:
            waiting += reversed(element)


def _find_all(parent: Element, name: str, without: set[str]) -> Iterator[Element]:
    """Elements with a name at any depth, including nested ones."""
    waiting = list(reversed(parent))
    while waiting:
        element = waiting.pop()
        if name_of(element) == name:
            yield element
        if name_of(element) not in without:
            waiting += reversed(element)


def properties(element: Element, name: str) -> dict[str, Element]:
    """The properties of a paragraph, run, row or cell, by name; the last one takes precedence."""
    return {name_of(one): one for child in element if name_of(child) == name for one in child}


def is_struck(row: Element) -> bool:
    """Whether a row was deleted in tracked changes."""
    return "del" in properties(row, "trPr")


def is_joined(cell: Element) -> bool:
    """Whether a cell is merged with another."""
    marks = properties(cell, "tcPr")
    if not {*marks}.isdisjoint({"vMerge", "hMerge", "cellMerge", "cellDel"}):
        return True
    return "gridSpan" in marks and value_of(marks["gridSpan"], "val") not in ("", "1")


def join_of(cell: Element) -> str:
    """How a cell is merged vertically: `restart`, `continue`, or empty if it is not."""
    marks = properties(cell, "tcPr")
    return (value_of(marks["vMerge"], "val") or "continue") if "vMerge" in marks else ""


def is_gone(cell: Element) -> bool:
    """Whether a cell continues the one to its left, or was deleted."""
    marks = properties(cell, "tcPr")
    merged = value_of(marks["hMerge"], "val") if "hMerge" in marks else "restart"
    return "cellDel" in marks or merged in ("", "continue")


def width_of(cell: Element) -> int:
    """How many columns of the table a cell spans."""
    marks = properties(cell, "tcPr")
    return _count(marks["gridSpan"]) if "gridSpan" in marks else 1


def columns_before(row: Element) -> int:
    """How many columns of the table are empty before the first cell of a row."""
    marks = properties(row, "trPr")
    return _count(marks["gridBefore"]) if "gridBefore" in marks else 0


def _count(mark: Element) -> int:
    """A count stated in the file; 1 if it is missing or invalid."""
    value = value_of(mark, "val")
    return max(1, min(int(value), MOST_COLUMNS)) if value.isascii() and value.isdigit() else 1


def has_tracked_changes(root: Element) -> bool:
    """Whether the text has tracked insertions, deletions or moves."""
    tracked = ("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel")
    return any(name_of(one) in tracked for one in root.iter())


# Words


def words_of(
    element: Element, with_boxes: bool = False, sign: Callable[[Element], str] = lambda paragraph: ""
) -> str:
    """Return the words of a cell, paragraph or box as they appear on the page, one paragraph per line.

    A table in it has one line per row, with tabs between cells.

    Args:
        element: The cell, paragraph or box.
        with_boxes: Whether to include text boxes; where these are on the page is not known.
        sign: Returns the list label of a paragraph, or an empty text.

    """
    return "".join(_WordCollector(sign).collect(element, _UNSEEN if with_boxes else _UNSEEN | {_BOX}))


class _WordCollector:
    """Collects the words of an element in document order."""

    def __init__(self, sign: Callable[[Element], str]) -> None:
        self._sign = sign
        self._between = ""
        """The separator before the next paragraph."""
        self._rows = 0
        """How many nested table rows the current position is in."""
        self._begins_row = self._after_box = False

    def collect(self, element: Element, unseen: Container[str]) -> Iterator[str]:
        """Yield the words piece by piece, without those of `unseen` elements."""
        waiting = list(reversed(element)) if name_of(element) != "p" else [element]
        while waiting:
            one = waiting.pop()
            name = name_of(one)
            if name in unseen:
                continue
            if words := self._own_text(one, name):
                yield words
            if name == "tr":
                waiting.append(_END_OF_ROW)
            elif name == _BOX:
                waiting.append(_END_OF_BOX)
            if name not in _WITHOUT_WORDS_INSIDE:
                waiting += reversed(one)

    def _own_text(self, one: Element, name: str) -> str:
        """The text that an element adds before its children."""
        if name == "p":
            before = self._between + self._sign(one)
            self._between = "" if _mark_is_gone(one) else " " if self._rows else "\n"
            self._after_box = False
            return before
        if one is _END_OF_BOX:
            self._after_box = True
        elif one is _END_OF_ROW:
            self._rows, self._between = self._rows - 1, "\n"
        elif name == "tr":
            self._rows, self._begins_row = self._rows + 1, True
        elif name == "tc":
            self._between, self._begins_row = (self._between if self._begins_row else "\t"), False
        elif words := _own_words(one, name):
            words, self._after_box = f"\n{words}" if self._after_box else words, False
            return words
        return ""


def _own_words(one: Element, name: str) -> str:
    """The text of an element itself, without its children."""
    if name == "t":
        return one.text or ""
    if name == "sym":
        return one.get("sign") or "\ufffd"
    if name == "checkBox":
        marks = {name_of(mark): mark for mark in one}
        chosen = marks.get("checked", marks.get("default"))
        return "☑" if chosen is not None and is_on(chosen) else "☐"
    if name == "ddList":
        return _selected_entry(one)
    return _WHITE.get(name, "")


def _selected_entry(choices: Element) -> str:
    """The selected entry of a legacy drop-down list, which is not stored as text."""
    names = [value_of(one, "val") for one in choices if name_of(one) == "listEntry"]
    marks = {name_of(one): value_of(one, "val") for one in choices}
    place = marks.get("result", marks.get("default", "0"))
    number = int(place) if place.isascii() and place.isdigit() else 0
    return names[number] if number < len(names) else ""


def _mark_is_gone(paragraph: Element) -> bool:
    """Whether the mark at the end of a paragraph was deleted, so that the next one continues it."""
    marks = properties(paragraph, "pPr").get("rPr")
    return marks is not None and any(name_of(one) in ("del", "moveFrom") for one in marks)


def struck_words(element: Element) -> str:
    """The words deleted in tracked changes, one place per line."""
    struck = (_struck(one) for one in _find_all(element, "del", {"Fallback", "del"}))
    return "\n".join(filter(None, struck))


def words_struck_by_hand(element: Element) -> str:
    """The words in strikethrough format that are not tracked deletions, one run per line."""
    runs = (run for run in outermost(element, {"r"}, _GONE) if is_struck_by_hand(run))
    return "\n".join("".join(one.text or "" for one in run if name_of(one) == "t") for run in runs)


def is_struck_by_hand(run: Element) -> bool:
    """Whether a run is in strikethrough format."""
    marks = properties(run, "rPr")
    return any(name in marks and is_on(marks[name]) for name in ("strike", "dstrike"))


def _struck(deleted: Element) -> str:
    parts = (one.text if name_of(one) == "delText" else _WHITE.get(name_of(one)) for one in deleted.iter())
    return "".join(part or "" for part in parts)


# Names and values


def name_of(element: Element) -> str:
    """The local name of an element, the same in both dialects of OOXML; empty for a comment."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def value_of(element: Element, name: str) -> str:
    """The value of an attribute with this local name; empty if there is none."""
    return next((value for key, value in element.items() if key.rpartition("}")[2] == name), "")


def is_on(mark: Element) -> bool:
    """Whether an on/off property is on."""
    return value_of(mark, "val").casefold() not in ("0", "false", "off", "none")
