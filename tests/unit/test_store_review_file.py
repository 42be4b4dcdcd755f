"""An open review keeps what is said, in its log at once and on disk when the call returns."""

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tinydb import TinyDB

from matbot.review.events import (
    EventUndone,
    NoteWritten,
    QuestionAnswered,
    ReviewOpened,
    ScopeChosen,
    UnknownEvent,
)
from matbot.review.log import parse_event
from matbot.rubric import Rubric
from matbot.store import files
from matbot.store.checks import TableTextCache, seal
from matbot.store.errors import AlreadyThere, NotSaved, ReadOnly
from matbot.store.review_file import ReviewFile
from matbot.store.workspace import Workspace


@pytest.fixture
def review(
    workspace: Workspace, small_rubric: Rubric, opened: ReviewOpened, scoped: ScopeChosen
) -> Iterator[ReviewFile]:
    """A new review, open."""
    with workspace.create(small_rubric, opened, scoped) as review:
        yield review


def on_disk(path: Path) -> Any:
    """The tables in a file, as any program reads them."""
    return json.loads(path.read_text(encoding="utf-8"))


def reseal(path: Path, tables: Any) -> None:
    """Write tables to a file as another matbot would."""
    next(iter(tables["header"].values()))["checksum"] = ""
    path.write_bytes(seal(tables, TableTextCache()))


def leant(question: str = "1A.i") -> QuestionAnswered:
    """An answer to a question."""
    return QuestionAnswered(question=question, leaning="red")


def test_what_was_appended_is_there_when_the_review_is_opened_again(review: ReviewFile) -> None:
    """The log, the rubric and the time of the save come back as they were."""
    given = [leant(), NoteWritten(question="1A.i", note="Zoë: “we do” 🙂\n\tand so on")]
    saved = review.append(*given)
    review.close()
    with ReviewFile.open(review.path) as again:
        assert again.log == review.log
        assert again.log[-2:] == tuple(given)
        assert (again.rubric, again.saved, again.unsaved, again.notice) == (review.rubric, saved, 0, "")


def test_the_file_is_an_ordinary_tinydb_file_with_its_header_first(review: ReviewFile) -> None:
    """Plain TinyDB reads it: a document of header and rubric, and one per event, in the order of the log."""
    review.append(leant())
    with TinyDB(review.path) as database:
        assert [document["id"] for document in database.table("replies")] == [
            event.id for event in review.log
        ]
        assert len(database.table("header")) == len(database.table("rubric")) == 1
    tables = on_disk(review.path)
    assert list(tables) == ["header", "rubric", "replies", "drafts"]
    assert list(tables["header"]["1"])[:3] == ["schema", "checksum", "saved"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_the_file_and_its_folders_are_for_this_person_alone(review: ReviewFile) -> None:
    """Files are 0600 and folders 0700, whether in the workspace or in the state folder."""
    review.append(leant())
    root = review.path.parent.parent
    state = Path(os.environ["MATBOT_STATE"])
    for path in [root, *root.rglob("*"), state, *state.rglob("*")]:
        assert path.stat().st_mode & 0o777 == (0o700 if path.is_dir() else 0o600), path


def test_an_answer_takes_its_draft_with_it_in_one_save(review: ReviewFile) -> None:
    """A sent note leaves no draft behind, other drafts stay, and the file is written once."""
    review.keep_draft("note:1A.i", "We th")
    review.keep_draft("note:1A.ii", "But")
    before = review.path.stat().st_ino, on_disk(review.path)
    review.append(NoteWritten(question="1A.i", note="We think"))
    assert dict(review.drafts) == {"note:1A.ii": "But"}
    assert on_disk(review.path.with_name(review.path.name + ".backup")) == before[1]
    assert review.path.with_name(review.path.name + ".backup").stat().st_ino == before[0]


def test_drafts_come_back_and_empty_text_removes_one(review: ReviewFile) -> None:
    """What was half typed survives closing; what was deleted again does not."""
    review.keep_draft("note:1A.i", "We")
    review.keep_draft("note:1A.i", "We thi")
    review.keep_draft("note:1A.ii", "x")
    review.keep_draft("note:1A.ii", "")
    review.close()
    with ReviewFile.open(review.path) as again:
        assert dict(again.drafts) == {"note:1A.i": "We thi"}


def test_a_draft_that_did_not_change_is_not_saved_again(review: ReviewFile) -> None:
    """Typing that comes to the same costs no save."""
    review.keep_draft("note:1A.i", "We")
    before = files.read_stamp(review.path)
    review.keep_draft("note:1A.i", "We")
    assert files.read_stamp(review.path) == before


def test_an_event_is_not_added_twice(review: ReviewFile) -> None:
    """Appending again what the log has already, as after a failed save, adds nothing."""
    event = leant()
    review.append(event)
    review.append(event)
    assert review.log.count(event) == 1


def test_an_answer_that_no_file_can_hold_is_refused_before_it_is_kept(review: ReviewFile) -> None:
    """One such answer does not keep all later ones from being saved."""
    before = review.log
    with pytest.raises(NotSaved, match="no file can hold"):
        review.append(UnknownEvent.model_validate({"kind": "measured", "value": 10**5000}))
    assert review.log == before
    review.append(leant())
    assert review.unsaved == 0


def test_what_this_version_does_not_know_is_kept_and_written_back(review: ReviewFile) -> None:
    """Unknown tables, header fields, kinds of event and fields of events survive a save."""
    review.append(leant())
    review.close()
    tables = on_disk(review.path)
    tables["header"]["1"]["colour"] = "blue"
    tables["pictures"] = {"7": {"name": "a"}}
    tables["replies"]["3"]["mood"] = {"of": ["the", "room"]}
    tables["replies"]["4"] = {"kind": "sang", "id": "x", "at": "2026-03-04T10:00:00Z", "song": "la"}
    reseal(review.path, tables)
    with ReviewFile.open(review.path) as again:
        assert isinstance(again.log[-1], UnknownEvent)
        again.append(EventUndone(reply="x"))
    after = on_disk(review.path)
    assert after["header"]["1"]["colour"] == "blue"
    assert after["pictures"] == tables["pictures"]
    assert {number: after["replies"][number] for number in "1234"} == tables["replies"]


def test_a_second_opener_reads_only_and_follows(review: ReviewFile) -> None:
    """While one window has the review open, another says since when, refuses answers, and sees new saves."""
    with ReviewFile.open(review.path) as other:
        assert other.read_only.startswith("open in another window since ")
        with pytest.raises(ReadOnly, match="open in another window"):
            other.append(leant())
        with pytest.raises(ReadOnly):
            other.keep_draft("note:1A.i", "We")
        assert not other.refresh()
        review.append(leant())
        assert other.refresh()
        assert other.log == review.log
        assert not other.refresh()


def test_the_lock_is_free_once_the_review_is_closed(review: ReviewFile) -> None:
    """Closing lets another window write; the closed one cannot any more."""
    review.close()
    with ReviewFile.open(review.path) as other:
        assert other.read_only == ""
        other.append(leant())
    with pytest.raises(ReadOnly, match="closed"):
        review.append(leant())


def test_a_reader_that_closes_does_not_free_the_writers_lock(review: ReviewFile) -> None:
    """The lock is never broken by somebody who does not hold it."""
    ReviewFile.open(review.path).close()
    with ReviewFile.open(review.path) as other:
        assert other.read_only


def test_a_review_saved_by_a_newer_matbot_is_only_read(review: ReviewFile) -> None:
    """A higher schema number opens for reading, whatever its checksum is made of, and stays as it is."""
    review.append(leant())
    review.close()
    tables = on_disk(review.path)
    tables["header"]["1"] |= {"schema": 2, "checksum": "made otherwise"}
    review.path.write_text(json.dumps(tables), encoding="utf-8")
    before = review.path.read_bytes()
    with ReviewFile.open(review.path) as again:
        assert again.read_only == "saved by a newer matbot"
        assert again.log == review.log
        with pytest.raises(ReadOnly, match="newer matbot"):
            again.append(leant())
    assert review.path.read_bytes() == before


def test_without_the_right_to_write_it_is_only_read(
    review: ReviewFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Replacing a file passes over its read-only mark, so the mark is asked for."""
    review.close()
    monkeypatch.setattr(files, "may_write", lambda path: False)
    with ReviewFile.open(review.path) as again:
        assert again.read_only == "you have no right to write there"


def test_nothing_is_read_again_while_nothing_changed(
    review: ReviewFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A save looks at the file's stamp, and reads it only if that is another."""
    monkeypatch.setattr(files, "read_whole", lambda path: pytest.fail("the file was read"))
    review.append(leant())


def test_a_review_too_large_to_be_read_again_is_not_written(
    review: ReviewFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What would be refused unread is refused before it is saved."""
    monkeypatch.setattr(files, "LARGEST", 3000)
    with pytest.raises(NotSaved, match="over 8 MB"):
        review.append(NoteWritten(question="1A.i", note="x" * 3000))
    assert len(review.path.read_bytes()) < 3000


def test_a_new_review_takes_no_other_files_place(
    review: ReviewFile, workspace: Workspace, small_rubric: Rubric, opened: ReviewOpened, scoped: ScopeChosen
) -> None:
    """Making a review where there is one leaves that one alone."""
    review.close()
    before = review.path.read_bytes()
    with pytest.raises(AlreadyThere, match="already is a file"):
        workspace.create(small_rubric, opened, scoped)
    assert review.path.read_bytes() == before


def test_what_a_killed_save_left_behind_is_removed(review: ReviewFile) -> None:
    """Half-written files do not pile up beside the review, and nobody else's are touched."""
    left = files.temporary_path(review.path, review._storage.place.temporary)
    foreign = review.path.with_name(".matbot-other-1234.tmp")
    left.touch()
    foreign.touch()
    review.close()
    ReviewFile.open(review.path).close()
    assert not left.exists()
    assert foreign.exists()


def test_a_mirror_that_cannot_be_kept_is_a_notice_and_no_error(review: ReviewFile) -> None:
    """The save itself is what counts."""
    review._storage.place.mirror.unlink()
    review._storage.place.mirror.mkdir()
    review.append(leant())
    assert review.unsaved == 0
    assert "no second copy" in review.notice


def test_events_read_back_equal_what_was_stored(review: ReviewFile) -> None:
    """An event on disk is the event in the log."""
    review.append(leant())
    stored = on_disk(review.path)["replies"]
    assert [parse_event(document) for document in stored.values()] == list(review.log)
