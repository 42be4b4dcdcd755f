"""Tables that are drawn in plain text, as pandoc and people draw them, and short tables of spreadsheets."""

from pathlib import Path

import pytest

from matbot.importers.findings import CannotImport, Found
from matbot.importers.frameworks.interpretation import interpret_source
from matbot.importers.frameworks.opening import found_in
from matbot.importers.readers.text import pieces_of_text
from tests.unit.published import question_texts

WANTED = [("1A.i", "Do we do it?", "No, never", "Yes"), ("1B.i", "Do they?", "Hardly", "Always")]

GRID = """\
+------------+--------------+--------+--------+
| Element    | Questions    | Red    | Green  |
+============+==============+========+========+
| 1A Welcome | Do we        | No,    | Yes    |
|            | do it?       | never  |        |
+------------+--------------+--------+--------+
| 1B Home    | Do they?     | Hardly | Always |
+------------+--------------+--------+--------+
"""
SIMPLE = """\
Element     Questions     Red        Green
----------  ------------  ---------  ------
1A Welcome  Do we do it?  No, never  Yes
1B Home     Do they?      Hardly     Always
"""
MULTILINE = """\
--------------------------------------------
Element     Questions     Red        Green
                          (weak)     (strong)
----------  ------------  ---------  -------
1A Welcome  Do we         No,        Yes
            do it?        never

1B Home     Do they?      Hardly     Always
--------------------------------------------
"""
RULED = """\
==========  ============  =========  ======
Element     Questions     Red        Green
==========  ============  =========  ======
1A Welcome  Do we do it?  No, never  Yes
1B Home     Do they?      Hardly     Always
==========  ============  =========  ======
"""
INDENTED = """\
  ----------- ------------- ---------- -------
  Element     Questions     Red        Green

  1A Welcome  Do we         No,        Yes
              do it?        never

  1B Home     Do they?      Hardly     Always
  ----------- ------------- ---------- -------
"""
BARS = """\
Element | Questions | Red | Green
1A Welcome | Do we do it? | No, never | Yes
1B Home | Do they? | Hardly | Always
"""


def of_text(text: str) -> Found:
    """What is found in a plain text."""
    return interpret_source(pieces_of_text(text), "ours-2025-26.txt")


@pytest.mark.parametrize(
    "drawn", [GRID, SIMPLE, MULTILINE, RULED, INDENTED, BARS], ids=lambda text: text[:12]
)
def test_tables_that_are_drawn_are_read(drawn: str) -> None:
    """With what stands before and after them."""
    found = of_text(f"Our framework\n\n{drawn}\nThe end.\n")
    assert question_texts(found) == WANTED
    assert found.rubric.title == "Our framework"
    assert [one.words for one in found.unread] == ["The end."]


def test_headings_and_cells_over_several_rows_in_a_grid() -> None:
    """A row over all columns is a heading; what goes over some of them is listed."""
    lines = (
        "+-------+-----------+-----------+-----------+",
        "| Area  | Questions | Red       | Green     |",
        "+=======+===========+===========+===========+",
        "| 1. Vision                                 |",
        "+-------+-----------+-----------+-----------+",
        "| 1A Us | i. One?   | i. r1     | i. g1     |",
        "|       +-----------+-----------+-----------+",
        "|       | ii. Two?  | ii. r2    | ii. g2    |",
        "+-------+-----------+-----------+-----------+",
        "| 1B It | i. Three? | i. both of them       |",
        "+-------+-----------+-----------+-----------+",
    )
    found = of_text("\n".join(lines))
    assert [one.title for one in found.rubric.headings] == ["1 Vision"]
    assert question_texts(found) == [("1A.i", "One?", "r1", "g1"), ("1A.ii", "Two?", "r2", "g2")]
    assert "i. both of them" in found.unread[0].words
    assert found.doubts


def test_lines_that_only_look_drawn_are_words() -> None:
    """Dashes in a sentence, rules and headings with a line below them."""
    text = "Ours\n====\n\nSome ---- words -- here.\n\n---- ----\n\n--------\n\n"
    found = of_text(f"{text}{SIMPLE}")
    assert question_texts(found) == WANTED
    assert "Some ---- words -- here." in "\n".join(one.words for one in found.unread)


def test_a_bar_may_part_an_empty_first_cell() -> None:
    """In tables without bars round their rows, the first cell of some is empty."""
    rule = "--|--|--|--\n"
    found = of_text(f"Element|Questions|Red|Green\n{rule}1A Us|i. One?|i. a|i. b\n|ii. Two?|ii. c|ii. d\n")
    assert question_texts(found) == [("1A.i", "One?", "a", "b"), ("1A.ii", "Two?", "c", "d")]


@pytest.mark.parametrize("sign", [",", ";"])
def test_a_short_table_of_a_spreadsheet_is_one(sign: str) -> None:
    """Three columns, or one row."""
    three = "Question,Weak,Strong\nDo we?,No,Yes\nDo they?,Never,Always\n"
    assert [one[1:] for one in question_texts(of_text(three.replace(",", sign)))] == [
        ("Do we?", "No", "Yes"),
        ("Do they?", "Never", "Always"),
    ]
    one_row = "Element,Question,Weak,Strong\n1A Us,Do we?,No,Yes\n".replace(",", sign)
    assert question_texts(of_text(one_row)) == [("1A.i", "Do we?", "No", "Yes")]


@pytest.mark.parametrize("name", ["ours.csv", "ours.txt"])
def test_a_header_alone_is_refused_as_one(tmp_path: Path, name: str) -> None:
    """It says which table was found, and that nothing stands in it."""
    path = tmp_path / name
    path.write_text("Element,Question,Weak,Strong\n", encoding="utf-8")
    with pytest.raises(
        CannotImport, match=r"“Element, Question, Weak, Strong” .* There are no rows below the header"
    ):
        found_in(path)


def test_a_file_that_is_called_a_table_is_one_of_two_columns_too(tmp_path: Path) -> None:
    """So that what it has can be said."""
    path = tmp_path / "ours.csv"
    path.write_text("Name,Class\nAda, 5B\n", encoding="utf-8")
    with pytest.raises(CannotImport, match=r"begins with “Name, Class” \(line 1\)"):
        found_in(path)


def test_signs_that_are_escaped_are_meant_as_they_stand() -> None:
    """Writers of Markdown put a backslash before the dot of a numeral, so that it begins no list."""
    rows = "1\\. Vision | | | \n1A Us | i\\. Do we\\*? | i\\. No\\_ | i\\. Yes \\| no\n"
    found = of_text(f"1\\. Ours\n\nElement | Questions | Red | Green\n--|--|--|--\n{rows}")
    assert found.rubric.title == "1. Ours"
    assert [one.title for one in found.rubric.headings] == ["1 Vision"]
    assert question_texts(found) == [("1A.i", "Do we*?", "No_", "Yes | no")]


def test_a_table_in_html_is_refused_with_what_to_do() -> None:
    """Programs put those into Markdown whose cells have several lines."""
    with pytest.raises(CannotImport, match=r"written in HTML, which is not read\. Open it in a browser"):
        of_text("# Ours\n\n<table>\n<tr>\n<td>Element</td>\n</tr>\n</table>\n")


def test_lines_above_the_table_of_a_spreadsheet_do_not_hide_it() -> None:
    """Words on how to use it have commas, too."""
    found = of_text(
        "Ours\n\nSome words, and more, as is usual.\n\nElement,Question,Weak,Strong\n1A Us,Q?,No,Yes\n"
    )
    assert question_texts(found) == [("1A.i", "Q?", "No", "Yes")]
