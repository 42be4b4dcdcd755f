"""The parts of pages that give way on a small screen: the line of keys, prompts, lists in a box, hands."""

import pytest
from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.widgets import OptionList, Static

from matbot.rubric.library import find
from matbot.screens.app import MatbotApp
from matbot.screens.dialogs import AskScreen
from matbot.screens.interview.file_state import FolderScreen
from matbot.screens.widgets.dialog import Dialog
from matbot.screens.widgets.dock import Prompt
from matbot.screens.widgets.hands_bar import HandsBar
from matbot.screens.widgets.key_line import FIRST, KeyLine
from matbot.screens.widgets.words_box import WordsBox
from tests.talk import Talk
from tests.ui.conftest import Make
from tests.ui.every_page import TURNS
from tests.ui.pages import SMALL, open_conversation
from tests.ui.plain_sight import cursors, drawn, faults

LEAST = (60, 20)
SIZES = pytest.mark.parametrize("size", [SMALL, LEAST], ids=["80x24", "60x20"])

NAMES = {
    "escape": "Back",
    "f2": "Map",
    "f5": "Check your answers",
    "f9": "Go on",
    "f10": "Stop",
    "f1": "Help",
    "ctrl+p": "All",
}
"""Keys, in the order of their line."""


class Keys(App[None]):
    """An app of nothing but a line of keys."""

    CSS = "KeyLine { height: 1; }"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS = [  # noqa: RUF012 - Textual's type
        *(Binding(name, f"do('{name}')", words, priority=True) for name, words in NAMES.items()),
        Binding("ctrl+q", "quit", "Quit", show=False, priority=True),
    ]

    def get_key_display(self, binding: Binding) -> str:
        """The key as it is called here."""
        return binding.key

    def compose(self) -> ComposeResult:
        """The line."""
        yield KeyLine()


async def test_a_line_of_keys_cuts_no_word_at_any_width() -> None:
    """As many as fit, whole and in their order; help always, then what goes back, on and away."""
    whole = [f"{name} {words}" for name, words in NAMES.items()]
    app = Keys()
    async with app.run_test(size=(100, 5)) as pilot:
        for width in (100, 66, 60, 50, 40, 30, 20, 12):
            await pilot.resize_terminal(width, 5)
            await pilot.pause()
            words = app.query_one(KeyLine).render().plain
            there = [one for one in whole if one in words]
            assert len(words) <= width
            assert words.replace("… f1", "f1") == " ".join(there), "whole, and in order"
            assert "f1 Help" in there
            assert ("…" in words) == (len(there) < len(whole))
            if width >= 50:
                assert {f"{name} {NAMES[name]}" for name in FIRST if name in NAMES} <= set(there)


@SIZES
@pytest.mark.parametrize("many", [3, 40])
async def test_a_list_in_a_box_gives_way_and_its_last_row_can_be_seen(
    make_app: Make, size: tuple[int, int], many: int
) -> None:
    """However long it is: the box ends on the screen, and what is marked is in it."""
    app = make_app()
    async with app.run_test(size=size) as pilot:
        ways = {f"way{number}": f"Way {number}" for number in range(many)}
        app.push_screen(AskScreen("Which", "Some words to read first. " * 12, ways, "none of them"))
        await pilot.pause()
        await pilot.press("end")
        await pilot.pause()
        rows = drawn(app.screen)
        assert any("› None of them" in row for row in rows)
        assert any("Esc: none of them" in row for row in rows)
        assert app.screen.query_one(Dialog).region.bottom <= size[1]
        assert not faults(app)


async def test_a_list_in_a_box_has_room_again_on_a_larger_screen(make_app: Make) -> None:
    """When the window is made larger."""
    app = make_app()
    async with app.run_test(size=LEAST) as pilot:
        app.push_screen(AskScreen("Which", "Words.", {str(n): str(n) for n in range(40)}, "none"))
        await pilot.pause()
        before = app.screen.query_one(OptionList).size.height
        await pilot.resize_terminal(140, 40)
        await pilot.pause()
        assert app.screen.query_one(OptionList).size.height > before


@SIZES
async def test_hands_take_no_more_room_than_they_need(make_app: Make, size: tuple[int, int]) -> None:
    """From the first look on, before any key."""
    app = make_app(TURNS["hands"]())
    async with app.run_test(size=size) as pilot:
        await open_conversation(app, pilot)
        await pilot.pause()
        bar = app.screen.query_one(HandsBar)
        before = bar.size.height
        await pilot.press("right")
        await pilot.pause()
        assert before == bar.size.height == (3 if size == SMALL else 6)


async def test_a_question_of_matbots_own_is_never_cut(make_app: Make) -> None:
    """On a narrow screen it goes on below, and takes one line again where that is enough."""
    app = make_app(Talk(find(), people=2).say("g"))
    async with app.run_test(size=LEAST) as pilot:
        await open_conversation(app, pilot)
        prompt = app.screen.query_one(Prompt)
        assert prompt.size.height == 2
        assert any(row.strip().endswith("Green?") for row in drawn(app.screen))
        await pilot.press("ctrl+f")
        await pilot.pause()
        assert prompt.size.height == 1


async def test_a_note_is_typed_and_seen_on_the_least_screen(make_app: Make, talk: Talk) -> None:
    """With the question above it, and its descriptors a page up or down."""
    app = make_app(talk.say("", "2"))
    async with app.run_test(size=LEAST) as pilot:
        await open_conversation(app, pilot)
        await pilot.press(*"seen")
        await pilot.pause()
        assert any("seen" in row for row in drawn(app.screen))
        assert any("question i of" in row for row in drawn(app.screen))
        last = "compelling."
        assert not any(last in row for row in drawn(app.screen))
        await pilot.press("pagedown")
        await pilot.pause()
        assert any(last in row for row in drawn(app.screen))


@SIZES
async def test_what_can_only_be_read_says_so_at_a_note_and_asks_where_to_put_a_copy(
    make_app: Make, talk: Talk, size: tuple[int, int]
) -> None:
    """In words, and all of it in view."""
    app = make_app(talk.say("", "2"))
    with app.workspace.open("k7m2"):
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            app.open_review("k7m2")
            await pilot.pause()
            assert isinstance(app.screen, AskScreen)
            assert not faults(app)
            await pilot.press("escape")
            await pilot.pause()
            assert app.screen.query_one(WordsBox).display
            assert any("reading only" in row for row in drawn(app.screen))
            assert not faults(app)
            app.push_screen(FolderScreen())
            await pilot.pause()
            assert not faults(app)
    app.close_review()


async def test_the_list_of_all_commands_shows_its_cursor_and_names_each_once(
    make_app: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without colours the row that Enter takes is underlined; none stands there for each of its keys."""
    monkeypatch.setenv("NO_COLOR", "1")
    app = make_app()
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        titles = [command.title for command in app.get_system_commands(app.screen)]
        assert len(titles) == len(set(titles))
        assert "All" not in titles
        await pilot.press("ctrl+p")
        await app.workers.wait_for_complete()
        await pilot.press("down")
        await pilot.pause()
        parts = [part for strip in app.screen._compositor.render_strips() for part in strip]
        marked = [part.text.strip() for part in parts if part.style and part.style.underline]
        assert next(filter(None, marked)) == sorted(titles)[1]
        assert cursors(app.screen)[0] == "S", "where people type"


@pytest.mark.parametrize("in_a_page", [True, False])
async def test_help_says_what_a_browser_keeps_for_itself(
    make_app: Make, monkeypatch: pytest.MonkeyPatch, in_a_page: bool
) -> None:
    """Where there is a browser, and nowhere else."""
    app = make_app()
    monkeypatch.setattr(MatbotApp, "is_web", property(lambda _: in_a_page))
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        await pilot.press("f1")
        await pilot.pause()
        output = " ".join(str(words.render()) for words in app.screen.query(Static))
        assert ("Ctrl+Shift+V" in output) == in_a_page


async def test_a_map_that_is_not_all_in_view_says_how_to_see_the_rest(make_app: Make, talk: Talk) -> None:
    """And says no such thing where it is."""
    app = make_app(talk)
    async with app.run_test(size=SMALL) as pilot:
        await open_conversation(app, pilot)
        await pilot.press("f2")
        await pilot.pause()
        assert "Up and down to read on" not in drawn(app.screen)[-1]
        await pilot.resize_terminal(*LEAST)
        await pilot.pause()
        assert "Up and down to read on · Esc closes" in drawn(app.screen)[-1]


async def test_a_mark_tells_that_the_choices_have_the_keys_until_it_goes_to_one_of_them(
    make_app: Make, talk: Talk
) -> None:
    """Before the question at first, as nobody is to be led to the first choice; never before a note's."""
    app = make_app(talk.say(""))
    async with app.run_test(size=SMALL) as pilot:
        screen = await open_conversation(app, pilot)
        prompt = screen.query_one("#prompt", Prompt)
        assert prompt.title == "› Where is your trust?"
        await pilot.press("right")
        assert prompt.title == "Where is your trust?"
        assert "›1 Like the red" in "\n".join(drawn(screen))
        await pilot.press("2")
        assert prompt.title.startswith("Nearer the red.")
