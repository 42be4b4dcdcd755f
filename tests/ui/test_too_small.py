"""A terminal of a few columns or lines: one page says what size is needed, over every other."""

import pytest
from textual.widgets import Static

from matbot.commands.home import APP
from matbot.screens.dialogs import AskScreen
from matbot.screens.host import LEAST
from matbot.screens.palette import Palette
from matbot.screens.too_small import TooSmallScreen
from tests.ui.conftest import Make
from tests.ui.every_page import WALKS
from tests.ui.pages import SMALL


@pytest.mark.parametrize("way", WALKS)
async def test_every_page_gives_way_to_the_size_needed_and_comes_back(make_app: Make, way: str) -> None:
    """As it was, with the focus where it was."""
    app = make_app()
    walk = WALKS[way]
    walk.fill(app.workspace)
    seen = set()
    async with app.run_test(size=SMALL) as pilot:
        async for here in walk.go(app, pilot):
            page, focused = app.screen, app.focused
            if type(page) in seen:
                continue
            seen.add(type(page))
            for size in ((1, 1), (8, 4)):
                await pilot.resize_terminal(*size)
                assert isinstance(app.screen, TooSmallScreen), here
            await pilot.resize_terminal(*SMALL)
            assert app.screen is page, here
            assert app.focused is focused, here


@pytest.mark.parametrize("size", [(LEAST.width - 1, 24), (80, LEAST.height - 1), (4, 2)])
async def test_a_window_that_opens_too_small_says_what_it_needs(
    make_app: Make, size: tuple[int, int]
) -> None:
    """And home is there once there is room."""
    app = make_app()
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, TooSmallScreen)
        assert f"{LEAST.width} columns and {LEAST.height} lines" in str(app.screen.query_one(Static).content)
        await pilot.resize_terminal(*LEAST)
        assert app.screen is app.screen_stack[0]


async def test_what_opens_over_the_page_that_says_so_is_there_when_there_is_room(make_app: Make) -> None:
    """As a dialog that asks about work that has just ended; below it is the page where people were."""
    app = make_app()
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("n")
        page = app.screen
        await pilot.resize_terminal(8, 4)
        app.push_screen(AskScreen("Ended", "It has ended.", {"again": "Once more"}, "stay here"))
        await pilot.resize_terminal(*SMALL)
        await pilot.press("escape")
        assert app.screen is page


EVERYWHERE = [command.keys for command in APP.commands if command.keys and command.id != "quit"] + ["ctrl+c"]
"""The keys that work on every page, and Textual's own; the one that leaves is tried by itself."""


async def test_no_key_opens_anything_in_a_window_too_narrow_for_it(make_app: Make) -> None:
    """At every width; the page behind is there again, and takes its keys."""
    app = make_app()
    async with app.run_test(size=SMALL) as pilot:
        page = app.screen
        for width in range(1, LEAST.width):
            await pilot.resize_terminal(width, SMALL[1])
            for key in EVERYWHERE:
                await pilot.press(key)
                await pilot.pause()
                assert isinstance(app.screen, TooSmallScreen), (width, key)
            await pilot.resize_terminal(*SMALL)
            assert app.screen is page, width
        await pilot.press("ctrl+p")
        assert isinstance(app.screen, Palette)


@pytest.mark.parametrize("width", [1, 5, 20, 39])
async def test_the_key_that_leaves_does_so_in_a_narrow_window(make_app: Make, width: int) -> None:
    """Where all is saved."""
    app = make_app()
    async with app.run_test(size=(width, 24)) as pilot:
        await pilot.press("ctrl+q")
        await pilot.pause()
        assert not app.is_running or app._exit
