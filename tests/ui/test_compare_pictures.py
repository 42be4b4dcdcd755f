"""How the compare pages look."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.screen import Screen

from matbot.review.comparison import Comparison
from matbot.screens.app import MatbotApp
from matbot.screens.compare.choice import ChooseReviewsScreen
from matbot.screens.compare.comparison import ComparisonScreen
from matbot.screens.compare.element import ComparedElementScreen
from matbot.screens.compare.sealed import SealedScreen
from matbot.services.joint_reviews import load_comparison
from matbot.store.workspace import Workspace
from tests.ui.conftest import FIRST
from tests.ui.groups_apart import EXECUTIVE, HEADS, MIDDLE, group, rated, three_groups
from tests.ui.pages import SMALL, WIDE

Show = Callable[[Pilot[None]], Awaitable[None]]


@pytest.fixture
def app(workspace: Workspace) -> MatbotApp:
    """The app over a workspace where three groups rated apart."""
    three_groups(workspace)
    return MatbotApp(workspace)


def _show(page: Callable[[Comparison], Screen[Any]], *reviews: str, theme: str = "matbot-dark") -> Show:
    """Goes straight to a page of the comparison of these reviews, quicker than by every key."""

    async def go(pilot: Pilot[None]) -> None:
        assert isinstance(pilot.app, MatbotApp)
        pilot.app.theme = theme
        await pilot.pause()
        pilot.app.push_screen(page(load_comparison(pilot.app.workspace, reviews)))
        await pilot.pause()

    return go


def test_picture_of_the_choice(app: MatbotApp, snap_compare: Any) -> None:
    """Two of three chosen, and the third marked."""

    async def choose(pilot: Pilot[None]) -> None:
        await pilot.pause()
        pilot.app.push_screen(ChooseReviewsScreen("", lambda: FIRST + timedelta(hours=4)))
        await pilot.pause()
        await pilot.press("home", "enter", "down", "enter", "down")

    assert snap_compare(app, terminal_size=SMALL, run_before=choose)


def test_picture_of_the_sealed_page(app: MatbotApp, snap_compare: Any) -> None:
    """Three groups, nothing shown yet."""
    assert snap_compare(app, terminal_size=SMALL, run_before=_show(SealedScreen, EXECUTIVE, HEADS, MIDDLE))


@pytest.mark.parametrize("size", [SMALL, WIDE])
def test_picture_of_three_groups(app: MatbotApp, snap_compare: Any, size: tuple[int, int]) -> None:
    """The opened comparison: a legend on a small screen, the labels in place on a wide one."""
    go = _show(ComparisonScreen, EXECUTIVE, HEADS, MIDDLE)
    assert snap_compare(app, terminal_size=size, run_before=go)


def test_picture_of_twelve_groups_in_the_light(workspace: Workspace, snap_compare: Any) -> None:
    """Twelve columns fit on 80 columns, one of them with a label of 200 characters."""
    ids = [f"grp{number:02}222" for number in range(12)]
    for number, id_ in enumerate(ids):
        given = [
            *rated("1A", "R" if number == 7 else "G"),
            *rated("2B", "AG"),
            *rated("6A", "AR" * (number < 5)),
        ]
        group(workspace, id_, "Governors " * 20 if number == 7 else f"Group {number}", given)
    go = _show(ComparisonScreen, *ids, theme="matbot-light")
    assert snap_compare(MatbotApp(workspace), terminal_size=SMALL, run_before=go)


@pytest.mark.parametrize(
    ("size", "reviews"), [(SMALL, [EXECUTIVE, HEADS]), (WIDE, [EXECUTIVE, HEADS, MIDDLE])]
)
def test_picture_of_one_element(
    app: MatbotApp, snap_compare: Any, size: tuple[int, int], reviews: list[str]
) -> None:
    """Two sides beside each other on 80 columns, three on 140."""
    go = _show(lambda found: ComparedElementScreen(found, found.agenda, 0), *reviews)
    assert snap_compare(app, terminal_size=size, run_before=go)
