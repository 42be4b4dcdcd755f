"""Helpers that read what the app shows about a review's file, and choose one of the actions it offers."""

from textual.pilot import Pilot
from textual.widgets import OptionList

from matbot.screens.app import MatbotApp
from matbot.screens.dialogs import AskScreen
from matbot.screens.interview.interview import InterviewScreen
from matbot.store.states import State

SMALL = (80, 24)


async def choose_way(app: MatbotApp, pilot: Pilot[None], way: str) -> None:
    """Choose one of the actions offered."""
    assert isinstance(app.screen, AskScreen)
    ways = app.screen.query_one(OptionList)
    ways.highlighted = [option.id for option in ways.options].index(way)
    await pilot.press("enter")
    await pilot.pause()


def find_conversation(app: MatbotApp) -> InterviewScreen:
    """Return the conversation's screen, whatever page is open over it."""
    (screen,) = [screen for screen in app.screen_stack if isinstance(screen, InterviewScreen)]
    return screen


def file_state(screen: InterviewScreen) -> State:
    """Return the state of the conversation's file."""
    return screen.file.state


def join_notices(app: MatbotApp) -> str:
    """Join all the notices shown into one text."""
    return " ".join(notice.message for notice in app._notifications)
