"""Something else changed a file that still reads well: nobody writes before people say which counts."""

import json
from pathlib import Path

import pytest

from matbot.review.events import NoteWritten, QuestionAnswered, ReviewOpened, ScopeChosen
from matbot.rubric import Rubric
from matbot.store import files
from matbot.store.contents import inspect_file
from matbot.store.errors import NotSaved, ReadOnly
from matbot.store.places import find_place
from matbot.store.review_file import ReviewFile
from matbot.store.states import State
from matbot.store.workspace import Workspace


@pytest.fixture
def path(workspace: Workspace, small_rubric: Rubric, opened: ReviewOpened, scoped: ScopeChosen) -> Path:
    """A review in which an editor changed what a note says."""
    with workspace.create(small_rubric, opened, scoped) as review:
        review.append(NoteWritten(id="note", question="1A.i", note="As it was said"))
        review.append(QuestionAnswered(id="lean", question="1A.i", leaning="red"))
    review.path.write_bytes(review.path.read_bytes().replace(b"As it was said", b"As it was edited"))
    return review.path


def note(review: ReviewFile) -> str:
    """What the note says."""
    noted = next(event for event in review.log if event.id == "note")
    assert isinstance(noted, NoteWritten)
    return noted.note


def aside(path: Path) -> list[bytes]:
    """What is kept under other names."""
    return [kept.read_bytes() for kept in sorted(path.parent.glob(f"{path.name}.set-aside*"))]


def bare(path: Path) -> None:
    """Take away every copy that matbot keeps of a review."""
    place = find_place(path)
    for copy in (place.mirror, place.backup, *place.dated.iterdir()):
        copy.unlink()


def test_a_changed_file_waits_for_a_choice(path: Path) -> None:
    """What matbot saved is shown, the change is said, and nothing on disk is touched."""
    before = path.read_bytes()
    with ReviewFile.open(path) as review:
        assert review.state is State.CHANGED
        assert note(review) == "As it was said"
        assert review.changed
        assert "changed by something other than matbot" in review.notice
        with pytest.raises(ReadOnly, match="something other than matbot"):
            review.append(QuestionAnswered(question="1B.i", leaning="red"))
    assert path.read_bytes() == before
    assert aside(path) == []


def test_keeping_ours_keeps_theirs_beside_it(path: Path) -> None:
    """The review goes on as matbot saved it; the changed file has another name, which is said."""
    changed = path.read_bytes()
    with ReviewFile.open(path) as review:
        review.keep_ours()
        assert (review.state, note(review), review.changed) == (State.EDITING, "As it was said", None)
        assert f"{path.name}.set-aside" in review.notice
        review.append(QuestionAnswered(question="1B.i", leaning="red"))
    assert aside(path) == [changed]
    with ReviewFile.open(path) as again:
        assert (again.log, again.notice) == (review.log, "")


def test_taking_theirs_keeps_ours_beside_it(path: Path) -> None:
    """The review goes on as it was changed; what matbot had saved is a file of its own, which is said."""
    with ReviewFile.open(path) as review:
        ours = review.log
        review.take_theirs()
        assert (review.state, note(review), review.changed) == (State.EDITING, "As it was edited", None)
        assert f"What matbot had saved is kept as {path.name}.set-aside-2." in review.notice
        review.append(QuestionAnswered(question="1B.i", leaning="red"))
    kept = inspect_file(path.with_name(f"{path.name}.set-aside-2")).good
    assert kept
    assert kept.log == ours
    with ReviewFile.open(path) as again:
        assert (again.log, again.notice, note(again)) == (review.log, "", "As it was edited")


def test_without_a_copy_of_ours_theirs_can_only_be_taken(path: Path) -> None:
    """A file edited on the way by e-mail is read, and goes on once somebody says that it counts."""
    bare(path)
    changed = path.read_bytes()
    with ReviewFile.open(path) as review:
        assert (review.state, note(review)) == (State.CHANGED, "As it was edited")
        with pytest.raises(ReadOnly, match="nothing that matbot saved"):
            review.keep_ours()
        review.take_theirs()
        assert review.state is State.EDITING
    assert aside(path) == [changed]
    with ReviewFile.open(path) as again:
        assert (again.read_only, note(again)) == ("", "As it was edited")


def test_a_change_that_says_nothing_else_needs_no_choice(path: Path) -> None:
    """A header that was edited is made anew from the log, and the file is kept."""
    bytes_saved = path.read_bytes().replace(b"As it was edited", b"As it was said")
    changed = bytes_saved.replace(b'"group":"Heads"', b'"group":"Tails"', 1)
    path.write_bytes(changed)
    with ReviewFile.open(path) as review:
        assert review.state is State.EDITING
        assert "changed by something other than matbot; recovered" in review.notice
    assert aside(path) == [changed]


def test_nothing_is_settled_where_nothing_was_changed(path: Path) -> None:
    """A choice is made once."""
    with ReviewFile.open(path) as review:
        review.keep_ours()
        for choose in (review.keep_ours, review.take_theirs):
            with pytest.raises(ReadOnly, match="Nothing waits"):
                choose()


def test_a_file_changed_once_more_is_not_settled_unseen(path: Path) -> None:
    """What nobody has looked at is not put aside."""
    with ReviewFile.open(path) as review:
        path.write_bytes(path.read_bytes().replace(b"As it was edited", b"As it was edited again"))
        with pytest.raises(NotSaved, match="once more"):
            review.take_theirs()
    assert aside(path) == []


def test_a_choice_waits_while_another_window_has_it_open(path: Path) -> None:
    """Two windows show the choice; the first that makes it writes, and the other is told."""
    with ReviewFile.open(path) as one, ReviewFile.open(path) as other:
        one.keep_ours()
        with pytest.raises(NotSaved, match="open in another window"):
            other.take_theirs()


@pytest.mark.parametrize("call", ["link", "replace"])
def test_a_choice_that_cannot_be_saved_loses_neither(
    path: Path, call: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Words, and both versions are still there."""
    changed = path.read_bytes()
    with ReviewFile.open(path) as review:
        with monkeypatch.context() as patch:
            patch.setattr(files, "_second_name" if call == "link" else "_replace", _refuse)
            with pytest.raises(NotSaved, match="the disk is full"):
                review.take_theirs()
        assert path.read_bytes() == changed
        mirror = json.loads(find_place(path).mirror.read_bytes())
        assert "As it was said" in str(mirror["replies"])


def _refuse(*_paths: Path) -> None:
    raise OSError(28, "No space left on device")
