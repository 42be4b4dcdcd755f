"""Elements that rows of their own name, between the questions of a table without a column for them."""

import pytest

from matbot.importers.findings import CannotImport, Found
from matbot.importers.frameworks.interpretation import interpret_source
from matbot.importers.readers.text import pieces_of_text

CSV = "Question,Poor,Good\n1A Welcome,,\nHow?,p,g\nWho?,p2,g2\n1B Belonging,,\nWhere?,p3,g3\n"


def of_csv(text: str) -> Found:
    """What is found in the text of a spreadsheet."""
    return interpret_source(pieces_of_text(text, is_csv=True), "ours.csv")


@pytest.mark.parametrize("text", [CSV, f"Our framework 2025,,\n,,\n{CSV}"])
def test_a_row_with_a_code_and_a_name_alone_begins_an_element(text: str) -> None:
    """Whether a title stands above the table or not."""
    found = of_csv(text)
    assert [(one.code, one.name) for one in found.rubric.elements.values()] == [
        ("1A", "Welcome"),
        ("1B", "Belonging"),
    ]
    assert list(found.rubric.questions) == ["1A.i", "1A.ii", "1B.i"]
    assert not found.unread


def test_its_code_may_stand_in_a_column_of_codes() -> None:
    """The codes below it are of its questions."""
    found = of_csv(
        "Ref,Question,Poor,Good\n1A,Welcome,,\n1A.1,How?,p,g\n1A.2,Who?,p2,g2\n1B,Belonging,,\n1B.1,Where?,p3,g3\n"
    )
    assert [one.name for one in found.rubric.elements.values()] == ["Welcome", "Belonging"]
    assert list(found.rubric.questions) == ["1A.1", "1A.2", "1B.1"]
    assert not found.unread


def test_headings_and_elements_above_the_table_are_kept() -> None:
    """The rows above the first element of the table belong to the one that is named above it."""
    found = interpret_source(
        pieces_of_text(
            "# Ours\n\n## 1 Culture\n\n### 1A Welcome\n\n| Question | Poor | Good |\n|---|---|---|\n"
            "| How? | p | g |\n| 1B Belonging | | |\n| Who? | p2 | g2 |\n| 2 People | | |\n| 2A Staff | | |\n"
            "| Where? | p3 | g3 |\n"
        ),
        "ours.md",
    )
    assert [(one.number, one.name) for one in found.rubric.headings] == [("1", "Culture"), ("2", "People")]
    assert list(found.rubric.questions) == ["1A.i", "1B.i", "2A.i"]


def test_a_question_with_nothing_beside_it_begins_no_element() -> None:
    """It has no code, and is listed as left out."""
    found = of_csv("Question,Poor,Good\nHow?,p,g\nWho asks?,,\nWhere?,p3,g3\n")
    assert [one.text for one in found.rubric.questions.values()] == ["How?", "Where?"]
    assert [one.words for one in found.unread] == ["Who asks?"]


def test_a_heading_that_became_an_element_is_not_listed_as_left_out() -> None:
    """Its number is no part of the name."""
    table = "| Question | Poor | Good |\n|---|---|---|\n| How? | p | g |\n"
    text = f"# Ours\n\n## 1 Attendance\n\n{table}\n## 2 Behaviour\n\n{table}"
    found = interpret_source(pieces_of_text(text), "ours.md")
    assert found.rubric.title == "Ours"
    assert [one.name for one in found.rubric.elements.values()][:1] == ["Attendance"]
    assert not found.unread


def test_a_refusal_shows_the_header_as_the_file_has_it() -> None:
    """The column that the table was given is not in it."""
    text = "# Ours\n\n## 1A Attendance\n\n| Question | Poor | Good |\n|---|---|---|\n| How? | | |\n"
    with pytest.raises(CannotImport, match="begins with “Question, Poor, Good”"):
        interpret_source(pieces_of_text(text), "ours.md")
