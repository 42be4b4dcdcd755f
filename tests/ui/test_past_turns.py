"""The turns that are behind: drawn as one, a line at a time; the live turn below stays in sight."""

import pytest
from textual.content import Content
from textual.geometry import Offset
from textual.pilot import Pilot
from textual.selection import Selection

from matbot.screens.app import MatbotApp
from matbot.screens.widgets.conversation_log import ConversationLog
from matbot.screens.widgets.lazy_text import LazyText
from matbot.screens.widgets.live_turn import LiveTurn
from matbot.screens.widgets.past_turns import PastTurns
from tests.talk import Talk
from tests.ui.conftest import HOSTILE, Make
from tests.ui.pages import SMALL, WIDE, open_conversation

NOTES = ("Three schools could not name it.", "", "Heads differ, and say so, " * 6, "", "Nobody asked.", "")


def some_turns(talk: Talk) -> Talk:
    """Three questions answered with notes of one line, of several, and none."""
    return talk.say("", "1", NOTES[0], "2", NOTES[2], "3", "")


def lines(turns: PastTurns) -> list[str]:
    """What stands there, line by line."""
    return [turns.render_line(y).text.rstrip() for y in range(turns.size.height)]


async def shown(app: MatbotApp, pilot: Pilot[None]) -> PastTurns:
    """The turns behind, in the conversation."""
    return (await open_conversation(app, pilot)).query_one(PastTurns)


@pytest.mark.parametrize("size", [SMALL, WIDE])
async def test_each_turn_is_there_whole_with_a_line_between(
    make_app: Make, talk: Talk, size: tuple[int, int]
) -> None:
    """Question, choice and note, in the order they were said, whatever the width."""
    app = make_app(some_turns(talk))
    async with app.run_test(size=size) as pilot:
        turns = await shown(app, pilot)
        there = lines(turns)
        words = " ".join(" ".join(there).split())
        for turn in turns.turns:
            assert " ".join(" ".join((turn.title, *turn.lines)).split()) in words
        assert there.count("") == len(turns.turns) == 3
        assert there[-1] == ""


async def test_another_answer_and_another_width_leave_nothing_of_the_old(make_app: Make, talk: Talk) -> None:
    """What is drawn is what is said, at the width there is."""
    app = make_app(some_turns(talk))
    async with app.run_test(size=WIDE) as pilot:
        turns = await shown(app, pilot)
        await pilot.press("4", "enter", "1")
        await pilot.pause()
        assert lines(turns)[-3:-1][-1] == "Like the green"
        await pilot.press("f8", "f8", "f8", "f8")  # the choice, the note, the choice, and the note before it
        await pilot.pause()
        assert not any("Like the green" in line for line in lines(turns))
        await pilot.resize_terminal(60, 24)
        await pilot.press("pageup")
        await pilot.pause()
        assert lines(turns)
        assert all(len(line) <= 58 for line in lines(turns))


@pytest.mark.parametrize("words", HOSTILE)
async def test_what_people_typed_is_text(make_app: Make, talk: Talk, words: str) -> None:
    """Whatever it looks like."""
    app = make_app(talk.say("", "1", words, "2", ""))
    async with app.run_test(size=SMALL) as pilot:
        turns = await shown(app, pilot)
        assert "\x1b" not in "".join(lines(turns))
        assert len(lines(turns)) == turns.get_content_height(turns.size, turns.size, turns.content_size.width)


async def test_words_can_be_marked_with_the_mouse_across_turns(make_app: Make, talk: Talk) -> None:
    """From the first note to the second choice, as it stands on the screen."""
    app = make_app(some_turns(talk))
    async with app.run_test(size=WIDE) as pilot:
        turns = await shown(app, pilot)
        start = next(y for y, line in enumerate(lines(turns)) if line.strip() == NOTES[0])
        place = turns.region.offset + Offset(1, start)
        await pilot.mouse_down(offset=place)
        end = next(y for y, line in enumerate(lines(turns)) if line.strip() == "Nearer the red")
        await pilot.hover(offset=turns.region.offset + Offset(1 + len("Nearer"), end))
        await pilot.mouse_up(offset=turns.region.offset + Offset(1 + len("Nearer"), end))
        marked = app.screen.get_selected_text()
        assert marked is not None
        assert marked.startswith(NOTES[0])
        assert marked.rstrip().endswith("Nearer")
        assert "1A.ii" in marked


async def test_a_mark_says_which_words_it_covers(make_app: Make, talk: Talk) -> None:
    """By line and column of all turns together."""
    app = make_app(some_turns(talk))
    async with app.run_test(size=WIDE) as pilot:
        turns = await shown(app, pilot)
        assert turns.get_selection(Selection(Offset(0, 1), Offset(8, 1))) == ("Like the", "\n")


async def test_the_live_turn_stays_in_sight_and_whoever_scrolls_stays_where_they_went(
    make_app: Make, talk: Talk
) -> None:
    """Until the next turn, which is in sight again."""
    app = make_app(some_turns(talk))
    async with app.run_test(size=SMALL) as pilot:
        screen = await open_conversation(app, pilot)
        log, live = screen.query_one(ConversationLog), screen.query_one(LiveTurn)
        assert live.region.bottom == log.region.bottom
        await pilot.press("pageup")
        await pilot.pause()
        away = log.scroll_y
        await pilot.resize_terminal(80, 25)
        await pilot.pause()
        assert log.scroll_y == away
        await pilot.press("2", "enter")
        await pilot.pause()
        assert live.region.bottom == log.region.bottom


def test_words_that_come_later_take_the_lines_they_said() -> None:
    """They are put together when they are drawn, or where there is not room for a whole line of them."""
    asked: list[str] = []

    def words() -> Content:
        asked.append("once")
        return Content("one two\nthree")

    later = LazyText(words, lines=2, width=7)
    assert later.get_height({}, 7) == 2
    assert asked == []
    assert later.get_height({}, 4) == 4
    assert str(later) == "one two\nthree"
    assert asked == ["once"]
