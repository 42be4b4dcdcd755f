"""Files of other programs: the words say what to do with each of their kinds."""

import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from matbot.importers.findings import CannotImport
from matbot.importers.frameworks.opening import found_in
from matbot.importers.packs.found import NotAPack
from matbot.importers.packs.opening import read_pack
from matbot.importers.readers.pdf import pieces_of_pdf


@pytest.mark.parametrize(
    ("kind", "words"),
    [("spreadsheet", "in LibreOffice with File, Save As, “Text CSV”"), ("text", "save it as Word")],
)
def test_a_file_of_libreoffice_is_told_by_what_is_in_it(tmp_path: Path, kind: str, words: str) -> None:
    """A spreadsheet cannot be saved as Word."""
    path = tmp_path / "framework.bin"
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("mimetype", f"application/vnd.oasis.opendocument.{kind}")
        file.writestr("content.xml", "<office/>")
    with pytest.raises(CannotImport, match=words):
        found_in(path)


def zipped(**parts: bytes) -> bytes:
    """A zip file of these parts."""
    raw = BytesIO()
    with zipfile.ZipFile(raw, "w") as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return raw.getvalue()


SPREADSHEETS = {
    "Excel": zipped(**{"xl/workbook.xml": b"<workbook/>"}),
    "LibreOffice": zipped(mimetype=b"application/vnd.oasis.opendocument.spreadsheet", content=b"<x/>"),
    "Numbers": zipped(**{"Index/Document.iwa": b"x"}),
    "an old Excel": b"\xd0\xcf\x11\xe0" + "Workbook".encode("utf-16-le"),
}


@pytest.mark.parametrize("raw", SPREADSHEETS.values(), ids=SPREADSHEETS)
def test_a_spreadsheet_is_to_be_saved_as_csv_where_that_is_read(tmp_path: Path, raw: bytes) -> None:
    """With the words of the menus; a pack is not read as CSV, and that is not advised."""
    path = tmp_path / "framework.bin"
    path.write_bytes(raw)
    with pytest.raises(CannotImport, match="File, Save As, “CSV UTF-8") as refused:
        found_in(path)
    assert "Word file" not in str(refused.value)
    with pytest.raises(NotAPack, match="`matbot pack`") as no_pack:
        read_pack(path)
    assert "CSV" not in str(no_pack.value)


def test_a_presentation_of_any_program_is_told_as_one(tmp_path: Path) -> None:
    """Its tables can be copied."""
    for number, raw in enumerate(
        (
            zipped(mimetype=b"application/vnd.oasis.opendocument.presentation"),
            b"\xd0\xcf\x11\xe0" + "PowerPoint Document".encode("utf-16-le"),
        )
    ):
        path = tmp_path / f"{number}.bin"
        path.write_bytes(raw)
        with pytest.raises(CannotImport, match=r"presentation.* Copy its tables"):
            found_in(path)


def test_a_filled_form_given_as_a_pack_says_what_to_do(tmp_path: Path) -> None:
    """Whatever stands before the PDF."""
    path = tmp_path / "pack.pdf"
    path.write_bytes(b"\n\n%PDF-1.7 ...")
    with pytest.raises(NotAPack, match=r"typed into the fields of one.* write a new pack with `matbot pack`"):
        read_pack(path)


@pytest.mark.parametrize("fault", [MemoryError(), SystemError("error return without exception set")])
def test_a_pdf_that_takes_too_much_memory_is_not_called_damaged(
    monkeypatch: pytest.MonkeyPatch, fault: Exception
) -> None:
    """Whatever what reads it makes of that."""
    pdfplumber = pytest.importorskip("pdfplumber")

    def fail(*_: object) -> None:
        raise fault

    monkeypatch.setattr(pdfplumber, "open", fail)
    with pytest.raises(MemoryError):
        pieces_of_pdf(b"%PDF-1.7")
