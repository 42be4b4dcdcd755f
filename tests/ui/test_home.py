"""Home: carry on with the latest review, begin a new one, or open any other."""

import gc
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from matbot.review.events import ReviewOpened, ScopeChosen
from matbot.rubric.library import find
from matbot.screens.app import MatbotApp
from matbot.screens.compare.choice import ChooseReviewsScreen
from matbot.screens.help import HelpScreen
from matbot.screens.home.home import HomeScreen
from matbot.screens.home.review_list import ReviewList
from matbot.screens.interview.interview import InterviewScreen
from matbot.screens.new_review.new_review import NewReviewScreen
from matbot.store import saving
from matbot.store.workspace import Workspace
from tests.talk import Talk
from tests.ui.conftest import AT_ONCE, FIRST, stamped

SMALL, LARGE = (80, 24), (140, 40)
NOW = FIRST + timedelta(hours=4)


PLACE = "[@click=app.quit]" if sys.platform == "win32" else "[@click=app.quit]\x1b[31m"
"""A folder that somebody may have given a name that is more than a name."""


class HomeApp(MatbotApp):
    """The app with a clock that stands still."""

    def get_default_screen(self) -> HomeScreen:
        """Home on that day."""
        return HomeScreen(lambda: NOW)


Keep = Callable[..., None]


@pytest.fixture
def keep(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> Keep:
    """Puts a review into the workspace, saved so many days ago."""

    def put(talk: Talk, id_: str, days: int = 0, trust: str = "Northfields", group: str = "Heads") -> None:
        monkeypatch.setattr(saving, "now", lambda: FIRST - timedelta(days=days))
        opened, scoped, *rest = stamped(talk.log)
        named = opened.model_copy(update={"review": id_, "trust": trust, "group": group})
        assert isinstance(named, ReviewOpened)
        assert isinstance(scoped, ScopeChosen)
        with workspace.create(talk.rubric, named, scoped) as file:
            file.append(*rest)

    return put


def _rated(*letters: str, scope: tuple[str, ...] = ()) -> Talk:
    """A review whose first elements were rated at a glance; an empty rating leaves one for another time."""
    talk = Talk(find(), scope)
    for choice in letters:
        talk.say(*(("g", choice, "because", "minutes") if choice else ("n",)))
    return talk


def _shown(app: MatbotApp) -> str:
    """The text of every row of the list."""
    return "\n".join(str(option.prompt) for option in app.screen.query_one(ReviewList).options)


def _at(app: MatbotApp) -> str | None:
    option = app.screen.query_one(ReviewList).highlighted_option
    return option.id if option else None


# An empty workspace


async def test_an_empty_workspace_says_what_matbot_is_and_offers_a_review(workspace: Workspace) -> None:
    """Three sentences, and Enter begins."""
    app = HomeApp(workspace)
    async with app.run_test(size=SMALL) as pilot:
        welcome = app.screen.query_one("#welcome", Static)
        assert welcome.display
        assert str(welcome.content).count(".") == 3
        assert "Begin a new review" in _shown(app)
        await pilot.press("enter")
        assert isinstance(app.screen, NewReviewScreen)
    assert not workspace.root.exists(), "nothing is made before something is said"


# The latest review


async def test_the_latest_review_is_carried_on_with(workspace: Workspace, keep: Keep) -> None:
    """It has the focus, and says whose it is, how far, what is next, when it was saved, and its colours."""
    keep(_rated(*"123", "", *"44"), "late2222")
    keep(_rated(*"1"), "early222", days=3)
    app = HomeApp(workspace)
    async with app.run_test(size=SMALL) as pilot:
        assert _at(app) == "latest"
        card = str(app.screen.query_one(ReviewList).options[1].prompt)
        assert card.splitlines() == [
            "Northfields · Heads",
            "5 of 14 looked at, 5 rated · saved today 15:30",
            "Next: 3B Leadership of teaching",
            "1A:R B:AR C:AG 2A:· B:G 3A:G B:· C:· 4A:· B:· 5A:· B:· 6A:· B:·",
        ]
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, InterviewScreen)
        assert app.screen.file.log[0].model_dump()["review"] == "late2222"


async def test_coming_back_lets_go_of_the_review_and_reads_the_list_again(
    workspace: Workspace, keep: Keep
) -> None:
    """What was said meanwhile is in the list, and another window may write to the review."""
    keep(_rated(), "late2222")
    app = HomeApp(workspace)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("enter")
        await pilot.pause()
        assert "not started, 14 elements" in _card_of(app)
        await pilot.press("2", "3", "enter", "enter")
        app.pop_screen()
        await pilot.pause()
        assert app.review_file is None
        assert "1 of 14 looked at, 1 rated" in _shown(app)
        with workspace.open("late2222") as file:
            assert not file.read_only


def _card_of(app: MatbotApp) -> str:
    home = app.screen_stack[0]
    return str(home.query_one(ReviewList).options[1].prompt)


# All reviews


async def test_all_reviews_are_listed_newest_first_and_open_by_key_and_mouse(
    workspace: Workspace, keep: Keep
) -> None:
    """Each with its progress and strip; the arrows pass over names and gaps."""
    for days, id_ in enumerate(("aaaa2222", "bbbb2222", "cccc2222")):
        keep(_rated(), id_, days, trust=f"Trust {id_[0]}")
    app = HomeApp(workspace)
    async with app.run_test(size=SMALL) as pilot:
        shown = _shown(app)
        assert shown.index("Trust b") < shown.index("Trust c")
        assert "saved yesterday 15:30" in shown
        assert "saved 4 October 2026" in shown
        await pilot.press("down", "down", "enter")
        await pilot.pause()
        assert app.review_file
        assert "bbbb2222" in app.review_file.path.name
        app.pop_screen()
        await pilot.pause()
        await pilot.click(ReviewList, offset=(10, 3))
        await pilot.pause()
        assert app.review_file
        assert "aaaa2222" in app.review_file.path.name


async def test_a_hundred_reviews_scroll_and_cost_one_widget(workspace: Workspace, keep: Keep) -> None:
    """End goes to the last, Home back to the very top with the name above the first."""
    keep(_rated(scope=("1A",)), "late2222")
    (file,) = workspace.reviews.glob("*.matbot.json")
    text = file.read_text(encoding="utf-8")
    for number in range(99):
        other = workspace.reviews / f"other-{number}.matbot.json"
        other.write_text(text.replace("late2222", f"late{number:04}"), encoding="utf-8")
    app = HomeApp(workspace)
    async with app.run_test(size=SMALL) as pilot:
        reviews = app.screen.query_one(ReviewList)
        assert len(reviews.children) == 0
        await pilot.press("end")
        assert _at(app) == "review-98"
        assert reviews.scroll_offset.y > 200
        await pilot.press("home")
        assert (_at(app), reviews.scroll_offset.y) == ("latest", 0)


async def test_a_file_that_cannot_be_read_is_listed_and_opening_it_says_why(workspace: Workspace) -> None:
    """In words, with nothing changed; a new review is still offered first."""
    workspace.reviews.mkdir(parents=True)
    broken = workspace.reviews / "[@click=app.quit]x-abcd.matbot.json"
    broken.write_text("{}", encoding="utf-8")
    app = HomeApp(workspace)
    async with app.run_test(size=SMALL) as pilot:
        assert "[@click=app.quit]x-abcd.matbot.json · cannot be read" in _shown(app)
        assert _at(app) == "new"
        await pilot.press("down", "enter")
        await pilot.pause()
        assert isinstance(app.screen, HomeScreen)
        (notice,) = app._notifications
        assert "[@click=app.quit]x" in notice.message
        assert not notice.markup
    assert broken.read_text(encoding="utf-8") == "{}"


async def test_a_review_that_went_away_is_a_notice(workspace: Workspace, keep: Keep) -> None:
    """And home stays."""
    keep(_rated(), "late2222")
    app = HomeApp(workspace)
    async with app.run_test(size=SMALL) as pilot:
        next(workspace.reviews.glob("*.json")).unlink()
        for backup in workspace.reviews.iterdir():
            backup.unlink()
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, HomeScreen)
        assert len(app._notifications) == 1


async def test_help_over_home_leaves_the_row_where_it_was(workspace: Workspace, keep: Keep) -> None:
    """The list is drawn anew only when it has changed."""
    keep(_rated(), "late2222")
    app = HomeApp(workspace)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("down", "f1")
        assert isinstance(app.screen, HelpScreen)
        await pilot.press("escape")
        await pilot.pause()
        assert _at(app) == "new"


@pytest.mark.parametrize("words", AT_ONCE)
async def test_hostile_names_are_only_text(workspace: Workspace, keep: Keep, words: str) -> None:
    """In the cards, and in the path at the bottom."""
    keep(_rated(), "late2222", trust=words, group=words)
    keep(_rated(), "next2222", 1, trust=words, group=words)
    Path(PLACE).mkdir()
    app = HomeApp(Workspace(Path(PLACE) / ".." / workspace.root))
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("down", "down", "up")
        screenshot = app.export_screenshot()
        assert "\x1b" not in screenshot + _shown(app)
        assert "[@click=app.quit]" in str(app.screen.query_one("#kept", Static).content)
        assert len(_shown(app).splitlines()) == 12, "no name takes more than its line"


# Comparing


async def test_comparing_is_offered_once_there_is_a_review(workspace: Workspace, keep: Keep) -> None:
    """By key and by name in the palette; with nothing to compare the page stays as simple as it can be."""
    app = HomeApp(workspace)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("c")
        assert isinstance(app.screen, HomeScreen)
        assert "Compare" not in [command.title for command in app.get_system_commands(app.screen)]
    keep(_rated(*"1"), "late2222")
    app = HomeApp(workspace)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        assert "Compare" in [command.title for command in app.get_system_commands(app.screen)]
        await pilot.press("c")
        await pilot.pause()
        assert isinstance(app.screen, ChooseReviewsScreen)


# Start-up


async def test_garbage_is_looked_for_again_once_home_stands(workspace: Workspace) -> None:
    """Where nobody looked for it while matbot opened."""
    gc.disable()
    try:
        async with HomeApp(workspace).run_test(size=SMALL) as pilot:
            await pilot.pause()
            assert gc.isenabled()
    finally:
        gc.enable()
        gc.unfreeze()


# Pictures


def _full(keep: Keep) -> None:
    keep(_rated(*"1234232", "", *"314"), "late2222", trust="Northfields Learning Trust", group="Headteachers")
    keep(_rated(*"12"), "exec2222", 1, trust="Northfields Learning Trust", group="Executive team")
    keep(_rated(*"444", scope=("1A", "1B", "2A")), "done2222", 2, trust="[/red]", group="[@click=app.quit]x")
    keep(_rated(), "none2222", 90, trust="Łódź and Ōtautahi Trust " * 4, group="Governors " * 9)


@pytest.mark.parametrize("size", [SMALL, LARGE])
def test_picture(workspace: Workspace, keep: Keep, snap_compare: Any, size: tuple[int, int]) -> None:
    """Home with a few reviews and a file that cannot be read."""
    _full(keep)
    (workspace.reviews / "broken.matbot.json").write_text("{}", encoding="utf-8")
    assert snap_compare(HomeApp(workspace), terminal_size=size)


@pytest.mark.parametrize("size", [SMALL, LARGE])
def test_picture_of_an_empty_workspace(
    workspace: Workspace, snap_compare: Any, size: tuple[int, int]
) -> None:
    """Home for somebody who has never used matbot."""
    assert snap_compare(HomeApp(workspace), terminal_size=size)


def test_picture_in_the_light(workspace: Workspace, keep: Keep, snap_compare: Any) -> None:
    """Home in the light theme."""
    _full(keep)

    async def to_light(pilot: Pilot[None]) -> None:
        pilot.app.theme = "matbot-light"

    assert snap_compare(HomeApp(workspace), terminal_size=SMALL, run_before=to_light)
