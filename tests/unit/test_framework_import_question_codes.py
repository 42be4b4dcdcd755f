"""Codes of questions in a column of their own: they are no elements, whatever they look like."""

import pytest

from matbot.importers.findings import Found
from matbot.importers.frameworks.interpretation import interpret_source
from matbot.importers.readers.text import pieces_of_text
from tests.unit.published import whys

HEAD = "| Ref | Question | Weak | Strong |\n|---|---|---|---|\n"


def of_codes(name: str, *codes: str) -> Found:
    """What is found where questions of these codes stand under the name of an element."""
    rows = "".join(f"| {code} | Do we, {code}? | No | Yes |\n" for code in codes)
    return interpret_source(
        pieces_of_text(f"# Ours\n\n## 1 Culture\n\n### {name}\n\n{HEAD}{rows}"), "ours.md"
    )


@pytest.mark.parametrize(
    ("name", "codes", "kept"),
    [
        ("1A Welcome", ("1A.i", "1A.ii"), ["1A.i", "1A.ii"]),
        ("1A Welcome", ("1A (i)", "1A (ii)"), ["1A.i", "1A.ii"]),
        ("1A Welcome", ("1A-i", "1A-ii"), ["1A.i", "1A.ii"]),
        ("1A Welcome", ("1A1", "1A2"), ["1A.1", "1A.2"]),
        ("1.1 Welcome", ("1.1.1", "1.1.2"), ["1.1.1", "1.1.2"]),
        ("1A Welcome", ("Q1", "Q2"), ["1A.1", "1A.2"]),
        ("1A Welcome", ("1", "2"), ["1A.1", "1A.2"]),
        ("1A Welcome", ("i.", "ii."), ["1A.i", "1A.ii"]),
    ],
)
def test_codes_under_the_name_of_an_element_number_its_questions(
    name: str, codes: tuple[str, ...], kept: list[str]
) -> None:
    """The numerals are those of the file, and nothing is left out."""
    found = of_codes(name, *codes)
    assert list(found.rubric.elements) == [name.split()[0]]
    assert list(found.rubric.questions) == kept
    assert not found.unread


@pytest.mark.parametrize("codes", [("L&M 1", "L&M 2"), ("EYFS.01", "EYFS.02"), ("B7.1", "B7.2")])
def test_codes_that_are_no_numerals_are_left_out_and_told(codes: tuple[str, ...]) -> None:
    """They are no elements either, since one is named above the table."""
    found = of_codes("1A Welcome", *codes)
    assert list(found.rubric.questions) == ["1A.i", "1A.ii"]
    assert f"It has {codes[0]} and {codes[1]}" in "".join(one.what for one in found.corrections)
    assert "The words above the table name the element" in whys(found)


def test_a_code_that_begins_with_that_of_the_element_beside_it_is_of_a_question() -> None:
    """The rows below, whose cell for the element is empty, go on with it."""
    found = interpret_source(
        pieces_of_text(
            "Ref\tElement\tQuestion\tWeak\tStrong\n1.1.1\t1.1 Welcome\tHow?\tNo\tYes\n"
            "1.1.2\t\tWho?\tNo\tYes\n1.2.1\t1.2 Belonging\tWhere?\tNo\tYes\n"
        ),
        "ours.txt",
    )
    assert list(found.rubric.questions) == ["1.1.1", "1.1.2", "1.2.1"]
    assert not found.unread


def test_numbers_in_a_first_column_without_a_name_are_of_the_questions() -> None:
    """The columns behind the questions are the levels, also where they are called by numbers."""
    head = "| | Question | 1 | 2 | 3 |\n|---|---|---|---|---|\n"
    table = f"{head}| 1 | How? | a | b | c |\n| 2 | Who? | a | b | c |\n"
    found = interpret_source(pieces_of_text(f"# Ours\n\n## 1A Welcome\n\n{table}"), "ours.md")
    assert list(found.rubric.questions) == ["1A.1", "1A.2"]
    assert [one.name for one in found.rubric.scale] == ["1", "2", "3"]
