"""Files of earlier versions open unchanged: opening writes nothing, every event stays byte for byte."""

import json
import shutil
from pathlib import Path

import pytest

from matbot.interview import Interview
from matbot.review.events import Event, UnknownEvent
from matbot.review.log import KINDS
from matbot.store.contents import inspect_file
from matbot.store.review_file import ReviewFile
from tests.frozen.__main__ import FOLDER, SAMPLES

FILES = sorted(FOLDER.glob("*.matbot.json"))
NEWER = "from-a-newer-version.matbot.json"

each_sample = pytest.mark.parametrize("frozen", FILES, ids=lambda path: path.name.partition(".")[0])

IN_LATER_HEADERS = {"archived"}
"""Fields of the header that came after the first samples were frozen."""

NOT_IN_FILES = {"reworded"}
"""Fields that are made in reading."""


@pytest.fixture
def sample(frozen: Path, tmp_path: Path) -> Path:
    """A frozen file, alone in a folder where it may be changed."""
    folder = tmp_path / "reviews"
    folder.mkdir()
    return Path(shutil.copy(frozen, folder))


def replies_of(path: Path) -> tuple[Event, ...]:
    """The events of a sample, in their order."""
    good = inspect_file(path).good
    assert good, inspect_file(path).flaw
    return good.log


def events_as_written(raw: bytes) -> bytes:
    """The part of a file that has the events, as it stands there, up to the end of the last one."""
    start = raw.index(b'"replies":{')
    return raw[start : raw.index(b'},"drafts":{', start)]


def test_every_sample_that_can_be_written_is_there() -> None:
    """And none that nobody could write again the same way."""
    assert {path.name for path in FILES} == {f"{name}.matbot.json" for name in SAMPLES}


def test_every_kind_of_event_has_a_frozen_sample() -> None:
    """Whoever adds a kind adds a sample, so that the kind cannot change its form unnoticed."""
    stored = {event.kind for path in FILES for event in replies_of(path)}
    assert set(KINDS) <= stored


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_of_an_event_has_a_frozen_sample(kind: str) -> None:
    """So that no field changes its name unnoticed."""
    logs = [json.loads(path.read_bytes())["replies"].values() for path in FILES]
    names = {name for log in logs for document in log if document["kind"] == kind for name in document}
    assert set(KINDS[kind].model_fields) - NOT_IN_FILES <= names


@each_sample
def test_no_event_or_field_of_an_earlier_version_is_unknown_to_this_one(frozen: Path) -> None:
    """Only what a newer version added is kept without being understood."""
    unknown = {
        event.kind for event in replies_of(frozen) if isinstance(event, UnknownEvent) or event.model_extra
    }
    assert unknown == ({"noted", "sang"} if frozen.name == NEWER else set())


@each_sample
def test_opening_a_frozen_file_says_nothing_and_writes_nothing(frozen: Path, sample: Path) -> None:
    """No notice, no copy beside it, no byte of it changed; and it can be written to."""
    with ReviewFile.open(sample) as file:
        assert (file.notice, file.read_only, file.unsaved, file.changed) == ("", "", 0, None)
        assert Interview(file.rubric, file.log).turn.prompt
    assert sample.read_bytes() == frozen.read_bytes()
    assert [path.name for path in sample.parent.iterdir()] == [sample.name]


@each_sample
def test_a_frozen_file_makes_the_review_that_its_header_tells_of(frozen: Path, sample: Path) -> None:
    """Saved again as it is, its header is the same but for the time, the checksum and what came since."""
    with ReviewFile.open(sample) as file:
        file.save()
    before, after = (json.loads(path.read_bytes()) for path in (frozen, sample))
    for tables in (before, after):
        del tables["header"]["1"]["checksum"], tables["header"]["1"]["saved"]
    for name in IN_LATER_HEADERS - before["header"]["1"].keys():
        del after["header"]["1"][name]
    assert after == before


@each_sample
def test_one_more_answer_leaves_every_earlier_event_byte_for_byte(frozen: Path, sample: Path) -> None:
    """The new event comes after them, and everything that this version does not know is still there."""
    with ReviewFile.open(sample) as file:
        file.append(Interview(file.rubric, file.log).go_to_step(Interview(file.rubric, file.log).turn.step))
        assert file.notice == ""
    before, after = frozen.read_bytes(), sample.read_bytes()
    assert events_as_written(after).startswith(events_as_written(before) + b',"')
    was, now = json.loads(before), json.loads(after)
    assert len(now["replies"]) == len(was["replies"]) + 1
    assert {name: now[name] for name in was if name not in ("header", "replies")} == {
        name: was[name] for name in was if name not in ("header", "replies")
    }
    assert set(was["header"]["1"]) <= set(now["header"]["1"])
