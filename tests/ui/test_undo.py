"""Undo and redo on the pages of a review: of the page in view, in words, and with the typed words back."""

import pytest
from textual.pilot import Pilot

from matbot.review.steps import Ask, Step
from matbot.screens.app import MatbotApp
from matbot.screens.interview.interview import InterviewScreen
from matbot.screens.widgets.dock import Dock
from matbot.screens.widgets.words_box import WordsBox
from tests.talk import Talk
from tests.ui.conftest import Make
from tests.ui.plain_sight import drawn

SIZE = (80, 24)

undo_keys = pytest.mark.parametrize("key", ["f8", "ctrl+z"])


async def opened(app: MatbotApp, pilot: Pilot[None]) -> InterviewScreen:
    """The conversation of the review that the app was made with."""
    await pilot.press("enter")
    await pilot.pause()
    assert isinstance(app.screen, InterviewScreen)
    return app.screen


def messages(app: MatbotApp) -> list[str]:
    """What is said in notices now."""
    return [notice.message for notice in app._notifications]


@undo_keys
async def test_the_words_of_an_undone_note_are_back_in_their_box(
    make_app: Make, talk: Talk, key: str
) -> None:
    """With their mark of privacy, and the message says which note it was and how to redo it."""
    app = make_app(talk.say("", "1"))
    async with app.run_test(size=SIZE) as pilot:
        screen = await opened(app, pilot)
        await pilot.press("ctrl+r", *"ours", "enter", key)
        await pilot.pause()
        assert screen.interview.turn.step.key == "note:1A.i"
        assert screen.interview.review.question("1A.i").note == ""
        assert (screen.query_one(WordsBox).text, screen.query_one(Dock).private) == ("ours", True)
        assert messages(app) == ["Undone: the note on 1A.i. Redo with Ctrl+Y."]


async def test_redo_says_the_note_again_and_leaves_nothing_half_typed(make_app: Make, talk: Talk) -> None:
    """And goes on to what follows it."""
    app = make_app(talk.say("", "1"))
    async with app.run_test(size=SIZE) as pilot:
        screen = await opened(app, pilot)
        await pilot.press(*"ours", "enter", "f8", "ctrl+y")
        await pilot.pause()
        assert screen.interview.review.question("1A.i").note == "ours"
        assert screen.interview.turn.step.key == "choice:1A.ii"
        assert dict(screen.file.drafts) == {}
        assert messages(app) == ["Redone: the note on 1A.i."]


async def test_what_is_being_typed_is_edited_by_ctrl_z_and_nothing_that_was_said(
    make_app: Make, talk: Talk
) -> None:
    """Once the typing is undone, it goes on with what was said."""
    app = make_app(talk.say("", "1", "said", "2"))
    async with app.run_test(size=SIZE) as pilot:
        screen = await opened(app, pilot)
        await pilot.press(*"new", "ctrl+z")
        assert screen.interview.review.question("1A.ii").leaning == "nearer red"
        assert screen.query_one(WordsBox).text == ""
        await pilot.press("ctrl+y")
        assert screen.query_one(WordsBox).text == "new"
        await pilot.press("ctrl+z", "ctrl+z")
        await pilot.pause()
        assert screen.interview.review.question("1A.ii").leaning is None


async def test_several_steps_are_undone_and_moves_are_not(make_app: Make, talk: Talk) -> None:
    """The page goes to each place, so that nothing is undone out of sight."""
    app = make_app(talk.say("", "1", "a", "2", "b").to("1B.i"))
    async with app.run_test(size=SIZE) as pilot:
        screen = await opened(app, pilot)
        places = []
        for _ in range(4):
            await pilot.press("f8")
            await pilot.pause()
            places.append(screen.interview.turn.step.key)
    # To go to 1B.i began that element, which is said there.
    assert places == ["opening:1B", "note:1A.ii", "choice:1A.ii", "note:1A.i"]


async def test_the_answers_undo_an_answer_and_stay(make_app: Make, talk: Talk) -> None:
    """The conversation behind stays where it is; the priorities know nothing of it."""
    app = make_app(talk.say("", "1", "a", "2", "b"))
    async with app.run_test(size=SIZE) as pilot:
        screen = await opened(app, pilot)
        await pilot.press("f5")
        await pilot.pause()
        page = app.screen
        await pilot.press("f8")
        await pilot.pause()
        assert app.screen is page
        assert screen.file.projection.review.question("1A.ii").note == ""
        await pilot.press("ctrl+y", "escape", "f6")
        await pilot.pause()
        assert screen.file.projection.review.question("1A.ii").note == "b"
        before = len(screen.file.log)
        await pilot.press("f8", "ctrl+z")
        await pilot.pause()
        assert len(screen.file.log) == before


async def test_what_can_be_undone_and_redone_is_listed_by_name_and_is_done_from_there(
    make_app: Make, talk: Talk
) -> None:
    """The latest first; one that is further back takes those after it with it."""
    app = make_app(talk.say("", "1", "a", "2", "b"))
    async with app.run_test(size=SIZE) as pilot:
        screen = await opened(app, pilot)
        listed = {one.title: one.callback for one in app.get_system_commands(screen)}
        names = [title for title in listed if title.startswith(("Undo ", "Redo "))]
        assert names == [
            "Undo the note on 1A.ii",
            "Undo the answer to 1A.ii",
            "Undo the note on 1A.i",
            "Undo the answer to 1A.i",
            "Undo how to review 1A",
        ]
        listed["Undo the note on 1A.i"]()
        await pilot.pause()
        assert screen.interview.turn.step.key == "note:1A.i"
        assert screen.interview.review.question("1A.ii").leaning is None
        titles = [one.title for one in app.get_system_commands(screen)]
        assert [title for title in titles if title.startswith("Redo ")] == [
            "Redo the note on 1A.i",
            "Redo the answer to 1A.ii",
            "Redo the note on 1A.ii",
        ]


async def test_words_undone_among_the_answers_are_in_their_box_when_somebody_goes_there(
    make_app: Make, talk: Talk
) -> None:
    """And are not half typed once they are redone."""
    app = make_app(talk.say("", "1", "a", "2", "b"))
    async with app.run_test(size=SIZE) as pilot:
        screen = await opened(app, pilot)
        await pilot.press("f5", "f8")
        await pilot.pause()
        assert dict(screen.file.drafts) == {"note:1A.ii": "b"}
        await pilot.press("escape")
        screen.say(screen.interview.go_to_step(Step(Ask.NOTE, "1A.ii")))
        await pilot.pause()
        assert screen.query_one(WordsBox).text == "b"
        await pilot.press("f5", "ctrl+y")
        await pilot.pause()
        assert dict(screen.file.drafts) == {}
        assert screen.file.projection.review.question("1A.ii").note == "b"


async def test_whatever_a_change_is_called_is_text_in_the_list(make_app: Make, talk: Talk) -> None:
    """Names that people gave, such as that of a saved version."""
    talk.say("", "1", "a")
    talk.log.append(talk.interview.save_version("[/red] as [it] was"))
    app = make_app(talk)
    async with app.run_test(size=SIZE) as pilot:
        await opened(app, pilot)
        await pilot.press("ctrl+p", *"undo the saved")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "Undo the saved version (/red) as (it) was" in "".join(drawn(app.screen))
