"""The tour: the real pages over sample reviews, and nothing of it is left, however it ends."""

import asyncio
import os
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import OptionList

from matbot.demo.tour import Sample, SampleRemoved
from matbot.demo.tour import SampleTalk as Talking
from matbot.screens.answers.answers import CheckAnswersScreen
from matbot.screens.app import MatbotApp
from matbot.screens.compare.comparison import ComparisonScreen
from matbot.screens.help import HelpScreen
from matbot.screens.home.home import HomeScreen
from matbot.screens.interview.heat_map import MapScreen
from matbot.screens.interview.interview import InterviewScreen
from matbot.screens.priorities.priorities import PrioritiesScreen
from matbot.screens.tour.bar import TourBar
from matbot.screens.tour.stops import STOPS
from matbot.screens.tour.tour import DONE, ENDED
from matbot.screens.transcript.transcript import TranscriptScreen
from matbot.screens.widgets.report_view import ReportView
from matbot.store.workspace import Workspace
from tests.talk import Talk

SMALL = (80, 24)

PAGES = (
    *(InterviewScreen, InterviewScreen, InterviewScreen, MapScreen),
    *(CheckAnswersScreen, PrioritiesScreen, TranscriptScreen, ComparisonScreen),
)
"""The page of each stop."""

Everything = Callable[[], dict[str, bytes]]


@pytest.fixture
def everything(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Everything:
    """Every folder and file of the person's: home, workspace, state, and the system's temporary folder."""
    passing = tmp_path / "passing"
    passing.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(passing))
    monkeypatch.setenv("TMPDIR", str(passing))

    def now() -> dict[str, bytes]:
        return {str(path): path.read_bytes() if path.is_file() else b"" for path in tmp_path.rglob("*")}

    return now


async def _until(pilot: Pilot[None], holds: Callable[[], bool]) -> None:
    """Wait for something to hold; the test's own time limit ends what never does."""
    async with asyncio.timeout(60):
        while not holds():
            await pilot.pause(0.01)


async def _at(pilot: Pilot[None], stop: int) -> None:
    """Wait until the tour stands at a stop, counted from 1."""
    await _until(pilot, lambda: f"Tour, {stop} of {len(STOPS)}." in _bar(pilot))


def _bar(pilot: Pilot[None]) -> str:
    with suppress(Exception):  # between two pages there is none
        return str(pilot.app.screen.query_one(TourBar).content)
    return ""


async def _begin(pilot: Pilot[None], stop: int = 1) -> None:
    """Take the tour from home, as far as a stop."""
    await pilot.pause()
    await pilot.press("t")
    for number in range(1, stop + 1):
        await _at(pilot, number)
        if number < stop:
            await pilot.press("enter")


async def _home(pilot: Pilot[None]) -> None:
    await _until(pilot, lambda: isinstance(pilot.app.screen, HomeScreen) and bool(_messages(pilot)))


def _messages(pilot: Pilot[None]) -> list[str]:
    return [notice.message for notice in pilot.app._notifications]


async def test_enter_goes_through_all_of_it_and_nothing_of_the_persons_is_touched(
    make_app: Callable[[Talk], MatbotApp], talk: Talk, everything: Everything
) -> None:
    """Eight real pages; afterwards every byte of workspace, state, home and temporary folder is as before."""
    app = make_app(talk)
    before, own, state = everything(), app.workspace, os.environ["MATBOT_STATE"]
    async with app.run_test(size=SMALL) as pilot:
        await _begin(pilot)
        for stop, page in enumerate(PAGES, start=1):
            await _at(pilot, stop)
            assert isinstance(app.screen, page)
            assert app.workspace is not own
            await pilot.press("enter")
        await _home(pilot)
        assert _messages(pilot) == [DONE]
        assert (app.workspace, os.environ["MATBOT_STATE"], app.review_file) == (own, state, None)
        assert len(app.screen.query_one(OptionList).options) > 3, "the person's own review is there"
    assert everything() == before


@pytest.mark.parametrize("stop", [2, 7])
async def test_esc_ends_it_at_any_point(workspace: Workspace, everything: Everything, stop: int) -> None:
    """With a note half typed, and on a page; it says that nothing was kept."""
    app, before = MatbotApp(workspace), everything()
    async with app.run_test(size=SMALL) as pilot:
        await _begin(pilot, stop)
        await pilot.press("escape")
        await _home(pilot)
        assert _messages(pilot) == [ENDED]
        await pilot.press("escape", "enter")
        assert app.tour is None, "its keys are what they were"
    assert everything() == before


async def test_esc_ends_it_while_the_sample_is_made(
    workspace: Workspace, everything: Everything, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is still being made is given up, and nothing of it appears afterwards."""
    gate, given_up, make = threading.Event(), threading.Event(), Sample.make

    def late(sample: Sample) -> Talking:
        gate.wait(60)
        try:
            return make(sample)
        except SampleRemoved:
            given_up.set()
            raise

    monkeypatch.setattr(Sample, "make", late)
    app, before = MatbotApp(workspace), everything()
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        await pilot.press("t")
        await _until(pilot, lambda: "Tour of matbot." in _bar(pilot))
        await pilot.press("enter", "escape")
        await _home(pilot)
        gate.set()
        await _until(pilot, given_up.is_set)
        assert _messages(pilot) == [ENDED]
    assert everything() == before


async def test_matbot_left_in_the_middle_leaves_nothing(workspace: Workspace, everything: Everything) -> None:
    """As where the window is closed: told to stop, it takes the sample away first."""
    app, before = MatbotApp(workspace), everything()
    async with app.run_test(size=SMALL) as pilot:
        await _begin(pilot, 2)
        await pilot.press(*"and")
        app.leave_in_good_order()
    assert everything() == before


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
@pytest.mark.parametrize("way", ["the window closed", "SIGTERM"])
def test_a_closed_window_leaves_nothing(everything: Everything, way: str) -> None:
    """The command, in a terminal that is then gone."""
    from tests.faults.signals import Terminal

    before = everything()
    terminal = Terminal(["--workspace", "workspace", "tour"])
    terminal.see("before anybody answers")
    assert everything() != before
    assert terminal.stop(way).ends_by(time.monotonic() + 60)
    terminal.close()
    assert everything() == before


# At the stops


async def test_answers_of_ones_own_go_on_with_it(workspace: Workspace) -> None:
    """A choice, a note and a rating, as in a review; what follows is from them."""
    app = MatbotApp(workspace)
    async with app.run_test(size=SMALL) as pilot:
        await _begin(pilot)
        await pilot.press("3")
        await _at(pilot, 2)
        await pilot.press(*"ours")
        await pilot.press("enter")
        await _at(pilot, 3)
        await pilot.press("4")
        await _at(pilot, 4)
        assert app.review_file
        given = [event.model_dump() for event in app.review_file.log]
        mine = [one for one in given if one.get("question") == "2B.i"]
        assert [one.get("leaning") or one.get("note") or one.get("words") for one in mine][:1] == [
            "nearer green"
        ]
        assert any("ours" in str(one) for one in mine)
        assert [one["rating"] for one in given if one["kind"] == "rated" and one["element"] == "2B"] == ["G"]


async def test_keys_of_other_pages_wait_until_one_begins(workspace: Workspace) -> None:
    """Nothing else opens; help does, and closes again with the tour where it was."""
    app = MatbotApp(workspace)
    async with app.run_test(size=SMALL) as pilot:
        await _begin(pilot)
        page = app.screen
        await pilot.press("f2", "f6", "f10", "ctrl+p", "ctrl+f", "ctrl+k", "s", "p", "x")
        await pilot.pause()
        assert app.screen is page
        await pilot.press("f1")
        assert isinstance(app.screen, HelpScreen)
        await pilot.press("escape")
        await pilot.pause()
        assert app.screen is page
        assert app.tour


async def test_the_keys_can_be_clicked_and_the_page_cannot(workspace: Workspace) -> None:
    """A click on `Enter goes on` goes on; one on a row of the page changes nothing."""
    app = MatbotApp(workspace)
    async with app.run_test(size=SMALL) as pilot:
        await _begin(pilot, 5)
        page = app.screen
        await _click(pilot, 10, 8)
        assert app.screen is page
        await _click(pilot, 3, 1)
        await _at(pilot, 6)
        await _click(pilot, 20, 1)
        await _home(pilot)
        assert _messages(pilot) == [ENDED]


async def _click(pilot: Pilot[None], x: int, y: int) -> None:
    """A click as a terminal sends it."""
    for kind in (events.MouseDown, events.MouseUp):
        await pilot.app.on_event(kind(None, x, y, 0, 0, 1, False, False, False, x, y))
    await pilot.pause()


async def test_the_board_paper_is_what_it_shows(workspace: Workspace) -> None:
    """And its priorities are in it."""
    app = MatbotApp(workspace)
    async with app.run_test(size=SMALL) as pilot:
        await _begin(pilot, 7)
        assert app.screen.query_one(ReportView)
        assert "Board paper" in str(app.screen.query_one("#document-kind").render())


async def test_no_room_for_it_is_said(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    """In words, at home."""

    def full(*_arguments: object, **_named: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("matbot.demo.leftovers.mkdtemp", full)
    app = MatbotApp(workspace)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        await pilot.press("t")
        await _home(pilot)
        assert "no room" in _messages(pilot)[0]
        assert app.tour is None


async def test_a_sample_that_cannot_be_made_ends_it(
    workspace: Workspace, everything: Everything, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With what the system says, and nothing left."""

    def full(_sample: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("matbot.demo.tour.Sample.make", full)
    app, before = MatbotApp(workspace), everything()
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        await pilot.press("t")
        await _home(pilot)
        assert "could not be made. Not saved: the disk is full" in _messages(pilot)[0]
    assert everything() == before


async def test_it_is_offered_by_name(workspace: Workspace) -> None:
    """In the palette, and as a row where there is no review yet."""
    app = MatbotApp(workspace)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        assert "Take the tour" in [command.title for command in app.get_system_commands(app.screen)]
        await pilot.press("down", "enter")
        await _at(pilot, 1)


# Pictures


@pytest.mark.parametrize("stop", [1, 3, 4, 8])
def test_how_it_looks(workspace: Workspace, snap_compare: Any, stop: int) -> None:
    """The line of the tour, above pages that still fit."""

    async def walk(pilot: Pilot[None]) -> None:
        await _begin(pilot, stop)

    assert snap_compare(MatbotApp(workspace), terminal_size=SMALL, run_before=walk)


def test_how_it_looks_wide_without_colour(
    workspace: Workspace, snap_compare: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Told from the page by its words alone."""
    monkeypatch.setenv("NO_COLOR", "1")

    async def walk(pilot: Pilot[None]) -> None:
        await _begin(pilot, 1)

    assert snap_compare(MatbotApp(workspace), terminal_size=(140, 40), run_before=walk)
