"""The conversation on the screen: every key does what it says, and nothing typed is lost."""

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import OptionList

from matbot.review.events import EventUndone
from matbot.review.steps import Ask, Step
from matbot.screens.app import MatbotApp
from matbot.screens.interview.interview import InterviewScreen
from matbot.screens.widgets.choice_bar import ChoiceBar, ChoiceItem
from matbot.screens.widgets.dock import Dock
from matbot.screens.widgets.key_line import KeyLine
from matbot.screens.widgets.live_turn import LiveTurn
from matbot.screens.widgets.past_turns import PastTurns
from matbot.screens.widgets.words_box import WordsBox
from matbot.store.workspace import Workspace
from tests.talk import Talk
from tests.ui.conftest import AT_ONCE, Make

SMALL = (80, 24)


async def _open(app: MatbotApp, pilot: Pilot[None]) -> InterviewScreen:
    """The interview screen of the app's one review."""
    await pilot.pause()
    app.open_review("k7m2")
    await pilot.pause()
    screen = app.screen
    assert isinstance(screen, InterviewScreen)
    return screen


def _at(screen: InterviewScreen) -> str:
    return screen.interview.turn.step.key


async def test_one_element_by_keys_alone(make_app: Make, talk: Talk) -> None:
    """Open, six questions with a choice and a note each, rating, rationale, evidence: all on disk."""
    app = make_app(talk)
    async with app.run_test(size=SMALL) as pilot:
        screen = await _open(app, pilot)
        await pilot.press("enter")
        for choice in "123404":
            await pilot.press(choice, *"why", "enter")
        await pilot.press("3", *"because", "enter", *"minutes", "enter")
        assert _at(screen) == "opening:1B"
        record = screen.interview.review.elements["1A"]
        assert (record.rating, record.rationale, record.evidence) == ("AG", "because", "minutes")
        assert [question.note for question in record.questions.values()] == ["why"] * 6
    with app.workspace.open("k7m2") as file:
        assert len(file.log) == 2 + 1 + 12 + 3


async def test_ctrl_j_makes_a_new_line_and_enter_sends(make_app: Make, talk: Talk) -> None:
    """In a note."""
    app = make_app(talk.say("", "1"))
    async with app.run_test(size=SMALL) as pilot:
        screen = await _open(app, pilot)
        await pilot.press("a", "ctrl+j", "b", "enter")
        assert screen.interview.review.question("1A.i").note == "a\nb"


async def test_arrows_and_enter_choose_and_so_does_the_mouse(make_app: Make, talk: Talk) -> None:
    """Everything works by keyboard and by mouse."""
    app = make_app(talk.say(""))
    async with app.run_test(size=SMALL) as pilot:
        screen = await _open(app, pilot)
        await pilot.press("right", "right", "enter")
        assert screen.interview.review.question("1A.i").leaning == "nearer red"
        await pilot.press("enter")
        await pilot.click("#choice-3")
        assert screen.interview.review.question("1A.ii").leaning == "green"


async def test_escape_goes_back_and_what_was_half_typed_is_still_there(make_app: Make, talk: Talk) -> None:
    """Back never loses what was typed."""
    app = make_app(talk.say("", "1"))
    async with app.run_test(size=SMALL) as pilot:
        screen = await _open(app, pilot)
        await pilot.press(*"half", "escape")
        assert _at(screen) == "choice:1A.i"
        await pilot.press("2")
        assert screen.query_one(WordsBox).text == "half"


async def test_a_half_typed_note_is_there_when_the_app_is_opened_again(make_app: Make, talk: Talk) -> None:
    """The same place, the same words, the same mark of privacy."""
    app = make_app(talk.say("", "1"))
    async with app.run_test(size=SMALL) as pilot:
        screen = await _open(app, pilot)
        await pilot.press("f4", *"half a note")
        screen.drafts.keep()
    app.close_review()
    again = MatbotApp(app.workspace)
    async with again.run_test(size=SMALL) as pilot:
        screen = await _open(again, pilot)
        assert _at(screen) == "note:1A.i"
        assert screen.query_one(WordsBox).text == "half a note"
        assert screen.query_one(Dock).private
        await pilot.press("enter")
        record = screen.interview.review.question("1A.i")
        assert (record.note, record.private) == ("half a note", True)
        assert dict(screen.file.drafts) == {}


async def test_park_skip_undo_and_private(make_app: Make, talk: Talk) -> None:
    """By their keys."""
    app = make_app(talk.say(""))
    async with app.run_test(size=SMALL) as pilot:
        screen = await _open(app, pilot)
        await pilot.press("p")
        assert screen.interview.review.question("1A.i").parked
        await pilot.press("s")
        assert _at(screen) == "choice:1A.ii"
        await pilot.press("1", "f4", *"ours", "enter", "f8")
        assert isinstance(screen.file.log[-1], EventUndone)
        assert _at(screen) == "note:1A.ii"


async def test_what_does_not_apply_asks_why_and_will_have_a_reason(make_app: Make, talk: Talk) -> None:
    """A notice says so, and the turn stays."""
    app = make_app(talk.say(""))
    async with app.run_test(size=SMALL) as pilot:
        screen = await _open(app, pilot)
        await pilot.press("x", "enter")
        assert _at(screen) == "reason:1A.i"
        await pilot.press(*"none", "enter")
        assert _at(screen) == "note:1A.i"


async def test_go_to_adds_an_element_that_is_not_in_the_review(make_app: Make) -> None:
    """Scope widened later, by choosing it from the list."""
    from matbot.rubric.library import find

    app = make_app(Talk(find(), ["1A"]))
    async with app.run_test(size=SMALL) as pilot:
        screen = await _open(app, pilot)
        await pilot.press("f3")
        app.screen.query_one(OptionList).highlighted = 3
        await pilot.press("enter")
        assert _at(screen) == "opening:2A"
        assert screen.interview.review.scope == ("1A", "2A")


async def test_rating_at_a_glance_shows_every_descriptor(make_app: Make, talk: Talk) -> None:
    """All on one page, from its top."""
    app = make_app(talk.say("g"))
    async with app.run_test(size=SMALL) as pilot:
        screen = await _open(app, pilot)
        await pilot.pause()
        assert len(screen.query("GlanceQuestion")) == 6
        log, live = screen.query_one("#log"), screen.query_one(LiveTurn)
        assert live.region.y == log.region.y
        await pilot.press("pagedown")
        await pilot.pause()
        assert live.region.y < log.region.y


async def test_every_question_is_in_view_whole_at_80_by_24(make_app: Make, talk: Talk) -> None:
    """Question, both descriptors and choices together; the note box with the contrast still in sight."""
    app = make_app(talk)
    async with app.run_test(size=SMALL) as pilot:
        screen = await _open(app, pilot)
        tall = [
            screen.interview.rubric.questions[id_]
            for id_ in ("6A.iv", "6A.ii", "5B.i", "3C.ii", "2B.v", "1B.i")
        ]
        for question in tall:
            screen.say(*screen.interview.go_to_place(question.id))
            await pilot.pause()
            assert screen.query_one(LiveTurn).outer_size.height <= screen.query_one("#log").size.height
            await pilot.press("1")
            assert screen.query_one(LiveTurn).outer_size.height <= screen.query_one("#log").size.height


async def test_what_is_typed_in_one_go_with_the_key_that_sends_it_is_the_note(
    make_app: Make, talk: Talk
) -> None:
    """However quick the fingers, or slow the machine: none of it is lost, or answers the next question."""
    app = make_app(talk.say("", "1"))
    async with app.run_test(size=SMALL) as pilot:
        screen = await _open(app, pilot)
        for letter in "3 of 14 named it":
            app.post_message(events.Key(letter, letter))
        app.post_message(events.Key("enter", "\r"))
        while _at(screen) == "note:1A.i":
            await pilot.pause()
        await pilot.pause()
        assert screen.interview.review.question("1A.i").note == "3 of 14 named it"
        assert _at(screen) == "choice:1A.ii"


@pytest.mark.parametrize("text", AT_ONCE, ids=["all", "markup", "long"])
async def test_whatever_is_pasted_is_text(make_app: Make, talk: Talk, text: str) -> None:
    """In the box, above the live turn, in the list of places and on disk; too much is cut and said."""
    app = make_app(talk.say("", "1"))
    async with app.run_test(size=SMALL) as pilot:
        screen = await _open(app, pilot)
        app.post_message(events.Paste(text + "y"))
        await pilot.pause()
        await pilot.press("enter", "escape", "escape", "f3", "escape", "f2", "escape", "f1", "escape")
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
    talk.say("", "1", text[:500], "x", "why", text[:500]).park()
    with workspace.create(talk.rubric, talk.log[0], talk.log[1]) as file:  # type: ignore[arg-type]
        file.append(*talk.log[2:])
    app = MatbotApp(workspace)
    async with app.run_test(size=SMALL) as pilot:
        screen = await _open(app, pilot)
        for key in ("f1", "f2", "f3", "f5", "f6", "f10"):
            await pilot.press(key)
            await pilot.pause()
            await pilot.press("escape")
        assert app.screen is screen
        assert "\x1b" not in "".join(strip.text for strip in screen._compositor.render_strips())


async def test_the_palette_has_every_command_by_name(make_app: Make, talk: Talk) -> None:
    """One registry: footer, palette, help and keys come from the bindings."""
    app = make_app(talk)
    async with app.run_test(size=SMALL) as pilot:
        screen = await _open(app, pilot)
        titles = {command.title for command in app.get_system_commands(screen)}
        assert {
            "Back",
            "Map",
            "Go to",
            "Check",
            "Priorities",
            "Transcript",
            "Undo",
            "Stop",
            "Help",
            "Quit",
        } <= titles


async def test_at_the_end_the_choices_lead_on(make_app: Make, talk: Talk) -> None:
    """Check, priorities, transcript, or stop."""
    from matbot.rubric.library import find

    app = make_app(Talk(find(), ["1A"]).say("g", "2", "", ""))
    async with app.run_test(size=SMALL) as pilot:
        screen = await _open(app, pilot)
        assert screen.interview.turn.ask is Ask.FINISHED
        shown = [item for item in screen.query_one(ChoiceBar).query(ChoiceItem) if item.display]
        assert len(shown) == 4
        await pilot.press("h")
        assert type(app.screen).__name__ == "AskScreen"


async def test_a_crash_says_so_without_what_people_typed(
    make_app: Make, talk: Talk, capsys: pytest.CaptureFixture[str]
) -> None:
    """No locals, no words of theirs, exit status 1, and where the review is kept."""
    app = make_app(talk.say("", "1", "very private words"))
    with pytest.raises(ZeroDivisionError):
        await _crash(app)
    apology = app._apology()
    assert "very private words" not in apology
    assert app.return_code == 1
    assert "matbot.json" in apology


async def _crash(app: MatbotApp) -> None:
    async with app.run_test(size=SMALL) as pilot:
        screen = await _open(app, pilot)
        screen.call_later(lambda: 1 / 0)
        await pilot.pause()


async def test_the_key_line_can_be_clicked(make_app: Make, talk: Talk) -> None:
    """Each key that it shows."""
    app = make_app(talk.say("", "1"))
    async with app.run_test(size=SMALL) as pilot:
        screen = await _open(app, pilot)
        line = "".join(segment.text for segment in screen.query_one(KeyLine).render_line(0))
        await pilot.click(KeyLine, offset=(line.index("Back"), 0))
        assert _at(screen) == "choice:1A.i"


async def test_light_and_dark_change_by_a_command(make_app: Make, talk: Talk) -> None:
    """And back again."""
    app = make_app(talk)
    async with app.run_test(size=SMALL) as pilot:
        await _open(app, pilot)
        app.action_light_or_dark()
        assert app.theme == "matbot-light"
        app.action_light_or_dark()
        assert app.theme == "matbot-dark"


async def test_light_or_dark_is_offered_where_there_are_colours(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever asked for none has none to choose from."""
    for asked, offered in (("", True), ("1", False)):
        monkeypatch.setenv("NO_COLOR", asked)
        app = MatbotApp(workspace)
        async with app.run_test(size=SMALL):
            named = [command.title for command in app.get_system_commands(app.screen)]
            assert ("Light or dark" in named) is offered


async def test_a_change_link_comes_back_to_the_check_page_and_to_the_place_before(
    make_app: Make, talk: Talk
) -> None:
    """Choice and note of the answer that was changed, then the page again; and then where they were."""
    app = make_app(talk.say("", "1", "first", "2", ""))
    async with app.run_test(size=SMALL) as pilot:
        screen = await _open(app, pilot)
        screen._change_answer(Step(Ask.CHOICE, "1A.i"))
        await pilot.pause()
        await pilot.press("4", "enter")
        await pilot.pause()
        assert type(app.screen).__name__ == "CheckAnswersScreen"
        await pilot.press("escape")
        assert _at(screen) == "choice:1A.iii"
        assert screen.interview.review.question("1A.i").leaning == "green"


async def test_whoever_goes_elsewhere_has_done_with_the_change(make_app: Make, talk: Talk) -> None:
    """Nobody is pulled back to the check page out of another element."""
    app = make_app(talk.say("", "1", "first"))
    async with app.run_test(size=SMALL) as pilot:
        screen = await _open(app, pilot)
        screen._change_answer(Step(Ask.CHOICE, "1A.i"))
        screen._go_to("4A")
        await pilot.press("enter", "1")
        assert app.screen is screen
        assert _at(screen) == "note:4A.i"


async def test_what_is_typed_right_after_a_choice_is_the_note_and_no_command(
    make_app: Make, talk: Talk
) -> None:
    """Fast fingers are ahead of the screen: s is no skip then, p parks nothing, Enter sends."""
    app = make_app(talk.say(""))
    async with app.run_test(size=SMALL) as pilot:
        screen = await _open(app, pilot)
        for key in ("1", "s", "p", "q", "enter"):
            app.post_message(events.Key(key, None if key == "enter" else key))
        await app.input.join()
        assert _at(screen) == "choice:1A.ii"
        record = screen.interview.review.question("1A.i")
        assert (record.leaning, record.note, record.parked) == ("red", "spq", False)
