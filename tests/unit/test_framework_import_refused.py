"""Files of which no edition can be made: one plain line that says what it is and what to do, nothing kept."""

import sys
import tomllib
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from fpdf import FPDF

from matbot.importers.findings import CannotImport
from matbot.importers.frameworks.opening import found_in
from matbot.importers.readers.files import LARGEST
from matbot.importers.readers.pdf import NEEDED
from tests.speaking import run
from tests.unit.published import HEADER, Layout, as_pdf, as_text, as_word

ROW = ("1A. Purpose", "i. Is it clear?", "i. No", "i. Yes", "R AR AG G")
GOOD = Layout(("Our framework",), ((HEADER, ("1. Vision",), ROW),))
TWICE = Layout((), ((HEADER, ("1. Vision",), ROW, ("1A. Needs", *ROW[1:])),))
NO_CODES = Layout((), ((HEADER, ("Purpose", *ROW[1:])),))


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Commands use a workspace of the test's own."""
    monkeypatch.setenv("MATBOT_WORKSPACE", str(tmp_path / "workspace"))


def zipped(**parts: bytes) -> bytes:
    """A zip file of these parts."""
    raw = BytesIO()
    with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name.replace("__", "/").replace("DOT", "."), content)
    return raw.getvalue()


def drawn(words: str = "", password: str = "") -> bytes:
    """A PDF of one page, with words or a picture of none, and perhaps with a password."""
    pdf = FPDF()
    pdf.add_page()
    pdf.rect(10, 10, 50, 50)
    if words:
        pdf.set_font("helvetica")
        pdf.text(20, 20, words)
    if password:
        pdf.set_encryption(owner_password="owner", user_password=password)
    return bytes(pdf.output())


OLE = b"\xd0\xcf\x11\xe0"
REFUSED: dict[str, tuple[bytes, str]] = {
    "empty": (b"", "It is empty."),
    "blank": (b"\xef\xbb\xbf \r\n ", "It is empty."),
    "another text": (b"Dear all,\nhere are the minutes.", "There is no table in it"),
    "another table": (b"Name\tClass\nAda\t5B", "There is no table in it"),
    "a picture": (b"\x89PNG\r\n\x1a\n\x00\xff", "neither a Word file, nor a PDF, nor plain text"),
    "a long text": (b"word " * 2**19, "larger than 2 MB"),
    "a text of many lines": (b"a\tb\n" * 20_001, "more than 20,000 rows and paragraphs"),
    "a page": (b"<!DOCTYPE html><html>", "a web page"),
    "RTF": (b"{\\rtf1 x}", "an RTF file"),
    "a password on Word": (OLE + "EncryptedPackage".encode("utf-16-le"), "a password"),
    "an old Word file": (OLE + b" WordDocument", "an old Word"),
    "another zip": (zipped(x=b"y"), "not a Word file"),
    "a broken zip": (zipped(word__documentDOTxml=b"y")[:40], "damaged"),
    "broken XML": (zipped(word__documentDOTxml=b"<w:document"), "damaged"),
    "a bomb": (zipped(word__documentDOTxml=b" " * (21 * 2**20)), "far more in it"),
    "a hidden bomb": (zipped(word__documentDOTxml=b"y", word__media=b" " * (101 * 2**20)), "far more in it"),
    "a scan": (drawn(), "There is no text in it"),
    "a password on a PDF": (drawn("Hello", "secret"), "a password"),
    "a broken PDF": (b"%PDF-1.7\n1 0 obj\n<<", "damaged"),
    "a PDF of something else": (drawn("Hello"), "There is no table in it"),
    "two elements of one code": (
        as_text(TWICE).encode(),
        "Two elements have the code 1A: line 3 and line 4.",
    ),
    "two of one code in Word": (as_word(TWICE), "table 1, row 3 and table 1, row 4"),
    "two of one code in a PDF": (as_pdf(TWICE), "page 1, row 3 and page 1, row 4"),
    "no codes": (as_text(NO_CODES).encode(), "No element with a code such as 1A"),
}


@pytest.mark.parametrize("what", REFUSED)
def test_a_file_of_something_else_is_refused_in_a_line(tmp_path: Path, what: str) -> None:
    """Exit 1, one line, nothing in the workspace."""
    raw, words = REFUSED[what]
    path = tmp_path / "framework.x"
    path.write_bytes(raw)
    done = run("rubric", "import", str(path), "--yes")
    assert (done.status, done.out) == (1, "")
    assert words in done.err
    assert len(done.err.splitlines()) == 1
    assert not (tmp_path / "workspace" / "rubrics").exists()


def test_a_file_that_is_too_large_or_none_is_refused_before_it_is_read(tmp_path: Path) -> None:
    """50 MB, a folder, nothing at all."""
    large = tmp_path / "large.docx"
    with large.open("wb") as file:
        file.truncate(2 * LARGEST)
    for path, words in (
        (large, "larger than 25 MB"),
        (tmp_path, "a folder"),
        (tmp_path / "x", "no such file"),
    ):
        with pytest.raises(CannotImport, match=words):
            found_in(path)


def test_a_file_that_one_may_not_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The system's own words, and what to look for."""

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    path = tmp_path / "framework.txt"
    path.write_text("x", encoding="utf-8")
    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(CannotImport, match="Check whether it is yours to read"):
        found_in(path)


def test_what_it_says_to_install_is_what_it_needs() -> None:
    """What the extra asks for; the guide says the same."""
    root = Path(__file__).parents[2]
    asked = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    assert asked["project"]["optional-dependencies"]["pdf"] == [NEEDED]
    guide = (root / "docs" / "a-framework-version-of-your-own.md").read_text(encoding="utf-8")
    assert f'pipx inject matbot "{NEEDED}"' in guide


def test_a_pdf_without_the_extra_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In one line, with the command."""
    monkeypatch.setitem(sys.modules, "pdfplumber", None)
    path = tmp_path / "framework.pdf"
    path.write_bytes(as_pdf(GOOD))
    done = run("rubric", "import", str(path))
    assert done.status == 1
    assert f'pip install "{NEEDED}"' in done.err
    assert len(done.err.splitlines()) == 1
