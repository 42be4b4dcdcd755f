"""Every page on a small screen, without colours: all of it at 80 by 24, usable at 60 by 20."""

import importlib
import pkgutil
from inspect import getmembers, isclass
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widget import Widget

from matbot import screens
from matbot.screens.app import MatbotApp
from matbot.screens.form import FormScreen
from matbot.screens.home.housekeeping import ReviewListScreen
from matbot.screens.interview.answering import AnsweringScreen
from matbot.screens.interview.file_state import FolderScreen
from matbot.screens.interview.page_links import PageLinksScreen
from matbot.screens.priorities.plan_export import PlanExportScreen
from matbot.screens.review_screen import ReviewScreen
from matbot.screens.too_small import TooSmallScreen
from matbot.screens.tour.tour import OpeningScreen
from matbot.screens.tour.walking import TourInterviewScreen
from matbot.store.workspace import Workspace
from tests.ui.every_page import WALKS
from tests.ui.pages import SMALL
from tests.ui.plain_sight import cursors, drawn, faults, is_typed_in, may_have_focus, shortened

LEAST = (60, 20)

BARE = {
    Screen,
    ReviewScreen,
    FormScreen,
    PageLinksScreen,
    AnsweringScreen,
    PlanExportScreen,
    ReviewListScreen,
}
"""What other pages are made from, and nobody sees."""

ELSEWHERE = {FolderScreen, OpeningScreen, TourInterviewScreen, TooSmallScreen}
"""Pages that are looked at below, and those that `test_tour.py` and `test_too_small.py` look at."""


def _all_pages() -> set[type[Screen[Any]]]:
    """Every page that matbot has."""
    found = pkgutil.walk_packages(screens.__path__, f"{screens.__name__}.")
    modules = [importlib.import_module(one.name) for one in found]
    classes = {one for module in modules for _, one in getmembers(module, isclass)}
    return {one for one in classes if issubclass(one, Screen) and one.__module__.startswith("matbot.")}


def test_every_page_is_looked_at() -> None:
    """Whoever adds a page adds a way to it."""
    seen = {page for walk in WALKS.values() for _, page in walk.steps}
    assert _all_pages() - seen - BARE - ELSEWHERE == set()


@pytest.mark.parametrize("walk", WALKS)
async def test_each_page_is_whole_on_a_small_screen_and_shows_its_focus(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch, walk: str
) -> None:
    """Nothing is cut off or out of reach, what has the focus is in view, and a mark says what it is."""
    monkeypatch.setenv("NO_COLOR", "1")
    WALKS[walk].fill(workspace)
    app, wrong, marked = MatbotApp(workspace), list[str](), set[str]()
    async with app.run_test(size=SMALL) as pilot:
        async for at in WALKS[walk].go(app, pilot):
            other = LEAST if app.size == SMALL else SMALL
            for size in (app.size, other):  # and the next page begins at that one
                await _resize(pilot, size)
                wrong += [f"{at}, {size}: {fault}" for fault in faults(app)]
                wrong += [f"{at}: {fault}" for fault in shortened(app.screen) if size == SMALL]
            wrong += [f"{at}: {fault}" for fault in await _unmarked(app, pilot, marked)]
    app.close_review()
    assert not wrong, "\n".join(wrong)


async def _resize(pilot: Pilot[None], size: tuple[int, int]) -> None:
    if pilot.app.size != size:
        await pilot.resize_terminal(*size)
        await pilot.pause()


async def _unmarked(app: MatbotApp, pilot: Pilot[None], marked: set[str]) -> list[str]:
    """What looks the same with the focus and without it; of each page one part of every kind.

    Where only one thing can have the focus, there is nothing to tell it from.
    """
    screen, parts, focused = app.screen, may_have_focus(app.screen), app.focused
    wrong = []
    for part in parts if len(parts) > 1 else ():
        name = f"{type(screen).__name__} {type(part).__name__}"
        if name not in marked:
            marked.add(name)
            if await _looks(pilot, screen, part) == await _looks(pilot, screen, part, focus=False):
                wrong.append(f"{name} does not show that it has the focus")
    screen.set_focus(focused)
    await pilot.pause()
    return wrong


async def _looks(pilot: Pilot[None], screen: Screen[Any], part: Widget, focus: bool = True) -> object:
    """The rows of a part as characters, with the focus on it or on none; where people type, the cursor."""
    screen.set_focus(part if focus else None)
    await pilot.pause()
    rows = slice(part.region.y - 1, part.region.bottom)
    return drawn(screen)[max(rows.start, 0) : rows.stop], cursors(screen) if is_typed_in(part) else ()
