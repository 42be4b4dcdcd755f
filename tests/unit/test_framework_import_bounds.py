"""What an import may take: so many bytes, marks, cells, letters and pages, and so much time and memory."""

import subprocess
import sys
import threading
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from fpdf import FPDF

from matbot.importers.findings import CannotImport
from matbot.importers.frameworks.interpretation import interpret_source
from matbot.importers.frameworks.opening import found_in
from matbot.importers.readers import memory, pdf_process, word_file
from matbot.importers.readers.budget import LETTERS_OF_A_CELL, MOST_CELLS, SECONDS, Budget
from matbot.importers.readers.files import UnreadableSource
from matbot.importers.readers.pdf_pages import MOST_PAGES
from matbot.importers.readers.pdf_process import pieces_of_pdf_apart
from matbot.importers.readers.pieces import SourceTable
from matbot.importers.readers.text import pieces_of_text
from matbot.importers.readers.word import pieces_of_word
from matbot.rubric import Rubric
from tests.unit.published import HEADER, Layout, as_pdf

ROW = ("1A. Purpose", "i. Is it clear?", "i. No", "i. Yes", "R AR AG G")
GOOD = as_pdf(Layout(("Our framework",), ((HEADER, ("1. Vision",), ROW),)))
FORMS = Path(__file__).parent / "forms"


def zipped(body: str, **others: bytes) -> bytes:
    """A Word file with this body."""
    raw = BytesIO()
    with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("word/document.xml", f"<document><body>{body}</body></document>")
        for name, content in others.items():
            file.writestr(name, content)
    return raw.getvalue()


def test_a_budget_counts_cells_letters_and_time() -> None:
    """Each is refused in words of its own, with the place kept."""
    budget = Budget(cells=10)
    budget.count("row 1", 10)
    with pytest.raises(UnreadableSource, match="far more in it"):
        budget.count("row 2")
    assert budget.place == "row 2"
    with pytest.raises(UnreadableSource, match="far more in it"):
        Budget(cells=10).read("x" * LETTERS_OF_A_CELL * 10)
    now = [0.0]
    timed = Budget(clock=lambda: now[0])
    timed.check("row 1")
    now[0] = SECONDS + 1
    with pytest.raises(UnreadableSource, match="longer than 60 seconds"):
        timed.check("row 2")
    with pytest.raises(UnreadableSource, match="longer than 60 seconds"):
        timed.read("x" * 100 * LETTERS_OF_A_CELL)


@pytest.mark.parametrize(
    "body",
    [
        "<p/>" * (MOST_CELLS + 1),
        f"<tbl>{'<tr><tc><p/></tc></tr>' * (MOST_CELLS // 2 + 1)}</tbl>",
        f"<p><r><t>{'x' * (MOST_CELLS * LETTERS_OF_A_CELL + 1)}</t></r></p>",
        "<x/>" * (word_file.MOST_MARKS + 1),
        " " * (word_file.LARGEST_PART + 1),
    ],
    ids=["paragraphs", "cells", "letters", "marks", "bytes"],
)
def test_a_small_word_file_that_holds_far_too_much_is_refused(body: str) -> None:
    """While it is read, and in words."""
    with pytest.raises(UnreadableSource, match="far more in it"):
        pieces_of_word(zipped(body), Budget())


def test_a_word_file_of_too_many_parts_is_refused_before_they_are_listed() -> None:
    """Each takes memory, however empty it is."""
    parts = {f"x{number}": b"" for number in range(word_file.MOST_PARTS + 1)}
    with pytest.raises(UnreadableSource, match="far more in it"):
        pieces_of_word(zipped("", **parts), Budget())


def test_a_row_of_very_many_cells_is_read_in_time() -> None:
    """Empty ones, and ones with items of lists."""
    item = "<p><pPr><numPr><numId val='1'/></numPr></pPr><r><t>x</t></r></p>"
    for inner in ("<p/>", item):
        row = f"<tr>{f'<tc>{inner}</tc>' * 20_000}<tc><p><r><t>x</t></r></p></tc></tr>"
        raw = zipped(f"<tbl>{row}{row}</tbl>")
        with pytest.raises(CannotImport):
            interpret_source(pieces_of_word(raw, Budget()), "x.docx")


def test_files_that_nest_without_end_are_read() -> None:
    """Tables in tables, and controls in controls."""
    for opening, closing in (
        ("<tbl><tr><tc>", "</tc></tr></tbl>"),
        ("<sdt><sdtContent>", "</sdtContent></sdt>"),
    ):
        depth = 20_000
        pieces_of_word(zipped(f"{opening * depth}<p><r><t>x</t></r></p>{closing * depth}"), Budget())


def test_a_long_text_is_refused_while_it_is_read() -> None:
    """By its cells and by its letters."""
    with pytest.raises(UnreadableSource, match="far more in it"):
        pieces_of_text("a\tb\tc\n" * (MOST_CELLS // 3))


# PDF


def test_a_pdf_is_read_in_a_process_of_its_own() -> None:
    """What that says is what stands in it."""
    (table,) = (part for part in pieces_of_pdf_apart(GOOD).parts if isinstance(part, SourceTable))
    assert [cell.text for cell in table.rows[2].cells] == list(ROW)


def test_a_pdf_that_takes_too_long_or_too_much_is_refused_in_words() -> None:
    """Whatever it was doing."""
    with pytest.raises(CannotImport, match="longer than"):
        pieces_of_pdf_apart(GOOD, seconds=0.01)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux holds to the bound of memory")
def test_a_pdf_that_takes_too_much_memory_is_refused_in_words() -> None:
    """Two pages full of words, and little memory for them."""
    pdf = FPDF()
    pdf.set_font("helvetica", size=4)
    for _ in range(2):
        pdf.add_page()
        pdf.multi_cell(0, 1.5, "word " * 6_000)
    with pytest.raises(CannotImport, match="more memory"):
        pieces_of_pdf_apart(bytes(pdf.output()), memory=80 * 2**20)


def test_memory_is_bounded_where_the_system_bounds_none(monkeypatch: pytest.MonkeyPatch) -> None:
    """The process that reads the file looks at what it takes, and ends."""
    most = 400 * 2**20
    unbounded = pdf_process._BEGIN.replace("main()", "main(is_bounded=False)")
    monkeypatch.setattr(pdf_process, "_BEGIN", unbounded)
    assert pieces_of_pdf_apart(GOOD, memory=most).parts
    greedy = (
        "from matbot.importers.readers import pdf_process as process; "
        "process.pieces_of_pdf = lambda raw: [b'x' * 2**20 for _ in range(2**11)]; main(is_bounded=False)"
    )
    monkeypatch.setattr(pdf_process, "_BEGIN", pdf_process._BEGIN.replace("main(is_bounded=False)", greedy))
    with pytest.raises(CannotImport, match="more memory"):
        pieces_of_pdf_apart(GOOD, memory=most)


def test_what_a_process_takes_is_known_on_this_system() -> None:
    """Python alone takes some megabytes; a process that takes too much ends with a status of its own."""
    assert 2**22 < memory.used() < 2**36
    ended = threading.Event()
    statuses = list[int]()

    def end(status: int) -> None:
        statuses.append(status)
        ended.set()

    memory.watch(2**20, end)
    assert ended.wait(30)
    assert statuses == [memory.STATUS]


def test_a_pdf_of_too_many_pages_or_too_full_a_page_is_refused_in_words() -> None:
    """As its reader says."""
    pdf = FPDF()
    for _ in range(MOST_PAGES + 1):
        pdf.add_page()
    with pytest.raises(CannotImport, match="more than 300 pages"):
        pieces_of_pdf_apart(bytes(pdf.output()))


def test_what_reads_a_pdf_finds_matbot_wherever_people_are(tmp_path: Path) -> None:
    """From another folder, with nothing in the environment that says where matbot is."""
    path = tmp_path / "ours.pdf"
    path.write_bytes(GOOD)
    root = Path(__file__).parents[2]
    code = (
        f"import sys; sys.path.insert(0, {str(root)!r}); from pathlib import Path; "
        "from matbot.importers.frameworks.opening import found_in; "
        "print(len(found_in(Path('ours.pdf')).rubric.questions))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, encoding="utf-8", check=True
    )
    assert done.stdout.strip() == "1"


def test_what_was_filled_into_a_form_is_listed_with_its_field() -> None:
    """Texts and choices; fields that are empty are listed as empty."""
    filled = {one.words: one.why for one in found_in(FORMS / "form-filled.pdf").unread}
    assert set(filled) == {"AG", "R", "Families said so in June.", "Two lonely pupils in May."}
    assert "called “1A rating”" in filled["AG"]
    (empty,) = found_in(FORMS / "form-blank.pdf").unread
    assert empty.words == "1A rating, 1A evidence, 1B rating, 1B evidence"


# Half characters


def test_half_a_character_in_the_words_of_a_framework_is_made_whole() -> None:
    """Nothing can write it down, so it is the sign for one that is not known."""
    half = "half \ud83d of one"
    rubric = Rubric.model_validate(
        {
            "id": "x", "title": half, "edition": "y", "source": "z", "guidance": [half],
            "scale": [{"letters": letters, "name": f"{letters} {half}"} for letters in "RAG"],
            "headings": [],
        }
    )  # fmt: skip
    assert rubric.title == rubric.guidance[0] == "half \ufffd of one"
    assert rubric.content_hash == Rubric.model_validate(rubric.model_dump(mode="json")).content_hash
