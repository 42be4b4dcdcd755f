"""Saved versions: a name for how the review stands now, and the transcript as of it."""

from datetime import date
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, OptionList

from matbot.screens.app import MatbotApp
from matbot.screens.interview.saved_versions import SavedVersionList, SavedVersionsScreen
from tests.talk import Talk
from tests.ui.conftest import AT_ONCE, Make
from tests.ui.pages import SMALL, half_a_review, open_conversation, push_page


async def _push(app: MatbotApp, pilot: Pilot[None]) -> SavedVersionsScreen:
    return await push_page(app, pilot, lambda file: SavedVersionsScreen(file, date(2026, 11, 22)))


def _named(talk: Talk, *names: str) -> Talk:
    for name in names:
        talk.log.append(talk.interview.save_version(name))
    return talk


def _said(app: MatbotApp) -> list[str]:
    return [notice.message for notice in app._notifications]


async def test_a_version_is_saved_from_the_stopping_page(make_app: Make, talk: Talk) -> None:
    """By keys alone; it stands in the list, and the box is empty again."""
    app = make_app(half_a_review(talk))
    async with app.run_test(size=SMALL) as pilot:
        screen = await open_conversation(app, pilot)
        await pilot.press("f10", "down", "down", "down", "down", "enter")
        await pilot.pause()
        assert isinstance(app.screen, SavedVersionsScreen)
        await pilot.press(*"Before", "enter")
        assert app.screen.query_one(Input).value == ""
        (option,) = app.screen.query_one(SavedVersionList).options
        assert str(option.prompt).splitlines()[0] == "Before"
        assert str(option.prompt).endswith("3 of 14 elements looked at, 2 rated")
        await pilot.press("escape")
        assert [one.name for one in screen.interview.review.snapshots] == ["Before"]


async def test_a_name_is_needed_and_is_given_once(make_app: Make, talk: Talk) -> None:
    """In words, with what was typed still there."""
    app = make_app(_named(half_a_review(talk), "Before"))
    async with app.run_test(size=SMALL) as pilot:
        screen = await _push(app, pilot)
        await pilot.press("enter", *"before", "enter")
        assert _said(app)[0].startswith("Give this version a name")
        assert _said(app)[1].startswith("There is a saved version called before already.")
        assert screen.query_one(Input).value == "before"
        assert len(screen.interview.review.snapshots) == 1


async def test_the_transcript_as_of_a_saved_version_is_written_and_nothing_is_written_over(
    make_app: Make, talk: Talk
) -> None:
    """What was said later is not in it; a second time people are asked first."""
    talk = _named(half_a_review(talk), "Before").skip()
    talk.to("2A").say("g", "4", "Said later.", "")
    app = make_app(talk)
    async with app.run_test(size=SMALL) as pilot:
        screen = await _push(app, pilot)
        await pilot.press("down", "enter")
        await pilot.pause()
        (path,) = app.workspace.transcripts.iterdir()
        text = path.read_text(encoding="utf-8")
        assert "The will is there" in text
        assert "Said later." not in text
        assert path.name in str(screen.query_one("#written").render()).replace("\n", "")
        await pilot.press("enter")
        await pilot.pause()
        assert "Write beside it" in str(app.screen.query_one(OptionList).options[0].prompt)
        await pilot.press("enter")
        await pilot.pause()
        assert len(list(app.workspace.transcripts.iterdir())) == 2


@pytest.mark.parametrize("text", AT_ONCE, ids=["all", "markup", "long"])
async def test_whatever_a_saved_version_is_called_is_text(make_app: Make, talk: Talk, text: str) -> None:
    """In the list, and in the name of its file."""
    app = make_app(_named(half_a_review(talk), f"x{text}"))
    async with app.run_test(size=SMALL) as pilot:
        await _push(app, pilot)
        await pilot.press("down", "enter")
        await pilot.pause()
        assert len(list(app.workspace.transcripts.iterdir())) == 1
        assert not any(character in app.export_screenshot() for character in "\x1b\x07\x9b\u202e")


def test_how_it_looks(make_app: Make, talk: Talk, snap_compare: Any) -> None:
    """Two saved versions, the box in use."""

    async def before(pilot: Pilot[None]) -> None:
        assert isinstance(pilot.app, MatbotApp)
        await _push(pilot.app, pilot)

    app = make_app(_named(half_a_review(talk), "Before the board met", "After the board met"))
    assert snap_compare(app, terminal_size=SMALL, run_before=before)
