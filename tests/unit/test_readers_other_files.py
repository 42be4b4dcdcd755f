"""Files of other programs: the words say what to do with each of their kinds."""

import zipfile
from pathlib import Path

import pytest

from matbot.importers.findings import CannotImport
from matbot.importers.frameworks.opening import found_in


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
