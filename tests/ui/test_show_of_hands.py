"""A show of hands: counted by keys and by mouse, drawn as it was, and shown again after talk."""

from collections.abc import Callable
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from matbot.review.events import ElementRated, HandsShown
from matbot.review.steps import Ask
from matbot.rubric.library import find
from matbot.screens.app import MatbotApp
from matbot.screens.interview.interview import InterviewScreen
from matbot.screens.widgets.hands_bar import COUNTER, HandsBar
from matbot.screens.widgets.live_turn import LiveTurn
from matbot.screens.widgets.spread import draw_spread, find_last_shows
from tests.ui.conftest import Make
from tests.ui.groups import NOTES, in_the_room
from tests.ui.pages import SMALL, WIDE, open_conversation

NINE = ("right", "2", "right", "7")


def _at(screen: InterviewScreen) -> str:
    return screen.interview.turn.step.key


def _sum(screen: InterviewScreen) -> str:
    return str(screen.query_one("#hands-sum").render())


async def test_hands_are_counted_by_keys_alone(make_app: Make) -> None:
    """Digits, arrows, Tab, plus and minus; Enter sends them, and the rating comes next."""
    app = make_app(in_the_room().say(*NOTES))
    async with app.run_test(size=SMALL) as pilot:
        screen = await open_conversation(app, pilot)
        await pilot.press("tab", "2", "right", "up", "plus", "up", "right", "down", "up", "minus", "1")
        assert screen.query_one(HandsBar).hands == "0 2 3 1"
        assert _sum(screen).startswith("6 of 6 hands; not all need vote.")
        await pilot.press("enter")
        assert _at(screen) == "rating:1A"
        assert screen.interview.review.elements["1A"].votes == (0, 2, 3, 1)


async def test_a_count_can_be_typed_over_and_rubbed_out(make_app: Make) -> None:
    """Digits that follow each other are one number; too many are told of, and coming back begins anew."""
    app = make_app(in_the_room(30).say(*NOTES))
    async with app.run_test(size=SMALL) as pilot:
        screen = await open_conversation(app, pilot)
        hands = screen.query_one(HandsBar)
        await pilot.press("1", "2", "right", "left")
        assert hands.hands == "12 0 0 0"
        await pilot.press("7", "backspace", "down", *"29")
        assert hands.hands == "29 0 0 0"
        await pilot.press("5", "enter")
        assert "That makes 295 hands, and you are 30" in str(hands.query_one("#hands-sum", Static).content)
        assert screen.interview.turn.ask is Ask.HANDS


async def test_hands_are_counted_by_mouse(make_app: Make) -> None:
    """Each counter has what adds to it and what takes from it."""
    app = make_app(in_the_room().say(*NOTES))
    async with app.run_test(size=SMALL) as pilot:
        screen = await open_conversation(app, pilot)
        more, less = (COUNTER + 13, 1), (COUNTER + 3, 1)
        for place in (more, more, more, less):
            await pilot.click("#counters", offset=place)
        assert screen.query_one(HandsBar).hands == "0 2 0 0"
        await pilot.click("#counters", offset=(3 * COUNTER + 6, 0))
        await pilot.press("1", "enter")
        assert screen.interview.review.elements["1A"].votes == (0, 2, 0, 1)


async def test_more_hands_than_people_are_refused_in_words(make_app: Make) -> None:
    """Where they are counted, and nothing covers them; Enter leaves the turn and the counts as they are."""
    app = make_app(in_the_room().say(*NOTES))
    async with app.run_test(size=SMALL) as pilot:
        screen = await open_conversation(app, pilot)
        await pilot.press(*NINE)
        assert _sum(screen) == "That makes 9 hands, and you are 6. Please count again."
        await pilot.press("enter")
        assert _at(screen) == "hands:1A"
        assert screen.query_one(HandsBar).hands == "0 2 7 0"
        assert not app._notifications
        await pilot.press("4", "enter")
        assert _at(screen) == "rating:1A"


async def test_enter_alone_shows_no_hands_and_ctrl_f_goes_on_without(make_app: Make) -> None:
    """A second Enter in haste writes nothing down."""
    app = make_app(in_the_room().say(*NOTES))
    async with app.run_test(size=SMALL) as pilot:
        screen = await open_conversation(app, pilot)
        await pilot.press("enter")
        assert _at(screen) == "hands:1A"
        assert _sum(screen) == "No hands are counted yet. Count them, or go on without with Ctrl+F."
        await pilot.press("ctrl+f")
        assert _at(screen) == "rating:1A"
        assert not screen.interview.review.elements["1A"].votes


async def test_half_counted_hands_are_there_again(make_app: Make) -> None:
    """After going back, and after the window was gone."""
    app = make_app(in_the_room().say(*NOTES))
    async with app.run_test(size=SMALL) as pilot:
        screen = await open_conversation(app, pilot)
        await pilot.press("3", "ctrl+b", "enter")
        assert screen.query_one(HandsBar).hands == "3 0 0 0"
        await pilot.press("right", "1")
        screen.keep_drafts()
    app.close_review()
    again = MatbotApp(app.workspace)
    async with again.run_test(size=SMALL) as pilot:
        screen = await open_conversation(again, pilot)
        assert screen.query_one(HandsBar).hands == "3 1 0 0"
        await pilot.press("enter")
        assert dict(screen.file.drafts) == {}


async def test_hands_shown_again_stand_beside_those_before(make_app: Make) -> None:
    """Both are in the log, and all of it is in view at 80 by 24."""
    app = make_app(in_the_room().say(*NOTES, "0 4 1 1"))
    async with app.run_test(size=SMALL) as pilot:
        screen = await open_conversation(app, pilot)
        drawn = screen.query_one("#spread")
        assert str(drawn.render()).split()[:2] == ["6", "hands"]
        await pilot.press("0")
        assert screen.query_one(HandsBar).hands == "0 0 0 0"
        await pilot.press("right", "1", "right", "4", "right", "1", "enter")
        await pilot.pause()
        assert "Before: 6 hands" in str(drawn.render())
        assert "Now: 6 hands" in str(drawn.render())
        assert screen.query_one(LiveTurn).outer_size.height <= screen.query_one("#log").size.height
        moves = screen.interview.review.elements["1A"].moves
        assert [move.votes for move in moves if isinstance(move, HandsShown)] == [(0, 4, 1, 1), (0, 1, 4, 1)]


def test_a_spread_has_a_bar_and_a_number_for_each_level() -> None:
    """The longest bar is never wider than its column, and one hand among thousands is still seen."""
    moves = (HandsShown(element="1A", votes=(0, 9998, 1, 0)), ElementRated(element="1A", rating="R"))
    lines = str(draw_spread(find().scale, find_last_shows(moves))).splitlines()
    assert [line.split()[-1] for line in lines[1:]] == ["0", "█" * 12, "█", "0"]
    assert max(len(line) for line in lines) <= 58


def _pressing(*keys: str, theme: str = "") -> Callable[[Pilot[None]], Any]:
    async def before(pilot: Pilot[None]) -> None:
        assert isinstance(pilot.app, MatbotApp)
        pilot.app.theme = theme or pilot.app.theme
        await open_conversation(pilot.app, pilot)
        await pilot.press(*keys)
        await pilot.pause()

    return before


@pytest.mark.parametrize("size", [SMALL, WIDE])
def test_how_the_counters_look(make_app: Make, snap_compare: Any, size: tuple[int, int]) -> None:
    """Counted, and not sent yet."""
    app = make_app(in_the_room().say(*NOTES))
    assert snap_compare(app, terminal_size=size, run_before=_pressing("right", "2", "right", "3"))


def test_how_too_many_look_without_colour(
    make_app: Make, snap_compare: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Said in words."""
    monkeypatch.setenv("NO_COLOR", "1")
    app = make_app(in_the_room().say(*NOTES))
    assert snap_compare(app, terminal_size=SMALL, run_before=_pressing(*NINE))


@pytest.mark.parametrize("size", [SMALL, WIDE])
def test_how_two_spreads_look(make_app: Make, snap_compare: Any, size: tuple[int, int]) -> None:
    """Before and now."""
    app = make_app(in_the_room().say(*NOTES, "0 4 1 1", "h", "0 1 4 1"))
    assert snap_compare(app, terminal_size=size, run_before=_pressing())
