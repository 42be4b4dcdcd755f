"""What the XML of a Word file says: its blocks, its rows, and the words as they stand on the page.

python-docx leaves out what was added while changes were tracked. Nothing here calls itself: files nest
as deeply as they like.
"""

from collections.abc import Container, Iterator
from xml.etree.ElementTree import Element

_GONE = {"del", "moveFrom", "Fallback"}
"""What does not stand on the page: what was struck out or moved away, and second ways to draw the same."""
_BOX = "txbxContent"
_WHITE = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_SYMBOLS = {"F0FC": "✓", "F0FE": "☑", "F0FD": "☒", "F0A8": "☐", "F050": "✓", "F052": "☑", "F0FB": "✗"}
"""The ticks among the signs of the Wingdings fonts."""


def blocks(root: Element) -> Iterator[Element]:
    """The paragraphs and tables of a text, from the top; not those that stand in a table or in a box."""
    return outermost(root, {"p", "tbl"}, _GONE)


def rows(table: Element) -> Iterator[Element]:
    """The rows of a table, those that were struck out too."""
    return outermost(table, {"tr"}, _GONE)


def cells(row: Element) -> list[Element]:
    """The cells of a row."""
    return list(outermost(row, {"tc"}, _GONE))


def boxes(element: Element) -> Iterator[Element]:
    """The text boxes that hang on a paragraph or a table, wherever they stand on the page."""
    return _every(element, _BOX, {"Fallback"})


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


def is_struck(row: Element) -> bool:
    """Whether a row was struck out while changes were tracked."""
    return any(name_of(mark) == "del" for mark in _properties(row, "trPr"))


def is_joined(cell: Element) -> bool:
    """Whether a cell was made one with another."""
    for mark in _properties(cell, "tcPr"):
        if name_of(mark) in ("vMerge", "hMerge", "cellMerge", "cellDel"):
            return True
        if name_of(mark) == "gridSpan" and _value(mark, "val") not in ("", "1"):
            return True
    return False


def _properties(element: Element, name: str) -> Iterator[Element]:
    return (one for child in element if name_of(child) == name for one in child)


def has_tracked_changes(root: Element) -> bool:
    """Whether anything was added, struck out or moved while changes were tracked."""
    return any(name_of(one) in ("ins", "del", "moveFrom") for one in root.iter())


def words_of(element: Element) -> str:
    """The words of a cell, a paragraph or a box as they stand on the page, a line a paragraph.

    Those of text boxes in it are not among them: it is not known where on the page they stand.
    """
    texts, waiting = list[str](), [element]
    paragraphs = 0
    while waiting:
        one = waiting.pop()
        name = name_of(one)
        if name in _GONE or (name == _BOX and one is not element):
            continue
        if name == "p":
            texts.append("\n" if paragraphs else "")
            paragraphs += 1
        elif name == "t":
            texts.append(one.text or "")
        elif name == "sym":
            texts.append(_SYMBOLS.get(_value(one, "char").upper(), "\ufffd"))
        elif name == "tabs":  # where the tabs are, not the tabs
            continue
        texts.append(_WHITE.get(name, ""))
        waiting += reversed(one)
    return "".join(texts)


def struck_words(element: Element) -> str:
    """The words that were struck out while changes were tracked, a line a place."""
    struck = (_struck(one) for one in _every(element, "del", {"Fallback", "del"}))
    return "\n".join(filter(None, struck))


def _struck(deleted: Element) -> str:
    parts = (one.text if name_of(one) == "delText" else _WHITE.get(name_of(one)) for one in deleted.iter())
    return "".join(part or "" for part in parts)


def name_of(element: Element) -> str:
    """The name of an element, whichever of the two dialects of Word's files it is of; none for a comment."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _value(element: Element, name: str) -> str:
    return next((value for key, value in element.items() if key.rpartition("}")[2] == name), "")
