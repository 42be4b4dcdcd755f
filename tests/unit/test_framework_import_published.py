"""The published framework comes in from text, Word and PDF with its own words, to the character."""

import re
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from matbot.importers.findings import Found
from matbot.importers.frameworks.opening import found_in
from matbot.rubric import Rubric
from tests.unit.published import (
    HEADER,
    PUBLISHED,
    Layout,
    as_pdf,
    as_text,
    as_word,
    layout_of_rubric,
    layout_of_text,
    pairs,
    published,
)

NAME = "mat-si-capacity-framework-2019-20"
THREE = ("1A", "1B", "2A")


def imported(folder: Path, raw: bytes | str, ending: str) -> Found:
    """What is found in a file of these bytes."""
    path = folder / f"{NAME}.{ending}"
    path.write_bytes(raw.encode() if isinstance(raw, str) else raw)
    return found_in(path)


def question_texts(rubric: Rubric) -> list[tuple[str, str, str]]:
    """Every question with its descriptors, in order."""
    return [(one.text, one.red, one.green) for one in rubric.questions.values()]


def letters(words: Iterable[str]) -> Counter[str]:
    """How often each character comes, white space aside."""
    return Counter("".join("".join(words).split()))


@pytest.fixture(scope="module")
def text() -> Found:
    """The published text, read once."""
    published()
    return found_in(PUBLISHED)


def test_the_published_text_comes_in_whole(text: Found) -> None:
    """14 elements under 6 headings, 76 questions, and who owns it."""
    rubric = text.rubric
    assert (len(rubric.headings), len(rubric.elements), len(rubric.questions)) == (6, 14, 76)
    assert (rubric.id, rubric.title, rubric.edition) == (
        "mat-si-capacity-2019-20",
        "MAT SI CAPACITY FRAMEWORK",
        "2019-20",
    )
    assert "owned by the South West MAT Development Strategy Group" in rubric.source
    assert [(one.letters, one.name, one.meaning) for one in rubric.scale] == [
        ("R", "Red", "weak capacity"),
        ("AR", "Amber Red", ""),
        ("AG", "Amber Green", ""),
        ("G", "Green", "strong capacity"),
    ]
    assert any(words.startswith("Remember: this tool is diagnostic") for words in rubric.guidance)


def test_its_wording_is_exact(text: Found) -> None:
    """Each question, red and green as the file has them, white space and marks aside."""
    tables = layout_of_text(published()).tables
    assert question_texts(text.rubric) == [found for table in tables for found in pairs(table)]


def test_the_numerals_of_2a_are_mended(text: Found) -> None:
    """They run i, ii, ii, v, v in the file, and that is said."""
    (correction,) = [one for one in text.corrections if "numbered" in one.what]
    assert correction.place == "line 53"
    assert "i, ii, ii, v and v" in correction.what
    assert list(text.rubric.errata) == [correction.what]
    assert [one.id for one in text.rubric.elements["2A"].questions][2:] == ["2A.iii", "2A.iv", "2A.v"]


def test_every_character_of_the_tables_is_accounted_for(text: Found) -> None:
    """In the edition, or unread, or a mark: a numeral, the point after a code, a header, a rating."""
    rows = [line.split("\t") for line in published().split("\n") if "\t" in line]
    cells = [re.sub(r"<[^<>]+>", " ", cell) for row in rows for cell in row]
    framework = [one.number + one.name for one in text.rubric.headings]
    for element in text.rubric.elements.values():
        framework += [element.code, element.name, *element.aspects]
        framework += [words for one in element.questions for words in (one.text, one.red, one.green)]
    unread = [one.words for one in text.unread if "other columns" in one.why]
    lines = [line for table in layout_of_text(published()).tables for row in table[1:] for line in row[1:4]]
    numerals = [found for cell in lines for found in re.findall(r"^[ivx]+\.", cell, re.MULTILINE)]
    marks = [*numerals, "." * (14 + 6), *HEADER * 14, *["R AR AG G"] * 14]
    assert letters(cells) == letters(framework) + letters(unread) + letters(marks)


def test_the_words_around_the_tables_are_in_the_edition_or_listed(text: Found) -> None:
    """Nothing of them is dropped without a word."""
    rubric = text.rubric
    kept = " ".join([rubric.title, rubric.source, *rubric.guidance, *(one.words for one in text.unread)])
    around = [line for line in published().split("\n") if line.strip() and "\t" not in line]
    lost = [line for line in around if re.sub(r"[*\s]", "", line) not in re.sub(r"[*\s]", "", kept)]
    assert [re.sub(r"[*]", "", line) for line in lost] == [
        "Red (weak capacity) Amber Red Amber Green Green (strong capacity)"
    ]


def test_word_and_pdf_say_the_same(text: Found, tmp_path: Path) -> None:
    """What another program makes of the same tables, with cells that wrap and rows that run over pages."""
    layout = layout_of_text(published())
    for ending, raw in (("docx", as_word(layout)), ("pdf", as_pdf(layout))):
        found = imported(tmp_path, raw, ending)
        assert found.rubric == text.rubric
        assert [one.what for one in found.corrections if "numbered" in one.what] == [*text.rubric.errata]


@pytest.fixture
def own(rubric: Rubric) -> Layout:
    """The edition that ships, laid out as the published one is."""
    return layout_of_rubric(rubric)


@pytest.mark.parametrize("ending", ["txt", "docx", "pdf"])
def test_the_edition_that_ships_comes_back_as_it_is(
    rubric: Rubric, own: Layout, ending: str, tmp_path: Path
) -> None:
    """From text, Word and PDF, whether the published text is here or not."""
    written: dict[str, Callable[[Layout], bytes | str]] = {"txt": as_text, "docx": as_word, "pdf": as_pdf}
    raw = written[ending](own)
    found = imported(tmp_path, raw, ending)
    assert found.rubric.headings == rubric.headings
    assert (found.rubric.scale, found.rubric.source) == (rubric.scale, rubric.source)
    assert found.rubric.guidance == rubric.guidance
    assert not found.rubric.errata
    assert [one.words for one in found.unread] == ["How to use this tool"]


@pytest.mark.parametrize(
    ("repeat", "one_table", "open_ends"),
    [(True, True, False), (False, True, False), (False, False, False), (True, False, True)],
)
def test_a_table_that_runs_over_pages_is_whole(
    rubric: Rubric, repeat: bool, one_table: bool, open_ends: bool, tmp_path: Path
) -> None:
    """With its header repeated on every page or not, and a rule at the end of the page or not.

    What ran over is told of, with its page.
    """
    part = rubric.part(THREE)
    layout = layout_of_rubric(part)
    found = imported(tmp_path, as_pdf(layout, repeat, one_table=one_table, open_ends=open_ends), "pdf")
    assert found.rubric.headings == part.headings
    assert any(re.fullmatch(r"page \d+(, table \d+)?, row \d+", one.place) for one in found.corrections)
    assert {one.why for one in found.corrections} <= {
        "It runs over from one page, or one table, to the next.",
        "The file has them on one line.",
    }


def test_slips_in_the_numerals_are_mended_in_every_kind_of_file(rubric: Rubric, tmp_path: Path) -> None:
    """Twice the same numeral, as in 2A: the descriptors tell which is which."""
    part = rubric.part(("2A",))

    def slip(row: tuple[str, ...]) -> tuple[str, ...]:
        asked = row[1].replace("\niii. ", "\nii. ").replace("\niv. ", "\nv. ")
        return (row[0], asked, *row[2:])

    layout = layout_of_rubric(part).mapped(slip)
    for ending, raw in (("txt", as_text(layout)), ("docx", as_word(layout)), ("pdf", as_pdf(layout))):
        found = imported(tmp_path, raw, ending)
        assert found.rubric.headings == part.headings
        assert found.rubric.errata == (
            "2A: the questions are numbered i, ii, ii, v and v in the file; "
            "here they run from i to v, as their descriptors do.",
        )
