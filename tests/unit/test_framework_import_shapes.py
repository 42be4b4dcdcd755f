"""Frameworks of the same kind in other shapes: other columns, scales and numerals."""

from pathlib import Path

import pytest

from matbot.importers.findings import Found
from matbot.importers.frameworks.interpretation import interpret_source
from matbot.importers.frameworks.opening import found_in
from matbot.importers.readers.pieces import SourceCell, SourceContent, SourceRow, SourceTable
from matbot.importers.readers.text import pieces_of_text
from matbot.rubric.checker import check_folder, load
from matbot.rubric.writer import keep
from tests.unit.published import question_texts, whys

HEAD = "Element\tQuestions to consider\tRed (weak) looks like...\tGreen (strong) looks like...\tRating\n"


def of_text(text: str) -> Found:
    """What is found in a plain text."""
    return interpret_source(pieces_of_text(text), "ours-2025-26.txt")


def of_word(folder: Path, raw: bytes) -> Found:
    """What is found in a Word file."""
    path = folder / "ours-2025-26.docx"
    path.write_bytes(raw)
    return found_in(path)


def test_twelve_elements_under_five_headings() -> None:
    """Any number of headings and elements, with codes and numbers of the framework's own."""
    rows = []
    for place, heading in enumerate("ABCDE"):
        rows.append(f"{heading}. Heading {heading}\t\t\t\t")
        rows += [
            f"{heading}{n} Element {heading}{n}\t1. One? 2. Two?\t1. R1 2. R2\t1. G1 2. G2\tR AR AG G"
            for n in range(1, 4 if place < 2 else 3)
        ]
    found = of_text(HEAD + "\n".join(rows))
    assert [one.number for one in found.rubric.headings] == list("ABCDE")
    assert len(found.rubric.elements) == 12
    assert question_texts(found)[:2] == [("A1.1", "One?", "R1", "G1"), ("A1.2", "Two?", "R2", "G2")]
    assert not found.unread


def test_columns_in_another_order_with_a_code_of_their_own() -> None:
    """What a column holds is what its header says."""
    found = of_text(
        "Ref\tGreen looks like\tRed looks like\tTheme\tGuiding questions\n"
        "1\t\t\tVision\t\n1.1\ti. Good ii. Better\ti. Bad ii. Worse\tPurpose\ti. First? ii. Second?\n"
    )
    assert question_texts(found) == [
        ("1.1.i", "First?", "Bad", "Good"),
        ("1.1.ii", "Second?", "Worse", "Better"),
    ]
    assert found.rubric.headings[0].title == "1 Vision"
    assert found.rubric.elements["1.1"].name == "Purpose"


@pytest.mark.parametrize(
    "scale",
    [
        "Rate yourselves: Emerging, Developing, Secure, Leading.",
        "Emerging / Developing / Secure / Leading",
        "Emerging (just begun) → Developing → Secure → Leading (others learn from you)",
    ],
)
def test_another_scale_is_read_from_its_line(scale: str) -> None:
    """Its names as the line has them, and letters for each."""
    found = of_text(
        f"Our framework\n\n{scale}\n\nArea\tQuestions\tEmerging looks like\tLeading looks like\n"
        "1A Purpose\ti. Is it clear?\ti. No\ti. Yes\n"
    )
    assert [(one.letters, one.name) for one in found.rubric.scale] == [
        ("E", "Emerging"),
        ("D", "Developing"),
        ("S", "Secure"),
        ("L", "Leading"),
    ]
    assert question_texts(found) == [("1A.i", "Is it clear?", "No", "Yes")]


def test_descriptors_between_the_ends() -> None:
    """Further columns that are called as levels are: what these look like."""
    found = of_text(
        "Element\tQuestions\tStrong\tGood\tFair\tSlight\tWeak\n"
        "1A Purpose\ti. Q?\ti. e\ti. d\ti. c\ti. b\ti. a\n"
    )
    (question,) = found.rubric.questions.values()
    assert [one.name for one in found.rubric.scale] == ["Weak", "Slight", "Fair", "Good", "Strong"]
    assert (question.red, question.between, question.green) == ("a", ("b", "c", "d"), "e")


def test_the_rating_column_tells_the_scale() -> None:
    """By its letters, where the columns of descriptors begin with them; the four where nothing tells."""
    rest = "Element\tQuestions\tBegun looks like\tSure looks like\tRating\n1A X\ti. Q?\ti. r\ti. g\tB O S\n"
    assert [one.name for one in of_text(rest).rubric.scale] == ["Begun", "O", "Sure"]
    found = of_text("Element\tQuestions\tRed\tGreen\n1A X\ti. Q?\ti. r\ti. g\n")
    assert [one.letters for one in found.rubric.scale] == ["R", "AR", "AG", "G"]
    assert "The file names no scale." in whys(found)


def test_a_question_with_one_end_alone_is_kept_and_told_of() -> None:
    """No red, or no green: paired by numeral, never by what is left."""
    found = of_text(HEAD + "1A X\ti. One? ii. Two? iii. Three?\ti. R1 iii. R3\tii. G2 iii. G3\t\n")
    assert question_texts(found) == [
        ("1A.i", "One?", "R1", ""),
        ("1A.ii", "Two?", "", "G2"),
        ("1A.iii", "Three?", "R3", "G3"),
    ]
    assert "1A (ii): only the other end is shown. No Red descriptor" in whys(found)
    assert "1A (i): only the other end is shown. No Green descriptor" in whys(found)


def test_bullets_without_numerals_are_lined_up_where_there_are_as_many() -> None:
    """By their places, which is told."""
    found = of_text(HEAD + "1A X\t<p>• One?</p><p>• Two?</p>\t<p>- r1</p><p>- r2</p>\t<p>g1</p><p>g2</p>\t\n")
    assert question_texts(found) == [("1A.i", "One?", "r1", "g1"), ("1A.ii", "Two?", "r2", "g2")]
    assert "They have no numerals." in whys(found)


def test_nothing_is_guessed_where_the_numbers_differ() -> None:
    """Three descriptors for two questions, without numerals: they are listed, and the rest is read."""
    found = of_text(HEAD + "1A X\ti. One? ii. Two?\t<p>a</p><p>b</p><p>c</p>\ti. G1 ii. G2 iii. G3\t\n")
    assert question_texts(found) == [("1A.i", "One?", "", "G1"), ("1A.ii", "Two?", "", "G2")]
    assert [one.words for one in found.unread] == ["Rating", "a", "b", "c", "G3"]
    assert all(one.place == "line 2" for one in found.unread[1:])


def test_numerals_in_another_order_are_paired_and_put_in_order() -> None:
    """Each has its own, so numerals tell, whatever the places are."""
    found = of_text(
        HEAD + "1A X\ti. One? iii. Three?\nii. Two?\ti. r1 ii. r2 iii. r3\tiii. g3\ni. g1\nii. g2\t\n"
    )
    assert [(text, red) for _, text, red, _ in question_texts(found)] == [
        ("One?", "r1"),
        ("Two?", "r2"),
        ("Three?", "r3"),
    ]
    assert [one[3] for one in question_texts(found)] == ["g1", "g2", "g3"]


def test_a_question_without_a_numeral_among_others_keeps_its_place() -> None:
    """Where lines and the other columns tell that it is one."""
    found = of_text(
        HEAD + "1A X\t<p>i. One?</p><p>Two?</p><p>iii. Three?</p>\ti. a ii. b iii. c\ti. d ii. e iii. f\t\n"
    )
    assert [one[1] for one in question_texts(found)] == ["One?", "Two?", "Three?"]
    assert "i, none and iii" in whys(found)


@pytest.mark.parametrize("first", ["", "1A. Purpose", "1A. Purpose (continued)"])
def test_a_row_for_each_question(first: str) -> None:
    """The first cell empty, or said again: the row tells what belongs together."""
    found = of_text(
        HEAD + "1. Vision\n1A. Purpose\tIs it clear?\tNo\tYes\tR AR AG G\n"
        f"{first}\tIs it shared?\tBy few\tBy all\tR AR AG G\n1B. Needs\tAre they known?\tNo\tYes\t\n"
    )
    assert question_texts(found)[:2] == [
        ("1A.i", "Is it clear?", "No", "Yes"),
        ("1A.ii", "Is it shared?", "By few", "By all"),
    ]
    assert list(found.rubric.elements) == ["1A", "1B"]
    assert not found.unread


def test_an_element_that_is_named_again_on_the_next_page_goes_on() -> None:
    """What its first cell says further is kept; what it says again is not there twice."""
    found = of_text(
        f"{HEAD}1A. Purpose\ti. One?\ti. A\ti. B\t\n\n{HEAD}"
        "<p>1A. Purpose (continued)</p><p>Staff</p>\tii. Two?\tii. C\tii. D\t\n"
    )
    assert question_texts(found) == [("1A.i", "One?", "A", "B"), ("1A.ii", "Two?", "C", "D")]
    assert found.rubric.elements["1A"].aspects == ("Staff",)


def test_a_row_that_looks_like_a_header_is_none() -> None:
    """A short question about questions, under a header that says otherwise."""
    found = of_text(f"{HEAD}1A. Purpose\tIs it?\tNo\tYes\t\n\tQuestions to ask\tWeak\tStrong\t\n")
    assert [one[1:] for one in question_texts(found)] == [
        ("Is it?", "No", "Yes"),
        ("Questions to ask", "Weak", "Strong"),
    ]


def test_a_header_that_runs_over_a_page_is_no_row() -> None:
    """Its second half stands on top of the next page."""

    def row(place: str, *texts: str) -> SourceRow:
        return SourceRow(place, tuple(SourceCell(start, start + 1, text) for start, text in enumerate(texts)))

    whole = ("Element", "Questions to consider", "Red looks like", "Green looks like")
    found = interpret_source(
        SourceContent(
            [
                SourceTable((row("a", *whole), row("b", "1A X", "i. One?", "i. A", "i. B"))),
                SourceTable((row("c", "Element", "Questions to", "Red", "Green"),)),
                SourceTable(
                    (
                        row("d", "", "consider", "looks like", "looks like"),
                        row("e", "1B Y", "i. Two?", "i. C", "i. D"),
                    ),
                    True,
                ),
            ]
        ),
        "ours.pdf",
    )
    assert question_texts(found) == [("1A.i", "One?", "A", "B"), ("1B.i", "Two?", "C", "D")]
    assert not found.unread


def test_headings_without_numbers_are_numbered_by_their_places() -> None:
    """And elements without a heading stand under one."""
    row = "\ti. Q?\ti. r\ti. g\t\n"
    found = of_text(f"{HEAD}Vision\n1A X{row}People\n2A Y{row}")
    assert [one.title for one in found.rubric.headings] == ["1 Vision", "2 People"]
    alone = of_text(f"Our framework\n\n{HEAD}1A X{row}")
    assert [one.title for one in alone.rubric.headings] == ["1 Our framework"]
    assert "The file has no headings." in whys(alone)


def test_words_that_belong_nowhere_are_listed() -> None:
    """Somebody's evidence, another table, a row without a code, a heading without elements."""
    found = of_text(
        f"Notes\tLinks\nours\ttheirs\n\n{HEAD}1A X\ti. Q?\ti. r\ti. g\tR AR AG G: we are amber\n"
        "No code\ti. Q2?\ti. r2\ti. g2\t\n9. Nothing under it\n"
    )
    assert len(found.rubric.questions) == 1
    left = {one.words: one.place for one in found.unread}
    assert left == {
        "Notes\nLinks": "line 1",
        "ours\ntheirs": "line 2",
        "R AR AG G: we are amber": "line 5",
        **dict.fromkeys(("No code", "i. Q2?", "i. r2", "i. g2"), "line 6"),
        "9 Nothing under it": "line 7",
    }


def test_marks_go_and_words_stay() -> None:
    """Bold, italics, tags and bars are marks; a star, a line under, a sign that is less than is a word."""
    found = of_text(
        "| Element | Questions | **Red** | *Green* |\n|---|---|---|---|\n"
        "| **1A.** Purpose | i. Is it *really* so? | i. snake_case, 2 * 3 * 4 | i. a <b>b</b> c &amp; a<b |\n"
    )
    assert question_texts(found) == [("1A.i", "Is it really so?", "snake_case, 2 * 3 * 4", "a b c & a<b")]


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_every_way_to_save_a_text(tmp_path: Path, newline: str, codec: str) -> None:
    """With a mark of its codec at the beginning or not, and with either end of a line."""
    path = tmp_path / "ours.txt"
    text = f"{HEAD}1. Vision\t\t\t\t\n1A Café – us\ti. “Q”?\ti. r\ti. g\tR AR AG G\n".replace("\n", newline)
    path.write_bytes(text.encode(codec))
    found = found_in(path)
    assert question_texts(found) == [("1A.i", "“Q”?", "r", "g")]
    assert found.rubric.elements["1A"].name == "Café – us"


def test_hostile_words_are_made_safe_and_what_is_kept_can_be_read(tmp_path: Path) -> None:
    """Control characters go; words that look like Markdown stay words when the edition is kept."""
    found = of_text(HEAD + "1A \x1b[31m# X\ti. Red: *a*?\x07\ti. - r | `x`\ti. <script>g\u202e\t\n")
    assert question_texts(found) == [("1A.i", "Red: a?", "- r | `x`", "<script>g")]
    keep(found.rubric, tmp_path / "kept")
    assert check_folder(tmp_path / "kept") == []
    assert load(tmp_path / "kept").headings == found.rubric.headings
