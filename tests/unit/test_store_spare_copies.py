"""A copy that may hold more than the review is never written over: it is taken in once it reads."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from matbot.review.events import QuestionAnswered, ReviewOpened, ScopeChosen
from matbot.rubric import Rubric
from matbot.store.checks import TableTextCache, seal
from matbot.store.copies import find_copies
from matbot.store.places import Place, find_place
from matbot.store.review_file import ReviewFile
from matbot.store.schema import SCHEMA
from matbot.store.workspace import Workspace
from tests.faults.seam import Blind, through


@pytest.fixture
def path(workspace: Workspace, small_rubric: Rubric, opened: ReviewOpened, scoped: ScopeChosen) -> Path:
    """A review with two answers, of which the file has lost the second: put back to the save before."""
    with workspace.create(small_rubric, opened, scoped) as review:
        review.append(QuestionAnswered(id="one", question="1A.i", leaning="red"))
        review.append(QuestionAnswered(id="two", question="1A.ii", leaning="green"))
    shutil.copy(find_place(review.path).backup, review.path)
    return review.path


def _to_nothing(path: Path) -> None:
    path.write_bytes(b"")


def _to_an_older_one(_path: Path) -> None:
    pass


def ids(path: Path) -> list[str]:
    """Open a review, and close it: its events by their ids."""
    with ReviewFile.open(path) as review:
        return [event.id for event in review.log]


def unread(place: Place) -> list[Path]:
    """The copies that were moved out of the way."""
    return [
        found for copy in (place.mirror, place.backup) for found in copy.parent.glob(f"{copy.name}.unread*")
    ]


@pytest.mark.parametrize("damage", [_to_nothing, _to_an_older_one])
@pytest.mark.parametrize("error", [5, 13], ids=["EIO", "EACCES"])
def test_a_second_copy_that_cannot_be_read_is_taken_in_once_it_can(
    path: Path, damage: Callable[[Path], None], error: int
) -> None:
    """The answers that only the second copy had are back at the next opening, and nothing is left about."""
    damage(path)
    place = find_place(path)
    with through(Blind(place.mirror, error)), ReviewFile.open(path) as review:
        review.append(QuestionAnswered(id="three", question="1B.i", leaning="green"))
        assert "two" not in [event.id for event in review.log]
    assert [copy.name for copy in find_copies(path)].count("second copy") == 2
    assert {"one", "two", "three"} <= set(ids(path))
    assert unread(place) == []
    assert {"one", "two", "three"} <= set(ids(path))


def test_a_backup_that_cannot_be_read_is_taken_in_once_it_can(path: Path) -> None:
    """Where there is no second copy, as on another machine, the backup may be all there is."""
    place = find_place(path)
    place.mirror.unlink()
    path.replace(place.backup)
    path.write_bytes(b"")
    with through(Blind(place.backup, 5)), ReviewFile.open(path) as review:
        review.append(QuestionAnswered(id="three", question="1B.i", leaning="green"))
    assert {"one", "three"} <= set(ids(path))


@pytest.mark.parametrize(
    "change", [{"schema": SCHEMA + 1}, {"id": "zzzz9999"}], ids=["newer", "of another review"]
)
def test_a_second_copy_of_something_else_is_kept(path: Path, change: dict[str, object]) -> None:
    """What a newer matbot saved, or another review of the same name, is no copy to write over."""
    place = find_place(path)
    tables = json.loads(place.mirror.read_bytes())
    tables["header"]["1"] |= {"checksum": "", **change}
    tables["replies"]["1"] |= {"review": change.get("id", "abcd2345")}
    raw = seal(tables, TableTextCache())
    place.mirror.write_bytes(raw)
    for _ in range(2):
        with ReviewFile.open(path) as review:
            review.append(QuestionAnswered(question="1B.i", leaning="green"))
    assert [found.read_bytes() for found in unread(place)] == [raw]


def test_a_second_copy_that_was_cut_off_is_written_over(path: Path) -> None:
    """A kill half-way through writing it leaves nothing worth keeping, and no litter."""
    place = find_place(path)
    place.mirror.write_bytes(place.mirror.read_bytes()[:-40])
    with ReviewFile.open(path) as review:
        review.append(QuestionAnswered(question="1B.i", leaning="green"))
    assert unread(place) == []
    assert place.mirror.read_bytes() == path.read_bytes()
