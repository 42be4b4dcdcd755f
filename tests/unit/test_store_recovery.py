"""Opening takes the newest good one of file, backup and mirror, says which, and keeps the damaged one."""

import json
import os
import shutil
from pathlib import Path

import pytest

from matbot.review.events import Event, NoteWritten, QuestionAnswered, ReviewOpened, ScopeChosen
from matbot.review.log import serialize_event
from matbot.rubric import Rubric
from matbot.store import files
from matbot.store.errors import StoreError, Unreadable
from matbot.store.places import find_place
from matbot.store.review_file import ReviewFile
from matbot.store.workspace import Workspace

DAMAGE = {
    "empty": b"",
    "zeros": b"\0" * 500,
    "a web page": b"<html></html>",
    "null": b"null",
    "a list": b"[]",
    "no tables": b"{}",
    "cut off": b'{"header":{"1":{"schema":1,"che',
}


@pytest.fixture
def path(workspace: Workspace, small_rubric: Rubric, opened: ReviewOpened, scoped: ScopeChosen) -> Path:
    """A review with two answers, each saved by itself, and closed."""
    with workspace.create(small_rubric, opened, scoped) as review:
        review.append(QuestionAnswered(id="one", question="1A.i", leaning="red"))
        review.append(QuestionAnswered(id="two", question="1A.ii", leaning="green"))
    return review.path


def ids(review: ReviewFile) -> list[str]:
    """The events of a review by their ids."""
    return [event.id for event in review.log]


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_file_is_recovered_with_every_answer(path: Path, damage: str) -> None:
    """The last save comes back, the file is mended, the damaged one is kept, and all of that is said."""
    path.write_bytes(DAMAGE[damage])
    with ReviewFile.open(path) as review:
        assert ids(review) == ["first", "second", "one", "two"]
        assert "recovered from the second copy saved " in review.notice
        assert review.read_only == ""
    kept = path.with_name(path.name + ".set-aside")
    assert kept.read_bytes() == DAMAGE[damage]
    assert kept.name in review.notice
    with ReviewFile.open(path) as again:
        assert (ids(again), again.notice) == (ids(review), "")


def test_without_a_mirror_the_backup_is_opened(path: Path) -> None:
    """A file that came from another computer has its backup beside it."""
    find_place(path).mirror.unlink()
    path.write_bytes(b"")
    with ReviewFile.open(path) as review:
        assert ids(review) == ["first", "second", "one"]
        assert "it is empty" not in review.notice
        assert "The file is empty; recovered from the backup saved " in review.notice


def test_recovering_does_not_replace_the_good_backup_with_the_damaged_file(path: Path) -> None:
    """The backup stays a good one through a recovery."""
    path.write_bytes(b"")
    ReviewFile.open(path).close()
    assert json.loads(find_place(path).backup.read_bytes())["header"]["1"]["id"] == "abcd2345"


def test_with_no_good_copy_nothing_is_changed(path: Path) -> None:
    """One line says that it cannot be read, and the file is as it was."""
    find_place(path).mirror.unlink()
    find_place(path).backup.unlink()
    shutil.rmtree(find_place(path).dated)
    path.write_bytes(b"")
    with pytest.raises(Unreadable, match=r"cannot be read: it is empty. Nothing was changed."):
        ReviewFile.open(path)
    assert [found.name for found in path.parent.iterdir()] == [path.name]


def test_a_copy_of_another_review_is_not_taken(path: Path, tmp_path: Path) -> None:
    """A file with an id takes only copies with the same id."""
    place = find_place(path)
    tables = json.loads(path.read_bytes())
    tables["replies"]["1"]["review"] = "zzzz9999"
    path.write_text(json.dumps(tables), encoding="utf-8")
    with ReviewFile.open(path) as review:
        assert review.read_only == "changed by something other than matbot"
    assert not list(path.parent.glob("*.set-aside"))
    assert place.mirror.exists()


def test_a_file_older_than_its_mirror_is_caught_up(path: Path) -> None:
    """A program that syncs may put back an older file: said, and nothing is lost."""
    os.replace(find_place(path).backup, path)
    with ReviewFile.open(path) as review:
        assert ids(review) == ["first", "second", "one", "two"]
        assert "put back to an older one" in review.notice
    find_place(path).mirror.unlink()
    with ReviewFile.open(path) as again:
        assert (ids(again), again.notice) == (ids(review), "")


def test_a_reader_recovers_in_memory_and_changes_nothing(path: Path) -> None:
    """A window without the lock shows the good copy and leaves the mending to the one that holds it."""
    with ReviewFile.open(path) as holder:
        path.write_bytes(b"")
        with ReviewFile.open(path) as reader:
            assert ids(reader) == ids(holder)
            assert "recovered" in reader.notice
        assert path.read_bytes() == b""


def test_opening_a_good_file_writes_nothing(path: Path) -> None:
    """Looking at a review leaves its folder as it was."""
    before = {found: files.read_stamp(found) for found in path.parent.iterdir()}
    ReviewFile.open(path).close()
    assert {found: files.read_stamp(found) for found in path.parent.iterdir()} == before


@pytest.mark.parametrize(
    "document",
    [
        {"kind": "leant", "id": "x", "at": "2026-03-04T10:00:00Z", "question": "1A.i", "leaning": "purple"},
        {"kind": "leant", "id": "x", "at": "yesterday", "question": "1A.i", "leaning": "red"},
        {"kind": "leant", "id": "one", "at": "2026-03-04T10:00:00Z", "question": "1A.i", "leaning": "red"},
        {"kind": "parked", "id": "x", "at": "2026-03-04T10:00:00Z", "place": "1A", "parked": 1},
        {"kind": "leant", "at": "2026-03-04T10:00:00Z", "question": "1A.i", "leaning": "red"},
        {"id": "x", "at": "2026-03-04T10:00:00Z"},
        {},
    ],
)
def test_an_event_that_does_not_validate_makes_the_file_damaged(
    path: Path, document: dict[str, object]
) -> None:
    """It is told in words, and the good copy is opened."""
    tables = json.loads(path.read_bytes())
    tables["replies"]["5"] = document
    path.write_text(json.dumps(tables), encoding="utf-8")
    with ReviewFile.open(path) as review:
        assert ids(review) == ["first", "second", "one", "two"]
        assert "has an answer in it" in review.notice


@pytest.mark.parametrize(
    ("table", "content"),
    [
        ("header", {"1": {"schema": 1}}),
        ("header", {"1": {"schema": True, "saved": "2026-03-04T10:00:00Z"}}),
        ("header", {"1": {"schema": 0, "saved": "2026-03-04T10:00:00Z"}}),
        ("rubric", {}),
        ("rubric", {"1": {"id": "small"}}),
        ("replies", {}),
        ("replies", {"x": {}}),
        ("drafts", {"1": {"step": 3, "text": "x"}}),
    ],
)
def test_tables_that_are_not_as_they_should_be_are_damage(
    path: Path, table: str, content: dict[str, object]
) -> None:
    """Every table is checked before anybody builds on it."""
    tables = json.loads(path.read_bytes())
    tables[table] = content
    path.write_text(json.dumps(tables), encoding="utf-8")
    with ReviewFile.open(path) as review:
        assert ids(review) == ["first", "second", "one", "two"]
        assert "recovered" in review.notice


def test_a_file_from_elsewhere_laid_out_otherwise_opens_as_good(path: Path, tmp_path: Path) -> None:
    """Pretty-printed and with a byte order mark, it is whole and can be changed."""
    copy = tmp_path / "sent by e-mail.json"
    copy.write_text("\ufeff" + json.dumps(json.loads(path.read_bytes()), indent=2), encoding="utf-8")
    with ReviewFile.open(copy) as review:
        assert (review.read_only, review.notice) == ("", "")
        event: Event = NoteWritten(question="1A.i", note="Here too")
        review.append(event)
    assert json.loads(copy.read_bytes())["replies"]["5"] == serialize_event(event)


def test_files_that_are_none_are_told_in_words(path: Path, tmp_path: Path) -> None:
    """A folder, a link, a pipe, a name that cannot be and a file over 8 MB: one line each."""
    link, pipe, large = tmp_path / "link.json", tmp_path / "pipe.json", tmp_path / "large.json"
    large.touch()
    os.truncate(large, files.LARGEST + 1)
    strange = [tmp_path, large, tmp_path / "none.json", Path("nul\0.json")]
    if os.name != "nt":
        link.symlink_to(path)
        os.mkfifo(pipe)
        strange += [link, pipe]
    for each in strange:
        with pytest.raises(StoreError) as error:
            ReviewFile.open(each)
        assert str(error.value)
        assert "\n" not in str(error.value)
