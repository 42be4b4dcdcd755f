"""Reviews are renamed, archived, deleted to a bin and restored, by command and line by line."""

import errno
import json
import os
import shutil
from pathlib import Path

import pytest

from matbot.interview import Unclear
from matbot.line.home.home import Home
from matbot.rubric import Rubric
from matbot.store.errors import NotFound, NotMoved
from matbot.store.locks import ReviewLock
from matbot.store.places import find_place
from matbot.store.workspace import Workspace
from tests.speaking import at_home, run, text_of
from tests.talk import Talk


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    """A workspace of its own, named by the environment."""
    monkeypatch.setenv("MATBOT_WORKSPACE", str(tmp_path / "workspace"))
    monkeypatch.chdir(tmp_path)
    return Workspace(tmp_path / "workspace")


@pytest.fixture
def review(workspace: Workspace) -> str:
    """A review with an answer, by its id."""
    id_ = run("new", "--trust", "Northfeilds", "--elements", "1A").out.strip()
    assert run("ask", id_, typed="\n2\nClear to most\n").status == 0
    return id_


def test_a_deleted_review_is_in_the_bin_and_comes_back_as_it_was(workspace: Workspace, review: str) -> None:
    """Byte for byte, under its own name; and with it the save before the last one."""
    path = workspace.find(review)
    before, backup = path.read_bytes(), find_place(path).backup.read_bytes()
    told = run("delete", review)
    assert "Moved to the bin: Northfeilds." in told.err
    assert f"restore {review}" in told.err
    assert list(workspace.reviews.iterdir()) == []
    assert run("show", review).status == 1
    assert review in run("restore").out
    assert run("restore", review[:3]).out.strip() == str(path)
    assert (path.read_bytes(), find_place(path).backup.read_bytes()) == (before, backup)
    assert run("restore").err.strip() == "matbot: The bin is empty."


def test_deleting_takes_every_copy_and_restoring_brings_all_of_them_back(
    workspace: Workspace, review: str
) -> None:
    """A copy that a program that syncs left does not stay as the review."""
    path = workspace.find(review)
    copy = Path(shutil.copy(path, path.with_name(f"{path.name.removesuffix('.json')}-LAPTOP.json")))
    assert "with its 2 copies" in run("delete", review).err
    assert workspace.list_reviews() == []
    run("restore", review)
    assert {path, copy} <= set(workspace.reviews.iterdir())


def test_a_file_that_is_named_is_deleted_alone(workspace: Workspace, review: str) -> None:
    """So one copy of several can be deleted."""
    path = workspace.find(review)
    copy = Path(shutil.copy(path, path.with_name(f"{path.name.removesuffix('.json')}-LAPTOP.json")))
    assert run("delete", str(copy)).status == 0
    assert path.exists()
    assert not copy.exists()


def test_a_review_restored_where_its_name_is_taken_gets_a_free_one(workspace: Workspace, review: str) -> None:
    """Neither file takes the place of the other."""
    path = workspace.find(review)
    old = path.read_bytes()
    run("delete", review)
    path.write_bytes(b"another")
    there = workspace.restore(workspace.find_deleted(review))
    assert (path.read_bytes(), there.read_bytes()) == (b"another", old)
    assert there.name.endswith("-2.matbot.json")


def test_two_deleted_reviews_of_one_name_are_both_in_the_bin(workspace: Workspace, review: str) -> None:
    """The second one is kept beside the first."""
    path = workspace.find(review)
    raw = path.read_bytes()
    run("delete", review)
    path.write_bytes(raw)
    run("delete", review)
    assert len([one for one in workspace.bin.iterdir() if one.name.endswith(".matbot.json")]) == 2


def test_a_review_that_is_open_elsewhere_is_not_deleted(workspace: Workspace, review: str) -> None:
    """And that is said in words."""
    path = workspace.find(review)
    lock = ReviewLock(find_place(path))
    assert lock.take() == ""
    with pytest.raises(NotMoved, match=r"open in another window.*Close it there first"):
        workspace.delete(workspace.find_listed(review))
    lock.release()
    assert path.exists()


def test_where_one_file_cannot_be_moved_all_of_them_stay(
    workspace: Workspace, review: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A disk that fails in the middle leaves the review whole."""
    path = workspace.find(review)
    copy = Path(shutil.copy(path, path.with_name(f"{path.name.removesuffix('.json')}-LAPTOP.json")))
    there = {one.name for one in workspace.reviews.iterdir()}
    rename = os.rename

    def refuse_the_copy(source: Path, target: Path) -> None:
        if source == copy:
            raise PermissionError(errno.EACCES, "Permission denied")
        rename(source, target)

    monkeypatch.setattr(os, "rename", refuse_the_copy)
    with pytest.raises(NotMoved, match="you have no right"):
        workspace.delete(workspace.find_listed(review))
    assert {one.name for one in workspace.reviews.iterdir()} == there
    assert {path, copy} <= set(workspace.reviews.iterdir())


def test_deleting_what_is_not_there_says_so(workspace: Workspace, review: str) -> None:
    """And so does restoring what is not in the bin."""
    with pytest.raises(NotFound, match="no review zzzz"):
        workspace.find_listed("zzzz")
    with pytest.raises(NotFound, match=r"no review zzzz in the bin.*matbot restore"):
        workspace.find_deleted("zzzz")
    assert review


def test_a_review_is_renamed_in_lists_and_documents(workspace: Workspace, review: str) -> None:
    """The file keeps its name, and what was said is not newer for it."""
    path = workspace.find(review)
    told = run("rename", review, "--trust", "Northfields", "--group", "Heads", "--people", "7")
    assert told.out.strip() == "This review is now Northfields · Heads, 7 people."
    (listed,) = workspace.list_reviews()
    assert listed.path == path
    assert listed.header
    assert (listed.header.trust, listed.header.group, listed.header.people) == ("Northfields", "Heads", 7)
    written = run("transcript", review, "--output", "-").out
    assert "Northfields" in written
    assert "Northfeilds" not in written


def test_only_what_is_named_is_renamed(workspace: Workspace, review: str) -> None:
    """The group can be taken away; the trust cannot, and nothing at all is not a change."""
    assert run("rename", review, "--group", "Heads").out.strip().endswith("Northfeilds · Heads, 1 person.")
    assert run("rename", review).status == 2
    assert "Nothing was changed" in run("rename", review, "--group", "Heads").err
    assert run("rename", review, "--group", "").out.strip() == "This review is now Northfeilds, 1 person."
    assert "name of your trust" in run("rename", review, "--trust", "").err
    assert workspace.list_reviews()[0].header


def test_an_archived_review_leaves_the_list_and_comes_back(workspace: Workspace, review: str) -> None:
    """It is still found by its id, and by other programs."""
    assert run("archive", review).out.strip() == "Archived: Northfeilds."
    told = run("list")
    assert (told.out, told.err.strip()) == ("", "matbot: 1 more: matbot list --archived")
    assert review in run("list", "--archived").out
    assert json.loads(run("list", "--json").out)[0]["archived"] is True
    assert run("show", review).status == 0
    assert "already" in run("archive", review).err
    assert run("archive", review, "--undo").out.strip() == "No longer in the archive: Northfeilds."
    assert review in run("list").out


def test_home_line_by_line_renames_archives_deletes_and_restores(workspace: Workspace, review: str) -> None:
    """By number, each with a sentence that says what was done."""
    lines = ["rename 1", "Northfields", "Heads", "4", "archive 1", "list", "archive 1"]
    output = text_of(at_home(workspace, *lines, "delete 1", "restore 1", "stop"))
    assert "This review is now Northfields · Heads, 4 people." in output
    assert "Archived: Northfields · Heads." in output
    assert "saved" in output
    assert "No longer in the archive" in output
    assert "Moved to the bin: Northfields · Heads. restore brings it back." in output
    assert "Restored: Northfields · Heads." in output
    assert workspace.find(review).exists()


def test_undo_does_not_take_back_a_new_name(small_rubric: Rubric) -> None:
    """What a review is called is no answer of the conversation."""
    talk = Talk(small_rubric).say("", "1")
    talk.log.append(talk.interview.change_details("Northfields Trust", "Heads", 7))
    talk.log.append(talk.interview.archive())
    talk.undo()
    assert (talk.interview.review.trust, talk.interview.review.archived) == ("Northfields Trust", True)
    assert talk.interview.review.elements["1A"].questions["1A.i"].leaning is None


def test_a_name_that_is_no_name_is_refused(small_rubric: Rubric) -> None:
    """In words that say what to give."""
    interview = Talk(small_rubric).interview
    with pytest.raises(Unclear, match="name of your trust"):
        interview.change_details("  ", "Heads", 1)
    with pytest.raises(Unclear, match="from 1 to"):
        interview.change_details("Northfields", "Heads", 0)


def test_home_knows_every_word_of_its_help() -> None:
    """Each of the four has something that does it."""
    assert all(hasattr(Home, f"do_{word}") for word in ("delete", "restore", "rename", "archive"))
