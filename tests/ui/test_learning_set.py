"""A learning set on the screen: chosen elements, names left out, and what is seen is what is written."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from matbot.screens.app import MatbotApp
from matbot.screens.compare.learning_set import LearningSetScreen
from matbot.services.joint_reviews import load_comparison
from matbot.store.workspace import Workspace
from tests.ui.groups_apart import group, rated
from tests.ui.pages import SMALL, WIDE

TODAY = date(2026, 10, 6)


@pytest.fixture
def app(workspace: Workspace) -> MatbotApp:
    """The app over the reviews of two trusts."""
    ours = [*rated("1A", "G", "Jo Smith began it.", "Visits"), *rated("1B", "AR", "Too few hours.")]
    theirs = [*rated("1A", "R", "Nobody could say."), *rated("1B", "R", "None.")]
    group(workspace, "ours2222", "Heads of Larkhill", ours, scope=("1A", "1B"), trust="Northfields")
    group(workspace, "thrs2222", "Heads", theirs, scope=("1A", "1B"), trust="Southmere")
    return MatbotApp(workspace)


async def _open(app: MatbotApp, pilot: Pilot[None]) -> LearningSetScreen:
    await pilot.pause()
    screen = LearningSetScreen(load_comparison(app.workspace, ["ours2222", "thrs2222"]), TODAY)
    app.push_screen(screen)
    await pilot.pause()
    return screen


async def test_names_and_other_elements_are_left_out_of_what_is_written(app: MatbotApp) -> None:
    """The file says what the page says: the chosen element, and a name where one was."""
    async with app.run_test(size=SMALL) as pilot:
        screen = await _open(app, pilot)
        assert screen.query_one("#elements", Input).value == "1A, 1B"
        screen.query_one("#elements", Input).value = "1a, 9Z"
        screen.query_one("#names", Input).value = "Jo Smith"
        await pilot.pause()
        assert screen.query_one(".-fault")
        await pilot.press("ctrl+s")
        await pilot.pause()
    (path,) = Path("workspace/transcripts").iterdir()
    written = path.read_text(encoding="utf-8")
    assert "(a name) began it." in written
    assert "can offer: 1A" in written
    assert "Smith" not in written
    assert "Larkhill" not in written
    assert "Too few hours" not in written


@pytest.mark.parametrize("size", [SMALL, WIDE], ids=["small", "wide"])
def test_how_it_looks(snap_compare: Callable[..., bool], app: MatbotApp, size: Any) -> None:
    """The boxes above, the page as it would be written below."""

    async def look(pilot: Pilot[None]) -> None:
        await _open(app, pilot)

    assert snap_compare(app, terminal_size=size, run_before=look)
