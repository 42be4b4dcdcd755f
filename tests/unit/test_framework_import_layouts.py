"""Tables as people make them: what spreadsheets save, codes of every kind or none, other header words."""

from pathlib import Path

import pytest

from matbot.importers.findings import CannotImport, Found
from matbot.importers.frameworks.interpretation import interpret_source
from matbot.importers.frameworks.opening import found_in
from matbot.importers.readers.text import pieces_of_text
from matbot.rubric.checker import check_folder
from matbot.rubric.writer import keep
from tests.unit.published import question_texts, whys

HEAD = "Element\tQuestions to consider\tRed (weak) looks like...\tGreen (strong) looks like...\tRating\n"
ROW = "\ti. One? ii. Two?\ti. r1 ii. r2\ti. g1 ii. g2\tR AR AG G\n"


def of_text(text: str) -> Found:
    """What is found in a plain text."""
    return interpret_source(pieces_of_text(text), "ours-2025-26.txt")


QUOTED = (
    "{c}Questions to consider{c}Red (weak) looks like...{c}Green (strong) looks like...{c}Rating\n"
    "1. Vision{c}{c}{c}{c}\n"
    '"1A. Welcome\nFirst weeks"{c}"i. How do we ""welcome"" families?\nii. Who, and when?"{c}'
    '"i. Nobody{c} ever.\nii. r2"{c}"i. g1\nii. g2"{c}R AR AG G\n'
    "1B. Belonging{c}i. How?{c}i. r{c}i. g{c}\n"
)


@pytest.mark.parametrize(("sign", "name"), [(",", "csv"), (";", "csv"), ("\t", "txt")])
@pytest.mark.parametrize("codec", ["utf-8-sig", "cp1252", "utf-16"])
def test_what_a_spreadsheet_saves_is_read_cell_by_cell(
    tmp_path: Path, sign: str, name: str, codec: str
) -> None:
    """Lines, quotation marks and the sign itself stand in cells that are quoted."""
    path = tmp_path / f"ours.{name}"
    path.write_bytes(f"Element{QUOTED.format(c=sign)}".replace("\n", "\r\n").encode(codec))
    found = found_in(path)
    nobody = "Nobody ever." if sign == "\t" else f"Nobody{sign} ever."
    assert question_texts(found) == [
        ("1A.i", 'How do we "welcome" families?', nobody, "g1"),
        ("1A.ii", "Who, and when?", "r2", "g2"),
        ("1B.i", "How?", "r", "g"),
    ]
    assert found.rubric.elements["1A"].aspects == ("First weeks",)
    assert not found.unread


def test_a_letter_with_commas_is_no_table() -> None:
    """Sentences have commas too."""
    with pytest.raises(CannotImport, match="It has no table at all"):
        of_text("Dear all, please, read, this.\nIt is, as said, a letter.\n")


@pytest.mark.parametrize(
    ("code", "kept"),
    [
        ("A1.a ", "A1.A"),
        ("1.1 ", "1.1"),
        ("1A.i ", "1A.I"),
        ("1A (i) ", "1A.I"),
        ("I.A ", "I.A"),
        ("Element 1A: ", "1A"),
        ("1.A – ", "1.A"),
        ("QE-2. ", "QE-2"),
    ],
)
def test_codes_of_every_kind_are_codes(tmp_path: Path, code: str, kept: str) -> None:
    """And what is kept under them can be read again."""
    found = of_text(f"{HEAD}{code}Welcome{ROW}")
    assert [one.title for one in found.rubric.elements.values()] == [f"{kept} Welcome"]
    keep(found.rubric, tmp_path / "kept")
    assert [fault for fault in check_folder(tmp_path / "kept") if not fault.may_stay] == []


@pytest.mark.parametrize("codes", [("1A (i)", "1A (ii)", "2B (i)"), ("1A.i", "1A.ii", "2B.i")])
def test_the_ids_of_questions_make_their_elements(codes: tuple[str, ...]) -> None:
    """A row for each question, and no name anywhere."""
    rows = "".join(f"{code}\tQuestion {code}?\tr\tg\t\n" for code in codes)
    found = of_text(HEAD + rows)
    assert list(found.rubric.questions) == ["1A.i", "1A.ii", "2B.i"]
    assert "it is called by its code" in whys(found)
    assert [one.words for one in found.unread] == ["Rating"]


def test_a_table_of_questions_and_levels_alone_is_one_element() -> None:
    """Called by what stands above it, and that is told; numbers of the questions are told too."""
    found = of_text(
        "# Writing rubric\n\n| # | Question | Excellent | Good | Poor |\n|---|---|---|---|---|\n"
        "| 1.1 | Is it clear? | Very | Mostly | No |\n| 1.2 | Is it true? | All | Most | None |\n"
    )
    assert [one.title for one in found.rubric.elements.values()] == ["1A Writing rubric"]
    assert question_texts(found) == [
        ("1A.i", "Is it clear?", "No", "Very"),
        ("1A.ii", "Is it true?", "None", "All"),
    ]
    assert "each table without a column for elements is one" in whys(found)
    assert "It has 1.1 and 1.2." in whys(found)


@pytest.mark.parametrize(
    "words",
    ["Criteria", "Enquiry", "Key lines of enquiry", "Statements", "Things to think about", "What to look for",
     "Indicators", "Cwestiynau i'w hystyried", "PROMPTS"],
)  # fmt: skip
def test_other_words_head_questions(words: str) -> None:
    """Where no column says plainly that it has them."""
    found = of_text(f"Element\t{words}\tRed\tGreen\n1A Welcome\tDo we?\tNo\tYes\n")
    assert question_texts(found) == [("1A.i", "Do we?", "No", "Yes")]


def test_prompts_beside_questions_are_listed() -> None:
    """The plainest word heads the questions."""
    found = of_text("Area\tKey question\tPrompts to consider\tWeak\tStrong\n1A Us\tDo we?\tVisits\tNo\tYes\n")
    assert question_texts(found) == [("1A.i", "Do we?", "No", "Yes")]
    assert {"Prompts to consider", "Visits"} <= {one.words for one in found.unread}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (HEAD, ("There are no rows below the header",)),
        (f"{HEAD}Welcome{ROW}", ("The rows begin with “Welcome”", "as in 1A Welcome")),
        ("Name\tClass\nAda\t5B\n", ("“Name, Class” (line 1)", "Questions, Prompts", "Red and Green")),
        ("Area\tKey question\tFoo\n1A X\tDo we?\tNo\n", ("No element",)),
        ("Area\tThoughts\tRed\tGreen\n1A X\tDo we?\tNo\tYes\n", ("Name the column of the questions so",)),
        (
            "Area\tQuestions\t0 None\t1 Some\t2 More\t3 Much\t4 Most\t5 All\n1A X\tQ?\ta\tb\tc\td\te\tf\n",
            ("six levels", "three to five"),
        ),
    ],
)
def test_a_refusal_says_what_was_found_and_what_to_change(text: str, words: tuple[str, ...]) -> None:
    """The headers of the tables, the words that would be understood, and the next step."""
    with pytest.raises(CannotImport) as refused:
        of_text(text)
    assert all(one in str(refused.value) for one in words)


@pytest.mark.parametrize(
    ("inside", "words"), [("xl/workbook.xml", "as CSV"), ("ppt/x.xml", "a presentation")]
)
def test_advice_for_another_office_file_can_be_followed(tmp_path: Path, inside: str, words: str) -> None:
    """A spreadsheet cannot be saved as Word."""
    import zipfile

    path = tmp_path / "ours.xlsx"
    with zipfile.ZipFile(path, "w") as file:
        file.writestr(inside, "<x/>")
    with pytest.raises(CannotImport, match=words):
        found_in(path)
