"""Tables in plain text as programs and people write them, and codes before the names of elements."""

import pytest

from matbot.importers.findings import CannotImport, Found
from matbot.importers.frameworks.interpretation import interpret_source
from matbot.importers.readers.files import UnreadableSource
from matbot.importers.readers.text import pieces_of_text

HEADER = ("Element", "Question", "Weak", "Strong")
ROWS = (
    ("1A Welcome", "Is it so?", "It is not", "It is"),
    ("1B Home", "Is it too?", "It is not too", "It is too"),
)


def read(text: str) -> Found:
    """What is found in a text."""
    return interpret_source(pieces_of_text(text), "ours.md")


def elements(found: Found) -> list[tuple[str, str]]:
    """The codes and names of the elements."""
    return [(one.code, one.name) for heading in found.rubric.headings for one in heading.elements]


def table(*rows: tuple[str, ...], before: str = "| ", after: str = " |") -> str:
    """A table in Markdown."""
    lines = (HEADER, ("---",) * len(HEADER), *rows)
    return "# Ours 2025\n\n" + "\n".join(f"{before}{' | '.join(row)}{after}" for row in lines)


@pytest.mark.parametrize(("before", "after"), [("", ""), ("| ", ""), ("", " |"), ("| ", " |")])
def test_bars_round_the_rows_may_be_left_out(before: str, after: str) -> None:
    """As Markdown allows it."""
    assert elements(read(table(*ROWS, before=before, after=after))) == [("1A", "Welcome"), ("1B", "Home")]


def test_the_line_that_says_what_parts_the_cells_is_no_row() -> None:
    """Excel writes and reads `sep=;` above the header."""
    text = "\n".join(";".join(row) for row in (HEADER, *ROWS))
    assert elements(read(f"sep=;\n{text}\n")) == [("1A", "Welcome"), ("1B", "Home")]


def test_a_bar_in_a_cell_has_no_backslash() -> None:
    """The backslash only says that no cell ends there."""
    found = read(table(("1A Welcome", r"This \| that?", "No", "Yes")))
    assert next(iter(found.rubric.questions.values())).text == "This | that?"


@pytest.mark.parametrize(
    ("one", "other", "codes"),
    [
        ("(1A)", "(1B)", ["1A", "1B"]),
        ("[1A]", "[1B]", ["1A", "1B"]),
        ("\u200b1A\u2060", "\u200b1B", ["1A", "1B"]),
        ("Standard 1.1", "Standard 1.2", ["1.1", "1.2"]),
        ("Criterion A1:", "Criterion A2:", ["A1", "A2"]),
        ("QE1.1", "QE1.2", ["QE1.1", "QE1.2"]),
        ("I.", "II.", ["I", "II"]),
        ("1A /", "1B /", ["1A", "1B"]),
    ],
)
def test_codes_are_known_however_they_are_written(one: str, other: str, codes: list[str]) -> None:
    """The name is what stands behind them."""
    rows = ((f"{one} Welcome", *ROWS[0][1:]), (f"{other} Home", *ROWS[1][1:]))
    found = read(table(*rows))
    assert elements(found) == list(zip(codes, ("Welcome", "Home"), strict=True))
    assert not found.doubts


@pytest.mark.parametrize(
    "line", ["+--+--+\n", "+--+\n|  |\n", "-- --\n", "-- --\nx x\n", "a|b|c\n", "---\nx\n"]
)
def test_a_text_of_nothing_but_lines_of_tables_ends_in_words(line: str) -> None:
    """And soon."""
    with pytest.raises((CannotImport, UnreadableSource)):
        read(line * 30_000)


def test_a_text_of_nothing_but_rules_ends_in_words() -> None:
    """And soon: every line is looked at once."""
    with pytest.raises((CannotImport, UnreadableSource)):
        read("|---|---|\n" * 50_000 + "a|b\n---|---\n" * 50_000)
