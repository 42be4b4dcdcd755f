"""A reality check: written down beside a rating, which stays as it is."""

from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import OptionList

from matbot.screens.answers.answers import AnswerList, CheckAnswersScreen
from matbot.screens.answers.reality_check import RealityCheckForm
from matbot.screens.app import MatbotApp
from matbot.screens.interview.interview import InterviewScreen
from tests.talk import Talk
from tests.ui.conftest import AT_ONCE, Make
from tests.ui.pages import SMALL, WIDE, half_a_review, open_conversation, open_page, push_page

WRITTEN = (*"Pupils", "tab", *"May", "tab", "3", "tab", *"Some")


async def _form(app: MatbotApp, pilot: Pilot[None]) -> RealityCheckForm:
    return await push_page(app, pilot, lambda file: RealityCheckForm(file, "1A"))


def _checked(talk: Talk, words: str = "Year 9 could name it; year 7 could not.") -> Talk:
    talk = half_a_review(talk)
    talk.log.append(talk.interview.check_rating("1A", "A focus group of pupils", "May", "sharpens", words))
    return talk


async def test_a_rating_is_tested_from_the_check_page(make_app: Make, talk: Talk) -> None:
    """By keys alone; the rating stays, and what was said stands beside it."""
    app = make_app(half_a_review(talk))
    async with app.run_test(size=SMALL) as pilot:
        screen = await open_page(app, pilot, "f5", CheckAnswersScreen)
        await pilot.press("ctrl+g")
        await pilot.pause()
        assert isinstance(app.screen, RealityCheckForm)
        await pilot.press(*WRITTEN, "ctrl+s")
        await pilot.pause()
        record = screen.interview.review.elements["1A"]
        (check,) = record.checks
        assert (check.with_whom, check.when, check.outcome, check.said) == (
            "Pupils",
            "May",
            "sharpens",
            "Some",
        )
        assert record.rating == "AR"
        shown = "\n".join(str(option.prompt) for option in screen.query_one(AnswerList).options)
        assert "Reality check: Pupils, May: they sharpen it. Some" in shown
        assert dict(screen.file.drafts) == {}


@pytest.mark.parametrize(
    ("keys", "asks"),
    [((), "Say who it was tested with"), ((*"Pupils",), "Say what it did to the rating")],
)
async def test_what_is_missing_is_asked_for(
    make_app: Make, talk: Talk, keys: tuple[str, ...], asks: str
) -> None:
    """And the form stays."""
    app = make_app(half_a_review(talk))
    async with app.run_test(size=SMALL) as pilot:
        screen = await _form(app, pilot)
        await pilot.press(*keys, "ctrl+s")
        assert app.screen is screen
        (notice,) = app._notifications
        assert notice.message.startswith(asks)


async def test_escape_keeps_what_was_typed(make_app: Make, talk: Talk) -> None:
    """The outcome that was chosen, too."""
    app = make_app(half_a_review(talk))
    async with app.run_test(size=SMALL) as pilot:
        screen = await open_page(app, pilot, "f5", CheckAnswersScreen)
        await pilot.press("ctrl+g", *WRITTEN, "escape")
        await pilot.pause()
        assert not screen.interview.review.elements["1A"].checks
        await pilot.press("ctrl+g")
        await pilot.pause()
        await pilot.press("ctrl+s")
        await pilot.pause()
        (check,) = screen.interview.review.elements["1A"].checks
        assert (check.with_whom, check.outcome) == ("Pupils", "sharpens")


async def test_one_can_be_read_whole_and_taken_back(make_app: Make, talk: Talk) -> None:
    """Enter on its row; the first thing offered loses nothing."""
    app = make_app(_checked(talk))
    async with app.run_test(size=SMALL) as pilot:
        screen = await push_page(app, pilot, CheckAnswersScreen)
        rows = screen.query_one(AnswerList)
        row = next(option.id for option in rows.options if (option.id or "").startswith("check:"))
        for keys in (("enter",), ("up", "enter")):
            assert screen.interview.review.elements["1A"].checks
            rows.mark(row or "")
            await pilot.press("enter")
            await pilot.pause()
            assert "Year 9 could name it" in str(app.screen.query_one(".dialog-text").render())
            await pilot.press(*keys)
            await pilot.pause()
        assert not screen.interview.review.elements["1A"].checks


async def test_from_the_conversation_people_choose_which_rating(make_app: Make, talk: Talk) -> None:
    """Where they stand is not rated yet; every command is in the palette by name."""
    app = make_app(half_a_review(talk))
    async with app.run_test(size=SMALL) as pilot:
        screen = await open_conversation(app, pilot)
        names = {command.title for command in app.get_system_commands(screen)}
        assert {"Reality check", "Save a version"} <= names
        await pilot.press("ctrl+g")
        ways = [str(option.prompt) for option in app.screen.query_one(OptionList).options]
        assert ways[0] == "1A Clarity of purpose: Amber Red"
        await pilot.press("down", "enter")
        await pilot.pause()
        assert isinstance(app.screen, RealityCheckForm)
        assert "1B" in str(app.screen.query_one("#about").render())


async def test_nothing_rated_is_nothing_to_test(make_app: Make, talk: Talk) -> None:
    """A notice in words; on the check page the key is not there."""
    app = make_app(talk)
    async with app.run_test(size=SMALL) as pilot:
        screen = await open_conversation(app, pilot)
        await pilot.press("ctrl+g")
        assert isinstance(app.screen, InterviewScreen)
        assert next(iter(app._notifications)).message.startswith("Nothing is rated yet.")
        await pilot.press("f5", "ctrl+g")
        assert isinstance(app.screen, CheckAnswersScreen)
        assert screen.interview.review.rated == []


@pytest.mark.parametrize("text", AT_ONCE, ids=["all", "markup", "long"])
async def test_whatever_was_said_is_text(make_app: Make, talk: Talk, text: str) -> None:
    """On the check page, and whole."""
    talk = half_a_review(talk)
    talk.log.append(talk.interview.check_rating("1A", f"x{text}", text, "differs", text))
    app = make_app(talk)
    async with app.run_test(size=SMALL) as pilot:
        screen = await push_page(app, pilot, CheckAnswersScreen)
        rows = screen.query_one(AnswerList)
        rows.mark(next(option.id or "" for option in rows.options if "check:" in (option.id or "")))
        await pilot.press("enter")
        await pilot.pause()
        assert app.screen.query_one(OptionList).region.bottom < SMALL[1]
        assert not any(character in app.export_screenshot() for character in "\x1b\x07\x9b\u202e")


@pytest.mark.parametrize("size", [SMALL, WIDE])
def test_how_the_form_looks(make_app: Make, talk: Talk, snap_compare: Any, size: tuple[int, int]) -> None:
    """Half filled in."""

    async def before(pilot: Pilot[None]) -> None:
        assert isinstance(pilot.app, MatbotApp)
        await _form(pilot.app, pilot)
        await pilot.press(*WRITTEN)

    assert snap_compare(make_app(half_a_review(talk)), terminal_size=size, run_before=before)


def test_how_it_stands_beside_its_rating(make_app: Make, talk: Talk, snap_compare: Any) -> None:
    """On the check page."""

    async def before(pilot: Pilot[None]) -> None:
        assert isinstance(pilot.app, MatbotApp)
        await push_page(pilot.app, pilot, CheckAnswersScreen)

    assert snap_compare(make_app(_checked(talk)), terminal_size=SMALL, run_before=before)
