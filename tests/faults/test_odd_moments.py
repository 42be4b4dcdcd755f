"""A file that says it was saved on the first or the last day there is: words, wherever it is shown."""

import json
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from matbot.store.checks import TableTextCache, seal
from matbot.store.places import find_place
from tests.faults.stand import Stand, small_rubric
from tests.speaking import run


@pytest.fixture(params=["WEST+11", "EAST-13"])
def far_away(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Clocks far from Greenwich, where such a day is another one."""
    if not hasattr(time, "tzset"):
        pytest.skip("this system cannot change its time zone for one process")
    monkeypatch.setenv("TZ", request.param)
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize("moment", ["0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z"])
@pytest.mark.parametrize("command", [["list"], ["list", "--json"], ["show", "abcd2345"], ["ask", "abcd2345"]])
@pytest.mark.usefixtures("far_away")
def test_a_day_that_no_clock_shows_is_told_in_words(tmp_path: Path, moment: str, command: list[str]) -> None:
    """Neither the file nor a copy of it brings a command down."""
    stand = Stand(tmp_path, small_rubric())
    tables = json.loads(stand.path.read_bytes())
    tables["header"]["1"] |= {"saved": moment, "checksum": ""}
    raw = seal(tables, TableTextCache())
    for place in (stand.path, find_place(stand.path).mirror):
        stand.put_back()
        stand.path.write_bytes(b"")
        place.write_bytes(raw)
        done = run("--workspace", str(stand.workspace.root), *command)
        assert "fault" not in done.err
        assert (command[0] == "list") or "recovered from the" in done.err + done.out
