"""The line of keys on the smallest screen: every command that it is to show is on it, whole."""

import pytest
from textual.binding import ActiveBinding
from textual.pilot import Pilot

from matbot.commands.home import APP
from matbot.commands.registry import PAGES
from matbot.review.events import ElementDeferred, PriorityWritten
from matbot.rubric.writer import keep
from matbot.screens.app import MatbotApp
from matbot.screens.widgets.key_line import KeyLine
from tests.migrations import LATER
from tests.ui.conftest import Make
from tests.ui.groups_apart import three_groups
from tests.ui.pages import SMALL
from tests.ui.priorities_pages import three_ratings

WALKS: dict[str, tuple[str, ...]] = {
    "from home": ("n", "escape", "p", "ctrl+s", "ctrl+u"),
    "editions": ("f", "enter", "escape", "i"),
    "carrying over": ("talk", "ctrl+l", "down", "enter", "u", "end", "ctrl+s", "ctrl+s", "f5", "end"),
    "comparing": ("c", "home", "enter", "down", "enter", "ctrl+s", "enter", "w", "enter", "escape", "l"),
    "talking": ("talk", "f5", "escape", "f3", "home", "enter", "enter", "1"),
    "priorities": ("talk", "f6", "tab", "home", "enter", "escape", "end", "enter"),
    "writing": ("talk", "f7", "w", "escape", "escape", "end", "up", "enter"),
}
"""Keys that lead from page to page; `talk` goes into the conversation."""

AT_LAST = {
    "priorities": ("talk", "f6", "tab", "home"),
    "the transcript, written": ("talk", "f7", "w"),
    "a pack that came back": ("p", "ctrl+u"),
}
"""How to come to the pages whose keys are all pressed."""


async def _press(app: MatbotApp, pilot: Pilot[None], key: str) -> None:
    if key == "talk":
        app.open_review("k7m2")
    else:
        await pilot.press(key)
    await app.workers.wait_for_complete()
    await pilot.pause()


def _commands(app: MatbotApp) -> dict[str, ActiveBinding]:
    """What F1 and the list of all commands name, by its first key."""
    found: dict[str, ActiveBinding] = {}
    for active in app.screen.active_bindings.values():
        if active.enabled and active.binding.tooltip:
            found.setdefault(active.binding.action, active)
    return {active.binding.key: active for active in found.values()}


def _make(make_app: Make) -> MatbotApp:
    """A review with two priorities and something left for later, and three more to compare."""
    talk = three_ratings()
    talk.log += [
        PriorityWritten(priority="p", elements=("1A",)),
        PriorityWritten(priority="q", elements=("1B",)),
        ElementDeferred(element="1C", why="Too soon"),
    ]
    app = make_app(talk)
    three_groups(app.workspace)
    return app


def _check_line(app: MatbotApp) -> None:
    """Nothing is cut off the line of keys, and nothing that is to stand on it is missing."""
    for line in app.screen.query(KeyLine):
        words = line.render().plain
        assert len(words) <= line.size.width, words
        kept_back: frozenset[str] = getattr(app.screen, "not_in_footer", frozenset())
        shown = [active.binding for active in _commands(app).values() if active.binding.show]
        shown = [binding for binding in shown if binding.action not in kept_back]
        assert all(f"{app.get_key_display(binding)} " in words for binding in shown)
        assert words.endswith("F1 Help Ctrl+P All")


def check_declared(app: MatbotApp) -> None:
    """What can be pressed is declared for the page in view, for a list or a box on it, or for every page."""
    pages = {page.name: page for page in PAGES}
    there = [(one.node, pages[str(one.binding.id).rpartition(".")[0]]) for one in _commands(app).values()]
    own = [page for node, page in there if node is app.screen]
    on_it = [part for page in own for part in page.parts]
    assert all(page in (*own, *on_it, APP) for _, page in there), [page.name for _, page in there]


@pytest.mark.parametrize("walk", WALKS)
async def test_no_key_is_cut_off_the_line(make_app: Make, walk: str) -> None:
    """On each page at 80 columns, whatever has the focus."""
    app = _make(make_app)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        _check_line(app)
        if walk == "carrying over":
            keep(LATER, app.workspace.rubrics / "later")
        for key in WALKS[walk]:
            await _press(app, pilot, key)
            _check_line(app)
            check_declared(app)


@pytest.mark.parametrize("page", AT_LAST)
async def test_each_key_that_help_names_does_what_it_says(
    make_app: Make, monkeypatch: pytest.MonkeyPatch, page: str
) -> None:
    """Pressed on the page, it comes to its own command and no other."""
    app, done = _make(make_app), list[str]()

    async def note(action: object, *_rest: object) -> bool:
        done.append(str(action))
        return True

    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        for key in AT_LAST[page]:
            await _press(app, pilot, key)
        commands = _commands(app)
        with monkeypatch.context() as patch:
            patch.setattr(app, "run_action", note)
            for key in commands:
                await pilot.press(key)
        assert done == [active.binding.action for active in commands.values()]
