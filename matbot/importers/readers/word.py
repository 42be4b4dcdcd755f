"""What stands where in a Word file: the words of its paragraphs and cells, as they stand on the page."""

from collections import Counter
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from matbot.importers.findings import Correction, Unread
from matbot.importers.readers import word_xml as xml
from matbot.importers.readers.budget import Budget
from matbot.importers.readers.pieces import (
    WHOLE_FILE,
    SourceCell,
    SourceContent,
    SourceParagraph,
    SourceRow,
    SourceTable,
    tidy,
)
from matbot.importers.readers.word_file import WordFile, open_word
from matbot.importers.readers.word_lists import Lists
from matbot.text import shortened

_BESIDE = "It is {}. Only the text and the tables are read."
_OTHER_FILES = "It is put in from another file. Open it in Word, save it again, and import that."
_HIDDEN = "It is marked as hidden, and is not on the page."
_STRUCK = "Words that are struck out, but not as a tracked change, were read as all others: “{}”."
_WHY_STRUCK = "It may be that they are no longer meant."
_SEEN = "It is a picture, a chart or a drawing, or one of several. Only words are read."


def pieces_of_word(raw: bytes, budget: Budget) -> SourceContent:
    """The tables of a Word file, and the paragraphs around them; UnreadableSource if it is none."""
    file = open_word(raw)
    reader = _Reader(Lists(file.styles, file.numbering), budget)
    parts = list(reader.parts(file.body))
    return SourceContent(parts, tuple(_corrections(file.body, reader.lists)), tuple(_unread(file)))


def _corrections(body: Element, lists: Lists) -> Iterator[Correction]:
    if xml.has_tracked_changes(body):
        what = "It was read with all changes accepted: what was added is in, what was struck out is not."
        yield Correction(WHOLE_FILE, what, "It has tracked changes.")
    if struck := tidy(xml.words_struck_by_hand(body)):
        what = _STRUCK.format(shortened(struck.replace("\n", " "), 200))
        yield Correction(WHOLE_FILE, what, _WHY_STRUCK)
    if lists.numbered:
        what = "The numerals are the places in the lists."
        yield Correction(WHOLE_FILE, what, "They are Word's own numbering, and are in no text.")


def _unread(file: WordFile) -> Iterator[Unread]:
    """What the file has beside its text."""
    for where, part in file.beside:
        if words := tidy(xml.words_of(part, with_boxes=True)):
            yield Unread(where.removeprefix("in "), words, _BESIDE.format(where))
    if file.hidden:
        yield Unread(WHOLE_FILE, file.hidden, _HIDDEN)
    if file.has_other_files:
        yield Unread(WHOLE_FILE, "Another file", _OTHER_FILES)
    if file.has_pictures:
        yield Unread(WHOLE_FILE, "Pictures", _SEEN)


class _Reader:
    """Goes through the body of a document, counting its tables and paragraphs."""

    def __init__(self, lists: Lists, budget: Budget) -> None:
        self.lists = lists
        self._budget = budget
        self.tables = self.paragraphs = 0

    def parts(self, body: Element) -> Iterator[SourceParagraph | SourceTable]:
        """The paragraphs with words, and the tables, from the top; tables that only lay out are opened."""
        waiting = [xml.blocks(body)]
        while waiting:
            block = next(waiting[-1], None)
            if block is None:
                waiting.pop()
            elif xml.name_of(block) == "p":
                self.paragraphs += 1
                self._budget.count(f"paragraph {self.paragraphs}")
                yield from self._paragraph(block)
                waiting += [xml.blocks(box) for box in reversed(xml.boxes_with_tables(block))]
            elif _is_layout(block):
                inner = [xml.blocks(cell) for row in xml.rows(block) for cell in xml.cells(row)]
                waiting += reversed(inner)
            else:
                self.tables += 1
                yield SourceTable(tuple(self._rows(block)))

    def _paragraph(self, paragraph: Element) -> Iterator[SourceParagraph]:
        place = f"paragraph {self.paragraphs}"
        with_boxes = not xml.boxes_with_tables(paragraph)
        if words := self._budget.read(tidy(xml.words_of(paragraph, with_boxes=with_boxes))):
            yield SourceParagraph(place, words, self.lists.is_heading(paragraph))

    def _rows(self, table: Element) -> Iterator[SourceRow]:
        """The rows of a table that were not struck out."""
        number = 0
        for row in xml.rows(table):
            if not xml.is_struck(row):
                number += 1
                place = f"table {self.tables}, row {number}"
                self._budget.count(place)
                yield SourceRow(place, tuple(self._cells(row)))

    def _cells(self, row: Element) -> Iterator[SourceCell]:
        """The cells of a row by the columns of Word's grid; those joined to the cell above have no words."""
        start = xml.columns_before(row)
        for cell in xml.cells(row):
            end = start + xml.width_of(cell)
            yield SourceCell(
                start, end, "" if xml.goes_on_from_above(cell) else self._budget.read(self._text(cell))
            )
            start = end

    def _text(self, cell: Element) -> str:
        """The words of a cell, a line a paragraph, with the signs of its lists."""
        counts = Counter[tuple[str, str]]()

        def sign(paragraph: Element) -> str:
            return self.lists.sign(paragraph, counts) if xml.words_of(paragraph).strip() else ""

        return tidy(xml.words_of(cell, with_boxes=True, sign=sign))


def _is_layout(table: Element) -> bool:
    """Whether a table only puts things beside one another: of two columns at most, with tables in them."""
    rows = [xml.cells(row) for row in xml.rows(table)]
    nested = any(xml.name_of(block) == "tbl" for row in rows for cell in row for block in xml.blocks(cell))
    return nested and all(len(row) < 3 for row in rows)
