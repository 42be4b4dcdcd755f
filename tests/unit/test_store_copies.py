"""Every copy of a review is told, and any of them opens as a review of its own."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from matbot.review.events import Event, EventUndone, QuestionAnswered, ReviewOpened, ScopeChosen
from matbot.rubric import Rubric
from matbot.store import files
from matbot.store.checks import TableTextCache, seal
from matbot.store.copies import find_copies, find_remaining_copies
from matbot.store.errors import NotSaved, ReadOnly
from matbot.store.places import find_place
from matbot.store.review_file import ReviewFile
from matbot.store.states import State
from matbot.store.workspace import Workspace


@pytest.fixture
def review(
    workspace: Workspace, small_rubric: Rubric, opened: ReviewOpened, scoped: ScopeChosen
) -> Iterator[ReviewFile]:
    """A review with an answer and something half typed, open."""
    with workspace.create(small_rubric, opened, scoped) as review:
        review.append(leant())
        review.keep_draft("note:1A.i", "We th")
        yield review


def leant(question: str = "1A.i") -> Event:
    """An answer."""
    return QuestionAnswered(question=question, leaning="red")


def names(path: Path) -> list[str]:
    """What the copies of a review are called."""
    return [copy.name for copy in find_copies(path)]


def test_every_copy_is_told_the_file_first(review: ReviewFile) -> None:
    """With what each says and whether it is whole."""
    copies = find_copies(review.path)
    assert [(copy.name, copy.flaw) for copy in copies] == [
        ("the file", ""),
        ("second copy", ""),
        ("backup", ""),
        ("dated backup", ""),
    ]
    assert [len(copy.contents.log) for copy in copies if copy.contents] == [3, 3, 3, 2]


def test_a_damaged_copy_is_told_as_one(review: ReviewFile) -> None:
    """It is in the list with its flaw, and what was set aside is too."""
    review.path.write_bytes(b"null")
    review.append(leant())
    find_place(review.path).backup.write_bytes(b"")
    flaws = {copy.name: copy.flaw for copy in find_copies(review.path)}
    assert flaws == {
        "the file": "",
        "second copy": "",
        "dated backup": "",
        "backup": "is empty",
        "set aside": "is not a review",
    }


def test_a_copy_that_may_not_be_opened_is_told_too(review: ReviewFile) -> None:
    """A folder in a copy's place is words."""
    find_place(review.path).mirror.unlink()
    find_place(review.path).mirror.mkdir()
    assert ("second copy", "cannot be opened") in [(c.name, c.flaw) for c in find_copies(review.path)]


def test_what_is_left_of_a_review_that_was_deleted_is_found_by_its_id(review: ReviewFile) -> None:
    """The copies on this machine know which review they are of."""
    review.close()
    review.path.unlink()
    assert [copy.name for copy in find_remaining_copies("abcd2345")] == ["second copy", "dated backup"]
    assert find_remaining_copies("wxyz6789") == []


def test_a_copy_is_a_review_of_its_own_that_says_the_same(review: ReviewFile, workspace: Workspace) -> None:
    """A new id and an opening of its own, which names the first review; events and drafts as they were."""
    with workspace.copy(review) as copy:
        first = copy.log[0]
        assert isinstance(first, ReviewOpened)
        assert (first.copy_of, first.trust, first.people) == ("abcd2345", "Northfields Trust", 1)
        assert first.review != "abcd2345"
        assert first.id != review.log[0].id
        assert copy.log[1:] == review.log[1:]
        assert dict(copy.drafts) == dict(review.drafts) == {"note:1A.i": "We th"}
        assert first.review in copy.path.name
        assert copy.state is State.EDITING
        copy.append(leant("1B.i"))
    assert len(review.log) == 3
    assert {one.id for one in workspace.list_reviews()} == {"abcd2345", first.review}


def test_the_list_says_what_a_copy_is_a_copy_of(review: ReviewFile, workspace: Workspace) -> None:
    """The header names the review that it was made from."""
    workspace.copy(review).close()
    headers = [one.header for one in workspace.list_reviews()]
    assert sorted(header.copy_of or "" for header in headers if header) == ["", "abcd2345"]


def test_a_copy_keeps_what_this_version_does_not_know(review: ReviewFile, workspace: Workspace) -> None:
    """Tables, and fields of events."""
    review.close()
    tables = json.loads(review.path.read_bytes())
    tables["pictures"] = {"7": {"name": "a"}}
    tables["replies"]["1"]["weather"] = "fine"
    tables["replies"]["3"]["mood"] = "calm"
    tables["header"]["1"]["checksum"] = ""
    review.path.write_bytes(seal(tables, TableTextCache()))
    with ReviewFile.open(review.path) as again, workspace.copy(again) as copy:
        after = json.loads(copy.path.read_bytes())
    assert after["pictures"] == tables["pictures"]
    assert after["replies"]["3"] == tables["replies"]["3"]
    assert after["replies"]["1"]["weather"] == "fine"


def test_a_follower_can_make_a_copy_to_edit(review: ReviewFile, workspace: Workspace) -> None:
    """Open elsewhere is no reason not to go on."""
    with ReviewFile.open(review.path) as follower, workspace.copy(follower) as copy:
        copy.append(leant("1B.i"))
        assert follower.state is State.ELSEWHERE


def test_a_copy_of_a_newer_review_has_what_this_version_understands(
    review: ReviewFile, workspace: Workspace
) -> None:
    """A file that says it is of this form has nothing of a newer one in it; the first is left alone."""
    review.close()
    tables = json.loads(review.path.read_bytes())
    tables["header"]["1"] |= {"schema": 2, "checksum": "made otherwise"}
    tables["pictures"] = {"7": {"name": "a"}}
    review.path.write_text(json.dumps(tables), encoding="utf-8")
    before = review.path.read_bytes()
    with ReviewFile.open(review.path) as newer, workspace.copy(newer) as copy:
        assert newer.state is State.NEWER
        assert copy.state is State.EDITING
        after = json.loads(copy.path.read_bytes())
    assert after["header"]["1"]["schema"] == 1
    assert list(after) == ["header", "rubric", "replies", "drafts"]
    assert review.path.read_bytes() == before


def test_a_copy_can_be_made_where_there_is_no_right_to_write(
    review: ReviewFile, workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In another workspace, say."""
    review.close()
    monkeypatch.setattr(files, "may_write", lambda path: path.parent != review.path.parent)
    with ReviewFile.open(review.path) as barred:
        assert barred.state is State.NO_RIGHT
        with Workspace(tmp_path / "mine").copy(barred) as copy:
            copy.append(leant("1B.i"))


def test_what_was_taken_back_stays_taken_back_in_a_copy(review: ReviewFile, workspace: Workspace) -> None:
    """The log is copied, and not what comes of it."""
    review.append(EventUndone(reply=review.log[2].id))
    with workspace.copy(review) as copy:
        assert copy.log[1:] == review.log[1:]


def test_where_no_copy_can_be_written_it_is_said(review: ReviewFile, tmp_path: Path) -> None:
    """In words, and nothing is left behind."""
    (tmp_path / "full").touch()
    with pytest.raises(NotSaved, match="not a folder"):
        Workspace(tmp_path / "full").copy(review)


def test_a_follower_takes_over_once_the_writer_has_closed(review: ReviewFile) -> None:
    """Not before, and with all that was saved meanwhile."""
    with ReviewFile.open(review.path) as follower:
        assert not follower.take_over()
        assert follower.state is State.ELSEWHERE
        review.append(leant("1B.i"))
        review.close()
        assert follower.take_over()
        assert (follower.state, follower.read_only, follower.log) == (State.EDITING, "", review.log)
        follower.append(leant("1B.ii"))
        with ReviewFile.open(review.path) as third:
            assert third.state is State.ELSEWHERE
            assert third.log == follower.log


def test_only_a_follower_takes_over(review: ReviewFile) -> None:
    """The one that writes has nothing to take, and one that was closed stays closed."""
    assert not review.take_over()
    review.append(leant("1B.i"))
    with ReviewFile.open(review.path) as follower:
        pass
    review.close()
    assert not follower.take_over()
    assert follower.state is State.CLOSED
    with pytest.raises(ReadOnly, match="closed"):
        follower.append(leant())


def test_taking_over_a_file_that_is_gone_leaves_the_follower_as_it_was(review: ReviewFile) -> None:
    """What it shows is still there to be copied, and the lock is free."""
    with ReviewFile.open(review.path) as follower:
        review.close()
        review.path.unlink()
        assert not follower.take_over()
        assert follower.log == review.log


def test_a_review_whose_last_save_failed_is_unsaved(
    review: ReviewFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And editing again once it is on disk."""
    with monkeypatch.context() as patch:
        patch.setattr(files, "put_in_place", _refuse)
        with pytest.raises(NotSaved):
            review.append(leant("1B.i"))
        assert review.state.value == "unsaved"
    review.save()
    assert review.state.value == "editing"


def _refuse(*_paths: Path) -> None:
    raise OSError(28, "No space left on device")
