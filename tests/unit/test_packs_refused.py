"""Files that are no packs, and packs asked for wrongly: one line that says what it is and what to do."""

import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from matbot.importers.packs.found import NotAPack
from matbot.importers.packs.opening import read_pack
from matbot.importers.readers.files import LARGEST
from tests.speaking import run
from tests.unit.filled_packs import kept


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Commands use a workspace of the test's own."""
    monkeypatch.setenv("MATBOT_WORKSPACE", str(tmp_path / "workspace"))


def zipped(**parts: bytes) -> bytes:
    """A zip file of these parts."""
    raw = BytesIO()
    with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name.replace("__", "/"), content)
    return raw.getvalue()


BODY = "word__document.xml"
NO_PACKS: list[tuple[str, bytes, str]] = [
    ("empty", b"", "It is empty"),
    ("nothing but a mark of order", b"\xef\xbb\xbf\r\n", "It is empty"),
    (
        "an odt",
        zipped(mimetype=b"application/vnd.oasis.opendocument.text"),
        "LibreOffice and save it as Word (.docx)",
    ),
    ("a file of Pages", zipped(**{"Index__Document.iwa": b"x"}), "export it as Word (.docx)"),
    ("a text", b"Dear all,\nhere is my pack.", "which framework version"),
    ("a picture", b"\x89PNG\r\n\x1a\n\x00\xff", "neither a Word file nor text"),
    ("PDF", b"%PDF-1.7 ...", "A PDF cannot be read back"),
    ("a page", b"<!DOCTYPE html><html>", "A web page cannot be read back"),
    ("a password", b"\xd0\xcf\x11\xe0" + b"EncryptedPackage".decode().encode("utf-16-le"), "a password"),
    ("an old Word file", b"\xd0\xcf\x11\xe0 WordDocument", "LibreOffice and save it as Word (.docx)"),
    ("a zip", zipped(x=b"y"), "not a Word file"),
    ("a broken zip", zipped(x=b"y")[:40], "damaged"),
    ("broken XML", zipped(**{BODY: b"<w:document"}), "damaged"),
    ("an entity", zipped(**{BODY: b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'}), "not a file that Word made"),
    ("a bomb", zipped(**{BODY: b" " * (21 * 2**20)}), "far more in it"),
    (
        "no pack in it",
        zipped(**{BODY: b"<document><p><t>Hello</t></p></document>"}),
        "which framework version",
    ),
    (
        "an unknown framework version",
        zipped(**{BODY: b"<document><p><t>Framework version: nowhere-1999</t></p></document>"}),
        "There is no rubric called nowhere-1999",
    ),
    (
        "no questions",
        zipped(**{BODY: b"<document><p><t>Framework version: mat-si-capacity-2019</t></p></document>"}),
        "it has no questions",
    ),
]


@pytest.mark.parametrize(
    ("raw", "words"), [(raw, words) for _, raw, words in NO_PACKS], ids=[n[0] for n in NO_PACKS]
)
def test_a_file_that_is_no_pack_is_refused_in_words(tmp_path: Path, raw: bytes, words: str) -> None:
    """One line that says what it is and what to do; no review is made."""
    read = run("pack", "--read", str(kept(tmp_path, raw)), "--trust", "T")
    assert (read.status, read.out) == (1, "")
    assert words in read.err
    assert len(read.err.splitlines()) == 1
    assert run("list", "--json").out == "[]\n"


def test_a_file_that_is_too_large_or_none_is_refused_in_words(tmp_path: Path) -> None:
    """50 MB, a folder, nothing at all: said, and not read."""
    large = kept(tmp_path, b"PK")
    with large.open("r+b") as file:
        file.truncate(2 * LARGEST)
    for path, found in (
        (large, "larger than 25 MB"),
        (tmp_path, "a folder"),
        (tmp_path / "x", "no such file"),
    ):
        with pytest.raises(NotAPack, match=found):
            read_pack(path)


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (["--read", "x"], "--trust NAME"),
        (["--read", "x", "--trust", " "], "--trust NAME"),
        (["--read", "x", "--trust", "T", "--people", "0"], "1 to 9999"),
        (["--read", "x", "--into", "y", "--trust", "T"], "--trust does not go with --into"),
        (["--read", "x", "--trust", "T", "--format", "md"], "--format does not go with --read"),
        (["--trust", "T"], "--trust does not go with a pack to fill in"),
        (["--confirm", "x", "--read", "y"], "--read does not go with --confirm"),
        (["--format", "odt"], "as Word, Markdown or a web page, not as odt"),
        (["--elements", "9Z"], "from 1A to 6B"),
        (["--output", ""], "--output FILE"),
    ],
)
def test_a_pack_asked_for_wrongly(asked: list[str], words: str) -> None:
    """Status 2, and one line that says how to ask."""
    found = run("pack", *asked)
    assert (found.status, found.out) == (2, "")
    assert words in found.err
