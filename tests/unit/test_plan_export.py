"""The table of priorities alone: in each format, in order or under headings, and safe in a spreadsheet."""

import csv
import re
from io import BytesIO, StringIO

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from matbot.csv_tables import sheet_of
from matbot.report.formats.exporter import DocumentKind
from matbot.report.formats.registry import list_suffixes
from matbot.report.plan_export import (
    UNDER_NO_HEADING,
    PlanTable,
    under_headings,
)
from matbot.review.events import ElementDeferred, ElementRated, PriorityWritten
from matbot.review.fold import review_of
from matbot.review.review import Review
from matbot.rubric import Rubric
from matbot.text import lines
from tests.strategies import hostile, logs
from tests.talk import Talk


@pytest.fixture
def review(rubric: Rubric) -> Review:
    """Rows about an element, about two under different headings, and about none."""
    talk = Talk(rubric, ["1A", "2B"])
    talk.log += [
        ElementRated(element="2B", rating="AR"),
        PriorityWritten(priority="a", elements=("2B",), issues="x", drafted=("issues",), lead="-Jo"),
        PriorityWritten(priority="b", elements=("1A", "2B"), focus="Both", milestones="May\nJune"),
        PriorityWritten(priority="c", elements=(), focus="The sixth form"),
    ]
    return talk.interview.review


def read_csv(raw: bytes) -> list[list[str]]:
    """What a spreadsheet reads."""
    return list(csv.reader(StringIO(raw.decode("utf-8-sig"), newline="")))


def test_csv_has_every_column_and_gaps_in_words(rubric: Rubric, review: Review) -> None:
    """The framework's four, then how it is followed up; newlines stay, and Excel sees that it is UTF-8."""
    raw = PlanTable(rubric, review).render("csv")
    assert raw.startswith(b"\xef\xbb\xbf")
    names, first, second, third = read_csv(raw)
    assert names == [
        "Focus area", "Key issues", "What to do about it", "Progress wanted in 12 months",
        "How you will know it worked", "Milestones", "Who leads", "Review date",
    ]  # fmt: skip
    assert first[:3] == [
        "2B Recruiting, developing and retaining talent (Amber Red)",
        "(draft) x",
        "To be agreed",
    ]
    assert first[6] == "'-Jo"
    assert second[0].splitlines()[0] == "Both"
    assert second[5] == "May\nJune"
    assert third[0] == "The sixth form"


def test_rows_stand_once_under_the_heading_of_their_first_element(rubric: Rubric, review: Review) -> None:
    """In the order of the framework; those about no element come last."""
    found = {title: [row.priority for row in rows] for title, rows in under_headings(rubric, review).items()}
    assert found == {
        "1 Vision, culture and ethos": ["b"],
        "2 People and partners": ["a"],
        UNDER_NO_HEADING: ["c"],
    }
    rows = read_csv(PlanTable(rubric, review, by_heading=True).render("csv"))
    assert [row[0] for row in rows] == ["Heading", *found]


@pytest.fixture
def with_later(rubric: Rubric, review: Review) -> Review:
    """The same, with an element that was left for later and one that says no more than that."""
    talk = Talk(rubric, ["1A", "2B"])
    talk.log += [
        *review.priorities,
        ElementDeferred(
            element="3A", why="=Too soon", mitigation="The chair\nwatches it", look_again="Easter"
        ),
        ElementDeferred(element="6B"),
    ]
    return talk.interview.review


@pytest.mark.parametrize("by_heading", [False, True])
def test_csv_ends_with_what_is_not_for_now(rubric: Rubric, with_later: Review, by_heading: bool) -> None:
    """In rows that say so, with columns of its own, which have nothing to say in the others."""
    names, *rows = read_csv(PlanTable(rubric, with_later, by_heading).render("csv"))
    assert (
        names[:3] == [*(["Heading"] if by_heading else []), "Now or deferred", "Focus area", "Key issues"][:3]
    )
    assert names[-2:] == ["Why it is deferred", "How it is managed meanwhile"]
    found = [dict(zip(names, row, strict=True)) for row in rows]
    assert [row["Now or deferred"] for row in found] == ["Now", "Now", "Now", "Deferred", "Deferred"]
    assert {row["Why it is deferred"] for row in found[:3]} == {""}
    *_, first, second = found
    assert first["Focus area"] == "3A Approach to Pedagogy"
    assert first["How it is managed meanwhile"].split() == ["The", "chair", "watches", "it"]
    assert (first["Why it is deferred"], first["Key issues"], first["Review date"]) == (
        "'=Too soon",
        "",
        "Easter",
    )
    assert second["Why it is deferred"] == "No reason given"
    assert first.get("Heading", "3 Teaching and learning") == "3 Teaching and learning"


@pytest.mark.parametrize("by_heading", [False, True])
def test_the_documents_end_with_what_is_not_for_now(
    rubric: Rubric, with_later: Review, by_heading: bool
) -> None:
    """A small table under a heading of its own, in Markdown and in Word; none where nothing was left."""
    table = PlanTable(rubric, with_later, by_heading)
    text = table.render("md").decode()
    assert text.index("(draft) x") < text.index("\n## Deferred\n") < text.index("Easter")
    last = Document(BytesIO(table.render("docx"))).tables[-1]
    assert [cell.text for cell in last.rows[1].cells][3] == "Easter"
    assert len(last.rows) == 3
    empty = PlanTable(rubric, review_of(rubric, Talk(rubric).log), by_heading)
    assert "Deferred" not in empty.render("md").decode()


def test_markdown_says_once_what_a_draft_is(rubric: Rubric, review: Review) -> None:
    """In one table above it, under headings at the end."""
    whole = PlanTable(rubric, review).render("md").decode()
    apart = PlanTable(rubric, review, by_heading=True).render("md").decode()
    assert whole.count("matbot put it together") == apart.count("matbot put it together") == 1
    assert [line for line in apart.splitlines() if line.startswith("## ")] == [
        "## 1 Vision, culture and ethos",
        "## 2 People and partners",
        f"## {UNDER_NO_HEADING}",
    ]
    assert whole.startswith("# Priorities: Northfields · Heads\n")


def test_word_has_a_real_table_to_paste(rubric: Rubric, review: Review) -> None:
    """One, or one a heading."""
    one = Document(BytesIO(PlanTable(rubric, review).render("docx"))).tables
    assert [len(table.rows) for table in one] == [4]
    assert one[0].rows[2].cells[5].text == "May\nJune"
    assert len(Document(BytesIO(PlanTable(rubric, review, True).render("docx"))).tables) == 3


@pytest.mark.parametrize(
    "cell",
    [
        "=1+1",
        "+A1",
        "-5+A1",
        "-2/3",
        "@SUM(A1)",
        "\t=x",
        "\r@x",
        "  =1",
        "\n-a",
        "\u00a0=1",
        "＝1",
        "- We met",
        "--1",
    ],
)
def test_nothing_is_a_formula(cell: str) -> None:
    """An apostrophe stands before what a spreadsheet might run; the rest is as it was."""
    assert read_csv(sheet_of(["a"], [[cell]]))[1][0][0] == "'"


@pytest.mark.parametrize(
    "cell",
    [
        *(
            "a=b",
            "1-2",
            "(draft) =x",
            "",
            "'quoted'",
            "a\n=b",
            'say "yes", then no',
            "\tx",
            "– We met",
            "• Ash",
        ),
        *("-5", "+5.5%", "-£1,200", "+44 20 7946 0000", "-", "--", "=", "R&D", "10% up"),
    ],
)
def test_other_words_and_numbers_with_a_sign_stand_as_they_are(cell: str) -> None:
    """Quotation marks, commas and newlines come back."""
    assert read_csv(sheet_of(["a", "b"], [[cell, "x"]]))[1] == [cell, "x"]


@settings(max_examples=100, deadline=None)
@given(words=hostile)
def test_what_people_typed_comes_back_from_csv(rubric: Rubric, words: str) -> None:
    """Line by line, with nothing in it that a spreadsheet runs."""
    log = [*Talk(rubric).log, PriorityWritten(priority="a", elements=("1A",), focus=words, action=words)]
    row = read_csv(PlanTable(rubric, review_of(rubric, log)).render("csv"))[1]
    values = "\n".join(lines(words)) or "To be agreed"
    assert row[2].removeprefix("'") == values.removeprefix("'")
    assert not re.match(r"\s*[=+\-@＝＋－＠]+[^=+\-@\s\d£$€]", row[2])


@settings(max_examples=20, deadline=None)
@given(data=st.data(), by_heading=st.booleans())
def test_any_table_can_be_written(rubric: Rubric, data: st.DataObject, by_heading: bool) -> None:
    """In every format, every row of it once."""
    review = review_of(rubric, data.draw(logs(rubric)))
    table = PlanTable(rubric, review, by_heading)
    drawn = {form: table.render(form) for form in list_suffixes(DocumentKind.PRIORITIES)}
    assert all(drawn.values())
    assert len(read_csv(drawn["csv"])) == 1 + len(review.priorities) + len(review.deferred)
    assert table.name("csv").endswith("priorities.csv")
