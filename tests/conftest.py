"""Fixtures for all tests: a temporary home folder, a fixed time zone, and the parts of a small review."""

import gc
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import settings

from matbot.review.events import ReviewOpened, ScopeChosen
from matbot.rubric import Element, Heading, Level, Question, Rubric
from matbot.store.workspace import Workspace

settings.register_profile("matbot", deadline=None)  # a slow machine must not fail a test
settings.load_profile("matbot")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add --tasks, as Textual starts eager or lazy tasks depending on the version of Python."""
    parser.addoption(
        "--tasks",
        choices=("eager", "lazy"),
        default="eager",
        help="how asyncio begins tasks in the tests of screens; before Python 3.12 always lazy",
    )


def pytest_collection_finish() -> None:
    """Exclude the imported modules from garbage collection: they are never garbage, and many objects."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep tests away from the home folder of the person who runs them."""
    home = tmp_path / "home"
    home.mkdir()
    for name in ("HOME", "USERPROFILE", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(home))
    monkeypatch.setenv("MATBOT_STATE", str(tmp_path / "state"))
    monkeypatch.delenv("MATBOT_WORKSPACE", raising=False)
    set_time_zone(monkeypatch, "UTC")


def set_time_zone(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Set the time zone of this process, in which days are shown; skip the test if the system cannot."""
    monkeypatch.setenv("TZ", name)
    if hasattr(time, "tzset"):
        time.tzset()
    elif name != "UTC":
        pytest.skip("this system cannot change its time zone for one process")


@pytest.fixture(scope="session")
def small_rubric() -> Rubric:
    """A rubric of two elements with two questions each."""
    return Rubric(
        id="small",
        title="Small",
        edition="First",
        source="Nobody",
        scale=(
            Level(letters="R", name="Red"),
            Level(letters="AR", name="Amber Red"),
            Level(letters="AG", name="Amber Green"),
            Level(letters="G", name="Green"),
        ),
        guidance=("Talk.",),
        headings=(Heading(number="1", name="Vision", elements=(_build_element("1A"), _build_element("1B"))),),
    )


@pytest.fixture
def opened() -> ReviewOpened:
    """The event that opens a review, with a readable id."""
    at = datetime(2026, 3, 4, 10, tzinfo=UTC)
    return ReviewOpened(
        id="first", at=at, review="abcd2345", trust="Northfields Trust", group="Heads", rubric="small"
    )


@pytest.fixture
def scoped() -> ScopeChosen:
    """The event that puts both elements of the small rubric into the review."""
    return ScopeChosen(id="second", at=datetime(2026, 3, 4, 10, tzinfo=UTC), elements=("1A", "1B"))


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """An empty workspace."""
    return Workspace(tmp_path / "workspace")


def _build_element(code: str) -> Element:
    questions = tuple(
        Question(id=f"{code}.{numeral}", text="How is it?", red="Weak.", green="Strong.")
        for numeral in ("i", "ii")
    )
    return Element(code=code, name=f"Purpose {code}", aspects=("clear",), questions=questions)
