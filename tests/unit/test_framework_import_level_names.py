"""Names of levels as real frameworks have them: the weak end is known from them, or it is asked."""

import pytest

from matbot.importers.findings import Found
from matbot.importers.frameworks.interpretation import interpret_source
from matbot.importers.readers.text import pieces_of_text


def read(levels: str, *, above: str = "", beside: str = "") -> Found:
    """What is found in a table with these levels, in this order, and a column beside them."""
    names = levels.split("|")
    others = beside.split("|") if beside else []
    header = ["Element", "Question", *names, *others]
    cells = ["1A Welcome", "Is it so?", *(f"Descriptor {name}" for name in names), *("words" for _ in others)]
    rows = (f"| {' | '.join(row)} |" for row in (header, ["---"] * len(header), cells))
    return interpret_source(
        pieces_of_text("# Our framework 2025\n\n" + f"{above}\n\n" + "\n".join(rows)), "ours.md"
    )


def weakest(found: Found) -> str:
    """The level whose descriptor is at the weak end."""
    question = found.rubric.headings[0].elements[0].questions[0]
    return question.red.removeprefix("Descriptor ")


@pytest.mark.parametrize(
    ("levels", "weak"),
    [
        ("Grade 1: Outstanding|Grade 2: Good|Grade 3: Requires improvement|Grade 4: Inadequate", -1),
        ("Level 1 (highest)|Level 2|Level 3 (lowest)", -1),
        ("1 (best)|2|3|4 (worst)", -1),
        ("IV|III|II|I", -1),
        ("One|Two|Three|Four", 0),
        ("Well below|Below|At|Above", 0),
        ("Compliant|Non-compliant", -1),
        ("Substantial|Reasonable|Limited|No assurance", -1),
        ("What does strong look like?|What does weak look like?", -1),
        ("Signs of strength|Signs of weakness", -1),
        ("Working towards the expected standard|Working at the expected standard", 0),
    ],
)
def test_what_the_names_say_counts(levels: str, weak: int) -> None:
    """Words before numbers, and numbers in either direction."""
    found = read(levels)
    assert not found.ends
    assert weakest(found) in levels.split("|")[weak]


@pytest.mark.parametrize("levels", ["1 high|2|3 low", "1 = strongly agree|2|3|4 = strongly disagree"])
def test_a_number_beside_which_words_may_say_otherwise_is_asked_about(levels: str) -> None:
    """Whether much or often is good depends on what is asked."""
    assert read(levels).ends


@pytest.mark.parametrize(
    "above",
    ["1 = outstanding, 4 = inadequate", "Grade 1 is the highest.", "Rate from 1 (always) to 4 (never)."],
)
def test_numbers_alone_are_asked_about_where_a_paragraph_may_say_otherwise(above: str) -> None:
    """It says that 1 is the best; that is no reason to guess either way."""
    assert read("1|2|3|4", above=above).ends == ("1", "2", "3", "4")


@pytest.mark.parametrize(
    "above", ["1 = inadequate, 4 = outstanding", "Rate from 1 to 4, where 4 is the highest.", "Year 1 to 4"]
)
def test_numbers_alone_rise_where_no_paragraph_says_otherwise(above: str) -> None:
    """Nobody is asked for nothing."""
    found = read("1|2|3|4", above=above)
    assert not found.ends
    assert weakest(found) == "1"


def test_not_applicable_is_no_level() -> None:
    """It is left out and listed, whatever number it has."""
    found = read("0 N/A|1|2|3")
    assert [level.name for level in found.rubric.scale] == ["1", "2", "3"]
    assert any(one.words == "0 N/A" for one in found.unread)


@pytest.mark.parametrize("levels", ["Red|Red|Green", "Concern|Area for improvement|Strength|Exceptional"])
def test_a_column_that_may_be_a_level_is_not_left_out_without_a_doubt(levels: str) -> None:
    """One that is called as another is, or that stands among the levels."""
    assert any("may be a level" in doubt.what for doubt in read(levels).doubts)


@pytest.mark.parametrize("beside", ["Strength", "Good", "Minimum standard"])
def test_a_column_beside_levels_of_another_kind_is_doubted_or_left_out(beside: str) -> None:
    """It is never taken for the strong end in silence, nor added to the name of the element."""
    found = read("Red|Green", beside=beside)
    assert found.doubts or len(found.rubric.scale) == 4
    assert not found.rubric.headings[0].elements[0].aspects


@pytest.mark.parametrize("column", ["Reference", "Reflection"])
def test_a_column_of_other_words_is_no_column_of_codes(column: str) -> None:
    """Elements that have their own codes are read, and what stands beside them is listed."""
    found = read("Red|Green", beside=column)
    assert [element.code for element in found.rubric.headings[0].elements] == ["1A"]
    assert any("words" in one.words for one in found.unread)


def test_the_label_before_a_scale_is_no_part_of_a_level() -> None:
    """As in `Scale: Green, Amber Green, Amber Red, Red`."""
    found = read("Strong|Weak", above="Scale: Green, Amber Green, Amber Red, Red")
    assert [level.name for level in found.rubric.scale] == ["Red", "Amber Red", "Amber Green", "Green"]
