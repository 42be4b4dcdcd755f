"""A private note is marked as such wherever its words are shown; a changed answer is shown once."""

import re

import pytest
from textual.pilot import Pilot

from matbot.rubric.library import find
from matbot.screens.app import MatbotApp
from matbot.screens.interview.interview import InterviewScreen
from matbot.screens.widgets.past_turns import PastTurns
from tests.talk import Talk
from tests.ui.conftest import Make
from tests.ui.conversation import open_conversation
from tests.ui.plain_sight import drawn

SIZE = (140, 40)
WORDS = "Zebras"


def _with_a_private_note() -> Talk:
    """All questions of an element answered, one with a private note."""
    talk = Talk(find(), ["1A"]).say("", "1")
    talk.log.append(talk.interview.answer(WORDS, private=True))
    for _ in find().elements["1A"].questions[1:]:
        talk.say("2", "")
    return talk


def _unmarked(app: MatbotApp) -> list[str]:
    """The lines in view that show the words of the note and do not say that it is private."""
    lines = drawn(app.screen)
    near = zip(["", *lines], lines, strict=False)
    return [
        line for above, line in near if WORDS in line and not re.search("private", f"{above}{line}", re.I)
    ]


@pytest.mark.parametrize(
    "keys",
    [(), ("pageup",), ("f5",), ("f7",), ("ctrl+b", "ctrl+b"), ("f3",), ("f2",), ("escape",), ("2", "f6")],
)
async def test_it_is_marked_on_every_page_that_shows_it(make_app: Make, keys: tuple[str, ...]) -> None:
    """The rating, the turns behind, the answers, the documents, the note itself."""
    app = make_app(_with_a_private_note())
    async with app.run_test(size=SIZE) as pilot:
        screen = await open_conversation(app, pilot)
        assert screen.interview.turn.step.key == "rating:1A"
        await pilot.press(*keys)
        await pilot.pause()
        assert _unmarked(app) == []


async def test_it_is_in_view_on_the_rating_page_with_its_mark(make_app: Make) -> None:
    """The line of its question says so before its words."""
    app = make_app(_with_a_private_note())
    async with app.run_test(size=SIZE) as pilot:
        await open_conversation(app, pilot)
        assert any(f"Private note: {WORDS}" in line for line in drawn(app.screen))


async def _behind(pilot: Pilot[None], screen: InterviewScreen) -> str:
    await pilot.pause()
    turns = screen.query_one(PastTurns)
    return "\n".join(turns.render_line(y).text.rstrip() for y in range(turns.size.height))


async def test_a_changed_answer_is_shown_once_and_its_history_on_a_key(make_app: Make, talk: Talk) -> None:
    """The latest words alone, until Ctrl+A shows those before them too."""
    app = make_app(talk.say("", "1", "first words", "2", "").to("1A.i").say("3", "latest words"))
    async with app.run_test(size=SIZE) as pilot:
        screen = await open_conversation(app, pilot)
        behind = await _behind(pilot, screen)
        assert behind.count("latest words") == 1
        assert behind.count("1A.i ") == 1
        assert "first words" not in behind
        await pilot.press("ctrl+a")
        assert "Before: Like the red\nBefore: first words\nNearer the green\nlatest words" in await _behind(
            pilot, screen
        )
        await pilot.press("ctrl+a")
        assert await _behind(pilot, screen) == behind
