"""Commands asked wrongly: one clear line, the right exit status, no traceback, nothing changed."""

import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.speaking import run


@pytest.fixture(autouse=True)
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace with two reviews, of ids that begin alike."""
    root = tmp_path / "workspace"
    monkeypatch.setenv("MATBOT_WORKSPACE", str(root))
    monkeypatch.chdir(tmp_path)
    for id_ in ("abcdefg2", "abcdefg3"):
        with monkeypatch.context() as patch:
            patch.setattr("matbot.services.joint_reviews.new_id", lambda _length=0, id_=id_: id_)
            assert run("new", "--trust", "Northfields", "--elements", "1A").out == f"{id_}\n"
    (tmp_path / "plain.txt").write_text("no review", encoding="utf-8")
    return root


def contents(root: Path) -> dict[Path, bytes]:
    """Every file of a folder with what is in it."""
    return {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}


ASKED_WRONGLY: Sequence[tuple[Sequence[str], str]] = (
    (["new"], "--trust"),
    (["new", "--trust", ""], "--trust NAME"),
    (["new", "--trust", " \x1b[31m\u202e "], "--trust NAME"),
    (["new", "--trust", "T", "--people", "0"], "from 1 to 9999"),
    (["new", "--trust", "T", "--people", "-3"], "from 1 to 9999"),
    (["new", "--trust", "T", "--people", "10000"], "from 1 to 9999"),
    (["new", "--trust", "T", "--people", "some"], "from 1 to 9999"),
    (["new", "--trust", "T", "--people", "9" * 5000], "from 1 to 9999"),
    (["new", "--trust", "T", "--elements", "9Z"], "from 1A to 6B"),
    (["new", "--trust", "T", "--elements", "1A,,\x1b[31m"], "from 1A to 6B"),
    (["new", "--trust", "T", "--elements", ""], "from 1A to 6B"),
    (["new", "--since", "abcdefg2", "--trust", ""], "--trust NAME"),
    (["new", "--since", "abcdefg2@"], "REVIEW@NAME"),
    (["new", "--together", "abcdefg2"], "2 to 12 groups"),
    (["new", "--together", "abcdefg2", "--together", "abcdefg2"], "there twice"),
    (["new", *["--together", "abcdefg2"] * 13], "2 to 12 groups"),
    (["compare"], "at least two"),
    (["compare", "abcdefg2"], "at least two"),
    (["compare", *["abcdefg2"] * 13], "At most 12"),
    (["compare", "abcdefg2", "abcdefg2"], "is there twice"),
    (["compare", "abcdefg2", "abcdefg3@"], "REVIEW@NAME"),
    (["compare", "abcdefg2", "abcdefg3", "--elements", "9Z"], "from 1A to 6B"),
    (["compare", "abcdefg2", "abcdefg3", "--output", ""], "--output FILE"),
    (
        ["compare", "abcdefg2", "abcdefg3", "--format", "odt"],
        "The comparison can be written as Markdown, a web page or Word, not as odt. Choose one of md, html",
    ),
    (["compare", "abcdefg2", "abcdefg3", "--json", "--output", "x"], "--json is printed"),
    (["compare", "abcdefg2", "abcdefg3", "--learning-set"], "--elements 1A,2B"),
    (["compare", "abcdefg2", "abcdefg3", "--leave-out", "Jo"], "--learning-set"),
    (["name", "abcdefg2", ""], "Give this version a name"),
    (["name", "abcdefg2", "\x1b[31m\u202e"], "Give this version a name"),
    (["show", "abcdefg2", "--as-of", ""], "Name the saved version"),
    (["transcript", "abcdefg2", "--as-of", " "], "Name the saved version"),
    (["reality", "abcdefg2", "1A", "--with", "", "--outcome", "agrees"], "whom it was tested with"),
    (["reality", "abcdefg2", "1A", "--with", "Them", "--outcome", "no"], "agrees"),
    (["reality", "abcdefg2", "1A", "--outcome", "agrees"], "--with"),
    (["reality", "abcdefg2", "9Z", "--with", "Them", "--outcome", "agrees"], "from 1A to 6B"),
    (["new", "--trsut", "T"], "--trsut"),
    (["ask"], "REVIEW"),
    (["ask", "abcdefg2", "abcdefg3"], "abcdefg3"),
    (["nonsense"], "nonsense"),
    (["rubric"], "matbot rubric --help"),
    (["rubric", "export", "x"], "export"),
    (["transcript", "abcdefg2", "--elements", "9Z"], "from 1A to 6B"),
    (["transcript", "abcdefg2", "--edition", "short"], "There is no document short"),
    (["transcript", "abcdefg2", "--format", "odt"], "not as odt"),
    (["transcript", "abcdefg2", "--output", "new.csv"], "not as csv"),
    (["plan", "abcdefg2", "--output", "new.xlsx"], "as Word, CSV or Markdown, not as xlsx"),
    (["plan", "abcdefg2", "--format", "html"], "The priorities table can be written"),
    (["--workspace"], "--workspace"),
)

CANNOT: Sequence[tuple[Sequence[str], str]] = (
    (["ask", "zzz"], "no review zzz"),
    (["show", "zzz"], "no review zzz"),
    (["transcript", "zzz"], "no review zzz"),
    (["show", ""], "Name a review"),
    (["show", "abc"], "abcdefg3"),
    (["ask", "abc"], "abcdefg2"),
    (["show", "./nowhere.matbot.json"], "no file"),
    (["show", "plain.txt"], "cannot be read"),
    (["ask", "./workspace"], "not a file"),
    (["show", "a\x1b[31mb/c"], "no file"),
    (["show", "x" * 5000], "no review"),
    (["new", "--since", "zzz"], "no review zzz"),
    (["new", "--since", "abcdefg2@never"], "This review has no saved version called never"),
    (["new", "--together", "abcdefg2", "--together", "zzz"], "no review zzz"),
    (["compare", "abcdefg2", "zzz"], "no review zzz"),
    (["compare", "abcdefg2", "abcdefg3@" + "x" * 5000], "This review has no saved version called xxx"),
    (["compare", "abcdefg2", "plain.txt"], "cannot be read"),
    (["show", "abcdefg2", "--as-of", "never"], "This review has no saved version called never"),
    (["transcript", "abcdefg2", "--as-of", "\x1b[31mnever"], "This review has no saved version called never"),
    (["reality", "abcdefg2", "1A", "--with", "Them", "--outcome", "agrees"], "no rating to check"),
    (["compare", "abcdefg2", "abcdefg3", "--output", "plain.txt"], "there already"),
    (["new", "--trust", "T", "--rubric", "nowhere"], "mat-si-capacity-2019"),
    (["rubric", "show", "nowhere"], "mat-si-capacity-2019"),
    (["rubric", "check", "nowhere"], "no folder"),
    (["--workspace", "plain.txt", "new", "--trust", "T"], "not a folder"),
    (["--workspace", "plain.txt", "demo"], "not a folder"),
    (["transcript", "abcdefg2", "--output", "plain.txt"], "there already"),
    (["transcript", "abcdefg2", "--output", "plain.txt/x.md"], "cannot be used as a folder"),
    (["transcript", "abcdefg2", "--output", "."], "is a folder"),
    ([], "matbot ask"),
)


@pytest.mark.parametrize(("arguments", "says"), ASKED_WRONGLY, ids=lambda value: repr(value)[:60])
def test_a_command_asked_wrongly_is_told_how(arguments: Sequence[str], says: str, tmp_path: Path) -> None:
    """Status 2, one line on standard error, nothing on standard output, no file touched."""
    refused(arguments, says, 2, tmp_path)


@pytest.mark.parametrize(("arguments", "says"), CANNOT, ids=lambda value: repr(value)[:60])
def test_a_command_that_cannot_be_done_says_why(arguments: Sequence[str], says: str, tmp_path: Path) -> None:
    """Status 1, one line on standard error, nothing on standard output, no file touched."""
    refused(arguments, says, 1, tmp_path)


def refused(arguments: Sequence[str], says: str, status: int, folder: Path) -> None:
    """A command is refused in one line, and changes nothing."""
    before = contents(folder)
    done = run(*arguments)
    assert (done.status, done.out) == (status, "")
    assert says in done.err
    assert done.err.startswith("matbot: ")
    assert done.err.endswith("\n")
    assert done.err.count("\n") == 1
    assert "\x1b" not in done.err
    after = contents(folder)
    assert {path: raw for path, raw in after.items() if "state" not in path.parts} == {
        path: raw for path, raw in before.items() if "state" not in path.parts
    }


def test_a_review_that_is_open_elsewhere_is_not_asked(made: Path) -> None:
    """Whoever comes second is told since when, and can still look."""
    from matbot.store.workspace import Workspace

    with Workspace(made).open("abcdefg2"):
        done = run("ask", "abcdefg2", typed="\n1\n")
        assert (done.status, done.out) == (1, "")
        assert "open in another window" in done.err
        assert done.err.count("\n") == 1
        assert run("show", "abcdefg2").status == 0


def test_a_review_that_is_damaged_is_said_to_be(made: Path) -> None:
    """A file that nobody can read, with no copy to open instead, is words and stays as it is."""
    (path,) = made.glob("reviews/*abcdefg3.matbot.json")
    shutil.rmtree(made.parent / "state")
    path.with_name(f"{path.name}.backup").unlink(missing_ok=True)
    path.write_text("{}", encoding="utf-8")
    done = run("show", "abcdefg3")
    assert (done.status, path.read_text(encoding="utf-8")) == (1, "{}")
    assert "cannot be read" in done.err
