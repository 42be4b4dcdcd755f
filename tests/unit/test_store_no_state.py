"""Where nothing can be kept in the state folder, reviews are written all the same, and it is said once."""

import os
import re
import shlex
import tempfile
from pathlib import Path

import pytest

from matbot.review.events import QuestionAnswered, ReviewOpened, ScopeChosen
from matbot.rubric import Rubric
from matbot.store import files
from matbot.store.contents import inspect_file
from matbot.store.copies import find_copies
from matbot.store.review_file import ReviewFile
from matbot.store.states import State
from matbot.store.workspace import Workspace
from tests.speaking import at_home, run, text_of

WORDS = "no second copy can be kept on this machine"


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A state folder that cannot be one, whoever asks: a file has its name."""
    state = tmp_path / "state"
    state.write_bytes(b"")
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temporary"))
    monkeypatch.setenv("MATBOT_WORKSPACE", str(tmp_path / "workspace"))
    return state


@pytest.fixture(params=["locked", "unlocked"])
def lockable(request: pytest.FixtureRequest, tmp_path: Path) -> bool:
    """Whether a lock can be taken in the folder of temporary files."""
    if request.param == "unlocked":
        (tmp_path / "temporary").rmdir()
        (tmp_path / "temporary").write_bytes(b"")
    return bool(request.param == "locked")


def answer(id_: str) -> QuestionAnswered:
    """An answer."""
    return QuestionAnswered(id=id_, question="1A.i", leaning="red")


@pytest.fixture
def path(
    workspace: Workspace, small_rubric: Rubric, opened: ReviewOpened, scoped: ScopeChosen, lockable: bool
) -> Path:
    """A review, closed."""
    with workspace.create(small_rubric, opened, scoped) as review:
        assert WORDS in review.notice
        review.append(answer("one"))
    return review.path


def test_a_review_is_begun_written_and_opened_again(path: Path) -> None:
    """The backup beside it is kept as always."""
    with ReviewFile.open(path) as review:
        assert review.state is State.EDITING
        assert review.notice.count(WORDS) == 1
        noticed = review.notice
        review.append(answer("two"))
        review.append(answer("three"))
        assert review.notice == noticed
    good = inspect_file(path).good
    assert good
    assert [event.id for event in good.log] == ["first", "second", "one", "two", "three"]
    assert [copy.name for copy in find_copies(path)] == ["the file", "backup"]


def test_a_second_window_still_waits_where_a_lock_can_be_had(path: Path, lockable: bool) -> None:
    """And where none can, both write, and nothing that either says is lost."""
    with ReviewFile.open(path) as first, ReviewFile.open(path) as second:
        assert (second.state is State.ELSEWHERE) == lockable
        first.append(answer("here"))
        if not lockable:
            second.append(answer("there"))
            first.append(answer("here again"))
    good = inspect_file(path).good
    assert good
    assert {"one", "here"} <= {event.id for event in good.log}
    assert lockable or {"there", "here again"} <= {event.id for event in good.log}


def test_a_lock_of_another_person_in_the_folder_of_temporary_files_is_not_trusted(
    path: Path, lockable: bool, tmp_path: Path
) -> None:
    """A link that somebody laid there leads no lock astray."""
    if not lockable:
        return
    (folder,) = (tmp_path / "temporary").iterdir()
    folder.rename(tmp_path / "elsewhere")
    for left in (tmp_path / "elsewhere").iterdir():
        left.unlink()
    folder.symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    with ReviewFile.open(path) as review:
        assert review.state is State.EDITING
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_commands_write_and_say_so_once_each(lockable: bool, state: Path) -> None:
    """Also `backups --open`, which is what the words advise elsewhere."""
    begun = run("new", "--trust", "Northfields", "--elements", "1A")
    review = begun.out.strip()
    opened = run("backups", review, "--open", "1")
    for done in (begun, opened, run("name", review, "first look"), run("show", review)):
        assert done.status == 0
        assert done.err.count(WORDS) == 1
        assert str(state) in done.err
    assert run("list").out.count("Northfields") == 2
    assert run("backups", review).out.count("good") == 2


def test_copies_merge(path: Path) -> None:
    """And the command says it once."""
    copy = path.with_name("copy.matbot.json")
    copy.write_bytes(path.read_bytes())
    done = run("merge", str(path), str(copy))
    assert done.status == 0
    assert done.err.count(WORDS) == 1


def test_line_mode_writes_and_says_so_once_a_review(workspace: Workspace, lockable: bool) -> None:
    """When it is opened, and not with each answer."""
    given = text_of(at_home(workspace, "new", "Northfields", "Heads", "", "1A", "", "1", "Too weak", "/stop"))
    assert given.count(WORDS) == 1
    assert "saved" in given


def test_a_folder_that_may_not_be_written_is_no_different(
    workspace: Workspace,
    small_rubric: Rubric,
    opened: ReviewOpened,
    scoped: ScopeChosen,
    state: Path,
) -> None:
    """As on a machine that somebody else looks after."""
    if not hasattr(os, "getuid") or os.getuid() == 0:
        pytest.skip("whoever may write anywhere cannot be refused")
    state.unlink()
    state.mkdir(mode=0o500)
    with workspace.create(small_rubric, opened, scoped) as review:
        assert WORDS in review.notice


def test_where_the_reviews_cannot_be_written_the_command_that_is_advised_works(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A copy in the same folder could not be made; one in another workspace can."""
    may_write = files.may_write
    monkeypatch.setattr(files, "may_write", lambda asked: asked != path and may_write(asked))
    done = run("ask", str(path))
    assert done.status == 1
    (command,) = re.findall("`matbot (.*)`", done.err)
    made = run(*shlex.split(command.replace("FOLDER", str(tmp_path / "another"))))
    assert made.status == 0
    assert Workspace(tmp_path / "another").list_reviews()[0].id == made.out.strip()
