"""Extract the fields of a pack filled in as a Word file."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from matbot.importers.packs.emphasis import FRAMED, SHADED, STRUCK_OUT, colours_in, signs_of
from matbot.importers.packs.found import (
    ANEW,
    STRUCK,
    Entry,
    PackContents,
    PackRow,
    UnplacedLine,
    unplaced_lines,
)
from matbot.importers.packs.quoting import quoted
from matbot.importers.readers import word_xml as xml
from matbot.importers.readers.budget import Budget
from matbot.importers.readers.word_file import open_word
from matbot.importers.readers.word_lists import Lists
from matbot.importers.readers.word_symbols import without_prompts
from matbot.report.pack import FRAMEWORK_LABELS, MARK, QUESTION, WORDS, YOURS

_TRACKED = "This file has tracked changes: it was read as it is with all of them accepted."
_SEEN = "This file has pictures or other things that are no words. Only words were read."
_HIDDEN = "This file has hidden words, which were not read: {}."
_STRUCK_BY_HAND = "{}: {} has a line through it. It was read as all other words."
_JOINED = "its cells were joined or parted."
_GONE = f"it {STRUCK}."
_NO_TABLE = "no row above it says what its columns are."


def found_in_word(raw: bytes, budget: Budget | None = None) -> PackContents:
    """Extract the fields of a Word file.

    Raises:
        UnreadableSource: it is not a readable Word file.

    """
    file = open_word(raw, ANEW)
    reading = _WordReading(Lists(file.styles, file.numbering), budget or Budget())
    for block in xml.blocks(file.body):
        if xml.name_of(block) == "tbl":
            reading.table(block)
        else:
            reading.paragraph(block)
    for where, part in file.beside:
        reading.unplaced += _unplaced_of(part, where)
    notes = [_TRACKED] if xml.has_tracked_changes(file.body) else []
    notes += [_SEEN] if file.has_pictures or file.has_other_files else []
    notes += [_HIDDEN.format(quoted(file.hidden))] if file.hidden else []
    notes += reading.struck
    return PackContents(
        reading.framework, tuple(reading.entries), tuple(reading.rows), tuple(reading.unplaced), tuple(notes)
    )


@dataclass
class _WordReading:
    """Reads the body of a file from the top."""

    lists: Lists
    budget: Budget
    framework: str = ""
    entries: list[Entry] = field(default_factory=list)
    rows: list[PackRow] = field(default_factory=list)
    unplaced: list[UnplacedLine] = field(default_factory=list)
    struck: list[str] = field(default_factory=list)
    """Remarks on words that people struck through."""
    tables: int = 0
    """The number of tables read."""

    def paragraph(self, paragraph: Element) -> None:
        """Read a paragraph outside the tables."""
        where = f"below table {self.tables}" if self.tables else "above the first table"
        self.budget.count(where)
        self.framework = self.framework or _framework_in(xml.words_of(paragraph))
        self.unplaced += _unplaced_of(paragraph, where)

    def table(self, table: Element) -> None:
        """Read a table; the last row above a cell that names columns determines what the cell is for."""
        self.tables += 1
        columns: Sequence[str] = ()
        for number, row in enumerate(xml.rows(table), 1):
            where = f"table {self.tables}, row {number}"
            cells = xml.cells(row)
            self.budget.count(where)
            texts = tuple(self.budget.read(self._text(cell)) for cell in cells)
            self.unplaced += _boxes_and_deletions(row, where)
            if xml.is_struck(row):
                self._add_unreadable(where, texts, _GONE)
            elif named := _columns(texts):
                columns = named
                self._name_columns(where, named)
            elif not columns:
                self._add_unreadable(where, texts, _NO_TABLE)
            elif any(map(xml.is_joined, cells)) or len(texts) != len(columns):
                self._add_merged(where, columns, texts)
            else:
                self._take(where, columns, texts, cells)

    def _text(self, cell: Element) -> str:
        """The words of a cell; if it has several lines, with the list labels before them."""
        if sum(bool(xml.words_of(one).strip()) for one in xml.paragraphs(cell)) < 2:
            return without_prompts(xml.words_of(cell))
        self.lists.restart()
        return without_prompts(xml.words_of(cell, sign=self._sign))

    def _sign(self, paragraph: Element) -> str:
        """The list label of a paragraph in a cell, with numbering that restarts in each cell."""
        label = self.lists.label(paragraph)
        return label.sign if label else ""

    def _name_columns(self, where: str, columns: Sequence[str]) -> None:
        """Add the header cells as empty entries, so that columns the pack does not have are reported."""
        if _is_of_rating(columns):
            self.entries.append(Entry(where, columns[0], "", ""))
            return
        self.entries += [Entry(where, "", name, "") for name in columns]

    def _take(
        self, where: str, columns: Sequence[str], texts: Sequence[str], cells: Sequence[Element]
    ) -> None:
        if _is_of_rating(columns):
            mark = texts[1]
            if mark.strip() and STRUCK_OUT in signs_of(cells[1]):
                mark = f"{mark.strip()} (struck out)"
            name = _on_one_line(texts[0])
            self.entries.append(Entry(where, columns[0], name, mark, signs_of(*cells), colours_in(*cells)))
            return
        for cell in cells:
            if struck := " ".join(xml.words_struck_by_hand(cell).split()):
                self.struck.append(_STRUCK_BY_HAND.format(f"{where[0].upper()}{where[1:]}", quoted(struck)))
        about = texts[columns.index(QUESTION) if QUESTION in columns else 0]
        signs = list(map(signs_of, cells))
        of_table = frozenset({FRAMED, SHADED}).intersection(*signs)  # LibreOffice frames each cell
        self.entries += [
            Entry(where, about, label, text, found - of_table)
            for label, text, found in zip(columns, texts, signs, strict=True)
        ]

    def _add_merged(self, where: str, columns: Sequence[str], texts: tuple[str, ...]) -> None:
        first = texts[0] if texts else ""
        if _is_of_rating(columns):
            self.rows.append(PackRow(where, texts, _JOINED, columns[0], _on_one_line(first)))
        else:
            self.rows.append(PackRow(where, texts, _JOINED, first))

    def _add_unreadable(self, where: str, texts: tuple[str, ...], why: str) -> None:
        self.rows.append(PackRow(where, texts, why))


def _columns(texts: Sequence[str]) -> list[str]:
    """The column names, if a row is the header of one of a pack's tables."""
    names = list(map(_on_one_line, texts))
    return names if MARK in names or WORDS in names or _is_of_rating(names) else []


def _is_of_rating(columns: Sequence[str]) -> bool:
    return len(columns) == 2 and columns[1] == YOURS


def _on_one_line(text: str) -> str:
    return " ".join(text.split())


def _unplaced_of(part: Element, where: str) -> Iterator[UnplacedLine]:
    """The words of a part outside every field."""
    yield from unplaced_lines(where, xml.words_of(part))
    yield from _boxes_and_deletions(part, where)


def _boxes_and_deletions(part: Element, where: str) -> Iterator[UnplacedLine]:
    """The words of text boxes, and those deleted in tracked changes."""
    for box in xml.boxes(part):
        yield from unplaced_lines(f"in a text box, {where}", xml.words_of(box))
    yield from unplaced_lines(where, xml.struck_words(part), STRUCK)


def _framework_in(words: str) -> str:
    found = re.fullmatch(rf"(?:{'|'.join(FRAMEWORK_LABELS)})\s*:\s*([\w.-]{{1,100}})", words.strip())
    return found[1] if found else ""
