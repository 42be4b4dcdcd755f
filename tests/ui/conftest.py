"""Fixtures for the tests of screens: a still, headless app over a temporary workspace."""

import asyncio
import time
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime, timedelta
from inspect import iscoroutinefunction
from pathlib import Path

import pytest
from textual._compositor import Compositor
from textual.css.stylesheet import Stylesheet
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from matbot.review.events import Event, ReviewOpened, ScopeChosen
from matbot.rubric.library import find
from matbot.screens import input_queue
from matbot.screens.app import MatbotApp
from matbot.store import locks, saving, times
from matbot.store.workspace import Workspace
from tests.talk import Talk
from tests.ui import headless
from tests.ui.settling import screen_settled, settled

FIRST = datetime(2026, 10, 6, 15, 30, tzinfo=UTC)
"""The time at which the reviews of these tests begin."""

HOSTILE = (
    "[/red]",
    "[@click=app.quit]x",
    "[link=http://x]y[/link]",
    "\x1b[31m\x1b]0;t\x07\x9b2J",
    "| ` * _ <b> \\",
    "\u202eשלום عربي",
    "👩‍🏫🏳️‍🌈",
)
"""Texts that a user may type or paste, or that a file from elsewhere may contain."""

AT_ONCE = ("\n".join(HOSTILE), HOSTILE[0], "x" * 20_000)
"""All hostile texts in one, one that crashes unescaped markup on its own, and a very long text."""


EAGER_TASKS = getattr(asyncio, "eager_task_factory", None)
"""Starts a task at once and runs it to its first wait, as Textual does from Python 3.12 on."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run each test that drives an app with the kind of task chosen by --tasks."""
    for item in items:
        is_here = Path(__file__).parent in item.path.parents
        if is_here and isinstance(item, pytest.Function) and iscoroutinefunction(item.obj):
            item.add_marker(pytest.mark.usefixtures("tasks_of_kind"))


@pytest.fixture
async def tasks_of_kind(request: pytest.FixtureRequest) -> None:
    """Make the loop of this test start tasks eagerly, if --tasks says so."""
    if request.config.getoption("--tasks") == "eager" and EAGER_TASKS:
        asyncio.get_running_loop().set_task_factory(EAGER_TASKS)


@pytest.fixture(autouse=True)
def no_eager_tasks_unless_asked_for(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Use the chosen kind of task for snapshots too, whose apps run in a loop of their own."""
    if request.config.getoption("--tasks") == "lazy":
        monkeypatch.delattr(asyncio, "eager_task_factory", raising=False)


@pytest.fixture(autouse=True)
def goes_on_once_settled(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make a test go on only when the app has settled, however busy the machine."""
    for module in ("app", "pilot"):
        monkeypatch.setattr(f"textual.{module}.wait_for_idle", settled)
    monkeypatch.setattr(input_queue, "PATIENCE", 60.0)
    monkeypatch.setattr(Pilot, "_wait_for_screen", screen_settled)


@pytest.fixture(autouse=True)
def without_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Skip rendering that only a terminal needs, and parse no style sheet twice."""
    monkeypatch.setattr(Compositor, "render_update", headless.render_update)
    monkeypatch.setattr(Stylesheet, "_parse_rules", headless.parse_rules)


@pytest.fixture(autouse=True)
def still(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Stop cursors from blinking, and keep this machine's clock, time zone and colours out of snapshots."""
    monkeypatch.setattr(TextArea, "cursor_blink", False)
    monkeypatch.setattr(Input, "cursor_blink", False)
    for module in (saving, locks, times):
        monkeypatch.setattr(module, "now", lambda: FIRST)
    monkeypatch.setenv("TZ", "UTC")
    monkeypatch.delenv("NO_COLOR", raising=False)
    _read_time_zone()
    yield
    monkeypatch.undo()
    _read_time_zone()


def _read_time_zone() -> None:
    """Make the C library read TZ again, if it can."""
    if hasattr(time, "tzset"):
        time.tzset()


def stamped(log: Iterable[Event]) -> list[Event]:
    """Return a log with ids and times that are the same in every run."""
    return [
        event.model_copy(update={"id": f"r{place}", "at": FIRST + timedelta(minutes=place)})
        for place, event in enumerate(log)
    ]


Make = Callable[..., MatbotApp]


@pytest.fixture
def make_app(workspace: Workspace) -> Make:
    """A factory for an app whose workspace has one review with the log of a `Talk`."""

    def make(talk: Talk | None = None) -> MatbotApp:
        if talk:
            opened, scoped, *rest = stamped(talk.log)
            assert isinstance(opened, ReviewOpened)
            assert isinstance(scoped, ScopeChosen)
            with workspace.create(talk.rubric, opened, scoped) as file:
                file.append(*rest)
        return MatbotApp(workspace)

    return make


@pytest.fixture
def talk() -> Talk:
    """A review in the framework version that ships, without answers."""
    return Talk(find())


@pytest.fixture
def workspace() -> Workspace:
    """A workspace whose path is shown the same in every run."""
    return Workspace(Path("workspace"))


@pytest.fixture(autouse=True)
def in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run each test in a temporary folder, so that screens show relative paths."""
    monkeypatch.chdir(tmp_path)
