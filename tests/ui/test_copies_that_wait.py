"""Home and F9 name a copy that something other than matbot changed, and lead out of it."""

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import OptionList

from matbot.screens.app import MatbotApp
from matbot.screens.dialogs import AskScreen
from matbot.screens.interview.interview import InterviewScreen
from tests.talk import Talk
from tests.ui.conftest import Make
from tests.ui.file_pages import choose_way, find_conversation, join_notices

SMALL = (80, 24)


def _changed_copy(app: MatbotApp) -> Path:
    (listed,) = app.workspace.list_reviews()
    copy = listed.path.with_name(listed.path.name.replace(".matbot.json", " (1).matbot.json"))
    copy.write_bytes(listed.path.read_bytes().replace(b'"leaning":"red"', b'"leaning":"green"'))
    return copy


def _drawn(app: MatbotApp) -> str:
    drawn = "\n".join(strip.text for strip in app.screen._compositor.render_strips())
    return " ".join(drawn.replace("│", " ").split())


async def _open_first(pilot: Pilot[None]) -> None:
    await pilot.pause()
    await pilot.press("enter")
    await pilot.pause()


@pytest.mark.parametrize("way", ["good", "changed", "aside"])
async def test_home_names_the_changed_copy_and_offers_no_merge(make_app: Make, talk: Talk, way: str) -> None:
    """It opens the good one, or the changed one to say what counts, or keeps that under another name."""
    app = make_app(talk.say("", "1"))
    copy = _changed_copy(app)
    before = copy.read_bytes()
    async with app.run_test(size=SMALL) as pilot:
        await _open_first(pilot)
        assert isinstance(app.screen, AskScreen)
        assert "was changed by something other than matbot: 1 entry in it is not" in _drawn(app)
        assert copy.name.split("-")[0] in _drawn(app)
        assert "nothing is lost" not in _drawn(app)
        assert "merge" not in [option.id for option in app.screen.query_one(OptionList).options]
        await choose_way(app, pilot, way)
        conversation = find_conversation(app)
        assert (conversation.file.path == copy) == (way == "changed")
        assert (copy.exists(), bool(conversation.file.read_only)) == (way != "aside", way == "changed")
        if way == "aside":
            assert copy.with_name(f"{copy.name}.set-aside").read_bytes() == before
            assert "set-aside" in join_notices(app)
    app.close_review()


async def test_f9_names_the_changed_copy_beside_an_open_review(make_app: Make, talk: Talk) -> None:
    """As long as it is there."""
    app = make_app(talk.say("", "1"))
    async with app.run_test(size=SMALL) as pilot:
        await _open_first(pilot)
        assert isinstance(app.screen, InterviewScreen)
        copy = _changed_copy(app)
        await pilot.press("f9")
        await pilot.pause()
        assert f"{copy.name} was changed by something other than matbot" in join_notices(app)
    app.close_review()


async def test_f9_of_a_changed_copy_names_no_copy_twice(make_app: Make, talk: Talk) -> None:
    """The page is about that very file; another that was changed is named below."""
    app = make_app(talk.say("", "1"))
    copy = _changed_copy(app)
    other = copy.with_name(copy.name.replace("(1)", "(2)"))
    other.write_bytes(copy.read_bytes())
    async with app.run_test(size=(120, 40)) as pilot:
        await _open_first(pilot)
        await choose_way(app, pilot, "changed2")
        opened = find_conversation(app).file.path
        await pilot.press("f9")
        await pilot.pause()
        assert isinstance(app.screen, AskScreen)
        (beside,) = {copy, other} - {opened}
        assert f"{beside.name} was changed" in _drawn(app)
        assert f"{opened.name} was changed" not in _drawn(app)
    app.close_review()
