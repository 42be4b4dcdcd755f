"""Finds what the app says of a review's file, and takes one of the ways on that it offers."""

from textual.pilot import Pilot
from textual.widgets import OptionList

from matbot.screens.app import MatbotApp
from matbot.screens.dialogs import AskScreen
from matbot.screens.interview.interview import InterviewScreen
from matbot.store.states import State

SMALL = (80, 24)


async def choose_way(app: MatbotApp, pilot: Pilot[None], way: str) -> None:
    """Take one of the ways on that are offered."""
    assert isinstance(app.screen, AskScreen)
    ways = app.screen.query_one(OptionList)
    ways.highlighted = [option.id for option in ways.options].index(way)
    await pilot.press("enter")
    await pilot.pause()


def find_conversation(app: MatbotApp) -> InterviewScreen:
    """The conversation, whatever page is open over it."""
    (screen,) = [screen for screen in app.screen_stack if isinstance(screen, InterviewScreen)]
    return screen


def file_state(screen: InterviewScreen) -> State:
    """How the file stands that the conversation is about."""
    return screen.file.state


def join_notices(app: MatbotApp) -> str:
    """All the notices that are shown, as one text."""
    return " ".join(notice.message for notice in app._notifications)
