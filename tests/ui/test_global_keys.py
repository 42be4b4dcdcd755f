"""The keys that work on every page, the list of all commands, and help over each other."""

from typing import Any

import pytest
from textual import events
from textual.pilot import Pilot
from textual.screen import Screen

from matbot.screens.app import MatbotApp
from matbot.screens.help import HelpScreen
from matbot.screens.palette import Palette
from tests.ui.conftest import Make
from tests.ui.every_page import WALKS
from tests.ui.pages import SMALL

OPENED: dict[str, type[Screen[Any]]] = {
    "ctrl+p f1": HelpScreen,
    "f1 ctrl+p f1": HelpScreen,
    "ctrl+p pagedown": Palette,
}
"""What is pressed in one go, and what is in view then."""


async def _leave(app: MatbotApp, pilot: Pilot[None], page: Screen[Any]) -> None:
    """Close one after another what lies over a page."""
    for _ in range(3):
        if app.screen is not page:
            await pilot.press("escape")
    assert app.screen is page


@pytest.mark.parametrize("way", WALKS)
async def test_help_and_all_commands_open_over_every_page_and_close_again(make_app: Make, way: str) -> None:
    """Also over each other, and pressed quicker than they open."""
    app = make_app()
    walk = WALKS[way]
    walk.fill(app.workspace)
    seen = set()
    async with app.run_test(size=SMALL) as pilot:
        async for here in walk.go(app, pilot):
            page = app.screen
            if type(page) in seen:
                continue
            seen.add(type(page))
            for keys, opened in OPENED.items():
                if isinstance(page, HelpScreen | Palette):
                    continue
                for key in keys.split():
                    app.post_message(events.Key(key, None))
                await pilot.pause()
                assert type(app.screen) is opened, f"{keys} {here}"
                await _leave(app, pilot, page)


def _kinds(screen: type[Screen[Any]]) -> list[type[Screen[Any]]]:
    return [screen, *(kind for each in screen.__subclasses__() for kind in _kinds(each))]


def test_every_page_says_what_it_is_for() -> None:
    """F1 shows the words of the page."""
    pages = {kind for kind in _kinds(Screen) if kind.__module__.startswith("matbot.")}
    from_others = {kind for page in pages for kind in page.__mro__[1:]}
    assert [page for page in pages - from_others - {HelpScreen} if not page.HELP] == []


async def test_the_list_of_all_commands_may_be_closed_before_it_is_filled(make_app: Make) -> None:
    """Its search may begin only then, where keys follow each other quickly."""
    app = make_app()
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        await pilot.press("ctrl+p")
        await pilot.pause()
        palette = app.screen
        assert isinstance(palette, Palette)
        await palette.query_one("CommandList").remove()
        palette._gather_commands("x")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert app.screen is palette
