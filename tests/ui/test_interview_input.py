"""What is typed or pasted in the conversation: it is text, it goes where it belongs, and none is lost."""

import pytest
from textual import events

from matbot.screens.app import MatbotApp
from matbot.screens.widgets.dock import Dock
from matbot.screens.widgets.past_turns import PastTurns
from matbot.screens.widgets.words_box import WordsBox
from matbot.store.workspace import Workspace
from tests.talk import Talk
from tests.ui.conftest import AT_ONCE, Make
from tests.ui.conversation import SMALL, open_conversation, step_key


async def test_ctrl_j_makes_a_new_line_and_enter_sends(make_app: Make, talk: Talk) -> None:
    """In a note."""
    app = make_app(talk.say("", "1"))
    async with app.run_test(size=SMALL) as pilot:
        screen = await open_conversation(app, pilot)
        await pilot.press("a", "ctrl+j", "b", "enter")
        assert screen.interview.review.question("1A.i").note == "a\nb"


async def test_escape_goes_back_and_what_was_half_typed_is_still_there(make_app: Make, talk: Talk) -> None:
    """Back never loses what was typed."""
    app = make_app(talk.say("", "1"))
    async with app.run_test(size=SMALL) as pilot:
        screen = await open_conversation(app, pilot)
        await pilot.press(*"half", "ctrl+b")
        assert step_key(screen) == "choice:1A.i"
        await pilot.press("2")
        assert screen.query_one(WordsBox).text == "half"


async def test_a_half_typed_note_is_there_when_the_app_is_opened_again(make_app: Make, talk: Talk) -> None:
    """The same place, the same words, the same mark of privacy."""
    app = make_app(talk.say("", "1"))
    async with app.run_test(size=SMALL) as pilot:
        screen = await open_conversation(app, pilot)
        await pilot.press("ctrl+r", *"half a note")
        screen.drafts.keep()
    app.close_review()
    again = MatbotApp(app.workspace)
    async with again.run_test(size=SMALL) as pilot:
        screen = await open_conversation(again, pilot)
        assert step_key(screen) == "note:1A.i"
        assert screen.query_one(WordsBox).text == "half a note"
        assert screen.query_one(Dock).private
        await pilot.press("enter")
        record = screen.interview.review.question("1A.i")
        assert (record.note, record.private) == ("half a note", True)
        assert dict(screen.file.drafts) == {}


async def test_what_is_typed_in_one_go_with_the_key_that_sends_it_is_the_note(
    make_app: Make, talk: Talk
) -> None:
    """However quick the fingers, or slow the machine: none of it is lost, or answers the next question."""
    app = make_app(talk.say("", "1"))
    async with app.run_test(size=SMALL) as pilot:
        screen = await open_conversation(app, pilot)
        for letter in "3 of 14 named it":
            app.post_message(events.Key(letter, letter))
        app.post_message(events.Key("enter", "\r"))
        while step_key(screen) == "note:1A.i":
            await pilot.pause()
        await pilot.pause()
        assert screen.interview.review.question("1A.i").note == "3 of 14 named it"
        assert step_key(screen) == "choice:1A.ii"


@pytest.mark.parametrize("text", AT_ONCE, ids=["all", "markup", "long"])
async def test_whatever_is_pasted_is_text(make_app: Make, talk: Talk, text: str) -> None:
    """In the box, above the live turn, in the list of places and on disk; too much is cut and said."""
    app = make_app(talk.say("", "1"))
    async with app.run_test(size=SMALL) as pilot:
        screen = await open_conversation(app, pilot)
        app.post_message(events.Paste(text + "y"))
        await pilot.pause()
        await pilot.press("enter", "ctrl+b", "ctrl+b", "f3", "escape", "f2", "escape", "f1", "escape")
        assert app.is_running
        assert screen.interview.review.question("1A.i").note
        assert screen.query_one(PastTurns).turns == ()


@pytest.mark.parametrize("text", AT_ONCE, ids=["all", "markup", "long"])
async def test_names_from_elsewhere_are_text(workspace: Workspace, talk: Talk, text: str) -> None:
    """A file from elsewhere may hold anything as trust, group and notes."""
    from tests.ui.conftest import stamped

    opened, scoped, *_ = stamped(talk.log)
    talk.log[0] = opened.model_copy(update={"trust": text, "group": text})
    talk.log[1] = scoped
    talk.say("", "1", text[:500], "x", text[:500]).park()
    with workspace.create(talk.rubric, talk.log[0], talk.log[1]) as file:  # type: ignore[arg-type]
        file.append(*talk.log[2:])
    app = MatbotApp(workspace)
    async with app.run_test(size=SMALL) as pilot:
        screen = await open_conversation(app, pilot)
        for key in ("f1", "f2", "f3", "f5", "f6", "f10"):
            await pilot.press(key)
            await pilot.pause()
            await pilot.press("escape")
        assert app.screen is screen
        assert "\x1b" not in "".join(strip.text for strip in screen._compositor.render_strips())


async def test_what_is_typed_right_after_a_choice_is_the_note_and_no_command(
    make_app: Make, talk: Talk
) -> None:
    """Fast fingers are ahead of the screen: s is no skip then, p parks nothing, Enter sends."""
    app = make_app(talk.say(""))
    async with app.run_test(size=SMALL) as pilot:
        screen = await open_conversation(app, pilot)
        for key in ("1", "s", "p", "q", "enter"):
            app.post_message(events.Key(key, None if key == "enter" else key))
        await app.input.join()
        assert step_key(screen) == "choice:1A.ii"
        record = screen.interview.review.question("1A.i")
        assert (record.leaning, record.note, record.parked) == ("red", "spq", False)
