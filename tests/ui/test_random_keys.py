"""Keys and sentences at random, on any page they lead to: nothing breaks, and nothing is said unasked."""

import os
import random
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot

from matbot.screens.app import MatbotApp
from matbot.screens.interview.interview import InterviewScreen
from matbot.screens.widgets.choice_bar import ChoiceBar
from matbot.screens.widgets.hands_bar import HandsBar
from tests.ui.conftest import Make
from tests.ui.every_page import WALKS

MANY = int(os.environ.get("MATBOT_RANDOM_KEYS", "150"))
"""How many keys and sentences each of the tests sends."""

SEEDS = range(1, 1 + int(os.environ.get("MATBOT_RANDOM_SEEDS", "1")))
"""What chance begins with; in the long form there are several, with 2,000 keys each."""

NEVER = {"ctrl+q", "ctrl+c", "o", "f12"}
"""Leaves matbot, or starts a program of this machine."""

KEYS = (
    *"abcdefghijklmnpqrstuvwxyz0123456789.,!?",
    *("enter", "escape", "tab", "shift+tab", "space", "up", "down", "left", "right", "backspace", "delete"),
    *("home", "end", "pageup", "pagedown", *(f"f{number}" for number in range(1, 12))),
    *(f"ctrl+{letter}" for letter in "abdefgjkloprsuyz"),
)
SENTENCES = (
    "Only the heads explain it",
    "none given, skip park next",
    "9 and 3",
    "[/red] x 9\nand 2",
    "2B.i",
)


def _may_say(app: MatbotApp, key: str) -> bool:
    """Whether the page in view offers something on a key that says a thing: a command, or a choice."""
    offered = {name for name, active in app.screen.active_bindings.items() if active.enabled}
    if not isinstance(app.screen, InterviewScreen):
        return key in offered
    chooses = isinstance(app.focused, ChoiceBar | HandsBar) and (key.isdigit() or key == "enter")
    return chooses or (key in offered and len(key) > 1)


async def _send(app: MatbotApp, pilot: Pilot[None], key: str) -> None:
    """Press a key, or paste a sentence."""
    if key in SENTENCES:
        app.post_message(events.Paste(key))
    elif key not in NEVER:
        await pilot.press(key)
    await pilot.pause()


def _is_in_a_review(app: MatbotApp) -> bool:
    return any(isinstance(one, InterviewScreen) for one in app.screen_stack)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("size", [(60, 20), (80, 24), (140, 40)], ids=["60x20", "80x24", "140x40"])
async def test_nothing_is_said_but_by_what_the_page_offers(
    make_app: Make, size: tuple[int, int], seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A paste says nothing, and in the conversation no letter does."""
    monkeypatch.chdir(tmp_path)
    app, chance = make_app(), random.Random(seed * size[0])
    WALKS["talking"].fill(app.workspace)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        for _ in range(MANY):
            if app.review_file is None or not _is_in_a_review(app):
                app.open_review("k7m2")
                await pilot.pause()
            file, page = app.review_file, app.screen
            assert file is not None
            said = len(file.log)
            key = chance.choice(SENTENCES if chance.random() < 0.1 else KEYS)
            may_say = key not in SENTENCES and _may_say(app, key)
            await _send(app, pilot, key)
            assert len(file.log) == said or may_say, f"{key} on {page}"
