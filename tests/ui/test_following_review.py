"""A year on: what was set out to do comes first, and the map says where each rating came from."""

from collections.abc import Callable
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import OptionList

from matbot.presenters.check_answers import present_answers
from matbot.rubric.library import find
from matbot.screens.answers.answer_rows import rows_of
from matbot.screens.answers.answers import AnswerList, CheckAnswersScreen
from matbot.screens.app import MatbotApp
from matbot.screens.interview.interview import InterviewScreen
from matbot.screens.interview.turn_parts import find_earlier_ratings
from matbot.screens.widgets.past_turns import PastTurns
from matbot.screens.widgets.words_box import WordsBox
from tests.talk import Talk
from tests.ui.conftest import AT_ONCE, Make
from tests.ui.groups import bringing, last_year
from tests.ui.pages import SMALL, WIDE, open_conversation, open_page


def _a_year_on() -> Talk:
    return bringing(earlier=last_year())


def _rated() -> Talk:
    """Both priorities looked back on; 1A rated again, 1B for the first time."""
    talk = _a_year_on().say("2", "Ten of twelve named it.", "3", "")
    talk.say("g", "0 1 4 1", "3", "We talked.", "Minutes", "")
    return talk.say("g", "0 1 4 1", "4", "", "", "")


def _text(screen: InterviewScreen) -> str:
    return str(screen.query_one("#turn-text").render())


async def test_what_was_promised_is_in_sight_until_it_is_said_what_shows_it(make_app: Make) -> None:
    """In its own words; then the next priority, and the elements after both."""
    app = make_app(_a_year_on())
    async with app.run_test(size=SMALL) as pilot:
        screen = await open_conversation(app, pilot)
        promised = _text(screen)
        assert "Progress wanted: Every school can name it." in promised
        await pilot.press("2")
        assert _text(screen) == promised
        assert isinstance(app.focused, WordsBox)
        await pilot.press(*"ten", "enter")
        assert "Priority 2 of 2" in _text(screen)
        assert screen.query_one(PastTurns).turns[-1].lines == ("Partly met", "ten")
        await pilot.press("1", "enter")
        assert screen.interview.turn.step.key == "opening:1A"


async def test_f3_goes_back_to_what_you_set_out_to_do(make_app: Make) -> None:
    """It is the first place of the list; stopping there is said by name."""
    app = make_app(_a_year_on().say("2", "Ten.").to("1A"))
    async with app.run_test(size=SMALL) as pilot:
        screen = await open_conversation(app, pilot)
        await pilot.press("f3")
        places = app.screen.query_one(OptionList)
        assert str(places.options[0].prompt) == "What you set out to do  1 of 2 looked back on"
        assert places.highlighted == 1
        await pilot.press("up", "enter")
        assert screen.interview.turn.step.key == "met:last.p2"
        assert "Park" not in {command.title for command in app.get_system_commands(screen)}
        await pilot.press("f10")
        assert "goes on with What you set out to do" in str(app.screen.query_one(".dialog-text").render())


async def test_an_answer_about_last_time_can_be_changed(make_app: Make) -> None:
    """From its row of the check page, and back to it."""
    app = make_app(_rated())
    async with app.run_test(size=SMALL) as pilot:
        screen = await open_page(app, pilot, "f5", CheckAnswersScreen)
        assert screen.query_one(AnswerList).marked_key == "met:last.p1"
        await pilot.press("enter", "1", *"!", "enter")
        await pilot.pause()
        assert isinstance(app.screen, CheckAnswersScreen)
        assert app.screen.query_one(AnswerList).marked_key == "met:last.p1"
        assert app.screen.interview.review.promise_progress["p1"].met == "met"


def test_the_check_page_has_a_row_for_each_priority_and_each_answer() -> None:
    """And marks what was not answered yet."""
    answers = present_answers(_a_year_on().say("2", "").interview).answers
    lines = [str(row.draw(80)).strip() for row in rows_of(answers)]
    assert lines[0] == "What you set out to do"
    assert [line.split()[0] for line in lines[1:4]] == ["1", "What", "○"]
    assert lines[1].endswith("Partly met")
    assert lines[2] == "What shows it: nothing said"
    assert lines[3].endswith("Not looked back on yet")


def test_the_map_knows_where_each_rating_came_from() -> None:
    """Only of what is rated this time."""
    assert find_earlier_ratings(_a_year_on().interview) == {}
    assert find_earlier_ratings(_rated().interview) == {"1A": "AR", "1B": "new"}
    assert find_earlier_ratings(Talk(find()).say("g", "1", "", "").interview) == {}


@pytest.mark.parametrize("text", AT_ONCE, ids=["all", "markup", "long"])
async def test_whatever_was_promised_is_text(make_app: Make, text: str) -> None:
    """However long."""
    earlier = last_year()
    earlier.log[-1] = earlier.log[-1].model_copy(update={"action": text, "progress": text})
    app = make_app(bringing(earlier=earlier).skip())
    async with app.run_test(size=SMALL) as pilot:
        screen = await open_conversation(app, pilot)
        await pilot.press("1", "f5")
        await pilot.pause()
        assert not any(character in app.export_screenshot() for character in "\x1b\x07\x9b\u202e")
        await pilot.press("escape", "enter")
        assert screen.interview.turn.step.key == "opening:1A"


def _pressing(*keys: str) -> Callable[[Pilot[None]], Any]:
    async def before(pilot: Pilot[None]) -> None:
        assert isinstance(pilot.app, MatbotApp)
        await open_conversation(pilot.app, pilot)
        await pilot.press(*keys)
        await pilot.pause()

    return before


def test_how_what_shows_it_looks(make_app: Make, snap_compare: Any) -> None:
    """With what was promised above it."""
    assert snap_compare(make_app(_a_year_on()), terminal_size=SMALL, run_before=_pressing("2"))


def test_how_the_map_looks(make_app: Make, snap_compare: Any) -> None:
    """Then and now, in letters."""
    assert snap_compare(make_app(_rated()), terminal_size=SMALL, run_before=_pressing("f2"))


def test_how_a_wide_screen_looks(make_app: Make, snap_compare: Any) -> None:
    """The map beside the turns behind."""
    assert snap_compare(make_app(_rated()), terminal_size=WIDE, run_before=_pressing("pageup"))


def test_how_the_check_page_looks(make_app: Make, snap_compare: Any) -> None:
    """With the rows of last time."""
    assert snap_compare(make_app(_rated()), terminal_size=SMALL, run_before=_pressing("f5"))
