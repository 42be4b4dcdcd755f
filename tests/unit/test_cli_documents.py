"""The kinds and formats of the documents that the commands write, and where it goes."""

from pathlib import Path

import pytest

from tests.speaking import run


@pytest.fixture
def review() -> str:
    """A review with a rating and a private note, begun and spoken by command."""
    id_ = run("new", "--trust", "Northfields", "--group", "Heads", "--elements", "1A").out.strip()
    run("ask", id_, typed="g\n2\nWe are on the way\nMinutes\n/to 1A.i\n1\n/private Not for others\n/stop\n")
    return id_


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A workspace of its own."""
    monkeypatch.setenv("MATBOT_WORKSPACE", str(tmp_path / "workspace"))
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("kind", ["own", "board", "learning-set"])
@pytest.mark.parametrize("form", ["md", "html", "docx"])
def test_every_document_is_written_in_every_format(review: str, kind: str, form: str) -> None:
    """Into the workspace's transcripts, under a name that says what it is."""
    done = run("transcript", review, "--edition", kind, "--format", form)
    path = Path(done.out.strip())
    assert (done.status, done.err) == (0, "")
    assert path.suffix == f".{form}"
    assert ("transcript" if kind == "own" else kind) in path.name
    assert path.stat().st_size > 500


def test_the_ending_of_a_file_says_its_format(review: str) -> None:
    """A name that ends in .html is a page; one that says nothing is Markdown."""
    run("transcript", review, "--output", "page.html")
    run("transcript", review, "--output", "words.txt")
    assert Path("page.html").read_text(encoding="utf-8").startswith("<!doctype html>")
    assert Path("words.txt").read_text(encoding="utf-8").startswith("# Northfields")


def test_a_page_can_be_printed(review: str) -> None:
    """To go on to another program."""
    assert run("transcript", review, "--format", "html", "--output", "-").out.startswith("<!doctype html>")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (
            ("--edition", "short"),
            "There is no document short. Choose one of own, board, learning-set",
        ),
        (("--format", "pdf"), "not as pdf. Choose one of md, html, docx"),
    ],
)
def test_a_document_or_a_format_that_there_is_not_is_asked_wrongly(
    review: str, arguments: tuple[str, ...], words: str
) -> None:
    """One line that says which there are."""
    done = run("transcript", review, *arguments)
    assert done.status == 2
    assert words in done.err
    assert done.err.count("\n") == 1


def test_a_comparison_goes_to_every_format(review: str) -> None:
    """As a transcript does."""
    other = run("new", "--trust", "Northfields", "--group", "Board", "--elements", "1A").out.strip()
    for form in ("md", "html", "docx"):
        done = run("compare", review, other, "--format", form)
        assert Path(done.out.strip()).suffix == f".{form}"
    assert run("compare", review, other, "--format", "pdf").status == 2
