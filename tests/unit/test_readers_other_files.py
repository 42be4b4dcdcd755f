"""Files of other programs: the words say what to do with each of their kinds."""

import zipfile
from pathlib import Path

import pytest

from matbot.importers.findings import CannotImport
from matbot.importers.frameworks.opening import found_in
from matbot.importers.readers.pdf import pieces_of_pdf


@pytest.mark.parametrize(
    ("kind", "words"), [("spreadsheet", "save the sheet as CSV"), ("text", "save it as Word")]
)
def test_a_file_of_libreoffice_is_told_by_what_is_in_it(tmp_path: Path, kind: str, words: str) -> None:
    """A spreadsheet cannot be saved as Word."""
    path = tmp_path / "framework.bin"
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("mimetype", f"application/vnd.oasis.opendocument.{kind}")
        file.writestr("content.xml", "<office/>")
    with pytest.raises(CannotImport, match=words):
        found_in(path)


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
