"""Levels whose names are not known: people are asked which is the weakest, and nothing is guessed."""

from pathlib import Path

import pytest

from matbot.importers.findings import CannotImport, Found
from matbot.importers.frameworks.interpretation import interpret_source
from matbot.importers.readers.text import pieces_of_text
from matbot.rubric.checker import check_folder, load
from matbot.rubric.writer import keep


def of_levels(*levels: str, weakest: str = "", rows: int = 2) -> Found:
    """What is found where levels have these names, each with a text that says its place."""
    head = f"| Question | {' | '.join(levels)} |\n|{'---|' * (len(levels) + 1)}\n"
    body = "".join(
        f"| Do we {row}? | {' | '.join(f'Text {place}' for place in range(len(levels)))} |\n"
        for row in range(rows)
    )
    return interpret_source(pieces_of_text(f"# Ours\n\n## 1A Welcome\n\n{head}{body}"), "ours.md", weakest)


UNKNOWN = [
    ("Oak", "Sapling", "Seedling", "Acorn"),
    ("Grade 1", "Grade 2", "Grade 3", "Grade 4"),
    ("A", "B", "C", "D"),
    ("Always", "Often", "Sometimes", "Never"),
    ("Strongly agree", "Agree", "Disagree", "Strongly disagree"),
    ("High", "Medium", "Low"),
    ("Tier 1", "Tier 2", "Tier 3"),
    ("Band A", "Band B", "Band C"),
    ("\U0001f7e2", "\U0001f7e1", "\U0001f534"),
    ("More like us", "Less like us"),
    ("Yes", "Partly", "No"),
    ("No", "Some", "Yes"),
    ("Yes", "No"),
]


@pytest.mark.parametrize("levels", UNKNOWN)
def test_levels_of_unknown_names_are_asked_about(levels: tuple[str, ...]) -> None:
    """Both ends are offered."""
    asked = of_levels(*levels).ends
    assert (asked[0], asked[-1]) == (levels[0], levels[-1])


@pytest.mark.parametrize("levels", UNKNOWN)
@pytest.mark.parametrize("end", [0, -1])
def test_the_level_that_people_say_is_the_weakest_is(levels: tuple[str, ...], end: int) -> None:
    """Its texts stand at the weak end, and nothing looks as if it were missing."""
    found = of_levels(*levels, weakest=levels[end])
    first = next(iter(found.rubric.questions.values()))
    weak, strong = (0, len(levels) - 1) if end == 0 else (len(levels) - 1, 0)
    assert (first.red, first.green) == (f"Text {weak}", f"Text {strong}")
    assert not found.doubts
    assert not found.ends


def test_a_column_called_no_is_numbers_where_no_answer_stands_beside_it() -> None:
    """The column of the numbers of questions is often called so."""
    head = "# Ours\n\n## 1A Welcome\n\n"
    text = f"{head}| No | Question | Weak | Strong |\n|---|---|---|---|\n| 1 | How? | a | b |\n"
    found = interpret_source(pieces_of_text(text), "ours.md")
    assert list(found.rubric.questions) == ["1A.1"]


def test_columns_of_ticks_or_numbers_are_no_levels() -> None:
    """A table of questions with nothing else beside them is no framework."""
    text = (
        "## 1A Welcome\n\n| Question | First | Second |\n|---|---|---|\n| How? | 3 | 4 |\n| Who? | 2 | 1 |\n"
    )
    with pytest.raises(CannotImport):
        interpret_source(pieces_of_text(text), "ours.md")


@pytest.mark.parametrize(
    "levels",
    [
        ("1 - Emerging", "2 - Developing", "3 - Secure"),
        ("Emerging - just begun", "Developing - under way", "Secure - in place"),
        ("Level 3 - Poor", "Level 2 - Good", "Level 1 - Excellent"),
    ],
)
def test_names_with_a_hyphen_can_be_kept_and_read_again(tmp_path: Path, levels: tuple[str, ...]) -> None:
    """They are kept with a dash, since a hyphen parts a name from its meaning there."""
    found = of_levels(*levels)
    keep(found.rubric, tmp_path / "kept")
    assert [fault for fault in check_folder(tmp_path / "kept") if not fault.may_stay] == []
    assert [one.name for one in load(tmp_path / "kept").scale] == [name.replace("-", "–") for name in levels]


def test_letters_of_levels_rise_with_their_numbers() -> None:
    """Also where the file has the strongest first."""
    assert [(one.letters, one.name) for one in of_levels("4", "3", "2", "1").rubric.scale] == [
        ("L1", "1"),
        ("L2", "2"),
        ("L3", "3"),
        ("L4", "4"),
    ]


@pytest.mark.parametrize("again", ["1A Welcome", "1A Welcome (continued)"])
def test_a_table_with_a_header_of_its_own_begins_a_question_of_its_own(again: str) -> None:
    """It is not the rest of the last question of the table before, which ends without a full stop."""
    head = "| Question | Weak | Strong |\n|---|---|---|\n"
    text = (
        f"# Ours\n\n## 1 Culture\n\n### 1A Welcome\n\n{head}| How? | Nobody does | All do |\n"
        f"| Who checks | Nobody checks | All check |\n\n"
        f"### {again}\n\n{head}| Who asks? | Nobody asks | All ask |\n"
    )
    found = interpret_source(pieces_of_text(text), "ours.md")
    assert [one.text for one in found.rubric.questions.values()] == ["How?", "Who checks", "Who asks?"]
    assert [one.name for one in found.rubric.elements.values()] == ["Welcome"]


def test_levels_with_other_names_than_those_of_the_tables_before_are_told() -> None:
    """They are read by their places on the scale, and nothing is kept until somebody has looked at it."""
    text = "# Ours\n\n"
    for code, levels in (("1A", "Emerging | Developing | Secure"), ("1B", "Green | Amber | Red")):
        text += f"## {code} Name\n\n| Question | {levels} |\n|---|---|---|---|\n| How? | a | b | c |\n\n"
    found = interpret_source(pieces_of_text(text), "ours.md")
    assert [one.what for one in found.doubts] == [
        "Its levels have other names than those of the tables before. They are read so: "
        "Green as Secure, Amber as Developing and Red as Emerging."
    ]


def test_headings_with_lines_under_them_are_read_without_these() -> None:
    """The lines are no words of the file."""
    table = "| Question | Poor | Good |\n|---|---|---|\n| How? | p | g |\n"
    found = interpret_source(pieces_of_text(f"Ours\n====\n\n1A Welcome\n----------\n\n{table}"), "ours.md")
    assert [(one.name, one.aspects) for one in found.rubric.elements.values()] == [("Welcome", ())]
    assert not found.unread
