"""Opens the conversation of an app's one review, and says at which step it is."""

from textual.pilot import Pilot

from matbot.screens.app import MatbotApp
from matbot.screens.interview.interview import InterviewScreen

SMALL = (80, 24)


async def open_conversation(app: MatbotApp, pilot: Pilot[None]) -> InterviewScreen:
    """The interview screen of the app's one review."""
    await pilot.pause()
    app.open_review("k7m2")
    await pilot.pause()
    screen = app.screen
    assert isinstance(screen, InterviewScreen)
    return screen


def step_key(screen: InterviewScreen) -> str:
    """The key of the step that is asked now, such as `note:1A.i`."""
    return screen.interview.turn.step.key
