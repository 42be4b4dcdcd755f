"""What the XML of a Word file says: its blocks, its rows, and the words as they stand on the page.

Elements are known by their names alone, so that the usual dialect and the strict one are read alike. Nothing
here calls itself: files nest as deeply as they like.
"""

from collections.abc import Callable, Container, Iterator
from xml.etree.ElementTree import Element

_GONE = {"del", "moveFrom", "Fallback"}
"""What does not stand on the page: what was struck out or moved away, and second ways to draw the same."""
_UNSEEN = {*_GONE, "delText", "instrText", "delInstrText", "pPr", "sdtPr", "tblPr", "sectPr"}
"""What else says no words, or none that stand on the page."""
_BOX = "txbxContent"
_WHITE = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_WITHOUT_WORDS_INSIDE = {"tabs", "ddList", "checkBox", "rPr"}
"""What says all it has to say by itself: where the tabs are, and not the tabs."""
_END_OF_BOX, _END_OF_ROW = Element("end of a box"), Element("end of a row")

MOST_COLUMNS = 100
"""How many columns a cell is taken to go over at most."""


def blocks(root: Element) -> Iterator[Element]:
    """The paragraphs and tables of a text, from the top; not those that stand in a table or in a box."""
    return outermost(root, {"p", "tbl"}, _GONE)


def rows(table: Element) -> Iterator[Element]:
    """The rows of a table, those that were struck out too."""
    return outermost(table, {"tr"}, _GONE)


def cells(row: Element) -> list[Element]:
    """The cells of a row."""
    return list(outermost(row, {"tc"}, _GONE))


def paragraphs(element: Element) -> list[Element]:
    """The paragraphs of a cell, those of tables in it too."""
    return list(outermost(element, {"p"}, _GONE))


def boxes(element: Element) -> Iterator[Element]:
    """The text boxes that hang on a paragraph or a table, wherever they stand on the page."""
    return _every(element, _BOX, {"Fallback"})


def boxes_with_tables(paragraph: Element) -> list[Element]:
    """The text boxes that hang on a paragraph, if a table stands in one of them."""
    found = list(outermost(paragraph, {_BOX}, _GONE))
    return found if any(name_of(block) == "tbl" for box in found for block in blocks(box)) else []


def outermost(parent: Element, names: Container[str], without: Container[str]) -> Iterator[Element]:
    """Elements of these names, in whatever wraps them, but not in one another."""
    waiting = list(reversed(parent))
    while waiting:
        element = waiting.pop()
        if name_of(element) in names:
            yield element
        elif name_of(element) not in without:
            waiting += reversed(element)


def _every(parent: Element, name: str, without: set[str]) -> Iterator[Element]:
    """Elements of a name, those in one another too."""
    waiting = list(reversed(parent))
    while waiting:
        element = waiting.pop()
        if name_of(element) == name:
            yield element
        if name_of(element) not in without:
            waiting += reversed(element)


def properties(element: Element, name: str) -> dict[str, Element]:
    """What stands in the properties of a paragraph, a run, a row or a cell, by its name; the last counts."""
    return {name_of(one): one for child in element if name_of(child) == name for one in child}


def is_struck(row: Element) -> bool:
    """Whether a row was struck out while changes were tracked."""
    return "del" in properties(row, "trPr")


def is_joined(cell: Element) -> bool:
    """Whether a cell was made one with another."""
    marks = properties(cell, "tcPr")
    if not {*marks}.isdisjoint({"vMerge", "hMerge", "cellMerge", "cellDel"}):
        return True
    return "gridSpan" in marks and value_of(marks["gridSpan"], "val") not in ("", "1")


def join_of(cell: Element) -> str:
    """How a cell is one with those above and below: `restart`, `continue`, or empty where it is not."""
    marks = properties(cell, "tcPr")
    return (value_of(marks["vMerge"], "val") or "continue") if "vMerge" in marks else ""


def is_gone(cell: Element) -> bool:
    """Whether a cell is the rest of the one beside it, or was struck out."""
    marks = properties(cell, "tcPr")
    merged = value_of(marks["hMerge"], "val") if "hMerge" in marks else "restart"
    return "cellDel" in marks or merged in ("", "continue")


def width_of(cell: Element) -> int:
    """Over how many columns of the table a cell goes."""
    marks = properties(cell, "tcPr")
    return _count(marks["gridSpan"]) if "gridSpan" in marks else 1


def columns_before(row: Element) -> int:
    """How many columns of the table stand empty before the first cell of a row."""
    marks = properties(row, "trPr")
    return _count(marks["gridBefore"]) if "gridBefore" in marks else 0


def _count(mark: Element) -> int:
    """A count that the file gives; 1 where it gives none that can be."""
    value = value_of(mark, "val")
    return max(1, min(int(value), MOST_COLUMNS)) if value.isascii() and value.isdigit() else 1


def has_tracked_changes(root: Element) -> bool:
    """Whether anything was added, struck out or moved while changes were tracked."""
    tracked = ("ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel")
    return any(name_of(one) in tracked for one in root.iter())


# Words


def words_of(
    element: Element, with_boxes: bool = False, sign: Callable[[Element], str] = lambda paragraph: ""
) -> str:
    """The words of a cell, a paragraph or a box as they stand on the page, a line a paragraph.

    A table in it has a line for each row, and tabs between its cells. Those of text boxes in it are not among
    them unless they are asked for: it is not known where on the page they stand. `sign` says what stands
    before a paragraph that is an item of a list.
    """
    return "".join(_Teller(sign).told(element, _UNSEEN if with_boxes else _UNSEEN | {_BOX}))


class _Teller:
    """Tells the words of an element from its beginning to its end."""

    def __init__(self, sign: Callable[[Element], str]) -> None:
        self._sign = sign
        self._between = ""
        """What parts the next paragraph from the one before."""
        self._rows = 0
        """In how many rows of tables, one in another, the words stand."""
        self._begins_row = self._after_box = False

    def told(self, element: Element, unseen: Container[str]) -> Iterator[str]:
        """The words one after the other."""
        waiting = list(reversed(element)) if name_of(element) != "p" else [element]
        while waiting:
            one = waiting.pop()
            name = name_of(one)
            if name in unseen:
                continue
            if words := self._tell(one, name):
                yield words
            if name == "tr":
                waiting.append(_END_OF_ROW)
            elif name == _BOX:
                waiting.append(_END_OF_BOX)
            if name not in _WITHOUT_WORDS_INSIDE:
                waiting += reversed(one)

    def _tell(self, one: Element, name: str) -> str:
        """What an element says before the elements in it do."""
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
    """The words that an element says by itself."""
    if name == "t":
        return one.text or ""
    if name == "sym":
        return one.get("sign") or "\ufffd"
    if name == "checkBox":
        marks = {name_of(mark): mark for mark in one}
        chosen = marks.get("checked", marks.get("default"))
        return "☑" if chosen is not None and is_on(chosen) else "☐"
    if name == "ddList":
        return _chosen(one)
    return _WHITE.get(name, "")


def _chosen(choices: Element) -> str:
    """What is chosen of a list of the older kind, whose choice stands in no text."""
    names = [value_of(one, "val") for one in choices if name_of(one) == "listEntry"]
    marks = {name_of(one): value_of(one, "val") for one in choices}
    place = marks.get("result", marks.get("default", "0"))
    number = int(place) if place.isascii() and place.isdigit() else 0
    return names[number] if number < len(names) else ""


def _mark_is_gone(paragraph: Element) -> bool:
    """Whether the end of a paragraph was struck out, so that the next one goes on with it."""
    marks = properties(paragraph, "pPr").get("rPr")
    return marks is not None and any(name_of(one) in ("del", "moveFrom") for one in marks)


def struck_words(element: Element) -> str:
    """The words that were struck out while changes were tracked, a line a place."""
    struck = (_struck(one) for one in _every(element, "del", {"Fallback", "del"}))
    return "\n".join(filter(None, struck))


def words_struck_by_hand(element: Element) -> str:
    """The words that are struck out by how they look, and no tracked change, a line a run."""
    runs = (run for run in outermost(element, {"r"}, _GONE) if is_struck_by_hand(run))
    return "\n".join("".join(one.text or "" for one in run if name_of(one) == "t") for run in runs)


def is_struck_by_hand(run: Element) -> bool:
    """Whether the words of a run have a line through them."""
    marks = properties(run, "rPr")
    return any(name in marks and is_on(marks[name]) for name in ("strike", "dstrike"))


def _struck(deleted: Element) -> str:
    parts = (one.text if name_of(one) == "delText" else _WHITE.get(name_of(one)) for one in deleted.iter())
    return "".join(part or "" for part in parts)


# Names and values


def name_of(element: Element) -> str:
    """The name of an element, whichever of the two dialects of Word's files it is of; none for a comment."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def value_of(element: Element, name: str) -> str:
    """What an attribute of this name says; empty if there is none."""
    return next((value for key, value in element.items() if key.rpartition("}")[2] == name), "")


def is_on(mark: Element) -> bool:
    """Whether a mark that may say yes or no says yes."""
    return value_of(mark, "val").casefold() not in ("0", "false", "off", "none")
