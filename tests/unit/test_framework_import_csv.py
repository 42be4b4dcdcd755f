"""Spreadsheets whose lines do not all fit: what is there is read, and the line is named."""

import pytest

from matbot.importers.findings import Found
from matbot.importers.frameworks.interpretation import interpret_source
from matbot.importers.readers.text import pieces_of_text


def of_csv(text: str) -> Found:
    """What is found in the text of a spreadsheet."""
    return interpret_source(pieces_of_text(text, is_csv=True), "ours.csv")


@pytest.mark.parametrize(
    ("line", "cells"),
    [("Who?,p2", "two"), ("Who?,p2,g2,STRAY", "four"), ("Who?,p2,g2,,STRAY", "five")],
)
def test_a_line_with_too_few_or_too_many_cells_is_named(line: str, cells: str) -> None:
    """All questions are read; nothing is kept until somebody has looked at it."""
    found = of_csv(f"Question,Poor,Good\nHow?,p,g\n{line}\nWhere?,p3,g3\n")
    assert [one.text for one in found.rubric.questions.values()] == ["How?", "Who?", "Where?"]
    assert [one.place for one in found.doubts] == ["line 3"]
    assert found.doubts[0].what.startswith(f"This line has {cells} cells, and the header has three.")
    assert any(one.words == "STRAY" for one in found.unread) == ("STRAY" in line)


def test_empty_cells_behind_a_line_do_not_matter() -> None:
    """Spreadsheets save them without being asked."""
    found = of_csv("Question,Poor,Good\nHow?,p,g,,\nWho?,p2,g2\n")
    assert len(found.rubric.questions) == 2
    assert not found.doubts


def test_columns_without_a_name_behind_the_questions_hold_no_elements() -> None:
    """What stands in them is listed as left out."""
    found = of_csv("Question,Poor,Good,,\nHow?,p,g,,\nWho?,p2,g2,STRAY,\n")
    assert len(found.rubric.questions) == 2
    assert [one.words for one in found.unread] == ["STRAY"]


def test_a_quotation_mark_that_is_not_closed_is_named_by_its_line() -> None:
    """Each line is read by itself then."""
    found = of_csv('Question,Poor,Good\nHow?,p,g\n"Who?,p2,g2\nWhere?,p3,g3\n')
    assert [one.text for one in found.rubric.questions.values()] == ["How?", "Who?", "Where?"]
    assert [one.place for one in found.doubts] == ["line 3"]


def test_questions_between_the_levels_are_not_taken_for_a_level() -> None:
    """A table may have the strong end on the left and the weak one on the right."""
    found = of_csv("Strong,Question,Weak\ng,How?,p\ng2,Who?,p2\n")
    assert not found.doubts
    assert [(one.red, one.green) for one in found.rubric.questions.values()] == [("p", "g"), ("p2", "g2")]
