"""Helpers that open a page of the app's only review, by its key in the conversation or on its own."""

from collections.abc import Callable
from typing import Any, TypeVar

from textual.pilot import Pilot
from textual.screen import Screen

from matbot.screens.app import MatbotApp
from matbot.screens.interview.interview import InterviewScreen
from matbot.store.review_file import ReviewFile
from tests.talk import Talk

Page = TypeVar("Page", bound=Screen[Any])

SMALL, WIDE = (80, 24), (140, 40)


async def open_conversation(app: MatbotApp, pilot: Pilot[None]) -> InterviewScreen:
    """Open the conversation of the app's only review."""
    await pilot.pause()
    app.open_review("k7m2")
    await pilot.pause()
    screen = app.screen
    assert isinstance(screen, InterviewScreen)
    return screen


async def open_page(app: MatbotApp, pilot: Pilot[None], key: str, kind: type[Page]) -> Page:
    """Open the page that a key of the conversation opens, with the conversation behind it."""
    await pilot.pause()
    app.open_review("k7m2")
    await pilot.pause()
    await pilot.press(key)
    await pilot.pause()
    screen = app.screen
    assert isinstance(screen, kind)
    return screen


async def push_page(app: MatbotApp, pilot: Pilot[None], kind: Callable[[ReviewFile], Page]) -> Page:
    """Open a page without the conversation, which is quicker, for tests that do not go back to it."""
    await pilot.pause()
    app.review_file = app.workspace.open("k7m2")
    screen = kind(app.review_file)
    app.push_screen(screen)
    await pilot.pause()
    return screen


def half_a_review(talk: Talk) -> Talk:
    """Answer 1A with a note of every kind and a rating, 1B at a glance, and half of 1C, but no others."""
    talk.say("", "1", "We say it, but nobody could tell it.", "2").say("Heads differ.", private=True)
    talk.say("3", "", "4", "", "0", "Nobody has asked the schools.", "x", "We have no sixth form.")
    talk.say("2", "The will is there, the words are not.", "Board papers, autumn term")
    talk.say("g", "1", "", "")
    return talk.say("", "2", "They wait for us.").park()
