"""Headers that take two rows, titles above them, and cells that are joined over the rows of questions."""

from pathlib import Path

import pytest
from fpdf import FPDF

from matbot.importers.findings import Found
from matbot.importers.frameworks.interpretation import interpret_source
from matbot.importers.frameworks.opening import found_in
from matbot.importers.readers.budget import Budget
from matbot.importers.readers.text import pieces_of_text
from matbot.importers.readers.word import pieces_of_word
from tests.unit.published import question_texts, whys
from tests.word_parts import cell, paragraph, row, table, word_of

HEADER = row("Element", "Questions", "Red", "Green")
LEVELS = ("Red", "Amber Red", "Amber Green", "Green")
ANSWERED = row("1A Welcome", "Do we?", "No", "Hardly", "Mostly", "Yes")


def of_word(body: str, weakest: str = "") -> Found:
    """What is found in a Word file with this text."""
    return interpret_source(pieces_of_word(word_of(body), Budget()), "ours-2025-26.docx", weakest)


def of_text(text: str) -> Found:
    """What is found in a plain text."""
    return interpret_source(pieces_of_text(text), "ours-2025-26.txt")


def two_rows(group: str, names: tuple[str, ...]) -> tuple[str, str]:
    """A header whose levels stand in its second row, below a name for all of them."""
    first = row(
        cell("Element", joined="restart"), cell("Questions", joined="restart"), cell(group, len(names))
    )
    return first, row(cell("", joined="continue"), cell("", joined="continue"), *names)


def left(found: Found) -> list[str]:
    """The words that were left out."""
    return [one.words for one in found.unread]


@pytest.mark.parametrize("above", [(), (row(cell("Our review", 6)),)], ids=["bare", "below a title"])
def test_levels_in_the_second_row_of_a_header_are_the_levels(above: tuple[str, ...]) -> None:
    """Each column has its own; the name over all of them is listed."""
    found = of_word(table(*above, *two_rows("Levels", LEVELS), ANSWERED))
    (question,) = found.rubric.questions.values()
    assert (question.red, question.between, question.green) == ("No", ("Hardly", "Mostly"), "Yes")
    assert left(found) == ["Levels"]
    assert "Two rows were read as its header" in whys(found)


def test_levels_that_nobody_knows_are_asked_for_in_two_rows_too() -> None:
    """The name over them says that they are levels, and not which is the weak one."""
    found = of_word(table(*two_rows("Levels", ("Alpha", "Beta", "Gamma")), row("1A Us", "Do we?", *"abc")))
    assert found.ends == ("Alpha", "Beta", "Gamma")


def test_what_stands_over_numbers_may_say_which_way_they_count() -> None:
    """So people are asked, as one may be the best."""
    for names in (("1", "2", "3"), ("One", "Two", "Three"), ("I", "II", "III")):
        levels = two_rows("Levels (best first)", names)
        assert len(of_word(table(*levels, row("1A Us", "Do we?", *"abc"))).ends) == 3
    known = of_word(
        table(*two_rows("Judgement", ("Good", "RI", "Inadequate")), row("1A Us", "Do we?", *"abc"))
    )
    assert [one.name for one in known.rubric.scale] == ["Inadequate", "RI", "Good"]


@pytest.mark.parametrize(
    "text",
    [
        "| Element | Questions | Levels | | | |\n|---|---|---|---|---|---|\n"
        "| | | Red | Amber Red | Amber Green | Green |\n| 1A Us | Do we? | No | Hardly | Mostly | Yes |\n",
        "Element,Questions,Levels,,,\n,,Red,Amber Red,Amber Green,Green\n1A Us,Do we?,No,Hardly,Mostly,Yes\n",
    ],
    ids=["Markdown", "CSV"],
)
def test_two_rows_of_a_header_in_plain_text(text: str) -> None:
    """Joined cells are empty ones there."""
    (question,) = of_text(text).rubric.questions.values()
    assert (question.red, question.between, question.green) == ("No", ("Hardly", "Mostly"), "Yes")


def test_levels_over_two_columns_each() -> None:
    """What is under them says which column describes the level."""
    first = row(
        cell("Element", joined="restart"),
        cell("Questions", joined="restart"),
        cell("Red", 2),
        cell("Green", 2),
    )
    below = ("Descriptor", "Evidence", "Descriptor", "Evidence")
    second = row(cell("", joined="continue"), cell("", joined="continue"), *below)
    found = of_word(table(first, second, row("1A Us", "Do we?", "No", "a", "Yes", "b")))
    assert question_texts(found) == [("1A.i", "Do we?", "No", "Yes")]
    assert "a\nb" in left(found)


def test_names_over_groups_of_columns_are_listed() -> None:
    """The row below them is the header."""
    groups = row(cell("About", 2), cell("Descriptors", 2), cell("For us", 2))
    header = row("Element", "Questions", "Red", "Green", "Rating", "Evidence")
    found = of_word(table(groups, header, row("1A Us", "Do we?", "No", "Yes", "", "")))
    assert question_texts(found) == [("1A.i", "Do we?", "No", "Yes")]
    assert "About\nDescriptors\nFor us" in left(found)


def test_a_row_of_data_below_a_header_is_no_part_of_it() -> None:
    """Also where it says nothing but names of levels."""
    found = of_word(
        table(row("Element", "Question", "Alpha", "Omega"), row("1A Us", "Do we", "Weak", "Strong"))
    )
    assert [one.text for one in found.rubric.questions.values()] == ["Do we"]


def test_a_title_in_the_table_is_the_title_of_the_file() -> None:
    """Nothing of it is left out."""
    found = of_word(
        table(row(cell("Our early years review", 4)), HEADER, row("1A Us", "Do we?", "No", "Yes"))
    )
    assert found.rubric.title == "Our early years review"
    assert not found.unread


def test_headings_and_elements_above_the_header_of_their_table() -> None:
    """In a row of their own, which goes over all columns."""
    parts = [
        table(row(cell(f"{place}. {name}", 4)), HEADER, row(f"{place}A Us", "Do we?", "No", "Yes"))
        for place, name in enumerate(("Vision", "People"), 1)
    ]
    found = of_word("".join(parts))
    assert [one.title for one in found.rubric.headings] == ["1 Vision", "2 People"]
    bare = row("Questions", "Red", "Green")
    parts = [table(row(cell(name, 3)), bare, row("Do we?", "No", "Yes")) for name in ("1A Us", "1B Them")]
    found = of_word(paragraph("Ours") + "".join(parts))
    assert [one.title for one in found.rubric.elements.values()] == ["1A Us", "1B Them"]


# Joined cells


def test_a_descriptor_that_is_joined_over_two_questions_belongs_to_both() -> None:
    """And that is said."""
    found = of_word(
        table(
            HEADER,
            row("1A Us", "i. Do we?", cell("No", joined="restart"), "Yes"),
            row("", "ii. Do they?", cell("", joined="continue"), "Always"),
        )
    )
    assert question_texts(found) == [("1A.i", "Do we?", "No", "Yes"), ("1A.ii", "Do they?", "No", "Always")]
    assert "stands beside this question too: “No”" in whys(found)
    assert not found.unread


def test_a_descriptor_that_is_joined_over_two_elements_belongs_to_both() -> None:
    """Each of them keeps its own question."""
    found = of_word(
        table(
            HEADER,
            row("1A Us", "Do we?", cell("No", joined="restart"), "Yes"),
            row("1B Them", "Do they?", cell("", joined="continue"), "Always"),
        )
    )
    assert question_texts(found) == [("1A.i", "Do we?", "No", "Yes"), ("1B.i", "Do they?", "No", "Always")]


def test_as_many_descriptors_in_a_joined_cell_as_questions_are_parted() -> None:
    """Each stands beside its question."""
    found = of_word(
        table(
            HEADER,
            row("1A Us", "i. Do we?", cell("i. No\nii. Never", joined="restart"), "i. Yes"),
            row("", "ii. Do they?", cell("", joined="continue"), "ii. Always"),
        )
    )
    assert [one[2] for one in question_texts(found)] == ["No", "Never"]
    assert "stand beside their questions" in whys(found)


def test_a_cell_that_goes_on_from_none_keeps_its_words() -> None:
    """Some programs mark the first cell of a joined one so, too."""
    found = of_word(table(HEADER, row("1A Us", "Do we?", cell("No", joined="continue"), "Yes")))
    assert question_texts(found) == [("1A.i", "Do we?", "No", "Yes")]


def test_a_descriptor_that_is_joined_over_two_questions_in_a_pdf(tmp_path: Path) -> None:
    """The rule between the rows does not go through its cell."""
    pdf = FPDF(orientation="landscape")
    pdf.add_page()
    pdf.set_font("helvetica", size=8)
    acrosses, downs = (10, 60, 110, 160, 210), (20, 30, 40, 50)
    rows = (
        ("Element", "Questions", "Red", "Green"),
        ("1A. Us", "i. Do we?", "No", "i. Yes"),
        (None, "ii. Do they?", None, "ii. Always"),
    )
    for across in acrosses:
        pdf.line(across, downs[0], across, downs[-1])
    pdf.line(acrosses[0], downs[-1], acrosses[-1], downs[-1])
    for down, texts in zip(downs, rows, strict=False):
        for left, right, words in zip(acrosses, acrosses[1:], texts, strict=False):
            if words is not None:
                pdf.line(left, down, right, down)
                pdf.text(left + 1, down + 5, words)
    path = tmp_path / "ours-2025-26.pdf"
    path.write_bytes(bytes(pdf.output()))
    found = found_in(path)
    assert question_texts(found) == [("1A.i", "Do we?", "No", "Yes"), ("1A.ii", "Do they?", "No", "Always")]
    assert "stands beside this question too: “No”" in whys(found)
