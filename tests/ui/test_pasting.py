"""What is pasted into a box fits it and is safe to show, however it is pasted."""

import re
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import Input

import matbot.screens
from matbot.rubric.library import find
from matbot.screens.app import MatbotApp
from matbot.screens.widgets.path_input import PathInput
from matbot.screens.widgets.words_box import WordsBox
from matbot.text import LONGEST
from tests.talk import Talk
from tests.ui.conftest import Make
from tests.ui.pages import SMALL

LONG = "\x1b[31mSouth\n\u202eside " * 20_000


async def _paste(app: MatbotApp, pilot: Pilot[None], words: str, way: str) -> None:
    """By the terminal, or by a key after it was copied in matbot."""
    if way == "terminal":
        app.post_message(events.Paste(words))
        await pilot.pause()
    else:
        app.copy_to_clipboard(words)
        await pilot.press("ctrl+v")


WAYS = pytest.mark.parametrize("way", ["terminal", "key"])


@WAYS
@pytest.mark.parametrize("key", ["n", "b"])
async def test_a_long_text_pasted_into_a_line_becomes_one_clean_line_that_fits(
    make_app: Make, key: str, way: str
) -> None:
    """Such as the trust's name, or the path of a file."""
    app = make_app()
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press(key)
        await _paste(app, pilot, LONG, way)
        box = app.focused
        assert isinstance(box, Input)
        assert box.max_length
        assert 4 < len(box.value) <= box.max_length
        assert box.value.startswith("South" if isinstance(box, PathInput) else "South side")
        assert not {"\x1b", "\u202e"} & set(box.value)


@WAYS
async def test_a_long_text_pasted_into_a_note_is_cut_and_that_is_said(make_app: Make, way: str) -> None:
    """As much is kept as a note can hold."""
    app = make_app(Talk(find()).say("", "1"))
    async with app.run_test(size=SMALL) as pilot:
        app.open_review("k7m2")
        await pilot.pause()
        await _paste(app, pilot, LONG, way)
        box = app.screen.query_one(WordsBox)
        assert len(box.text) == LONGEST
        assert box.text.startswith("South\nside South\n")
        assert any("long" in each.message for each in app._notifications)


@WAYS
async def test_what_is_pasted_takes_the_place_of_what_is_marked(make_app: Make, way: str) -> None:
    """And the next letter goes after it."""
    app = make_app(Talk(find()).say("", "1"))
    async with app.run_test(size=SMALL) as pilot:
        app.open_review("k7m2")
        await pilot.pause()
        await pilot.press(*"one", "shift+home")
        await _paste(app, pilot, "two", way)
        await pilot.press("!")
        assert app.screen.query_one(WordsBox).text == "two!"


def test_no_box_but_those_that_guard_what_is_pasted_is_used() -> None:
    """A box of Textual's own takes anything, and may freeze the app."""
    folder = Path(*matbot.screens.__path__)
    made = re.compile(r"(?<![\w.])(?:Input|TextArea|MaskedInput)\(")
    found = {path.name for path in folder.rglob("*.py") if made.search(path.read_text(encoding="utf-8"))}
    assert found == set()
    below = re.compile(r"class \w+\((?:Input|TextArea|MaskedInput)\)")
    found = {path.name for path in folder.rglob("*.py") if below.search(path.read_text(encoding="utf-8"))}
    assert found == {"field.py", "words_box.py"}
