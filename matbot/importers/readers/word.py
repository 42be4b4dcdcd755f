"""Read a Word file: the words of its paragraphs and cells, as they appear on the page."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import accumulate
from xml.etree.ElementTree import Element

from matbot.importers.findings import Correction, Unread
from matbot.importers.readers import word_xml as xml
from matbot.importers.readers.budget import Budget
from matbot.importers.readers.files import AS_CSV
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
from matbot.importers.readers.word_lists import ListLabel, Lists
from matbot.text import shortened

_BESIDE = "It is {}. Only the text and the tables are read."
_OTHER_FILES = "It is put in from another file. Open it in Word, save it again, and import that."
_HIDDEN = "It is marked as hidden, and is not on the page."
_STRUCK = "Words that are struck out, but not as a tracked change, were read as all others: “{}”."
_WHY_STRUCK = "It may be that they are no longer meant."
_NUMBERED = "Numbers that Word puts before its lists and headings are read as it shows them."
_BY_PLACE = " Where a list runs on from cell to cell, they are the places in the cell."
_MOST = 26
"""The highest number that is read as the numeral of a question."""
_SEEN = "It is a picture, a chart or a drawing, or one of several. Only words are read."


def pieces_of_word(raw: bytes, budget: Budget) -> SourceContent:
    """Return the tables of a Word file and the paragraphs around them.

    Raises:
        UnreadableSource: it is not a Word file, or it holds too much.

    """
    file = open_word(raw, AS_CSV)
    reader = _Reader(Lists(file.styles, file.numbering), budget)
    parts = list(reader.parts(file.body))
    return SourceContent(parts, tuple(_corrections(file.body, reader)), tuple(_unread(file)))


def _corrections(body: Element, reader: "_Reader") -> Iterator[Correction]:
    if xml.has_tracked_changes(body):
        what = "It was read with all changes accepted: what was added is in, what was struck out is not."
        yield Correction(WHOLE_FILE, what, "It has tracked changes.")
    if struck := tidy(xml.words_struck_by_hand(body)):
        what = _STRUCK.format(shortened(struck.replace("\n", " "), 200))
        yield Correction(WHOLE_FILE, what, _WHY_STRUCK)
    if reader.lists.numbered:
        what = _NUMBERED + (_BY_PLACE if reader.by_place else "")
        yield Correction(WHOLE_FILE, what, "They are Word's own numbering, and are in no text.")


def _unread(file: WordFile) -> Iterator[Unread]:
    """The contents of the file outside its main text."""
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
    """Walks the body of a document, counting its tables and paragraphs."""

    def __init__(self, lists: Lists, budget: Budget) -> None:
        self.lists = lists
        self._budget = budget
        self.tables = self.paragraphs = 0
        self.by_place = False
        """Whether items were numbered by place in the cell because their list continues from another."""

    def parts(self, body: Element) -> Iterator[SourceParagraph | SourceTable]:
        """Yield the paragraphs with words, and the tables, from the top; layout tables are unwrapped."""
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
        label = self.lists.label(paragraph)
        if words := self._budget.read(tidy(xml.words_of(paragraph, with_boxes=with_boxes))):
            sign = label.sign if label and label.text != "•" else ""
            yield SourceParagraph(place, sign + words, self.lists.is_heading(paragraph))

    def _rows(self, table: Element) -> Iterator[SourceRow]:
        """The rows of a table that were not deleted in tracked changes."""
        number = 0
        above = dict[int, str]()
        for row in xml.rows(table):
            if not xml.is_struck(row):
                number += 1
                place = f"table {self.tables}, row {number}"
                self._budget.count(place)
                yield SourceRow(place, self._cells(row, above))

    def _cells(self, row: Element, above: dict[int, str]) -> tuple[SourceCell, ...]:
        """The cells of a row by the columns of Word's grid; cells merged with the one above have no words.

        `above` maps the start column of each merged cell of the row above to its words; it is updated.
        """
        cells = xml.cells(row)
        widths = list(map(xml.width_of, cells))
        starts = list(accumulate(widths, initial=xml.columns_before(row)))
        joins = [xml.join_of(cell) for cell in cells]
        goes_on = [join == "continue" and start in above for join, start in zip(joins, starts, strict=False)]
        gone = [on or xml.is_gone(cell) for on, cell in zip(goes_on, cells, strict=True)]
        texts = self._texts(cells, gone)
        found = tuple(
            SourceCell(start, start + width, self._budget.read(text), above[start] if on else "")
            for start, width, text, on in zip(starts, widths, texts, goes_on, strict=False)
        )
        joined = [cell for cell, join in zip(found, joins, strict=True) if join]
        above.clear()
        above.update({int(cell.start): cell.text or cell.joined for cell in joined})
        return found

    def _texts(self, cells: Sequence[Element], gone: Sequence[bool]) -> list[str]:
        """The words of the cells of a row, one paragraph per line, with their list labels."""
        labels = dict[Element, ListLabel]()

        def shown(paragraph: Element) -> str:
            label = self.lists.label(paragraph)
            if label is None or not xml.words_of(paragraph).strip():
                return ""
            labels[paragraph] = label
            listed[-1].append(label)
            return label.sign

        texts, listed = list[str](), list[list[ListLabel]]()
        for cell, is_gone in zip(cells, gone, strict=True):
            listed.append([])
            texts.append("" if is_gone else tidy(xml.words_of(cell, with_boxes=True, sign=shown)))
        for place in _find_continued(listed):
            self.by_place = True
            sign = partial(_label_by_place, labels, Counter[str]())
            texts[place] = tidy(xml.words_of(cells[place], with_boxes=True, sign=sign))
        return texts


def _find_continued(listed: Sequence[Sequence[ListLabel]]) -> Iterator[int]:
    """The cells whose items must be renumbered by place because their list continues from another cell.

    Not if the cells of the row have different numbers of items: then Word's own numbers are more informative.
    """
    numbered = [[label for label in cell if label.number] for cell in listed]
    are_even = len({len(cell) for cell in numbered if cell}) == 1
    for place, own in enumerate(numbered):
        if own and not own[0].begins:
            is_high = any(label.number > _MOST for label in own)
            if is_high or (len(own) > 1 and are_even):
                yield place


def _label_by_place(labels: Mapping[Element, ListLabel], counts: Counter[str], paragraph: Element) -> str:
    """The label of a paragraph by its place in the list of its cell, in Word's number format."""
    label = labels.get(paragraph)
    if label is None or not label.number:
        return label.sign if label else ""
    counts[label.of_list] += 1
    return label.numbered(counts[label.of_list])


def _is_layout(table: Element) -> bool:
    """Whether a table is only for layout: at most two columns, with tables inside it."""
    rows = [xml.cells(row) for row in xml.rows(table)]
    nested = any(xml.name_of(block) == "tbl" for row in rows for cell in row for block in xml.blocks(cell))
    return nested and all(len(row) < 3 for row in rows)
