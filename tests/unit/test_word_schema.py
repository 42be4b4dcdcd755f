"""Word files keep the rules of Word's schema, say of themselves what is true, and describe all they show."""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from openxml_audit import OpenXmlValidator  # type: ignore[import-untyped]  # it ships no types

from matbot.demo.documents import document_folders
from matbot.report.blocks import Bullets, HeatMap, Quote, Report, Table, paragraph
from matbot.report.formats.ooxml import save_document, shade
from matbot.report.formats.word import to_word
from matbot.report.palette import HEAD, NONE
from matbot.review.fold import review_of
from matbot.review.heat_map import heat_map
from matbot.rubric import Rubric
from matbot.store.workspace import Workspace
from tests.talk import Talk
from tests.word_schema import faults_of


@pytest.fixture(scope="module")
def word_files(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, bytes]]:
    """Every Word file of the demo, by its folder and name."""
    root = tmp_path_factory.mktemp("demo")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("MATBOT_STATE", str(root / "state"))
        yield {
            f"{folder.folder}/{sheet.stem}": sheet.document.render("docx")
            for folder in document_folders(Workspace(root / "workspace"))
            for sheet in folder.sheets
            if "docx" in sheet.forms
        }


def test_every_word_file_of_the_demo_keeps_the_rules_of_the_schema(word_files: dict[str, bytes]) -> None:
    """Children in order and once, required attributes, ids unique, relationships that lead somewhere."""
    kinds = {name.rpartition("/")[2] for name in word_files}
    assert kinds >= {"board", "comparison", "learning-set", "own", "pack", "priorities"}
    assert {name: faults for name, file in word_files.items() if (faults := faults_of(file))} == {}


def test_every_word_file_of_the_demo_passes_the_schema_of_an_office_validator(
    word_files: dict[str, bytes], tmp_path: Path
) -> None:
    """Every element and attribute is looked up in the schema that Office's own validator has."""
    validator, path = OpenXmlValidator(max_errors=0), tmp_path / "a.docx"
    found = {}
    for name, file in word_files.items():
        path.write_bytes(file)
        found[name] = [
            f"{one.part_uri} {one.path}: {one.description}" for one in validator.validate(path).errors
        ]
    assert {name: errors for name, errors in found.items() if errors} == {}


@pytest.mark.parametrize(
    ("tag", "parent", "fault"),
    [
        ("w:shd", "w:tcPr", "shd more than once in tcPr"),
        ("w:pStyle", "w:pPr", "pStyle more than once in pPr"),
        ("w:b", "w:rPr", "the order in rPr"),
        ("w:tblW", "w:tblPr", "tblW more than once in tblPr"),
        ("w:p", "w:tcPr", "p in tcPr"),
        ("w:shd", "w:rPr", "shd without val"),
    ],
)
def test_the_checker_finds_what_breaks_a_rule(tag: str, parent: str, fault: str) -> None:
    """A child twice, out of its place, in a place that is not its own, or without what it must say."""
    document = Document(BytesIO(to_word(Report("T", (Table("C", ("A", "B"), (("one", "two"),)),)))))
    cell = document.tables[0].rows[0].cells[0]
    shade(cell, HEAD)
    properties = next(document.element.body.iter(qn(parent)))
    if parent == "w:rPr":
        properties.append(OxmlElement("w:color"))
    properties.append(OxmlElement(tag))
    assert any(fault in one for one in faults_of(save_document(document)))


def test_a_cell_has_one_shading_however_often_it_is_coloured() -> None:
    """The schema allows one; with two of them some readers show the first and some refuse the file."""
    document = Document()
    cell = document.add_table(1, 1).rows[0].cells[0]
    for colour in (HEAD, NONE, HEAD):
        shade(cell, colour)
    (shading,) = cell._tc.tcPr.findall(qn("w:shd"))
    assert shading.get(qn("w:fill")) == HEAD.fill.removeprefix("#").upper()


def test_a_table_tells_the_truth_about_its_header_row_in_both_places(rubric: Rubric) -> None:
    """What repeats on each page and what the table's look says agree; the heat map has names at the side."""
    blocks = HeatMap(rubric.scale, heat_map(rubric, review_of(rubric, Talk(rubric).log)))
    table = Table("C", ("A", "B"), (("one", "two"),))
    drawn_map, drawn = Document(BytesIO(to_word(Report("T", (blocks, table))))).tables
    for one, row in ((drawn_map, False), (drawn, True)):
        look = one._tbl.tblPr.find(qn("w:tblLook"))
        assert look.get(qn("w:firstRow")) == str(int(row))
        assert bool(int(look.get(qn("w:val")), 16) & 0x20) == row
        assert bool(int(look.get(qn("w:val")), 16) & 0x80) == (look.get(qn("w:firstColumn")) == "1")
        assert ("w:tblHeader" in one.rows[0]._tr.xml) == row
    assert drawn_map._tbl.tblPr.find(qn("w:tblLook")).get(qn("w:firstColumn")) == "1"


def test_the_description_of_a_heat_map_names_every_element(rubric: Rubric) -> None:
    """It is heard in place of the picture: nothing of it is cut."""
    rows = heat_map(rubric, review_of(rubric, Talk(rubric).log))
    (drawn,) = Document(BytesIO(to_word(Report("T", (HeatMap(rubric.scale, rows),))))).tables
    description = drawn._tbl.tblPr.find(qn("w:tblDescription")).get(qn("w:val"))
    assert all(f"{code} " in description for code in rubric.elements)
    assert description.endswith(rows[-1].cells[-1].words)


def test_the_properties_of_a_word_file_are_matbots_own(word_files: dict[str, bytes]) -> None:
    """Its title, the trust whose it is, and no name, date or part of the library's template."""
    for name, file in word_files.items():
        with ZipFile(BytesIO(file)) as package:
            parts = {part: package.read(part).decode(errors="replace") for part in package.namelist()}
        assert not [part for part in parts if "thumbnail" in part or "Effects" in part or "custom" in part]
        core = parts["docProps/core.xml"]
        properties = Document(BytesIO(file)).core_properties
        heading = next(one.text for one in Document(BytesIO(file)).paragraphs)
        assert properties.title == heading[:250], name
        assert not re.findall("created|odified|revision", core)
        assert "python-docx" not in core
        assert parts["docProps/app.xml"].count("matbot") == 1
        assert "Microsoft" not in parts["docProps/app.xml"]
        assert (
            'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"'
            in (parts["word/settings.xml"])
        )
    author = {name: Document(BytesIO(file)).core_properties.author for name, file in word_files.items()}
    assert author["northfields-executive-team/board"] == "Northfields Learning Trust"
    assert author["two-trusts/learning-set"] == ""


def test_a_document_without_a_trust_has_no_author() -> None:
    """Nobody's name is made up, and no program's."""
    assert Document(BytesIO(to_word(Report("T", (paragraph("x"),))))).core_properties.author == ""


def test_words_that_read_from_the_right_are_marked_so_and_no_others(tmp_path: Path) -> None:
    """Line by line, in a quotation, in a list and in a table; and the file keeps the schema."""
    words = "In English.\nשלום עולם.\nمرحبا (1A).\n(1A) שלום\n+44 1\nAnd שלום again."
    blocks = (Quote(words), Bullets(("שלום",)), Table("Table", ("Name", "Words"), (("x", words),)))
    file = to_word(Report("Report", blocks))
    assert faults_of(file) == []
    path = tmp_path / "a.docx"
    path.write_bytes(file)
    assert [one.description for one in OpenXmlValidator(max_errors=0).validate(path).errors] == []
    marked = [
        "".join(node.text or "" for node in one.iter(qn("w:t")))
        for one in Document(BytesIO(file)).element.body.iter(qn("w:p"))
        if one.find(f".//{qn('w:bidi')}") is not None and one.find(f".//{qn('w:rtl')}") is not None
    ]
    lines = ["שלום עולם.", "مرحبا (1A)."]
    assert marked == [*lines, "שלום", *lines]
