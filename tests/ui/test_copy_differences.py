"""The screen says where copies of a review differ, before and after a merge, and lets people choose."""

from datetime import timedelta

import pytest
from textual.pilot import Pilot
from textual.widgets import OptionList

from matbot.interview import Interview
from matbot.screens.answers.copy_differences import CopyDifferencesScreen, CopyPreviewScreen
from matbot.screens.app import MatbotApp
from matbot.screens.dialogs import AskScreen
from matbot.screens.interview.interview import InterviewScreen
from matbot.store.review_file import ReviewFile
from tests.talk import Talk
from tests.ui.conftest import FIRST, Make

SMALL = (80, 24)


def _drawn(app: MatbotApp) -> str:
    return "\n".join(strip.text for strip in app.screen._compositor.render_strips())


async def _take(app: MatbotApp, pilot: Pilot[None], name: str) -> None:
    """Choose one of the lines that are offered."""
    ways = app.screen.query_one(OptionList)
    ways.highlighted = [option.id for option in ways.options].index(name)
    await pilot.press("enter")
    await pilot.pause()


def _two_copies(app: MatbotApp, damaged: bool = False) -> None:
    """A synced folder left a second copy in which the question was answered otherwise."""
    (listed,) = app.workspace.list_reviews()
    conflict = listed.path.with_name(listed.path.name.replace(".matbot", ".matbot-ANNAS-PC"))
    conflict.write_bytes(listed.path.read_bytes())
    for minute, (path, choice) in enumerate(((listed.path, "1"), (conflict, "4"))):
        with ReviewFile.open(path) as file:
            event = Interview(file.rubric, file.log).answer(choice)
            file.append(event.model_copy(update={"at": FIRST + timedelta(hours=1, minutes=minute)}))
    if damaged:
        listed.path.with_name(listed.path.name.replace(".matbot", ".matbot (1)")).write_bytes(b"")


@pytest.mark.parametrize("damaged", [False, True])
async def test_copies_are_looked_at_merged_and_chosen_from(make_app: Make, talk: Talk, damaged: bool) -> None:
    """Before: the files and both answers. After: both answers, and Enter makes the earlier one count."""
    app = make_app(talk.say(""))
    _two_copies(app, damaged)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert "They differ on 1 answer: 1A (i), answer." in " ".join(_drawn(app).replace("│", " ").split())
        await _take(app, pilot, "look")
        assert isinstance(app.screen, CopyPreviewScreen)
        assert "Will count, 6 October 2026 at 16:31, in" in _drawn(app)
        assert "ANNAS-PC.json" in _drawn(app)
        assert "Like the green" in _drawn(app)
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, AskScreen)
        await _take(app, pilot, "merge")
        assert isinstance(app.screen, CopyDifferencesScreen)
        drawn = _drawn(app)
        assert "Counts, 6 October 2026 at 16:31:" in drawn
        assert "In another copy, 6 October 2026 at 16:30:" in drawn
        assert ("cannot be read: it is empty" in " ".join(drawn.split())) == damaged
        await pilot.press("down", "enter")
        await _take(app, pilot, "take")
        assert "The copies differ on nothing" in _drawn(app)
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, InterviewScreen)
        assert app.screen.interview.review.question("1A.i").leaning == "red"
        await pilot.press("f8")
        await pilot.pause()
        assert app.screen.interview.review.question("1A.i").leaning == "green"
        await pilot.press("f9")
        await pilot.pause()
        assert isinstance(app.screen, CopyDifferencesScreen)
    app.close_review()


async def test_the_check_page_leads_to_both_answers(make_app: Make, talk: Talk) -> None:
    """From the line of the other copy; leaving it open changes nothing."""
    app = make_app(talk.say(""))
    _two_copies(app)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        await _take(app, pilot, "merge")
        await pilot.press("escape", "f5")
        await pilot.pause()
        rows = app.screen.query_one(OptionList)
        (other,) = [option.id for option in rows.options if (option.id or "").startswith("copy:")]
        await _take(app, pilot, other or "")
        assert isinstance(app.screen, CopyDifferencesScreen)
        answers = app.screen.query_one(OptionList)
        assert f"copy:{answers.highlighted_option and answers.highlighted_option.id}" == other
        events = len(app.screen.file.log)
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, CopyDifferencesScreen)
        assert len(app.screen.file.log) == events
    app.close_review()


async def test_what_people_wrote_is_shown_as_text(make_app: Make, talk: Talk) -> None:
    """Markup and control characters act nowhere on either page."""
    app = make_app(talk.say("", "1"))
    (listed,) = app.workspace.list_reviews()
    conflict = listed.path.with_name(listed.path.name.replace(".matbot", ".matbot [red] (1)"))
    conflict.write_bytes(listed.path.read_bytes())
    for path, note in ((listed.path, "[/red] one"), (conflict, "[@click=app.quit]two[/] | `x`")):
        with ReviewFile.open(path) as file:
            file.append(Interview(file.rubric, file.log).answer(note))
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        await _take(app, pilot, "look")
        assert "[/red] one" in _drawn(app)
        await pilot.press("escape")
        await pilot.pause()
        await _take(app, pilot, "merge")
        assert "[@click=app.quit]two[/] | `x`" in _drawn(app)
    app.close_review()
