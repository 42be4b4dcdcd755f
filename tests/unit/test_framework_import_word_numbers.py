"""Numbers that Word makes itself are read as it shows them: in the text, in headings and in cells."""

import pytest

from matbot.importers.findings import Found
from matbot.importers.frameworks.interpretation import interpret_source
from matbot.importers.readers.budget import Budget
from matbot.importers.readers.pieces import SourceParagraph
from matbot.importers.readers.word import pieces_of_word
from tests.unit.published import question_texts, whys
from tests.word_parts import cell, level, lists, paragraph, row, table, word_of

HEADER = row("Element", "Questions", "Red", "Green")


def of_word(body: str, numbering: str, styles: str = "") -> Found:
    """What is found in a Word file with this text and these lists."""
    return interpret_source(pieces_of_word(word_of(body, numbering, styles), Budget()), "ours-2025-26.docx")


def shown(numbering: str, *items: tuple[int, int], styles: str = "") -> list[str]:
    """What is read before paragraphs, each of a list and a depth."""
    body = "".join(paragraph("x", numbered=item) for item in items)
    parts = pieces_of_word(word_of(body, numbering, styles), Budget()).parts
    return [part.text.removesuffix("x").strip() for part in parts if isinstance(part, SourceParagraph)]


@pytest.mark.parametrize(
    ("levels", "expected"),
    [
        ((level(0, "decimal", "%1."), level(1, "upperLetter", "%1%2.")), ["1.", "1A.", "1B.", "2.", "2A."]),
        ((level(0, "upperRoman", "%1."), level(1, "decimal", "%1.%2")), ["I.", "I.1", "I.2", "II.", "II.1"]),
        (
            (level(0, "upperRoman", "%1."), level(1, "decimal", "%1.%2", marks="<w:isLgl/>")),
            ["I.", "1.1", "1.2", "II.", "2.1"],
        ),
        (
            (level(0, "decimal", "%1.", start=3), level(1, "lowerLetter", "(%2)", start=4)),
            ["3.", "(d)", "(e)", "4.", "(d)"],
        ),
        (
            (level(0, "decimal", "%1."), level(1, "decimal", "%1.%2", marks='<w:lvlRestart w:val="0"/>')),
            ["1.", "1.1", "1.2", "2.", "2.3"],
        ),
        ((level(0, "none", ""), level(1, "decimalZero", "%2.")), ["", "01.", "02.", "", "01."]),
        (
            (level(0, "decimal", "Standard %1:"), level(1, "bullet", "o")),
            ["Standard 1:", "", "", "Standard 2:", ""],
        ),
        ((level(0, "ordinal", "%1"), level(1, "upperLetter", "%2 –")), ["1.", "1.", "2.", "2.", "1."]),
    ],
)  # fmt: skip
def test_numbers_are_read_as_word_shows_them(levels: tuple[str, ...], expected: list[str]) -> None:
    """Of every kind, from their start, each level begun again by the one above it."""
    assert shown(lists(*levels), (1, 0), (1, 1), (1, 1), (1, 0), (1, 1)) == expected


def test_lists_of_one_kind_count_on_from_one_another_until_one_begins_again() -> None:
    """As Word counts them."""
    again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    kind = '<w:abstractNumId w:val="0"/>'
    others = f'<w:num w:numId="2">{kind}</w:num><w:num w:numId="3">{kind}{again}</w:num>'
    numbering = lists(level(0, "decimal", "%1."), others=others)
    assert shown(numbering, (1, 0), (2, 0), (3, 0), (3, 0)) == ["1.", "2.", "5.", "6."]


def test_a_level_may_belong_to_a_style() -> None:
    """Headings that number themselves say nothing of it in their own marks."""
    styles = "".join(
        f'<w:style w:styleId="{name}"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>'
        f'<w:outlineLvl w:val="{depth}"/></w:pPr></w:style>'
        for depth, name in enumerate(("One", "Two"))
    )
    levels = [
        level(depth, form, text, marks=f'<w:pStyle w:val="{name}"/>')
        for depth, (name, form, text) in enumerate(
            (("One", "decimal", "%1."), ("Two", "upperLetter", "%1%2"))
        )
    ]
    table_of = table(row("Questions", "Red", "Green"), row("Do we?", "No", "Yes"))
    body = "".join(
        paragraph(words, style) for words, style in (("Ours", ""), ("Vision", "One"), ("Purpose", "Two"))
    )
    found = of_word(f"{body}{table_of}{paragraph('Needs', 'Two')}{table_of}", lists(*levels), styles)
    assert [one.title for one in found.rubric.headings] == ["1 Vision"]
    assert [one.title for one in found.rubric.elements.values()] == ["1A Purpose", "1B Needs"]


def test_codes_and_numerals_of_word_across_the_rows_of_a_table() -> None:
    """Headings, elements and questions are levels of one list."""
    numbering = lists(
        level(0, "decimal", "%1."), level(1, "upperLetter", "%1%2"), level(2, "lowerRoman", "%3.")
    )

    def element(name: str, *asked: str) -> str:
        questions = "".join(paragraph(one, numbered=(1, 2)) for one in asked)
        numerals = ("i. ", "ii. ")[: len(asked)]
        answers = [cell("\n".join(f"{one}{word}" for one in numerals)) for word in ("No", "Yes")]
        return row(cell(paragraph(name, numbered=(1, 1))), cell(questions), *answers)

    def heading(name: str) -> str:
        return row(cell(paragraph(name, numbered=(1, 0)), 4))

    found = of_word(
        table(
            HEADER, heading("Vision"), element("Purpose", "One?", "Two?"), element("Needs", "Three?"),
            heading("People"), element("Staff", "Four?"),
        ),
        numbering,
    )  # fmt: skip
    assert [one.title for one in found.rubric.headings] == ["1 Vision", "2 People"]
    assert list(found.rubric.questions) == ["1A.i", "1A.ii", "1B.i", "2A.i"]
    assert "Word's own numbering" in whys(found)
    assert not found.unread


def test_a_list_that_runs_on_from_row_to_row_numbers_its_questions() -> None:
    """One in each row."""
    rows = [
        row("1A Us" if place == 0 else "", cell(paragraph(f"Q{place}?", numbered=(1, 0))), "No", "Yes")
        for place in range(3)
    ]
    found = of_word(table(HEADER, *rows), lists(level(0, "decimal", "%1)")))
    assert list(found.rubric.questions) == ["1A.1", "1A.2", "1A.3"]
    assert "in the file; here they" not in whys(found)


def test_a_list_that_runs_on_from_cell_to_cell_counts_from_one_in_each() -> None:
    """Where the cells have as many items each: else nothing says which belong together, and it is listed."""

    def items(*words: str) -> str:
        return cell("".join(paragraph(one, numbered=(1, 0)) for one in words))

    numbering = lists(level(0, "decimal", "%1."))
    found = of_word(
        table(HEADER, row("1A Us", items("One?", "Two?"), items("r1", "r2"), items("g1", "g2"))), numbering
    )
    assert question_texts(found) == [("1A.1", "One?", "r1", "g1"), ("1A.2", "Two?", "r2", "g2")]
    assert "the places in the cell" in whys(found)
    found = of_word(
        table(HEADER, row("1A Us", items("One?", "Two?"), items("r"), items("g1", "g2"))), numbering
    )
    assert [one[2] for one in question_texts(found)] == ["", ""]
    assert "r" in [one.words for one in found.unread]
