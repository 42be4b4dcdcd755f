"""Helpers that open the conversation of an app's only review, and return its current step."""

from textual.pilot import Pilot

from matbot.screens.app import MatbotApp
from matbot.screens.interview.interview import InterviewScreen

SMALL = (80, 24)


async def open_conversation(app: MatbotApp, pilot: Pilot[None]) -> InterviewScreen:
    """Open the interview screen of the app's only review."""
    await pilot.pause()
    app.open_review("k7m2")
    await pilot.pause()
    screen = app.screen
    assert isinstance(screen, InterviewScreen)
    return screen


def step_key(screen: InterviewScreen) -> str:
    """Return the key of the current step, such as `note:1A.i`."""
    return screen.interview.turn.step.key
