"""The commands about copies: `backups`, `merge`, `settle`, and what `list` and `ask` say of them."""

import json
import shutil
from pathlib import Path

import pytest

from matbot.line import LineMode, run_line_mode
from matbot.store.review_file import ReviewFile
from matbot.store.workspace import Workspace
from tests.speaking import Result, run


@pytest.fixture(autouse=True)
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace of its own, named by the environment."""
    root = tmp_path / "workspace"
    monkeypatch.setenv("MATBOT_WORKSPACE", str(root))
    monkeypatch.chdir(tmp_path)
    return root


@pytest.fixture
def review(root: Path) -> str:
    """A review with three answers, by its id."""
    id_ = run("new", "--trust", "Northfields", "--elements", "1A").out.strip()
    assert run("ask", id_, typed="\n2\nClear to most\n").status == 0
    return id_


@pytest.fixture
def path(root: Path, review: str) -> Path:
    """The file of the review."""
    return Workspace(root).find(review)


@pytest.fixture
def copy(path: Path) -> Path:
    """A conflict copy, with a space in its name, in which the next question is answered otherwise."""
    other = path.with_name("conflict copy.matbot.json")
    shutil.copy(path, other)
    run("ask", str(path), typed="1\nOurs\n")
    run("ask", str(other), typed="4\nTheirs\n")
    return other


def in_words(done: Result, status: int = 0) -> Result:
    """What a command did, which it said in lines that begin with its name."""
    assert done.status == status, done.err
    assert all(line.startswith("matbot: ") for line in done.err.splitlines())
    return done


def test_backups_lists_every_copy(review: str) -> None:
    """A numbered line each: what it is, when it was saved, how much it says, whether it is good."""
    done = in_words(run("backups", review))
    lines = done.out.splitlines()
    assert [line.split(",")[0].split(maxsplit=1)[1] for line in lines] == [
        "the file",
        "second copy",
        "backup",
        "dated backup",
    ]
    assert lines[0].startswith(" 1  the file, saved 20")
    assert lines[0].endswith(": 5 entries, good")
    assert f"matbot backups {review} --open N" in done.err


def test_backups_says_which_copies_are_damaged(path: Path) -> None:
    """And recovers nothing by looking."""
    path.write_bytes(b"")
    done = in_words(run("backups", str(path)))
    assert f" 1  the file {path.name}: damaged, it is empty" in done.out.splitlines()
    assert path.read_bytes() == b""


def test_backups_opens_one_as_a_new_review(review: str, path: Path) -> None:
    """Its id is printed alone; the review itself is as it was."""
    before = path.read_bytes()
    done = in_words(run("backups", review, "--open", "4"))
    made = done.out.strip()
    assert made != review
    assert "A new review was made of dated backup, saved" in done.err
    assert path.read_bytes() == before
    assert in_words(run("ask", made, typed="1\n")).status == 0
    listed = in_words(run("list")).out
    assert f"a copy of {review}" in listed


def test_backups_of_a_review_that_was_deleted(review: str, path: Path) -> None:
    """What is left on this machine is listed by its id, and opens."""
    path.unlink()
    assert " 1  second copy, saved" in in_words(run("backups", review)).out
    made = in_words(run("backups", review, "--open", "1")).out.strip()
    assert "1 of 1 looked at" in in_words(run("list")).out
    assert made in run("list").out


@pytest.mark.parametrize("number", ["0", "5", "-1", "one", "²", "9" * 5000, ""])
def test_backups_asked_for_a_copy_that_is_not_there(review: str, number: str) -> None:
    """Which numbers there are is said."""
    done = in_words(run("backups", review, "--open", number), status=2)
    assert "1 to 4" in done.err
    assert done.out == ""


def test_backups_cannot_open_what_is_damaged(path: Path) -> None:
    """One line says what is wrong with it."""
    path.write_bytes(b"")
    done = in_words(run("backups", str(path), "--open", "1"), status=1)
    assert "it is empty. Open another." in done.err


def test_backups_of_nothing(root: Path) -> None:
    """There is no such review, and nothing left of one."""
    assert "no review zzz" in in_words(run("backups", "zzz"), status=1).err


def test_list_offers_to_merge_copies(review: str, copy: Path) -> None:
    """One review, with the words to type."""
    out = in_words(run("list")).out
    assert out.count("Northfields") == 1
    assert f"    2 copies: merge them with matbot merge {review}\n" in out


def test_list_offers_to_merge_in_the_workspace_that_was_named(review: str, copy: Path, root: Path) -> None:
    """The words can be typed as they stand."""
    done = in_words(run("--workspace", str(root), "list"))
    assert f"merge them with matbot --workspace {root} merge {review}\n" in done.out


def test_opening_a_review_with_copies_says_so(review: str, copy: Path) -> None:
    """In line mode before the first turn, and in other commands beside the result."""
    assert f"matbot merge {review}" in run("ask", review).out
    assert f"matbot merge {review}" in in_words(run("show", review)).err


def test_merge_of_two_files(path: Path, copy: Path) -> None:
    """The result's file on standard output; what became of the other and what contradicts beside it."""
    done = in_words(run("merge", str(path), str(copy)))
    assert done.out == f"{path}\n"
    assert "kept as conflict copy.matbot.json.set-aside" in done.err
    assert "They differ on 2 answers: 1A (ii), answer; 1A (ii), note. The later answer counts" in done.err
    assert not copy.exists()
    assert "2 copies" not in run("list").out
    shown = json.loads(run("show", str(path), "--json").out)
    assert shown["elements"]["1A"]["questions"]["ii"]["note"] in ("Ours", "Theirs")


def test_merge_of_all_the_copies_of_an_id(review: str, path: Path, copy: Path) -> None:
    """Nobody need type their names; the file with the review's own name has everything then."""
    assert in_words(run("merge", review)).out == f"{path}\n"
    assert copy.with_name(f"{copy.name}.set-aside").exists()


def test_merge_into_a_new_file(path: Path, copy: Path, tmp_path: Path) -> None:
    """Both files stay."""
    before = path.read_bytes(), copy.read_bytes()
    done = in_words(run("merge", str(path), str(copy), "--output", "both.matbot.json"))
    assert done.out == "both.matbot.json\n"
    assert f"Left as it was: {path.name} and {copy.name}." in done.err
    assert (path.read_bytes(), copy.read_bytes()) == before
    assert run("show", "both.matbot.json").status == 0


def test_merge_asked_wrongly(review: str, path: Path) -> None:
    """One file, none, one twice, or something else: a line each, and nothing is changed."""
    before = path.read_bytes()
    assert "FILE FILE" in in_words(run("merge", review), status=2).err
    assert "FILE FILE" in in_words(run("merge"), status=2).err
    assert "That is one file" in in_words(run("merge", review, str(path)), status=1).err
    assert "no file" in in_words(run("merge", review, "./nowhere.json"), status=1).err
    other = run("new", "--trust", "Southfields").out.strip()
    assert "two reviews" in in_words(run("merge", review, other), status=1).err
    assert path.read_bytes() == before


@pytest.fixture
def changed(path: Path) -> bytes:
    """The review's file with a note edited by something else."""
    raw = path.read_bytes().replace(b"Clear to most", b"Clear to all")
    path.write_bytes(raw)
    return raw


def test_a_changed_file_is_not_asked_before_a_choice(review: str, path: Path, changed: bytes) -> None:
    """What to type is said, and the file is left alone."""
    done = in_words(run("ask", review, typed="1\n"), status=1)
    assert "changed by something other than matbot" in done.err
    assert f"`matbot settle {review}`" in done.err
    assert path.read_bytes() == changed


def test_settle_says_what_there_is_to_choose(review: str, path: Path, changed: bytes) -> None:
    """Both versions, how they differ, and what to type; nothing is changed by asking."""
    done = in_words(run("settle", review))
    assert done.out.splitlines() == [
        "changed  the file as it is now: 5 entries, 1 not as matbot saved them",
        "saved    what matbot saved last: 5 entries",
    ]
    assert f"matbot settle {review} --take changed, or --take saved" in done.err
    assert path.read_bytes() == changed


@pytest.mark.parametrize(("take", "says"), [("changed", "Clear to all"), ("saved", "Clear to most")])
def test_settle_takes_one_and_keeps_the_other(
    review: str, path: Path, changed: bytes, take: str, says: str
) -> None:
    """The conversation goes on; the other version is beside it and in the list of copies."""
    done = in_words(run("settle", review, "--take", take))
    assert f"The {take} version counts now." in done.err
    assert f"{path.name}.set-aside" in done.err
    shown = json.loads(run("show", review, "--json").out)
    assert shown["elements"]["1A"]["questions"]["i"]["note"] == says
    assert path.with_name(f"{path.name}.set-aside").read_bytes() == changed
    assert "set aside, saved" in run("backups", review).out
    assert run("ask", review, typed="1\n").status == 0


def test_settle_where_nothing_waits(review: str) -> None:
    """One line."""
    assert "Nothing waits for a choice" in in_words(run("settle", review), status=1).err
    assert "--take" in in_words(run("settle", review, "--take", "mine"), status=2).err


def test_a_review_open_elsewhere_offers_a_copy(review: str, root: Path) -> None:
    """And the copy can be gone on with at once."""
    with Workspace(root).open(review):
        done = in_words(run("ask", review), status=1)
        assert f"`matbot backups {review} --open 1`" in done.err
        made = run("backups", review, "--open", "1").out.strip()
        assert run("ask", made, typed="1\n").status == 0


def test_line_mode_says_when_the_file_was_changed_under_it(path: Path) -> None:
    """Another computer's answers join ours, which is said once, after the save that met them."""
    theirs = path.with_name("theirs.matbot.json")
    shutil.copy(path, theirs)
    run("ask", str(theirs), typed="4\nTheirs\n")
    output: list[str] = []
    lines = iter(["1", "Ours", "2"])

    def hear(_asking: str) -> str | None:
        line = next(lines, None)
        if line == "1":
            shutil.move(theirs, path)
        return line

    with ReviewFile.open(path) as file:
        assert run_line_mode(LineMode(file, hear, output.append))
    notices = [block for block in output if "saved somewhere else" in block]
    assert len(notices) == 1
    assert "the later answer" in notices[0].replace("\n  ", " ")
