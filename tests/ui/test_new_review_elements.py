"""A new review: which elements, by the clock or one by one."""

import pytest
from textual.widgets import Static

from matbot.screens.app import MatbotApp
from matbot.screens.new_review.new_review import NewReviewScreen
from matbot.screens.widgets.marked_list import MarkedList
from matbot.screens.widgets.tick_list import TickList
from tests.ui.conftest import Make

SMALL, LARGE = (80, 24), (140, 40)


def _chosen(app: MatbotApp) -> str:
    return str(app.screen.query_one("#chosen", Static).content)


def _rows(app: MatbotApp, list_: str) -> list[str]:
    return [str(option.prompt) for option in app.screen.query_one(list_, MarkedList).options]


async def test_plans_say_what_they_hold_and_which_one_stands(make_app: Make) -> None:
    """By a mark and words, not by colour."""
    app = make_app()
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("n")
        assert [row[:22] for row in _rows(app, "#plans")] == [
            "(●) About 45 minutes  ",
            "( ) Half a day        ",
            "( ) No hurry          ",
        ]
        assert "3 elements: 1A, 1B and 2A" in _rows(app, "#plans")[0]
        assert _chosen(app).startswith(
            "1A, 1B and 2A: 3 elements, about 45 minutes.\nWhere a new trust begins"
        )
        await pilot.press("tab", "tab", "tab", "end", "enter")
        assert _rows(app, "#plans")[2].startswith("(●) No hurry")
        assert _chosen(app).startswith("All 14 elements, about 3 hours 30 minutes.")


async def test_elements_can_be_swapped(make_app: Make) -> None:
    """A tick taken away and one set; the plan that fits, if one does, is marked again."""
    app = make_app()
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("n", "tab", "tab", "tab", "tab", "down", "space", "down", "down", "enter")
        assert _rows(app, "#ticks")[:4] == [
            "[-] 1 Vision, culture and ethos  2 of 3",
            "    [ ] 1A Clarity of purpose",
            "    [x] 1B Understanding of needs",
            "    [x] 1C Leading a culture of improvement",
        ]
        assert not any(row.startswith("(●)") for row in _rows(app, "#plans"))
        await pilot.press("enter", "up", "up", "enter")
        assert _rows(app, "#plans")[0].startswith("(●)")


async def test_a_heading_ticks_all_of_its_elements_or_none(make_app: Make) -> None:
    """All where some were missing, none where all were ticked."""
    app = make_app()
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("n", "tab", "tab", "tab", "tab", "enter")
        assert _rows(app, "#ticks")[0] == "[x] 1 Vision, culture and ethos  3 of 3"
        assert _chosen(app).startswith("1A, 1B, 1C and 2A: ")
        await pilot.press("enter")
        assert _rows(app, "#ticks")[:2] == [
            "[ ] 1 Vision, culture and ethos  0 of 3",
            "    [ ] 1A Clarity of purpose",
        ]


async def test_nothing_chosen_is_asked_about(make_app: Make) -> None:
    """And nothing is made."""
    app = make_app()
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("n", *"No", "tab", "tab", "tab", "tab", "enter", "enter")
        await pilot.press(*["down"] * 5, "enter")
        assert _chosen(app).startswith("Nothing is chosen yet")
        await pilot.press("ctrl+s")
        assert isinstance(app.screen, NewReviewScreen)
        assert isinstance(app.focused, TickList)
        assert not app.workspace.root.exists()


@pytest.mark.parametrize("size", [SMALL, LARGE, (60, 18)])
async def test_what_is_chosen_and_the_button_are_always_in_view(
    make_app: Make, size: tuple[int, int]
) -> None:
    """However small the terminal, and wherever the focus is."""
    app = make_app()
    async with app.run_test(size=size) as pilot:
        await pilot.press("n", "tab", "tab", "tab", "tab", "end")
        for name in ("#chosen", "#begin"):
            region = app.screen.query_one(name).region
            assert region.height
            assert app.screen.region.contains_region(region)
