"""Each call that a save makes of the system fails: the file is the old or the new state, and words say so."""

import errno
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from matbot.review.events import Event, NoteWritten, QuestionAnswered, ReviewOpened, ScopeChosen
from matbot.rubric import Rubric
from matbot.store import files
from matbot.store.contents import inspect_file
from matbot.store.errors import NotSaved
from matbot.store.places import find_place
from matbot.store.review_file import ReviewFile
from matbot.store.workspace import Workspace
from tests.faults.seam import Failing

ENOUGH = 30
"""More calls than a save makes; the tests say so if that is no longer true."""


class Short:
    """The module `os`, but that a write takes only the first few bytes of what it is given."""

    def __getattr__(self, name: str) -> Any:
        return getattr(os, name)

    def write(self, descriptor: int, raw: Any) -> int:
        """Write at most a thousand bytes."""
        return os.write(descriptor, raw[:1000])


@pytest.fixture
def review(
    workspace: Workspace, small_rubric: Rubric, opened: ReviewOpened, scoped: ScopeChosen
) -> Iterator[ReviewFile]:
    """A review with an answer in it, saved twice, so that it has a backup and a mirror."""
    with workspace.create(small_rubric, opened, scoped) as review:
        review.append(QuestionAnswered(id="old", question="1A.i", leaning="red"))
        yield review


def new() -> Event:
    """The answer whose save is disturbed."""
    return QuestionAnswered(id="new", question="1A.ii", leaning="green")


def on_disk(path: Path) -> tuple[str, ...]:
    """The ids of the answers in a file, which must be good."""
    good = inspect_file(path).good
    assert good, inspect_file(path).flaw
    return tuple(event.id for event in good.log)


OLD = ("first", "second", "old")


@pytest.mark.parametrize("sticky", [False, True], ids=["once", "from then on"])
@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EIO, errno.EACCES], ids=errno.errorcode.get)
@pytest.mark.parametrize("failing", range(1, ENOUGH + 1))
def test_a_failing_call_leaves_the_old_or_the_new_state_and_words(
    review: ReviewFile, failing: int, error: int, sticky: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever fails, the file is whole, `saved` is only said if it is, and the next save has everything."""
    with monkeypatch.context() as patch:
        patch.setattr(files, "os", faulty := Failing(failing, error, sticky))
        words = words_of_append(review)
    assert words == "" or re.fullmatch(r"Not saved: .+\.", words)
    assert review.log[-1].id == "new"
    assert review.unsaved == (1 if words else 0)
    assert on_disk(review.path) in ([OLD, (*OLD, "new")] if words else [(*OLD, "new")])
    assert len(faulty.made) < ENOUGH, "a save makes more calls than are tried"
    review.append(NoteWritten(id="next", question="1A.i", note="And"))
    assert on_disk(review.path) == (*OLD, "new", "next")
    assert review.unsaved == 0
    assert not list(review.path.parent.glob("*.set-aside"))


def words_of_append(review: ReviewFile) -> str:
    """Append the new answer; what is said if it could not be saved, or nothing."""
    try:
        review.append(new())
    except NotSaved as error:
        return str(error)
    return ""


def test_a_full_disk_is_told_as_one(review: ReviewFile, monkeypatch: pytest.MonkeyPatch) -> None:
    """The words say what happened, and nothing half-written stays behind."""
    before = sorted(path.name for path in review.path.parent.iterdir())
    monkeypatch.setattr(files, "os", Failing(3, errno.ENOSPC, for_good=False))
    with pytest.raises(NotSaved, match=r"^Not saved: the disk is full\."):
        review.append(new())
    assert sorted(path.name for path in review.path.parent.iterdir()) == before


def test_short_writes_are_carried_on(review: ReviewFile, monkeypatch: pytest.MonkeyPatch) -> None:
    """A system that takes a part of the bytes is given the rest."""
    monkeypatch.setattr(files, "os", Short())
    review.append(new())
    assert on_disk(review.path) == on_disk(find_place(review.path).mirror) == (*OLD, "new")


def test_a_disk_without_links_keeps_its_backup_as_a_copy(
    review: ReviewFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a USB stick the save before is kept too."""

    class Linkless(Short):
        def link(self, *arguments: Any) -> None:
            raise PermissionError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(files, "os", Linkless())
    review.append(new())
    assert on_disk(find_place(review.path).backup) == OLD
    review.path.write_bytes(b"litter")
    review.append(NoteWritten(id="next", question="1A.i", note="And"))
    assert review.path.with_name(review.path.name + ".set-aside").read_bytes() == b"litter"


def test_a_file_that_another_program_holds_is_tried_again_for_a_while(
    review: ReviewFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows refuses to replace an open file: wait up to 2.5 s in all, then say so."""
    waited: list[float] = []

    class Held(Short):
        def replace(self, *arguments: Any) -> None:
            error = PermissionError(errno.EACCES, "Access is denied")
            error.winerror = 32  # type: ignore[attr-defined]
            raise error

    monkeypatch.setattr(files, "os", Held())
    monkeypatch.setattr("time.sleep", waited.append)
    with pytest.raises(NotSaved, match="another program holds the file"):
        review.append(new())
    assert sum(waited) == pytest.approx(2.5)
    assert on_disk(review.path) == OLD


def test_a_change_during_the_save_is_seen_before_it_is_replaced(
    review: ReviewFile, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A program that syncs swaps the file while the new one is being written: both are kept."""
    place = find_place(review.path)
    theirs = place.backup.read_bytes()

    class Swapping(Short):
        swapped = False

        def fsync(self, descriptor: int) -> None:
            if not self.swapped:
                self.swapped = True
                review.path.unlink()
                review.path.write_bytes(theirs)
            os.fsync(descriptor)

    monkeypatch.setattr(files, "os", Swapping())
    review.append(new())
    assert on_disk(review.path) == (*OLD, "new")


def test_a_file_that_never_stops_changing_is_told(
    review: ReviewFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A save does not try for ever."""

    class Restless(Short):
        def fsync(self, descriptor: int) -> None:
            review.path.write_bytes(review.path.read_bytes())
            os.utime(review.path, ns=(0, os.stat(review.path).st_mtime_ns + 1))

    with monkeypatch.context() as patch:
        patch.setattr(files, "os", Restless())
        with pytest.raises(NotSaved, match="keeps writing"):
            review.append(new())
    review.save()
    assert on_disk(review.path) == (*OLD, "new")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
def test_two_processes_never_write_to_one_review(review: ReviewFile) -> None:
    """While this process has the review open, another only reads it; what each says it saved is there."""
    script = (
        "import sys; from pathlib import Path; from matbot.store.review_file import ReviewFile\n"
        "with ReviewFile.open(Path(sys.argv[1])) as review: print(review.read_only)\n"
    )
    command = [sys.executable, "-c", script, str(review.path)]
    printed = subprocess.run(command, capture_output=True, encoding="utf-8", check=True, timeout=120).stdout
    assert printed.startswith("open in another window since ")
    review.append(new())
    review.close()
    printed = subprocess.run(command, capture_output=True, encoding="utf-8", check=True, timeout=120).stdout
    assert printed == "\n"
    assert on_disk(review.path) == (*OLD, "new")
