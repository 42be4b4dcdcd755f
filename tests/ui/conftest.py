"""What tests of screens share: no blinking cursor, and an app over a workspace of its own."""

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
"""When the reviews of these tests begin."""

HOSTILE = (
    "[/red]",
    "[@click=app.quit]x",
    "[link=http://x]y[/link]",
    "\x1b[31m\x1b]0;t\x07\x9b2J",
    "| ` * _ <b> \\",
    "\u202eשלום عربي",
    "👩‍🏫🏳️‍🌈",
)
"""What somebody may type or paste, or a file from elsewhere may hold."""

AT_ONCE = ("\n".join(HOSTILE), HOSTILE[0], "x" * 20_000)
"""All of it in one text, the kind that crashes by itself, and the longest."""


EAGER_TASKS = getattr(asyncio, "eager_task_factory", None)
"""Begins a task at once, up to its first wait, as Textual has it from Python 3.12 on."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run each test that drives an app with the kind of task that was asked for."""
    for item in items:
        is_here = Path(__file__).parent in item.path.parents
        if is_here and isinstance(item, pytest.Function) and iscoroutinefunction(item.obj):
            item.add_marker(pytest.mark.usefixtures("tasks_of_kind"))


@pytest.fixture
async def tasks_of_kind(request: pytest.FixtureRequest) -> None:
    """The loop of this test begins its tasks at once, or in their turn."""
    if request.config.getoption("--tasks") == "eager" and EAGER_TASKS:
        asyncio.get_running_loop().set_task_factory(EAGER_TASKS)


@pytest.fixture(autouse=True)
def no_eager_tasks_unless_asked_for(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """An app that runs by itself, for a picture, has the same kind of task as one that a test drives."""
    if request.config.getoption("--tasks") == "lazy":
        monkeypatch.delattr(asyncio, "eager_task_factory", raising=False)


@pytest.fixture(autouse=True)
def goes_on_once_settled(monkeypatch: pytest.MonkeyPatch) -> None:
    """A test goes on once the app is done, however busy the machine."""
    for module in ("app", "pilot"):
        monkeypatch.setattr(f"textual.{module}.wait_for_idle", settled)
    monkeypatch.setattr(input_queue, "PATIENCE", 60.0)
    monkeypatch.setattr(Pilot, "_wait_for_screen", screen_settled)


@pytest.fixture(autouse=True)
def without_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is put together that only a terminal would need, and no style sheet is parsed twice."""
    monkeypatch.setattr(Compositor, "render_update", headless.render_update)
    monkeypatch.setattr(Stylesheet, "_parse_rules", headless.parse_rules)


@pytest.fixture(autouse=True)
def still(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No cursor blinks, and no clock, time zone or colour of this machine shows in a picture."""
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
    """Let the C library read TZ again, where there is one that does."""
    if hasattr(time, "tzset"):
        time.tzset()


def stamped(log: Iterable[Event]) -> list[Event]:
    """A log with ids and times that are the same at every run."""
    return [
        event.model_copy(update={"id": f"r{place}", "at": FIRST + timedelta(minutes=place)})
        for place, event in enumerate(log)
    ]


Make = Callable[..., MatbotApp]


@pytest.fixture
def make_app(workspace: Workspace) -> Make:
    """Makes an app whose workspace has one review with what a Talk said in it."""

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
    """The framework version that ships, nothing said yet."""
    return Talk(find())


@pytest.fixture
def workspace() -> Workspace:
    """A workspace whose path is the same at every run, as far as a screen shows it."""
    return Workspace(Path("workspace"))


@pytest.fixture(autouse=True)
def in_a_folder_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Paths on the screens are relative to it."""
    monkeypatch.chdir(tmp_path)
