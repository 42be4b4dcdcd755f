"""The conversation on the screen: every key does what it says, and nothing typed is lost."""

import pytest
from textual.widgets import OptionList

from matbot.review.events import EventUndone
from matbot.review.steps import Ask, Step
from matbot.screens.app import MatbotApp
from matbot.screens.interview.go_to import GoToScreen
from matbot.screens.interview.interview import InterviewScreen
from matbot.screens.widgets.choice_bar import ChoiceBar, ChoiceItem
from matbot.screens.widgets.key_line import KeyLine
from matbot.screens.widgets.live_turn import LiveTurn
from matbot.store.workspace import Workspace
from tests.talk import Talk
from tests.ui.conftest import Make
from tests.ui.conversation import SMALL, open_conversation, step_key


async def test_one_element_by_keys_alone(make_app: Make, talk: Talk) -> None:
    """Open, six questions with a choice and a note each, rating, rationale, evidence: all on disk."""
    app = make_app(talk)
    async with app.run_test(size=SMALL) as pilot:
        screen = await open_conversation(app, pilot)
        await pilot.press("enter")
        for choice in "123404":
            await pilot.press(choice, *"why", "enter")
        await pilot.press("3", *"because", "enter", *"minutes", "enter")
        assert step_key(screen) == "opening:1B"
        record = screen.interview.review.elements["1A"]
        assert (record.rating, record.rationale, record.evidence) == ("AG", "because", "minutes")
        assert [question.note for question in record.questions.values()] == ["why"] * 6
    with app.workspace.open("k7m2") as file:
        assert len(file.log) == 2 + 1 + 12 + 3


async def test_arrows_and_enter_choose_and_so_does_the_mouse(make_app: Make, talk: Talk) -> None:
    """Everything works by keyboard and by mouse."""
    app = make_app(talk.say(""))
    async with app.run_test(size=SMALL) as pilot:
        screen = await open_conversation(app, pilot)
        await pilot.press("right", "right", "enter")
        assert screen.interview.review.question("1A.i").leaning == "nearer red"
        await pilot.press("enter")
        await pilot.click("#choice-3")
        assert screen.interview.review.question("1A.ii").leaning == "green"


async def test_park_skip_undo_and_private(make_app: Make, talk: Talk) -> None:
    """By their keys."""
    app = make_app(talk.say(""))
    async with app.run_test(size=SMALL) as pilot:
        screen = await open_conversation(app, pilot)
        await pilot.press("ctrl+k")
        assert screen.interview.review.question("1A.i").parked
        await pilot.press("ctrl+f")
        assert step_key(screen) == "choice:1A.ii"
        await pilot.press("1", "ctrl+r", *"ours", "enter", "f8")
        assert isinstance(screen.file.log[-2], EventUndone)
        assert step_key(screen) == "note:1A.ii"


async def test_what_does_not_apply_asks_why_and_will_have_a_reason(make_app: Make, talk: Talk) -> None:
    """A notice says so, and the turn stays."""
    app = make_app(talk.say(""))
    async with app.run_test(size=SMALL) as pilot:
        screen = await open_conversation(app, pilot)
        await pilot.press("9", "enter")
        assert step_key(screen) == "reason:1A.i"
        await pilot.press(*"none", "enter")
        assert step_key(screen) == "choice:1A.ii"


def _scope(screen: InterviewScreen) -> tuple[str, ...]:
    return screen.interview.review.scope


def _is_open(app: MatbotApp, page: type[object]) -> bool:
    return isinstance(app.screen, page)


async def test_go_to_asks_before_it_adds_an_element_and_takes_one_out_again(make_app: Make) -> None:
    """Scope widened by choosing it from the list and saying so; Del there narrows it, and undo widens it."""
    from matbot.rubric.library import find

    app = make_app(Talk(find(), ["1A"]))
    async with app.run_test(size=SMALL) as pilot:
        screen = await open_conversation(app, pilot)
        await pilot.press("f3")
        app.screen.query_one(OptionList).highlighted = 3
        await pilot.press("enter", "escape")
        assert _scope(screen) == ("1A",)
        await pilot.press("f3")
        app.screen.query_one(OptionList).highlighted = 3
        await pilot.press("delete")
        assert _is_open(app, GoToScreen), "what is not in the review cannot be taken out"
        await pilot.press("enter", "enter")
        assert step_key(screen) == "opening:2A"
        assert _scope(screen) == ("1A", "2A")
        await pilot.press("f3", "delete")
        assert _is_open(app, InterviewScreen)
        assert step_key(screen) == "opening:1A"
        assert _scope(screen) == ("1A",)
        await pilot.press("f8")
        assert _scope(screen) == ("1A", "2A")


async def test_rating_at_a_glance_shows_every_descriptor(make_app: Make, talk: Talk) -> None:
    """All on one page, from its top."""
    app = make_app(talk.say("g"))
    async with app.run_test(size=SMALL) as pilot:
        screen = await open_conversation(app, pilot)
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
        screen = await open_conversation(app, pilot)
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


async def test_the_palette_has_every_command_by_name(make_app: Make, talk: Talk) -> None:
    """One registry: footer, palette, help and keys come from the bindings."""
    app = make_app(talk)
    async with app.run_test(size=SMALL) as pilot:
        screen = await open_conversation(app, pilot)
        titles = {command.title for command in app.get_system_commands(screen)}
        assert {
            "Previous",
            "Map",
            "Go to",
            "Answers",
            "Priorities",
            "Transcript",
            "Stop",
            "Help",
            "Quit",
        } <= titles


async def test_at_the_end_the_choices_lead_on(make_app: Make, talk: Talk) -> None:
    """Check, priorities, transcript, or stop."""
    from matbot.rubric.library import find

    app = make_app(Talk(find(), ["1A"]).say("g", "2", "", ""))
    async with app.run_test(size=SMALL) as pilot:
        screen = await open_conversation(app, pilot)
        assert screen.interview.turn.ask is Ask.FINISHED
        shown = [item for item in screen.query_one(ChoiceBar).query(ChoiceItem) if item.display]
        assert len(shown) == 4
        await pilot.press("4")
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
        screen = await open_conversation(app, pilot)
        screen.call_later(lambda: 1 / 0)
        await pilot.pause()


async def test_the_key_line_can_be_clicked(make_app: Make, talk: Talk) -> None:
    """Each key that it shows."""
    app = make_app(talk.say("", "1"))
    async with app.run_test(size=SMALL) as pilot:
        screen = await open_conversation(app, pilot)
        line = "".join(segment.text for segment in screen.query_one(KeyLine).render_line(0))
        await pilot.click(KeyLine, offset=(line.index("Previous"), 0))
        assert step_key(screen) == "choice:1A.i"


async def test_light_and_dark_change_by_a_command(make_app: Make, talk: Talk) -> None:
    """And back again."""
    app = make_app(talk)
    async with app.run_test(size=SMALL) as pilot:
        await open_conversation(app, pilot)
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
        screen = await open_conversation(app, pilot)
        screen._change_answer(Step(Ask.CHOICE, "1A.i"))
        await pilot.pause()
        await pilot.press("4", "enter")
        await pilot.pause()
        assert type(app.screen).__name__ == "CheckAnswersScreen"
        await pilot.press("escape")
        assert step_key(screen) == "choice:1A.iii"
        assert screen.interview.review.question("1A.i").leaning == "green"


async def test_whoever_goes_elsewhere_has_done_with_the_change(make_app: Make, talk: Talk) -> None:
    """Nobody is pulled back to the check page out of another element."""
    app = make_app(talk.say("", "1", "first"))
    async with app.run_test(size=SMALL) as pilot:
        screen = await open_conversation(app, pilot)
        screen._change_answer(Step(Ask.CHOICE, "1A.i"))
        screen._go_to("4A")
        await pilot.press("enter", "1")
        assert app.screen is screen
        assert step_key(screen) == "note:4A.i"
