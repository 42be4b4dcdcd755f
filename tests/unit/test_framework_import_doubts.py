"""What may be missing is told first, and is not kept unasked; and words of something else stay out."""

from pathlib import Path
from typing import Any

import pytest
from docx import Document
from fpdf import FPDF

from matbot.importers.findings import Found
from matbot.importers.frameworks.interpretation import interpret_source
from matbot.importers.frameworks.opening import found_in
from matbot.importers.readers.pieces import SourceCell, SourceContent, SourceParagraph, SourceRow, SourceTable
from matbot.importers.readers.text import pieces_of_text
from matbot.rubric import Rubric
from matbot.screens.widgets.found_words import draw_found, format_summary
from tests.speaking import run
from tests.unit.published import HEADER, Layout, as_pdf, as_word, layout_of_rubric, saved

HEAD = "\t".join(HEADER) + "\n"


def of_text(text: str) -> Found:
    """What is found in a plain text."""
    return interpret_source(pieces_of_text(text), "ours-2025-26.txt")


def of_file(folder: Path, raw: bytes, ending: str) -> Found:
    """What is found in a file of these bytes."""
    path = folder / f"ours-2025-26.{ending}"
    path.write_bytes(raw)
    return found_in(path)


def doubts(found: Found) -> list[str]:
    """What is told first."""
    return [f"{one.place}: {one.what}" for one in found.doubts]


def element(code: str, count: int = 1) -> str:
    """A row of an element."""
    cells = [" ".join(f"{n}. {word} {n}?" for n in ("i", "ii", "iii")[:count]) for word in ("Q", "R", "G")]
    return "\t".join([f"{code} Name", *cells, ""]) + "\n"


@pytest.mark.parametrize(
    ("codes", "expected"),
    [
        (("1A", "1B", "2A"), []),
        (("1A", "1C", "2A"), ["Element 1B is missing between 1A and 1C."]),
        (("1A", "2B", "2C"), ["Element 2A is missing between 1A and 2B."]),
        (("1A", "1E"), ["Elements 1B, 1C and 1D are missing between 1A and 1E."]),
        (("1.1", "1.3"), ["Element 1.2 is missing between 1.1 and 1.3."]),
        (("QE-2", "LM-1", "LM-2"), []),
    ],
)
def test_a_gap_in_the_codes_is_told(codes: tuple[str, ...], expected: list[str]) -> None:
    """The elements that should stand between two that do."""
    found = of_text(HEAD + "".join(map(element, codes)))
    assert doubts(found) == [f"the whole file: {words}" for words in expected]


def test_a_gap_in_the_headings_is_told() -> None:
    """A page may be missing."""
    found = of_text(HEAD + "1. Vision\n" + element("1A") + "3. Teaching\n" + element("3A"))
    assert doubts(found) == ["the whole file: Heading 2 is missing between 1 and 3."]


def test_numerals_that_begin_again_are_told() -> None:
    """The cell with the next element's name was lost, and its questions came to this one."""
    found = of_text(HEAD + element("1A", 2) + element("", 2).replace(" Name", "", 1))
    assert len(found.rubric.questions) == 4
    assert doubts(found) == [
        "line 3: 1A: the numerals begin again at i after ii. Another element may begin there: “Q i?”"
    ]


def test_questions_among_what_was_left_out_are_told() -> None:
    """In a table, and in paragraphs that were one; the header of another table is none."""
    left = "Focus\tWhat is the issue?\nPupils\t(i) Why? Is it so?\n\ni. Is it?\ti. No\n\n"
    found = of_text(HEAD + element("1A") + "\n" + left + "i. Is it clear? ii. Is it shared?\n")
    assert [words.partition(":")[0] for words in doubts(found)] == ["line 7", "line 9"]


def test_a_table_of_something_else_on_top_of_a_page_stays_out() -> None:
    """Its columns fit those of the framework's table, and its words are headers."""

    def row(place: str, *texts: str) -> SourceRow:
        return SourceRow(place, tuple(SourceCell(start, start + 1, text) for start, text in enumerate(texts)))

    ours = SourceTable((row("a", *HEADER), row("b", "1A X", "i. One?", "i. A", "i. B", "R AR AG G")))
    others = (
        ("Focus Area", "What were the issues?", "What do we need to do?", "Where do we want to be?"),
        ("Focus Area", "The issues", "What do we need to do", "Where do we want to be", "By whom"),
    )
    for words in others:
        rest = SourceTable((row("c", *words), row("d", *[""] * len(words))), True)
        found = interpret_source(
            SourceContent([ours, rest, SourceTable((row("e", "", "", "", "12 months"),), True)]), "ours.pdf"
        )
        (question,) = found.rubric.questions.values()
        assert (question.text, question.red, question.green) == ("One?", "A", "B")
        assert [(one.place, one.words) for one in found.unread] == [
            ("c", "\n".join(words)),
            ("e", "12 months"),
        ]


def test_a_code_that_is_parted_from_its_name_by_a_page() -> None:
    """`1B.` ends a page, and the name begins the next."""

    def row(place: str, *texts: str) -> SourceRow:
        return SourceRow(place, tuple(SourceCell(start, start + 1, text) for start, text in enumerate(texts)))

    first = SourceTable(
        (
            row("a", *HEADER),
            row("b", "1A. X", "i. One?", "i. A", "i. B", ""),
            row("c", "1B.", "i. Is", "i. The", "i. It", ""),
        )
    )
    rest = SourceTable((row("d", "Needs", "it so?", "trust", "is", ""),), True)
    found = interpret_source(SourceContent([first, rest]), "ours.pdf")
    assert [one.title for one in found.rubric.elements.values()] == ["1A X", "1B Needs"]
    assert found.rubric.questions["1B.i"].text == "Is it so?"


# PDFs


def test_words_broken_in_narrow_columns_are_whole(rubric: Rubric, tmp_path: Path) -> None:
    """Lines end in the spaces of the text, and a word that is too wide is broken without one."""
    part = rubric.part(("1A",))
    layout = layout_of_rubric(part)
    raw = as_pdf(layout, spaces=True, widths=(16.0, 18.0, 18.0, 18.0, 12.0))
    assert of_file(tmp_path, raw, "pdf").rubric.headings == part.headings


def test_what_stands_on_top_of_every_page_is_listed_once(rubric: Rubric, tmp_path: Path) -> None:
    """It is not the title, though it is the first line of the file."""
    part = rubric.part(("1A", "1B", "2A"))
    found = of_file(tmp_path, as_pdf(layout_of_rubric(part), running="11/22/26, Page"), "pdf")
    assert found.rubric.title == part.title.upper()
    assert found.rubric.headings == part.headings
    (one,) = [one for one in found.unread if "11/22/26" in one.words]
    assert one.words == "11/22/26, Page 1"
    assert one.place.startswith("pages 1 ")


def test_pages_that_are_pictures_are_told_first(tmp_path: Path) -> None:
    """Among others that have words."""
    pdf = FPDF(orientation="landscape")
    _grid(pdf, (20, 30, 50), [HEADER, ("1A. X", "i. One?", "i. A", "i. B", "")])
    for _ in range(2):
        pdf.add_page()
        pdf.rect(10, 10, 100, 100)
    (doubt,) = doubts(of_file(tmp_path, bytes(pdf.output()), "pdf"))
    assert doubt.startswith("pages 2 to 3: There is no text on these pages")


def test_a_cell_over_several_rows_that_runs_over_a_page(tmp_path: Path) -> None:
    """It has no rule at the end of the page, though the rows beside it have."""
    pdf = FPDF(orientation="landscape")
    rows = [HEADER, ("1A. X", "i. One?", "i. A", "i. B", ""), (None, "ii. Two?", "ii. C", "ii. D", None)]
    _grid(pdf, (20, 30, 50, 70), rows, open_end=True)
    rest = [HEADER, ("", "iii. Three?", "iii. E", "iii. F", ""), ("1B. Y", "i. Four?", "i. G", "i. H", "")]
    _grid(pdf, (20, 30, 50, 70), rest)
    found = of_file(tmp_path, bytes(pdf.output()), "pdf")
    asked = {one.id: one.text for one in found.rubric.questions.values()}
    assert asked == {"1A.i": "One?", "1A.ii": "Two?", "1A.iii": "Three?", "1B.i": "Four?"}
    assert [one.words for one in found.unread] == [HEADER[-1]]


def _grid(pdf: FPDF, downs: tuple[int, ...], rows: list[Any], open_end: bool = False) -> None:
    """A page with a table; None is a cell that is joined to the one above."""
    pdf.add_page()
    pdf.set_font("helvetica", size=8)
    acrosses = (10, 60, 110, 160, 210, 260)
    for top, bottom, row in zip(downs, downs[1:], rows, strict=False):
        for left, right, words in zip(acrosses, acrosses[1:], row, strict=False):
            for side in (left, right):
                pdf.line(side, top, side, bottom)
            if words is not None:
                pdf.line(left, top, right, top)
                pdf.text(left + 1, top + 4, words)
            if bottom == downs[-1] and not (open_end and left in (10, 210)):
                pdf.line(left, bottom, right, bottom)


def test_a_table_without_ruled_lines_is_told_of(tmp_path: Path) -> None:
    """And not that there is none."""
    pdf = FPDF(orientation="landscape")
    pdf.add_page()
    pdf.set_font("helvetica", size=8)
    for row, down in ((HEADER, 20), (("1A. X", "i. One?", "i. A", "i. B", ""), 30)):
        for number, words in enumerate(row):
            pdf.text(10 + 50 * number, down, words)
    path = tmp_path / "ours.pdf"
    path.write_bytes(bytes(pdf.output()))
    assert "Save it as a Word file" in run("rubric", "import", str(path)).err


# Word


ROW = ("1A. Purpose", "i. Is it clear?", "i. No", "i. Yes", "R AR AG G")


def test_an_element_that_goes_on_in_another_table_is_told(tmp_path: Path) -> None:
    """Its questions are together, and that is mended."""
    again = ("1A. Purpose (continued)", "ii. Is it shared?", "ii. By few", "ii. By all", "")
    found = of_file(tmp_path, as_word(Layout(("Ours",), ((HEADER, ROW), (HEADER, again)))), "docx")
    assert list(found.rubric.questions) == ["1A.i", "1A.ii"]
    assert ("table 2, row 2", "1A: its questions go on here.") in [
        (one.place, one.what) for one in found.corrections
    ]


def test_a_table_in_a_table_that_only_lays_out(tmp_path: Path) -> None:
    """A frame of one cell round everything."""
    document = Document()
    cell = document.add_table(rows=1, cols=1).cell(0, 0)
    table = cell.add_table(rows=0, cols=5)
    for row in (HEADER, ROW):
        for one, words in zip(table.add_row().cells, row, strict=True):
            one.text = words
    assert list(of_file(tmp_path, saved(document), "docx").rubric.questions) == ["1A.i"]


def test_elements_named_by_the_paragraphs_above_their_tables(tmp_path: Path) -> None:
    """With what they cover, and the heading above the first; tables of three columns."""
    document = Document()
    for above, row in (
        (("Our framework", "1. Vision", "1A. Purpose", "One thing"), ROW[1:4]),
        (("1B. Needs",), ("i. Known?", "i. n", "i. y")),
    ):
        for words in above:
            document.add_paragraph(words)
        table = document.add_table(rows=0, cols=3)
        for texts in (HEADER[1:4], row):
            for one, words in zip(table.add_row().cells, texts, strict=True):
                one.text = words
    found = of_file(tmp_path, saved(document), "docx")
    assert [one.title for one in found.rubric.headings] == ["1 Vision"]
    assert [(one.title, one.aspects) for one in found.rubric.elements.values()] == [
        ("1A Purpose", ("One thing",)),
        ("1B Needs", ()),
    ]
    assert (found.rubric.title, found.unread) == ("Our framework", ())


# How it is told


def test_guidance_that_announces_the_scale_ends_with_it() -> None:
    """And a list below a colon stays with it."""
    use = "Use the questions and descriptors to rate your trust along a four-point scale:"
    what = "Before you begin, have these ready, so that nobody has to leave the room to look for them:"
    scale = "Red (weak) Amber Red Amber Green Green (strong)"
    found = of_text(f"Ours\n\n{use}\n\n{scale}\n\n{what}\n\n- results\n\n- plans\n\n{HEAD}{element('1A')}")
    assert found.rubric.guidance == (
        f"{use} Red (weak), Amber Red, Amber Green and Green (strong).",
        f"{what} - results - plans",
    )


@pytest.fixture
def gap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A framework of which an element is missing."""
    monkeypatch.setenv("MATBOT_WORKSPACE", str(tmp_path / "workspace"))
    path = tmp_path / "ours 2025-26.txt"
    path.write_text(f"Ours\n\n{HEAD}{element('1A')}{element('1C')}", encoding="utf-8")
    return str(path)


def test_nothing_doubtful_is_kept_unasked(gap: str, tmp_path: Path) -> None:
    """It is told first, and `--yes` must be said twice."""
    done = run("rubric", "import", gap, "--yes")
    assert done.status == 1
    assert done.out.startswith("Look at this first:\n  the whole file: Element 1B is missing")
    assert "--yes --even-so" in done.err
    assert not (tmp_path / "workspace/rubrics").exists()
    assert run("rubric", "import", gap, "--yes", "--even-so").status == 0


def test_all_of_it_can_be_looked_at_before_it_is_kept(gap: str) -> None:
    """Asked for by an option, or when it asks."""
    for options, typed in ((("--show",), "n\n"), ((), "show\nn\n")):
        done = run("rubric", "import", gap, *options, typed=typed)
        assert "1C.i Q i?" in " ".join(done.out.split())
        assert "even so? [y/N/show]" in done.err
        assert "Nothing was kept." in done.err


def test_the_page_of_the_app_tells_it_first_and_lists_every_question(gap: str) -> None:
    """From top to bottom."""
    found = found_in(Path(gap))
    lines = draw_found(found, 80).plain.split("\n")
    assert lines[0] == "Look at this first"
    assert "Element 1B is missing between 1A and 1C." in lines[1]
    assert any("1C.i Q i?" in line for line in lines)
    assert "may be missing" in format_summary(found)


def test_words_above_a_table_part_it_from_the_page_before() -> None:
    """What was taken for a paragraph is none of the table's."""
    found = interpret_source(
        SourceContent([SourceParagraph("page 1", "Ours"), *pieces_of_text(HEAD + element("1A")).parts]),
        "x.pdf",
    )
    assert found.doubts == ()
