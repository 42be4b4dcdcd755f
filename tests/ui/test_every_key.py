"""Every key that a page offers, pressed on that page: none is dead, and Esc is the way back from each."""

from typing import Any

import pytest
from textual.pilot import Pilot
from textual.screen import Screen

from matbot.screens.app import MatbotApp
from matbot.screens.home.home import HomeScreen
from matbot.screens.interview.interview import InterviewScreen
from matbot.screens.keys import find_active
from matbot.screens.palette import Palette
from tests.ui.conftest import Make
from tests.ui.every_page import WALKS
from tests.ui.pages import SMALL
from tests.ui.plain_sight import is_typed_in

MOST_BACK = 6
"""From every page so many presses of Esc lead home, or into the conversation."""


async def _pressed(app: MatbotApp, pilot: Pilot[None], monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """The action that each key of the page in view comes to, without what it does."""
    came_to: dict[str, str] = {}
    for active in find_active(app.screen).values():
        key = active.binding.key

        async def note(action: object, *_rest: object, key: str = key) -> bool:
            came_to.setdefault(key, str(action))
            return True

        with monkeypatch.context() as patch:
            patch.setattr(app, "run_action", note)
            await pilot.press(key)
    return came_to


@pytest.mark.parametrize("way", WALKS)
async def test_each_key_comes_to_its_own_command(
    make_app: Make, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    """Whatever has the focus when the page opens: a box, a list or nothing."""
    app, seen = make_app(), set[type[Screen[Any]]]()
    WALKS[way].fill(app.workspace)
    async with app.run_test(size=SMALL) as pilot:
        async for here in WALKS[way].go(app, pilot):
            page = app.screen
            if type(page) in seen or isinstance(page, Palette):
                continue
            seen.add(type(page))
            offered = {active.binding.key: action for action, active in find_active(page).items()}
            assert await _pressed(app, pilot, monkeypatch) == offered, here
            assert isinstance(page, HomeScreen) or "escape" in page.active_bindings, here


@pytest.mark.parametrize("way", WALKS)
async def test_each_page_with_a_box_is_saved_with_ctrl_s(make_app: Make, way: str) -> None:
    """Every form and dialog; the conversation sends, and a search or the list of commands saves nothing."""
    app = make_app()
    WALKS[way].fill(app.workspace)
    async with app.run_test(size=SMALL) as pilot:
        async for here in WALKS[way].go(app, pilot):
            page = app.screen
            if is_typed_in(app.focused) and not isinstance(page, InterviewScreen | HomeScreen | Palette):
                assert page.active_bindings["ctrl+s"].enabled, here


@pytest.mark.parametrize("way", WALKS)
async def test_escape_leads_back_from_every_page(make_app: Make, way: str) -> None:
    """Each press leaves the page in view, as far as home or the conversation, and says nothing new."""
    app = make_app()
    WALKS[way].fill(app.workspace)
    async with app.run_test(size=SMALL) as pilot:
        async for last in WALKS[way].go(app, pilot):
            here = last
        logs = [(one.id, one.path.read_bytes()) for one in app.workspace.list_reviews() if one.header]
        for _ in range(MOST_BACK):
            page = app.screen
            if isinstance(page, HomeScreen | InterviewScreen):
                break
            await pilot.press("escape")
            await pilot.pause()
            assert app.screen is not page, here
        assert isinstance(app.screen, HomeScreen | InterviewScreen)
        assert [(one.id, one.path.read_bytes()) for one in app.workspace.list_reviews() if one.header] == logs
