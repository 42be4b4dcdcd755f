"""Columns for ratings, columns without a name, and codes of other elements: left out, and always told."""

import pytest

from matbot.importers.findings import CannotImport, Found
from matbot.importers.frameworks.interpretation import interpret_source
from matbot.importers.readers.text import pieces_of_text


def of_table(head: str, *rows: str, above: str = "") -> Found:
    """What is found in a Markdown table with these columns."""
    lines = [head, "|---" * head.count("|"), *rows]
    return interpret_source(
        pieces_of_text(above + "".join(f"| {line} |\n" for line in lines)), "ours-2025-26.md"
    )


HEADERS = ("RAG", "Rating", "Score", "Our score", "RAG rating", "Self-assessment", "Judgement")


@pytest.mark.parametrize("header", HEADERS)
@pytest.mark.parametrize(
    ("ratings", "listed"),
    [(("", ""), []), (("R", ""), ["R"]), (("R", "A"), ["R", "A"]), (("G", "G"), ["G"])],
)
def test_a_column_for_ratings_is_left_out_and_listed(
    header: str, ratings: tuple[str, str], listed: list[str]
) -> None:
    """With the ratings in it."""
    rows = (f"How? | w1 | s1 | {ratings[0]}", f"Who? | w2 | s2 | {ratings[1]}")
    found = of_table(f"Question | Weak | Strong | {header}", *rows)
    assert [(one.red, one.green) for one in found.rubric.questions.values()] == [("w1", "s1"), ("w2", "s2")]
    first = next(one for one in found.unread if one.words.startswith(header))
    assert (first.place, first.words.split("\n")) == ("line 1", [header, *listed])
    assert "left out" in first.why


@pytest.mark.parametrize("header", ["Status", "RAG status"])
def test_a_column_for_the_status_is_left_out_and_listed(header: str) -> None:
    """Empty throughout or not."""
    for status in ("", "Open"):
        found = of_table(f"Question | Weak | Strong | {header}", f"How? | w | s | {status}")
        assert header in [one.words for one in found.unread]


def test_a_column_for_ratings_that_says_the_scale_is_read_and_not_listed() -> None:
    """Its letters are those of the scale."""
    found = of_table("Question | Weak | Strong | Rating", "How? | w | s | R AR AG G")
    assert [level.letters for level in found.rubric.scale] == ["R", "AR", "AG", "G"]
    assert not found.unread


@pytest.mark.parametrize(
    ("head", "row"),
    [
        ("Question | Weak | ", "How? | w | s"),
        ("Question | | Green | RAG", "How? | w | s | R"),
        ("Element | Question | 1 | 2 | 3 | ", "1A Us | How? | a | b | c | d"),
        ("Question | Emerging | | Leading", "How? | w | m | s"),
    ],
)
def test_a_column_without_a_name_that_has_words_is_to_be_looked_at(head: str, row: str) -> None:
    """It may be a level, and is not left out without a word."""
    found = of_table(head, row)
    (doubt,) = (one for one in found.doubts if "no name" in one.what)
    assert doubt.place == "line 1"


def test_a_column_without_a_name_and_without_words_is_nothing_to_look_at() -> None:
    """Nor one of ticks."""
    for cell in ("", "☐", "x"):
        found = of_table("Question | Weak | Strong | ", f"How? | w | s | {cell}")
        assert not [one for one in found.doubts if "no name" in one.what]


def test_a_table_whose_levels_have_no_names_is_refused_with_what_to_write() -> None:
    """The words say which columns are meant."""
    for first, cell in (("", ""), ("Element | ", "1A Us | ")):
        with pytest.raises(CannotImport, match=r"to the right of “Question” have no names\. Write"):
            of_table(f"{first}Question | | ", f"{cell}How? | w | s")


def test_a_code_of_another_element_is_to_be_looked_at() -> None:
    """Its question stands under the element that is named above the table."""
    above = "# Ours\n\n## 1A Welcome\n\n"
    rows = ("1A.1 | How? | w | s", "1B.1 | Who? | w | s")
    found = of_table("Ref | Question | Weak | Strong", *rows, above=above)
    assert any("1B.1 does not begin with 1A" in one.what for one in found.doubts)


@pytest.mark.parametrize("codes", [("1A.1", "1A.2"), ("1.1.1", "1.1.2"), ("EYFS.01", "EYFS.02"), ("1", "2")])
def test_codes_of_one_kind_are_nothing_to_look_at(codes: tuple[str, str]) -> None:
    """What is no numeral of the element is named among what was mended."""
    above = "# Ours\n\n## 1A Welcome\n\n"
    rows = [f"{code} | How {code}? | w | s" for code in codes]
    found = of_table("Ref | Question | Weak | Strong", *rows, above=above)
    assert not found.doubts
    told = " ".join(one.what for one in found.corrections)
    assert len(found.rubric.questions) == 2
    is_left_out = codes[0] not in ("1A.1", "1")
    assert ("“Ref” is left out" in told) == is_left_out
    assert [one.words for one in found.unread] == (["\n".join(("Ref", *codes))] if is_left_out else [])
