"""A review file of any form that ever shipped opens, says what it said, and is kept before it is changed."""

import json
import shutil
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from matbot.review.events import QuestionAnswered
from matbot.review.log import KINDS, serialize_event
from matbot.store import contents, saving, tables
from matbot.store.checks import Flawed, Tables, TableTextCache, seal
from matbot.store.contents import inspect_file
from matbot.store.review_file import ReviewFile
from matbot.store.schema import SCHEMA, upgrade_tables

SAMPLES = Path(__file__).with_name("samples")

SINCE: frozenset[str] = frozenset({"set_aside", "renamed", "archived"})
"""Kinds and fields of events that came after these samples were frozen; `tests/frozen` has their samples."""


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """The frozen file of the first form, where it may be changed."""
    return Path(shutil.copy(SAMPLES / "schema-1.matbot.json", tmp_path))


def moods(tables: Tables) -> Tables:
    """A made-up step: every event has a mood."""
    for document in tables["replies"].values():
        document.setdefault("mood", "calm")
    return tables


def without_later_fields(stored: Any) -> Any:
    """A stored event without the fields that came after the samples, in what is nested in it too."""
    if isinstance(stored, dict):
        return {name: without_later_fields(value) for name, value in stored.items() if name not in SINCE}
    if isinstance(stored, list):
        return [without_later_fields(value) for value in stored]
    return stored


@pytest.fixture
def second_form(monkeypatch: pytest.MonkeyPatch) -> None:
    """A matbot that writes a second form, which the made-up step leads to."""
    monkeypatch.setattr(contents, "upgrade_tables", partial(upgrade_tables, steps=(moods,)))
    for module in (contents, saving, tables):
        monkeypatch.setattr(module, "SCHEMA", 2)


def test_every_form_that_shipped_has_a_frozen_sample() -> None:
    """Whoever raises the number adds a sample of the form before."""
    names = {path.name for path in SAMPLES.iterdir()}
    assert names == {f"schema-{number}.matbot.json" for number in range(1, SCHEMA + 1)}


@pytest.mark.parametrize("frozen", sorted(SAMPLES.iterdir()), ids=lambda path: path.name)
def test_a_frozen_sample_reads_as_good_with_all_of_its_events(frozen: Path) -> None:
    """Every kind of event comes back as it was written; drafts too."""
    good = inspect_file(frozen).good
    assert good
    as_written = list(json.loads(frozen.read_bytes())["replies"].values())
    assert [without_later_fields(serialize_event(event)) for event in good.log] == as_written
    assert good.drafts == {"note:1B.i": "Half a th"}


def test_the_first_sample_has_every_kind_of_event() -> None:
    """So that none of them can change its shape unnoticed."""
    stored = json.loads((SAMPLES / "schema-1.matbot.json").read_bytes())["replies"].values()
    assert {document["kind"] for document in stored} == {*KINDS, "sang"} - SINCE


def test_saving_a_sample_writes_back_what_this_version_does_not_know(sample: Path) -> None:
    """Unknown tables, header fields, kinds and fields stand in the file after a save."""
    before = json.loads(sample.read_bytes())
    with ReviewFile.open(sample) as review:
        assert (review.read_only, review.notice) == ("", "")
        review.append(QuestionAnswered(question="1B.i", leaning="red"))
    after = json.loads(sample.read_bytes())
    assert after["pictures"] == before["pictures"]
    assert after["header"]["1"]["colour"] == "blue"
    assert {number: after["replies"][number] for number in before["replies"]} == before["replies"]


def test_a_step_is_taken_on_a_copy() -> None:
    """What was read stays as it is."""
    old: Tables = {"replies": {"1": {"id": "x"}}}
    assert upgrade_tables(old, 1, steps=(moods,)) == {"replies": {"1": {"id": "x", "mood": "calm"}}}
    assert old == {"replies": {"1": {"id": "x"}}}


def test_only_the_steps_from_the_files_own_form_are_taken() -> None:
    """In their order, and none for a file of the newest form or a newer one."""

    def then(tables: Tables) -> Tables:
        return tables | {"then": {"1": dict(tables["replies"])}}

    empty: Tables = {"replies": {}}
    assert upgrade_tables(empty, 2, steps=(moods, then)) == {"replies": {}, "then": {"1": {}}}
    assert (
        upgrade_tables(empty, 3, steps=(moods, then))
        == upgrade_tables(empty, 9, steps=(moods, then))
        == empty
    )


def test_a_file_that_never_had_the_form_it_names_is_flawed() -> None:
    """A step that finds nothing to work on is words, not a traceback."""
    with pytest.raises(Flawed, match="form 1"):
        upgrade_tables({}, 1, steps=(moods,))


@pytest.mark.usefixtures("second_form")
def test_opening_an_older_form_writes_nothing(sample: Path) -> None:
    """Looking costs nothing; the step is taken in memory."""
    before = sample.read_bytes()
    with ReviewFile.open(sample) as review:
        assert serialize_event(review.log[0])["mood"] == "calm"
        assert review.read_only == ""
    assert sample.read_bytes() == before
    assert [path.name for path in sample.parent.glob("*matbot.json*")] == [sample.name]


@pytest.mark.usefixtures("second_form")
def test_the_first_save_in_a_new_form_keeps_the_file_of_the_old_one(sample: Path) -> None:
    """It stays beside it through later saves, and is said."""
    before = sample.read_bytes()
    with ReviewFile.open(sample) as review:
        for question in ("1B.i", "1B.ii"):
            review.append(QuestionAnswered(question=question, leaning="red"))
        assert f"{sample.name}.form-1" in review.notice
    assert sample.with_name(f"{sample.name}.form-1").read_bytes() == before
    after = json.loads(sample.read_bytes())
    assert after["header"]["1"]["schema"] == 2
    assert after["replies"]["1"]["mood"] == "calm"
    assert len(list(sample.parent.glob("*.form-*"))) == 1


@pytest.mark.usefixtures("second_form")
def test_a_file_of_the_new_form_is_left_as_it_is(sample: Path) -> None:
    """No step is taken twice."""
    found = json.loads(sample.read_bytes())
    found["header"]["1"] |= {"schema": 2, "checksum": ""}
    sample.write_bytes(seal(found, TableTextCache()))
    with ReviewFile.open(sample) as review:
        assert "mood" not in serialize_event(review.log[0])
        review.append(QuestionAnswered(question="1B.i", leaning="red"))
    assert not list(sample.parent.glob("*.form-*"))
