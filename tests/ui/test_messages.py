"""Messages have lines of their own: they cover no choice, no footer and no text."""

import pytest
from textual.geometry import Region
from textual.widgets._toast import Toast

from matbot.screens.app import MatbotApp
from matbot.screens.home.home import HomeScreen
from matbot.screens.home.review_list import ReviewList
from matbot.screens.host import warn
from matbot.screens.widgets.dock import Dock
from matbot.screens.widgets.key_line import KeyLine
from matbot.screens.widgets.live_turn import LiveTurn
from matbot.screens.widgets.top_line import TopLine
from matbot.store.workspace import Workspace
from tests.talk import Talk
from tests.ui.conftest import Make
from tests.ui.conversation import open_conversation

LONG = "This review can only be read: it is open in another window since 10:30. Close it there first."


def region_of_messages(app: MatbotApp) -> Region:
    """Where the messages are, once there is one."""
    regions = [message.region for message in app.screen.query(Toast)]
    assert regions, "a message is in view"
    return Region.from_union(regions)


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (140, 40)])
async def test_a_message_covers_nothing_in_the_conversation(
    make_app: Make, talk: Talk, size: tuple[int, int]
) -> None:
    """Everything else makes room for it, and the choices stay in view."""
    app = make_app(talk.say(""))
    async with app.run_test(size=size, notifications=True) as pilot:
        await open_conversation(app, pilot)
        warn(app.screen, LONG)
        await pilot.pause()
        messages = region_of_messages(app)
        for part in (Dock, KeyLine, LiveTurn):
            region = app.screen.query_one(part).region
            assert not messages.overlaps(region), part.__name__
            assert region.bottom <= size[1] or part is LiveTurn


async def test_a_message_covers_nothing_at_home(workspace: Workspace) -> None:
    """The list makes room for it, and gets the room back."""
    app = MatbotApp(workspace)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        assert isinstance(app.screen, HomeScreen)
        before = app.screen.query_one(ReviewList).region
        app.notify("Restored: Northfields · Heads.", timeout=60)
        await pilot.pause()
        messages = region_of_messages(app)
        for part in (ReviewList, KeyLine):
            assert not messages.overlaps(app.screen.query_one(part).region), part.__name__
        app.clear_notifications()
        await pilot.pause()
        assert app.screen.query_one(ReviewList).region == before


async def test_the_room_of_a_message_is_given_back_when_it_goes(make_app: Make, talk: Talk) -> None:
    """However many there were: no empty line stays at the top."""
    app = make_app(talk.say(""))
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await open_conversation(app, pilot)
        before = app.screen.query_one(TopLine).region
        for number in range(3):
            app.notify(f"Message {number}", timeout=60)
            await pilot.pause()
        assert app.screen.query_one(TopLine).region.y == before.y + 3
        for _ in range(3):
            await pilot.click(Toast)
            await pilot.pause()
        assert app.screen.query_one(TopLine).region == before


async def test_a_message_of_two_lines_is_whole_at_home(workspace: Workspace) -> None:
    """The line at the top covers none of it."""
    app = MatbotApp(workspace)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        warn(app.screen, LONG)
        await pilot.pause()
        assert region_of_messages(app).height == 2
        assert not region_of_messages(app).overlaps(app.screen.query_one(TopLine).region)


async def test_a_message_that_takes_the_place_of_another_takes_its_line_too(
    make_app: Make, talk: Talk
) -> None:
    """As undo and redo give one after the other: no line stays behind."""
    app = make_app(talk.say("", "1", "Clear."))
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await open_conversation(app, pilot)
        before = app.screen.query_one(TopLine).region
        for key in ("f8", "ctrl+y", "f8", "ctrl+y"):
            await pilot.press(key)
            await pilot.pause()
            assert app.screen.query_one(TopLine).region.y == before.y + 1, key
        app.clear_notifications()
        await pilot.pause()
        assert app.screen.query_one(TopLine).region == before
