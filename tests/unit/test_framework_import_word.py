"""Frameworks in Word files, in Word's own ways: joined cells, tracked changes, lists of its own."""

import copy
from pathlib import Path
from typing import Any

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from matbot.importers.findings import Found
from matbot.importers.frameworks.opening import found_in
from tests.unit.published import HEADER, Layout, as_word, question_texts, saved, whys


def of_word(folder: Path, raw: bytes) -> Found:
    """What is found in a Word file."""
    path = folder / "ours-2025-26.docx"
    path.write_bytes(raw)
    return found_in(path)


ROWS = (
    ("1A. Purpose\nOne thing", "i. Is it clear?", "i. No", "i. Yes", "R AR AG G"),
    ("", "ii. Is it shared?", "ii. By few", "ii. By all", ""),
)
LAYOUT = Layout(("Our framework",), ((HEADER, ("1. Vision",), *ROWS),))
WANTED = [("1A.i", "Is it clear?", "No", "Yes"), ("1A.ii", "Is it shared?", "By few", "By all")]


def test_cells_joined_in_word(tmp_path: Path) -> None:
    """An element's cell over several rows; a row for each question."""

    def join(document: Any) -> None:
        table = document.tables[0]
        table.cell(2, 0).merge(table.cell(3, 0))

    found = of_word(tmp_path, as_word(LAYOUT, join))
    assert question_texts(found) == WANTED
    assert found.rubric.elements["1A"].aspects == ("One thing",)
    assert not found.unread


def test_descriptors_joined_into_one_cell_are_not_told_apart(tmp_path: Path) -> None:
    """Red and green in one cell: listed, with the table and the row."""
    found = of_word(
        tmp_path,
        as_word(LAYOUT, lambda document: document.tables[0].cell(3, 2).merge(document.tables[0].cell(3, 3))),
    )
    assert question_texts(found) == WANTED[:1]
    assert {one.place for one in found.unread} == {"table 1, row 4"}
    assert "ii. By few\nii. By all" in [one.words for one in found.unread]


def test_changes_that_word_tracks_are_taken_as_accepted(tmp_path: Path) -> None:
    """What was added is in, what was struck out is not, and it is said."""

    def change(document: Any) -> None:
        paragraph = document.tables[0].cell(2, 1).paragraphs[0]
        _wrap(paragraph.add_run(" And known?"), "ins")
        gone = paragraph.add_run(" Old words")
        gone._r.find(qn("w:t")).tag = qn("w:delText")
        _wrap(gone, "del")

    found = of_word(tmp_path, as_word(LAYOUT, change))
    assert question_texts(found)[0][1] == "Is it clear? And known?"
    assert "It has tracked changes." in whys(found)


def _wrap(run: Any, name: str) -> None:
    wrapper = OxmlElement(f"w:{name}")
    run._r.addprevious(wrapper)
    wrapper.append(run._r)


def test_numerals_that_are_words_own_are_the_places_in_the_list(tmp_path: Path) -> None:
    """No numeral stands in the text, and Word counts on from cell to cell."""
    document = Document()
    table = document.add_table(rows=0, cols=5)
    for row in (HEADER, ("1A. Purpose", "", "", "", "")):
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = words
    for cell, lines in zip(table.rows[1].cells[1:4], ("One? Two?", "r1 r2", "g1 g2"), strict=True):
        for line in lines.split():
            cell.add_paragraph(line, style="List Number")
    found = of_word(tmp_path, saved(document))
    assert question_texts(found) == [("1A.1", "One?", "r1", "g1"), ("1A.2", "Two?", "r2", "g2")]
    assert "Word's own numbering" in whys(found)


def test_a_split_cell_is_one_again(tmp_path: Path) -> None:
    """Two cells where the header has one: their words belong together, and it is told."""

    def split(document: Any) -> None:
        """Word splits a cell by giving the table one more column, which all other rows go across."""
        table = document.tables[0]._tbl
        for number, row in enumerate(table.tr_lst):
            cell = row.tc_lst[min(1, len(row.tc_lst) - 1)]
            if number == 2:
                other = copy.deepcopy(cell)
                other.p_lst[0].clear_content()
                other.p_lst[0].add_r().text = "More of it."
                cell.addnext(other)
            else:
                cell.grid_span += 1

    found = of_word(tmp_path, as_word(LAYOUT, split))
    assert question_texts(found)[0] == ("1A.i", "Is it clear? More of it.", "No", "Yes")
    assert "A cell was split in two" in whys(found)
