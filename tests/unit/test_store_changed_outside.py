"""Something else writes to the file of an open review: it is merged or set aside, and never overwritten."""

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from matbot.review.events import Event, NoteWritten, QuestionAnswered, ReviewOpened, ScopeChosen
from matbot.review.log import serialize_event
from matbot.rubric import Rubric
from matbot.store.checks import TableTextCache, seal
from matbot.store.errors import NotSaved
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


def test_a_save_that_came_from_elsewhere_is_merged(review: ReviewFile) -> None:
    """Another computer's events, put in place by a program that syncs, join ours at the next save."""
    tables = on_disk(review.path)
    theirs: Event = NoteWritten(question="1B.i", note="From the other computer")
    tables["replies"]["3"] = serialize_event(theirs)
    tables["drafts"]["1"] = {"step": "note:1B.ii", "text": "half"}
    review.append(ours := leant())
    reseal(review.path, tables)
    review.append(later := leant("1A.ii"))
    assert {theirs, ours, later} <= set(review.log)
    assert "saved somewhere else" in review.notice
    review.close()
    with ReviewFile.open(review.path) as again:
        assert again.log == review.log
        assert dict(again.drafts) == {"note:1B.ii": "half"}


def test_a_file_that_was_taken_away_is_put_back(review: ReviewFile) -> None:
    """A program that deletes the file under us costs nothing."""
    review.append(leant())
    review.path.unlink()
    review.append(leant("1A.ii"))
    review.close()
    with ReviewFile.open(review.path) as again:
        assert again.log == review.log


@pytest.mark.parametrize("litter", [b"", b"not a review", b"{}"])
def test_what_is_no_review_is_set_aside_and_not_overwritten(review: ReviewFile, litter: bytes) -> None:
    """Whatever something else wrote in the file's place is kept under another name."""
    review.append(leant())
    review.path.write_bytes(litter)
    review.append(leant("1A.ii"))
    kept = review.path.with_name(review.path.name + ".set-aside")
    assert kept.read_bytes() == litter
    assert kept.name in review.notice
    review.close()
    with ReviewFile.open(review.path) as again:
        assert (again.log, again.notice) == (review.log, "")


def test_another_review_in_its_place_is_set_aside(
    review: ReviewFile, workspace: Workspace, small_rubric: Rubric, opened: ReviewOpened, scoped: ScopeChosen
) -> None:
    """Two reviews are never merged into one."""
    other = opened.model_copy(update={"review": "wxyz6789"})
    with workspace.create(small_rubric, other, scoped) as second:
        os.replace(second.path, review.path)
    review.append(leant())
    kept = review.path.with_name(review.path.name + ".set-aside")
    assert on_disk(kept)["header"]["1"]["id"] == "wxyz6789"
    assert on_disk(review.path)["header"]["1"]["id"] == "abcd2345"


def test_a_newer_matbots_save_in_its_place_is_not_replaced(review: ReviewFile) -> None:
    """What this version cannot merge it does not touch; the answer stays in memory, in words."""
    tables = on_disk(review.path)
    tables["header"]["1"]["schema"] = 2
    review.path.write_text(json.dumps(tables), encoding="utf-8")
    before = review.path.read_bytes()
    with pytest.raises(NotSaved, match="newer matbot"):
        review.append(leant())
    assert review.path.read_bytes() == before
    assert review.unsaved == 1


def test_the_same_bytes_written_again_are_no_change(review: ReviewFile) -> None:
    """A program that syncs may touch the file; a draft that was removed does not come back."""
    review.keep_draft("note:1A.i", "We")
    review.path.write_bytes(review.path.read_bytes())
    review.keep_draft("note:1A.i", "")
    assert (dict(review.drafts), review.notice) == ({}, "")
