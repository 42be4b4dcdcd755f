"""Packs that were filled in otherwise than they were meant to be: what is clear is read, the rest listed."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from docx.oxml import OxmlElement

from matbot.importers.packs.interpretation import interpret_pack
from matbot.importers.packs.text import found_in_lines
from matbot.review.events import QuestionAnswered
from matbot.rubric import Rubric
from matbot.text import LONGEST
from tests.speaking import run
from tests.unit.filled_packs import Answers, in_lines, in_word, kept, sense

MARK, WORDS = "Where you are", "What makes you say that"

WRONG: list[tuple[Answers, str]] = [
    (
        {"1A": {"Red": "x", "Green": "x"}},
        "1A (table 2, row 2): Red and Green are marked. No rating was read.",
    ),
    ({"1A": {"Red": "maybe"}}, "1A, Red (table 2, row 2): “maybe” is no mark. No rating was read."),
    (
        {"1A": {"Red": "ours", "Why that rating": "", "Green": " "}},
        "1A, Red (table 2, row 2): “ours” is no mark. No rating was read.",
    ),
    ({"1A": {"Red": "x", "Green": "?"}}, "1A, Green (table 2, row 5): “?” is no mark. No rating was read."),
    (
        {"1A (i)": {MARK: "Staff know it"}},
        "1A (i), Where you are (table 1, row 2): “Staff know it” is none of 1, 2, 3, 4, 0 and x. "
        "It was not read.",
    ),
    (
        {"1A (i)": {MARK: "x"}},
        "1A (i), Where you are (table 1, row 2): it does not apply: say why beside it. "
        "The mark itself was read.",
    ),
    (
        {"1A (i)": {WORDS: "3"}},
        "1A (i), What makes you say that (table 1, row 2): a mark is where words belong. It was not read.",
    ),
    (
        {"1A (i)": {"Green looks like": "We do that"}},
        "1A (i), Green looks like (table 1, row 2): “We do that” is not what this framework version says "
        "there. It was not read.",
    ),
    (
        {"1A (i)": {MARK: "1", WORDS: "w" * (LONGEST + 1)}},
        "1A (i), What makes you say that (table 1, row 2): longer than 20,000 characters. "
        "Its beginning was read, not the rest.",
    ),
]


@pytest.mark.parametrize(("answers", "line"), WRONG)
def test_what_cannot_be_read_is_listed_with_its_place(rubric: Rubric, answers: Answers, line: str) -> None:
    """One plain line each, and nothing of it is taken for an answer."""
    found = sense(rubric, in_word(rubric, {**answers, "2B": {"Green": "x"}}))
    assert found.unread == (line,)
    assert "rating='G'" in repr(found.drafts[-1])
    assert len(found.drafts) == (3 if "longer" in line else 2 if "mark itself" in line else 1)


def test_the_same_is_listed_of_a_text(rubric: Rubric) -> None:
    """A Markdown pack names the line."""
    found = sense(rubric, in_lines(rubric, {"1A": {"Red": "x", "Green": "x"}, "1A (i)": {MARK: "perhaps"}}))
    assert [re.sub(r"line \d+", "line N", one) for one in found.unread] == [
        "1A (i), Where you are (line N): “perhaps” is none of 1, 2, 3, 4, 0 and x. It was not read.",
        "1A (line N): Red and Green are marked. No rating was read.",
    ]
    assert found.drafts == ()


def table(document: Any, number: int = 0) -> Any:
    """A table of a Word file."""
    return document.tables[number]


def delete(row: Any) -> None:
    """Delete a row as people do."""
    row._tr.getparent().remove(row._tr)


def join(one: Any, other: Any) -> None:
    """Make one cell of two."""
    one.merge(other)


CHANGES: list[tuple[Callable[[Any], None], tuple[str, ...]]] = [
    (lambda one: delete(table(one).rows[1]), ("1A: (i) was not found in the file.",)),
    (lambda one: delete(table(one, 1).rows[4]), ("1A: Green was not found in the file.",)),
    (
        lambda one: delete(table(one).rows[0]),
        (
            "Table 1, row 1, “1A (i) Does your trust have a…”: no row above it says what its columns are. "
            "“1” and “Yes.” were not read.",
            "1A: (i), (ii), (iii), (iv), (v) and (vi) were not found in the file.",
        ),
    ),
    (
        lambda one: join(table(one).cell(2, 3), table(one).cell(2, 4)),
        (
            "Table 1, row 3, “1A (ii) Does your trust know…”: its cells were joined or parted. "
            "It was not read.",
        ),
    ),
    (
        lambda one: setattr(table(one).cell(1, 0), "text", "1A (ix) Something else?"),
        (
            "Table 1, row 2, Question: this framework version has no 1A (ix). “1A (ix) Something else?” was "
            "not read.",
            "Table 1, row 2, Where you are: this framework version has no 1A (ix). “1” was not read.",
            "Table 1, row 2, What makes you say that: this framework version has no 1A (ix). “Yes.” was not "
            "read.",
            "1A: (i) was not found in the file.",
        ),
    ),
    (
        lambda one: setattr(table(one).cell(1, 0), "text", ""),
        (
            "Table 1, row 2, Where you are: it does not say which question it is. “1” was not read.",
            "Table 1, row 2, What makes you say that: it does not say which question it is. “Yes.” was not "
            "read.",
            "1A: (i) was not found in the file.",
        ),
    ),
    (
        lambda one: setattr(table(one, 1).cell(0, 0), "text", "9Z"),
        (
            "Table 2, row 1: “9Z” is no question or element of this framework version.",
            "Table 2, row 2, Red: “9Z” is no question or element of this framework version. “x” was not "
            "read.",
            "Table 2, row 7, Key evidence: “9Z” is no question or element of this framework version. "
            "“Seen.” was not read.",
            "1A: your rating was not found in the file.",
        ),
    ),
    (
        lambda one: setattr(table(one, 1).cell(2, 0), "text", "x Amber Red"),
        (
            "1A, x Amber Red (table 2, row 3): the pack has nothing of that name.",
            "1A: Amber Red was not found in the file.",
        ),
    ),
]


@pytest.mark.parametrize(("change", "lines"), CHANGES)
def test_a_pack_that_was_changed_is_read_as_far_as_it_is_clear(
    rubric: Rubric, change: Callable[[Any], None], lines: tuple[str, ...]
) -> None:
    """Rows deleted, cells joined, first cells changed: what is left is read, what is lost is listed."""
    answers = {
        "1A (i)": {MARK: "1", WORDS: "Yes."},
        "1A": {"Red": "x", "Key evidence": "Seen."},
        "2B": {"Green": "x"},
    }
    found = sense(rubric, in_word(rubric, answers, change))
    assert found.unread == lines
    assert found.scope[-1] == "2B"
    assert "rating='G'" in repr(found.drafts[-1])


def test_tracked_changes_are_read_as_they_stand(rubric: Rubric) -> None:
    """What was added counts, what was struck out does not, and it is said that changes were tracked."""

    def change(document: Any) -> None:
        paragraph = table(document).cell(1, 4).paragraphs[0]._p
        for kind, name, word in (("w:ins", "w:t", "added"), ("w:del", "w:delText", "struck")):
            tracked, words = OxmlElement(kind), OxmlElement("w:r")
            text = OxmlElement(name)
            text.text = word
            words.append(text)
            tracked.append(words)
            paragraph.append(tracked)

    found = sense(rubric, in_word(rubric, {"1A (i)": {MARK: "1"}}, change))
    assert [getattr(one, "note", None) for one in found.drafts] == [None, "added"]
    assert found.unread == (
        "Table 1, row 2: “struck” was struck out while changes were tracked. It was not read.",
        "This file has tracked changes: it was read as it is with all of them accepted.",
    )


def test_the_same_twice_is_read_once_and_two_answers_not_at_all(rubric: Rubric) -> None:
    """A text that was pasted together from two says so."""
    one = in_lines(rubric, {"1A (i)": {MARK: "1", WORDS: "Yes."}})
    other = in_lines(rubric, {"1A (i)": {MARK: "2", WORDS: "Yes."}})
    found = sense(rubric, one + other)
    assert [one.kind for one in found.drafts] == ["noted"]
    assert len(found.unread) == 1
    assert "it is filled in twice, also in line" in found.unread[0]


@pytest.mark.parametrize(
    ("missing", "kept"),
    [("### 1A (ii) ", ["1A.i"]), ("### 1A: your rating", ["1A.i", "1A.ii"])],
    ids=["a question's heading", "a rating's heading"],
)
def test_what_stands_under_a_heading_that_is_missing_is_nobody_s_answer(
    rubric: Rubric, missing: str, kept: list[str]
) -> None:
    """It is not taken for the answer to the question above, and a line says that it was not read."""
    answers = {"1A (i)": {MARK: "1"}, "1A (ii)": {MARK: "3", WORDS: "Ours."}, "1A": {"Green": "x"}}
    lines = in_lines(rubric, answers).split("\n")
    text = "\n".join(line for line in lines if not line.startswith(missing))
    found = interpret_pack(rubric, found_in_lines(text, rubric))
    assert [draft.question for draft in found.drafts if isinstance(draft, QuestionAnswered)] == kept
    lost = "(ii)" if "(ii)" in missing else "your rating"
    assert f"1A: {lost} was not found in the file." in found.unread
    assert any(words in line for line in found.unread for words in ("“- **Where you are:** 3", "Green:** x"))
    assert "Green" not in repr([draft for draft in found.drafts if draft.kind == "noted"])


def test_a_label_that_lost_its_marks_is_listed_where_its_own_line_is_missing(rubric: Rubric) -> None:
    """The words stay where they stand, and the line says where; a list of people's own says nothing."""
    text = in_lines(rubric, {"1A": {"Green": "x", "Why that rating": "We agreed"}})
    broken = text.replace("- **Key evidence:**", "Key evidence: the minutes", 1)
    found = interpret_pack(rubric, found_in_lines(broken, rubric))
    (line,) = [line for line in found.unread if line.startswith("Line ")]
    assert "“Key evidence: the minutes” is not where a label is" in line
    assert "it was read as words of “Why that rating”, not as “Key evidence”." in line
    assert "the minutes" in repr(found.drafts)
    listed = text.replace("We agreed", "We agreed\nKey evidence: the minutes", 1)
    assert interpret_pack(rubric, found_in_lines(listed, rubric)).unread == ()


def test_how_much_was_not_read_is_said_last(rubric: Rubric, tmp_path: Path) -> None:
    """On the stream for remarks, and all went well."""
    path = kept(tmp_path, in_lines(rubric, {"1A": {"Green": "x"}, "1B": {"Red": "perhaps"}}), "pack.md")
    read = run("pack", "--read", str(path), "--trust", "Northfields")
    assert read.status == 0
    assert read.err.splitlines()[-1] == "matbot: 1 thing could not be read, as listed above."
