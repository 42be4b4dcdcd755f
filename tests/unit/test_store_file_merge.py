"""Copies of a review that a program that syncs left behind: listed as one, and made one again."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from matbot.review.events import QuestionAnswered, ReviewOpened, ScopeChosen
from matbot.rubric import Rubric
from matbot.store import files
from matbot.store.contents import inspect_file
from matbot.store.errors import AlreadyThere, NotSaved, ReadOnly, StoreError
from matbot.store.file_merge import CannotMerge, merge_files
from matbot.store.review_file import ReviewFile
from matbot.store.workspace import Workspace


@pytest.fixture
def path(workspace: Workspace, small_rubric: Rubric, opened: ReviewOpened, scoped: ScopeChosen) -> Path:
    """A review, closed."""
    with workspace.create(small_rubric, opened, scoped) as review:
        review.append(leant("old"))
    return review.path


@pytest.fixture
def copy(path: Path) -> Path:
    """A conflict copy beside it; each has an answer that the other has not, to the same question."""
    other = path.with_name("conflict copy.matbot.json")
    shutil.copy(path, other)
    say(path, leant("here"))
    say(other, leant("there", "green"))
    return other


def leant(id_: str, leaning: Any = "red") -> QuestionAnswered:
    """An answer."""
    return QuestionAnswered(id=id_, question="1A.i", leaning=leaning)


def say(path: Path, *events: QuestionAnswered) -> None:
    """Add events to a file."""
    with ReviewFile.open(path) as review:
        review.append(*events)


def ids(path: Path) -> set[str]:
    """The events in a file, which must be good, apart from the mark of the merge."""
    good = inspect_file(path).good
    assert good, inspect_file(path).flaw
    return {event.id for event in good.log if event.kind != "merged"}


ALL = {"first", "second", "old", "here", "there"}


def test_two_files_of_one_review_are_listed_as_one(workspace: Workspace, path: Path, copy: Path) -> None:
    """The one saved last stands for both, and the other is named."""
    (listed,) = workspace.list_reviews()
    assert (listed.path, listed.copies) == (copy, (path,))
    assert workspace.files_of("abcd") == (copy, path)
    say(path, leant("later"))
    (listed,) = workspace.list_reviews()
    assert (listed.path, listed.copies) == (path, (copy,))


def test_opening_by_id_takes_the_one_saved_last_and_says_so(
    workspace: Workspace, path: Path, copy: Path
) -> None:
    """And how to make them one. Whoever names the file knows which it is."""
    assert workspace.find("abcd2345") == copy
    with workspace.open("abcd2345") as review:
        assert review.path == copy
        assert review.notice == (
            "There are 2 copies of this review, and this is the one saved last. "
            "To make them one: matbot merge abcd2345"
        )
    with workspace.open(path.name) as review:
        assert (review.path, review.notice) == (path, "")


def test_a_damaged_copy_is_listed_with_the_review_that_its_name_says(
    workspace: Workspace, path: Path, copy: Path
) -> None:
    """It comes last, and merging recovers it."""
    path.write_bytes(b"")
    (listed,) = workspace.list_reviews()
    assert (listed.path, listed.copies) == (copy, (path,))
    assert set(merge_files([copy, path]).contradictions) == {"choice:1A.i"}
    assert ids(copy) == ALL


def test_merging_puts_everything_into_the_first_and_the_other_aside(
    workspace: Workspace, path: Path, copy: Path
) -> None:
    """The review is listed once; the other file is kept as it was under another name."""
    before = copy.read_bytes()
    joined = merge_files([path, copy])
    aside = copy.with_name(f"{copy.name}.set-aside")
    assert (joined.path, joined.aside, joined.left) == (path, (aside,), ())
    assert joined.contradictions == ("choice:1A.i",)
    assert joined.events == 1 + len(ALL)
    assert ids(path) == ALL
    assert aside.read_bytes() == before
    (listed,) = workspace.list_reviews()
    assert (listed.path, listed.copies) == (path, ())


def test_a_file_elsewhere_stays_where_it_is(path: Path, copy: Path, tmp_path: Path) -> None:
    """One on a stick or from an e-mail is nobody's to rename."""
    sent = tmp_path / "sent by e-mail.json"
    shutil.move(copy, sent)
    before = sent.read_bytes()
    joined = merge_files([path, sent])
    assert (joined.aside, joined.left) == ((), (sent,))
    assert sent.read_bytes() == before
    assert ids(path) == ALL


def test_with_an_output_both_files_stay_as_they_are(path: Path, copy: Path, tmp_path: Path) -> None:
    """The result is a new file, made with its folder."""
    before = [path.read_bytes(), copy.read_bytes()]
    output = tmp_path / "new" / "both.matbot.json"
    joined = merge_files([path, copy], output)
    assert (joined.path, joined.aside, joined.left) == (output, (), (path, copy))
    assert [path.read_bytes(), copy.read_bytes()] == before
    assert ids(output) == ALL


def test_three_copies_become_one(workspace: Workspace, path: Path, copy: Path) -> None:
    """As many as a program that syncs has left."""
    third = path.with_name("another.matbot.json")
    shutil.copy(path, third)
    say(third, leant("third"))
    joined = merge_files(list(workspace.files_of("abcd2345")))
    assert joined.path == third
    assert len(joined.aside) == 2
    assert ids(third) == {*ALL, "third"}


def test_merging_again_changes_nothing(path: Path, copy: Path) -> None:
    """What the other file says is there already."""
    merge_files([path, copy])
    log = inspect_file(path).contents
    say_again = merge_files([path, copy.with_name(f"{copy.name}.set-aside")])
    again = inspect_file(path).contents
    assert log
    assert again
    assert again.log == log.log
    assert say_again.events == len(log.log)


def refused(paths: list[Path], error: type[StoreError], words: str, output: Path | None = None) -> None:
    """Files are not merged, which is said in one line, and stay as they are."""
    before = {path: path.read_bytes() for path in paths if path.is_file()}
    names = {path: sorted(found.name for found in path.parent.iterdir()) for path in paths}
    with pytest.raises(error, match=words) as raised:
        merge_files(paths, output)
    assert "\n" not in str(raised.value)
    assert {path: path.read_bytes() for path in before} == before
    assert {path: sorted(found.name for found in path.parent.iterdir()) for path in paths} == names


def test_two_reviews_are_never_merged(
    path: Path, workspace: Workspace, small_rubric: Rubric, opened: ReviewOpened, scoped: ScopeChosen
) -> None:
    """Whatever their names: the id inside counts."""
    with workspace.create(small_rubric, opened.model_copy(update={"review": "wxyz6789"}), scoped) as other:
        pass
    refused([path, other.path], CannotMerge, "are two reviews, abcd2345 and wxyz6789")


def test_one_file_named_twice_is_not_merged(path: Path) -> None:
    """However it is spelt."""
    refused([path, path.parent / ".." / "reviews" / path.name], CannotMerge, "That is one file")


def test_a_file_that_another_window_has_open_is_not_merged(path: Path, copy: Path) -> None:
    """What it saves meanwhile would be in neither; the right to the other is not taken either."""
    with ReviewFile.open(copy):
        refused([path, copy], CannotMerge, "open in another window")
    with ReviewFile.open(path):
        refused([path, copy], ReadOnly, "open in another window")
    merge_files([path, copy])


def test_what_a_newer_matbot_saved_is_not_merged(path: Path, copy: Path) -> None:
    """There may be more in it than is understood here."""
    copy.write_bytes(copy.read_bytes().replace(b'"schema":1', b'"schema":2', 1))
    refused([path, copy], CannotMerge, "newer matbot")


def test_a_file_that_waits_for_a_choice_is_not_merged(path: Path, copy: Path) -> None:
    """The choice comes first, and how to make it is said."""
    copy.write_bytes(copy.read_bytes().replace(b'"leaning":"green"', b'"leaning":"red"'))
    refused([path, copy], CannotMerge, "matbot settle")


def test_the_output_takes_no_other_files_place(path: Path, copy: Path) -> None:
    """Neither that of an input nor that of anything else."""
    refused([path, copy], AlreadyThere, "already is a file", output=copy)


@pytest.mark.parametrize("output", [None, "new.matbot.json"])
def test_where_the_result_cannot_be_saved_both_stay(
    path: Path, copy: Path, output: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In words, and the next try has everything."""

    def refuse(*_paths: Path) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(files, "put_in_place", refuse)
        refused([path, copy], NotSaved, "the disk is full", path.with_name(output) if output else None)
    merge_files([path, copy])
    assert ids(path) == ALL


def test_a_file_that_cannot_be_put_aside_is_left_and_said(
    path: Path, copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The merge has happened all the same."""

    def refuse(_path: Path) -> Path:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(files, "set_aside", refuse)
    joined = merge_files([path, copy])
    assert (joined.aside, joined.left) == ((), (copy,))
    assert ids(path) == ALL


@pytest.fixture(autouse=True)
def no_lock_is_left(workspace: Workspace, path: Path) -> Iterator[None]:
    """After each test the review can be opened to write."""
    yield
    with workspace.open("abcd2345") as review:
        assert review.state.value != "open elsewhere"
