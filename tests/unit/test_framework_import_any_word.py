"""Word files of every make: no fault, and every word that stands on a page is kept or listed."""

import re
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from matbot.importers.findings import CannotImport, Found
from matbot.importers.frameworks.opening import found_in
from matbot.importers.packs.found import NotAPack
from matbot.importers.packs.opening import read_pack
from tests.reading_words import lost_of
from tests.unit.published import HEADER, Layout, as_word, question_texts
from tests.word_files import word_file

ROW = ("1A. Purpose", "i. Is it clear?", "i. No", "i. Yes", "R AR AG G")
WANTED = [("1A.i", "Is it clear?", "No", "Yes")]
RAW = as_word(Layout(("Our framework",), ((HEADER, ROW),)))


def of_word(folder: Path, raw: bytes, name: str = "ours-2025-26.docx") -> Found:
    """What is found in a Word file."""
    path = folder / name
    path.write_bytes(raw)
    return found_in(path)


def changed(raw: bytes, part: str, old: str, new: str) -> bytes:
    """A Word file with other words in the XML of one part."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(raw)) as file, zipfile.ZipFile(out, "w") as other:
        for name in file.namelist():
            text = file.read(name)
            other.writestr(name, re.sub(old, new, text.decode()).encode() if name == part else text)
    return out.getvalue()


@settings(max_examples=150, deadline=None)
@given(st.integers(min_value=0, max_value=10**9))
def test_no_word_on_a_page_is_lost_unseen(seed: int) -> None:
    """Each is in the edition or listed, whatever wraps it; a refusal keeps nothing, and says why."""
    assert not lost_of(word_file(seed))


@settings(max_examples=60, deadline=None)
@given(seed=st.integers(min_value=0, max_value=10**9))
def test_no_word_file_is_a_fault_of_the_reader_of_packs(
    seed: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """A framework is no pack, in words."""
    path = tmp_path_factory.mktemp("any") / "pack.docx"
    path.write_bytes(word_file(seed).raw)
    with pytest.raises(NotAPack) as refused:
        read_pack(path)
    assert "fault of matbot's own" not in str(refused.value)


@pytest.mark.parametrize("style", ["Normal", "ListParagraph", "NoSpacing", "Title", "Gone"])
def test_a_paragraph_of_any_style_in_a_cell_is_read(tmp_path: Path, style: str) -> None:
    """Also of one without properties of its own, and of one that the file does not have."""
    raw = changed(
        RAW, "word/document.xml", "<w:p>(?=<w:r><w:t>i. )", f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
    )
    assert question_texts(of_word(tmp_path, raw)) == WANTED


def test_styles_that_are_based_on_one_another_come_to_an_end(tmp_path: Path) -> None:
    """Two that are based on each other, and one on itself."""
    around = changed(
        RAW, "word/styles.xml", r'<w:basedOn w:val="Normal"/>', '<w:basedOn w:val="ListBullet"/>'
    )
    raw = changed(
        around,
        "word/document.xml",
        "<w:p>(?=<w:r><w:t>i. )",
        '<w:p><w:pPr><w:pStyle w:val="ListBullet"/></w:pPr>',
    )
    assert question_texts(of_word(tmp_path, raw)) == WANTED


@pytest.mark.parametrize(
    ("ending", "kind"),
    [
        ("docm", "application/vnd.ms-word.document.macroEnabled.main+xml"),
        ("dotx", "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"),
    ],
)
def test_templates_and_files_with_macros_are_read(tmp_path: Path, ending: str, kind: str) -> None:
    """As documents are."""
    usual = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main"
    raw = changed(RAW, "[Content_Types].xml", re.escape(usual) + r"\+xml", kind)
    assert question_texts(of_word(tmp_path, raw, f"ours.{ending}")) == WANTED


def test_the_strict_dialect_is_read(tmp_path: Path) -> None:
    """Word's own choice when it saves as Strict Open XML."""
    usual = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    raw = changed(RAW, "word/document.xml", usual, "http://purl.oclc.org/ooxml/wordprocessingml/main")
    assert question_texts(of_word(tmp_path, raw)) == WANTED


def test_headings_above_tables_are_headings(tmp_path: Path) -> None:
    """Numbered, or in the style of a heading; the title of the file is none."""
    document = as_word(
        Layout(("Our framework",), ((HEADER, ROW), (HEADER, ("2A. Needs", *ROW[1:])))), _head_the_tables
    )
    found = of_word(tmp_path, document)
    assert [one.title for one in found.rubric.headings] == ["1 Vision", "2 People"]
    assert found.rubric.title == "Our framework"
    assert not found.unread


def _head_the_tables(document: object) -> None:
    tables = document.tables  # type: ignore[attr-defined]  # python-docx gives no types
    for table, words, style in zip(tables, ("Vision", "People"), ("Heading 1", "Heading 2"), strict=True):
        heading = document.add_paragraph(words, style=style)  # type: ignore[attr-defined]  # as above
        table._tbl.addprevious(heading._p)


def test_soft_hyphens_are_no_part_of_words_and_paragraphs_in_a_text_box_are_apart(tmp_path: Path) -> None:
    """Two questions in a box are two."""
    asked = ("i. Is it clear?", "ii. Is it wel\u00adcome?")
    lines = "".join(f"<w:p><w:r><w:t>{one}</w:t></w:r></w:p>" for one in asked)
    drawn = f"<w:r><w:pict><w:txbxContent>{lines}</w:txbxContent></w:pict></w:r>"
    raw = changed(RAW, "word/document.xml", r"<w:r><w:t>i\. Is it clear\?</w:t></w:r>", drawn)
    assert [one[1] for one in question_texts(of_word(tmp_path, raw))] == ["Is it clear?"]
    raw = changed(raw, "word/document.xml", r"(?<=<w:t>)i\. (No|Yes)(?=<)", r"i. \1</w:t><w:br/><w:t>ii. \1")
    assert [one[1] for one in question_texts(of_word(tmp_path, raw))] == ["Is it clear?", "Is it welcome?"]


def test_what_stands_beside_the_text_is_listed(tmp_path: Path) -> None:
    """The header of the page, a footnote, a comment: each with its place."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(RAW)) as file, zipfile.ZipFile(out, "w") as other:
        for name in file.namelist():
            other.writestr(name, file.read(name))
        for name in ("header7", "footnotes", "comments"):
            other.writestr(f"word/{name}.xml", f"<x><p><r><t>Of the {name}.</t></r></p></x>")
    listed = {one.words: one.place for one in of_word(tmp_path, out.getvalue()).unread}
    assert listed == {
        "Of the header7.": "the header of the page",
        "Of the footnotes.": "a footnote",
        "Of the comments.": "a comment in the margin",
    }


def test_a_fault_in_a_reader_is_told_with_its_place_and_stops_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What it is, where in the file it was met, and that it is to be reported."""

    def fail(*_: object, **__: object) -> str:
        raise AttributeError("nothing foresaw this")

    monkeypatch.setattr("matbot.importers.readers.word_xml.words_of", fail)
    with pytest.raises(CannotImport, match=r"could not be read, because of a fault .* place: paragraph 1"):
        of_word(tmp_path, RAW)
    with pytest.raises(
        NotAPack, match=r"could not be read, because of a fault .* place: above the first table"
    ):
        read_pack(tmp_path / "ours-2025-26.docx")
