"""What is typed is acted on in its order, at whatever moment of a page's opening it comes."""

import asyncio
import threading
from typing import Any

import pytest
from textual import events
from textual.app import App
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from matbot.rubric.library import find
from matbot.screens import input_queue
from matbot.screens.app import MatbotApp
from matbot.screens.compare import choice
from matbot.screens.compare.comparison import ComparisonScreen
from matbot.screens.home.home import HomeScreen
from matbot.screens.input_queue import InputQueue
from matbot.screens.interview.interview import InterviewScreen
from matbot.screens.new_review.new_review import NewReviewScreen
from matbot.services.joint_reviews import load_source
from tests.talk import Talk
from tests.ui.conftest import Make
from tests.ui.every_page import WALKS
from tests.ui.pages import SMALL
from tests.ui.settling import GIVES_UP_AFTER

MOST_STEPS = 120
"""More steps of the event loop than any page takes to open; where one takes more, the test says so."""

WORDS = "abc"


def _key(name: str) -> events.Key:
    character = name if len(name) == 1 else {"enter": "\r", "tab": "\t", "escape": "\x1b"}.get(name)
    return events.Key(name, character)


def _send(app: MatbotApp, *keys: str) -> None:
    for key in keys:
        app.post_message(_key(key))


def _text(app: App[None]) -> str:
    """What stands in the box that has the focus."""
    box = app.focused
    assert isinstance(box, Input | TextArea), f"{box} has the focus"
    return box.text if isinstance(box, TextArea) else box.value


def _empty(app: App[None]) -> None:
    box = app.focused
    if isinstance(box, TextArea):
        box.clear()
    elif isinstance(box, Input):
        box.value = ""


async def _settled(app: MatbotApp, pilot: Pilot[None]) -> None:
    await app.workers.wait_for_complete()
    await pilot.pause()


PAGES: dict[str, tuple[str, str, str]] = {
    "a new review": ("from home", "", "n"),
    "a review that was sent": ("from home", "", "b"),
    "a framework to import": ("editions", "f", "i"),
    "every command": ("from home", "", "ctrl+p"),
    "a pack that came back": ("from home", "p enter", "ctrl+u"),
    "saved versions": ("talking", "@", "escape end up enter"),
    "an earlier date": ("talking", "@ f6", "d"),
    "a priority": ("talking", "@ f6 tab home", "enter"),
    "a priority left for later": ("talking", "@ f6", "x"),
    "names to leave out": ("talking", "@ f7", "h"),
    "a reality check": ("talking", "@ f5", "ctrl+g"),
}
"""Each page that opens at a box: the workspace it needs, the keys before it, and the keys that open it."""


BOXES = Input | TextArea
"""What can be typed in."""

EVERY_STEP = ("a new review", "every command", "a priority")
"""The pages that are typed into after each step of their opening; the others after every third."""


@pytest.mark.parametrize("page", PAGES)
async def test_a_key_typed_at_any_moment_of_a_page_opening_is_not_lost(make_app: Make, page: str) -> None:
    """Letters that follow the key that opens a page, after any number of the event loop's steps."""
    walk, before, key = PAGES[page]
    app = make_app()
    WALKS[walk].fill(app.workspace)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        for one in before.split():
            if one == "@":
                app.open_review("k7m2")
            else:
                await pilot.press(one)
            await _settled(app, pilot)
        behind, keys = app.screen, key.split()
        most = MOST_STEPS * len(keys)
        for steps in range(0, most, (1 if page in EVERY_STEP else 3) * len(keys)):
            _send(app, *keys)
            for _ in range(steps):
                await asyncio.sleep(0)
            is_open = app.screen is not behind and app.screen.is_mounted and isinstance(app.focused, BOXES)
            _send(app, *WORDS)
            await _settled(app, pilot)
            assert app.screen is not behind
            assert _text(app) == WORDS, f"after {steps} steps"
            _empty(app)
            await _settled(app, pilot)
            while app.screen is not behind:
                app.pop_screen()
                await _settled(app, pilot)
            if is_open:
                break
        else:
            pytest.fail(f"{page} takes more than {most} steps to open")


async def test_what_is_typed_before_home_stands_is_acted_on_once_it_does(make_app: Make) -> None:
    """As where somebody types while matbot starts: the terminal has the keys before there is a page."""
    app = make_app()
    _send(app, "n", *WORDS)
    async with app.run_test(size=SMALL) as pilot:
        await _settled(app, pilot)
        assert isinstance(app.screen, NewReviewScreen)
        assert _text(app) == WORDS


async def test_a_whole_element_typed_in_one_go_is_answered_as_it_was_typed(make_app: Make) -> None:
    """Choices, notes and Enter of several turns, on their way before the first of them is acted on."""
    app = make_app(Talk(find()))
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        app.open_review("k7m2")
        _send(app, "enter", "1", *"One", "enter", "2", *"p s", "enter", "3", "enter", "4", "enter")
        await _settled(app, pilot)
        screen = app.screen
        assert isinstance(screen, InterviewScreen)
        record = [screen.interview.review.question(f"1A.{numeral}") for numeral in ("i", "ii", "iii", "iv")]
        assert [one.note for one in record] == ["One", "p s", "", ""]
        assert [one.leaning for one in record] == ["red", "nearer red", "nearer green", "green"]
        assert not any(one.parked for one in record)


async def test_a_paste_and_the_keys_after_it_stay_in_their_order(make_app: Make) -> None:
    """What is pasted into the box comes before the Enter that sends it."""
    app = make_app(Talk(find()).say(""))
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        app.open_review("k7m2")
        _send(app, "1")
        app.post_message(events.Paste("from the minutes"))
        _send(app, *", twice", "enter")
        await _settled(app, pilot)
        screen = app.screen
        assert isinstance(screen, InterviewScreen)
        assert screen.interview.review.question("1A.i").note == "from the minutes, twice"


async def test_a_page_with_a_fault_locks_nobody_out(make_app: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a page never comes to rest, a key is acted on all the same."""

    async def never(_queue: InputQueue) -> None:
        await asyncio.Event().wait()

    app = make_app()
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        with monkeypatch.context() as patch:
            patch.setattr(InputQueue, "page_is_ready", never)
            patch.setattr(input_queue, "PATIENCE", 0)
            _send(app, "n")
            while not (isinstance(app.screen, NewReviewScreen) and app.screen.is_mounted):
                await asyncio.sleep(0)


async def test_a_key_at_a_page_at_rest_is_acted_on_without_waiting(make_app: Make) -> None:
    """And the key after it waits until the first was acted on."""
    app = make_app()
    async with app.run_test(size=SMALL) as pilot:
        await _settled(app, pilot)
        await pilot.press("down")
        await _settled(app, pilot)
        first, second = _key("up"), _key("down")
        assert not app.input.takes(first)
        assert app.input.takes(second)
        app.input.acted_on(first)
        await _settled(app, pilot)
        third = _key("up")
        assert not app.input.takes(third)
        app.input.acted_on(third)


async def test_a_key_that_comes_while_a_worker_runs_waits_for_the_page(make_app: Make) -> None:
    """What a worker does to the page may be under way, though no message says so."""
    app = make_app()
    over = asyncio.Event()
    async with app.run_test(size=SMALL) as pilot:
        await _settled(app, pilot)
        await pilot.press("down")
        await pilot.pause()
        worker = app.run_worker(over.wait())
        assert app.input.takes(_key("up"))
        over.set()
        await worker.wait()
        await _settled(app, pilot)


def _slow_reading(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """Reviews are read for a comparison only once the event is set."""
    may_go_on = threading.Event()

    def slowly(*what: Any) -> Any:
        assert may_go_on.wait(GIVES_UP_AFTER)
        return load_source(*what)

    monkeypatch.setattr(choice, "load_source", slowly)
    return may_go_on


COMPARING = ("c", "home", "enter", "down", "enter", "down", "enter", "ctrl+s")


async def test_what_is_typed_while_reviews_are_read_waits_for_the_page_they_lead_to(
    make_app: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Enter after Ctrl+S opens what is sealed, however long the reading takes."""
    app = make_app()
    WALKS["comparing"].fill(app.workspace)
    may_go_on = _slow_reading(monkeypatch)
    async with app.run_test(size=SMALL) as pilot:
        _send(app, *COMPARING, "enter")
        while not app.workers:
            await asyncio.sleep(0)
        may_go_on.set()
        await pilot.pause()
        assert isinstance(app.screen, ComparisonScreen)


async def test_escape_does_not_wait_for_what_is_read(make_app: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    """People can leave while a folder that is far away is read."""
    app = make_app()
    WALKS["comparing"].fill(app.workspace)
    may_go_on = _slow_reading(monkeypatch)
    async with app.run_test(size=SMALL):
        _send(app, *COMPARING)
        while not any(worker.group == input_queue.HOLDS_INPUT for worker in app.workers):
            await asyncio.sleep(0)
        _send(app, "escape")
        while not isinstance(app.screen, HomeScreen):
            await asyncio.sleep(0)
        may_go_on.set()


async def test_enter_that_the_terminal_made_a_new_line_of_before_matbot_had_it_is_enter(
    make_app: Make,
) -> None:
    """As where somebody starts matbot and presses Enter at once."""
    app = make_app(Talk(find()))
    _send(app, "ctrl+j")
    async with app.run_test(size=SMALL) as pilot:
        await _settled(app, pilot)
        assert isinstance(app.screen, InterviewScreen)
