"""The home page keeps the list of reviews in order: search, rename, archive, delete, restore and undo."""

from datetime import timedelta

import pytest
from textual.widgets import Static

from matbot.review.events import ReviewOpened, ScopeChosen
from matbot.rubric.library import find
from matbot.screens.app import MatbotApp
from matbot.screens.home.bin import BinList, BinScreen
from matbot.screens.home.details import DetailsScreen
from matbot.screens.home.home import HomeScreen
from matbot.screens.home.housekeeping import SearchBox
from matbot.screens.home.review_list import ReviewList
from matbot.screens.widgets.marked_list import MarkedList
from matbot.store import saving
from matbot.store.locks import ReviewLock
from matbot.store.places import find_place
from matbot.store.workspace import Workspace
from tests.talk import Talk
from tests.ui.conftest import FIRST, stamped

SIZE = (80, 24)


class HomeApp(MatbotApp):
    """The app with a clock that stands still."""

    def get_default_screen(self) -> HomeScreen:
        """Home on that day."""
        return HomeScreen(lambda: FIRST + timedelta(hours=4))


@pytest.fixture
def three(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    """A workspace with the reviews of three groups, each saved a day before the one above it."""
    for days, (id_, group) in enumerate(
        (("aaaa2222", "Heads"), ("bbbb2222", "Board"), ("cccc2222", "Staff"))
    ):
        monkeypatch.setattr(saving, "now", lambda days=days: FIRST - timedelta(days=days))
        opened, scoped, *rest = stamped(Talk(find()).say("", "1", "Clear.").log)
        named = opened.model_copy(update={"review": id_, "group": group})
        assert isinstance(named, ReviewOpened)
        assert isinstance(scoped, ScopeChosen)
        with workspace.create(find(), named, scoped) as file:
            file.append(*rest)
    return workspace


def shown(app: MatbotApp) -> list[str]:
    """The groups that the list shows, from the top."""
    reviews = app.screen.query_one(ReviewList)
    return [one.header.group for one in reviews.reviews.values() if one.header]


def notices(app: MatbotApp) -> str:
    """What matbot said in passing."""
    return " ".join(notice.message for notice in app._notifications)


async def test_no_review_is_listed_twice(three: Workspace) -> None:
    """The one to carry on with stands at the top alone."""
    async with HomeApp(three).run_test(size=SIZE) as pilot:
        assert shown(pilot.app) == ["Heads", "Board", "Staff"]  # type: ignore[arg-type]


async def test_a_deleted_review_comes_back_by_undo(three: Workspace) -> None:
    """One key after the other, the last one first; nothing else is undone here."""
    app = HomeApp(three)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("f8")
        await pilot.press("delete")
        assert "Moved to the bin: Northfields · Heads. Ctrl+Z undoes it." in notices(app)
        await pilot.press("delete")
        assert shown(app) == ["Staff"]
        await pilot.press("ctrl+z")
        assert shown(app) == ["Board", "Staff"]
        await pilot.press("f8")
        assert shown(app) == ["Heads", "Board", "Staff"]
        assert "Moved to the bin" not in notices(app), "what was said before is no longer true"
        await pilot.press("ctrl+z")
        assert shown(app) == ["Heads", "Board", "Staff"]


async def test_a_review_that_is_open_elsewhere_is_not_deleted(three: Workspace) -> None:
    """And why is said."""
    app = HomeApp(three)
    lock = ReviewLock(find_place(three.find("aaaa2222")))
    lock.take()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("delete")
        assert "open in another window" in notices(app)
        assert shown(app) == ["Heads", "Board", "Staff"]
    lock.release()


async def test_the_bin_lists_what_was_deleted_and_restores_it(three: Workspace) -> None:
    """It is opened from the list, and is empty again afterwards."""
    three.delete(three.find_listed("bbbb2222"))
    app = HomeApp(three)
    async with app.run_test(size=SIZE) as pilot:
        assert "Open the bin: 1 deleted review" in str(
            app.screen.query_one(ReviewList).get_option("bin").prompt
        )
        await pilot.press("end", "enter")
        assert isinstance(app.screen, BinScreen)
        assert app.screen.query_one(BinList).option_count == 1
        await pilot.press("enter")
        assert "Restored: Northfields · Board." in notices(app)
        assert "The bin is empty." in str(app.screen.query_one("#about", Static).content)
        await pilot.press("escape")
        assert shown(app) == ["Heads", "Board", "Staff"]


async def test_a_review_is_renamed_with_ctrl_s_and_enter_only_goes_on(three: Workspace) -> None:
    """What is wrong is said beside the boxes; Esc leaves all as it is."""
    app = HomeApp(three)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("r", *"X", "enter", *"Y", "enter", "enter")
        assert isinstance(app.screen, DetailsScreen)
        await pilot.press("escape")
        assert shown(app)[0] == "Heads"
        await pilot.press("r", "ctrl+s")
        assert "Nothing was changed" in str(app.screen.query_one("#says", Static).content)
        await pilot.press("enter", "enter", "backspace", "ctrl+s")
        assert isinstance(app.screen, DetailsScreen)
        await pilot.press(*"12", "ctrl+s")
        assert "Northfields · Heads, 12 people" in notices(app)
        assert three.list_reviews()[0].header


async def test_an_archived_review_is_shown_when_asked_for(three: Workspace) -> None:
    """It leaves the list, is counted below it, and the same key brings it back."""
    app = HomeApp(three)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("z")
        assert "Archived: Northfields · Heads. Ctrl+Z undoes it." in notices(app)
        assert shown(app) == ["Board", "Staff"]
        await pilot.press("end", "enter")
        assert shown(app) == ["Board", "Staff", "Heads"]
        marked = app.screen.query_one(ReviewList).marked
        assert marked
        assert marked.id == "aaaa2222"
        await pilot.press("z")
        assert set(shown(app)) == {"Heads", "Board", "Staff"}
        assert "archive" not in {option.id for option in app.screen.query_one(ReviewList).options}


async def test_a_search_lists_what_it_finds_until_esc(three: Workspace) -> None:
    """By group, trust, id or year, whatever the case; archived reviews too."""
    app = HomeApp(three)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("slash", *"bOa")
        assert shown(app) == ["Board"]
        await pilot.press("ctrl+u", *"northfields 2026")
        assert len(shown(app)) == 3
        await pilot.press("ctrl+u", *"zebra")
        assert shown(app) == []
        await pilot.press("escape")
        assert not app.screen.query_one(SearchBox).display
        assert shown(app) == ["Heads", "Board", "Staff"]
        assert app.focused is app.screen.query_one(ReviewList)


async def test_enter_in_the_search_goes_to_the_list_and_opens_what_was_found(three: Workspace) -> None:
    """The found review is the one that opens."""
    app = HomeApp(three)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("slash", *"staff", "enter", "enter")
        await pilot.pause()
        assert app.review_file
        assert "cccc2222" in app.review_file.path.name


@pytest.mark.parametrize("size", [(80, 24), (140, 40)])
def test_how_home_looks_with_an_archive_and_a_bin(
    three: Workspace, snap_compare: object, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both are counted at the end of the list."""
    from matbot.services.housekeeping import archive

    monkeypatch.setattr(saving, "now", lambda: FIRST)
    archive(three, "bbbb2222")
    three.delete(three.find_listed("cccc2222"))
    assert snap_compare(HomeApp(three), terminal_size=size)  # type: ignore[operator]


@pytest.mark.parametrize("key", ["r", "slash"])
def test_how_renaming_and_searching_look(three: Workspace, snap_compare: object, key: str) -> None:
    """The dialog over the list, and the box above it."""
    assert snap_compare(HomeApp(three), terminal_size=SIZE, press=[key])  # type: ignore[operator]


def test_how_the_bin_looks(three: Workspace, snap_compare: object) -> None:
    """Each deleted review as a card, and where they are."""
    three.delete(three.find_listed("bbbb2222"))
    three.delete(three.find_listed("cccc2222"))
    assert snap_compare(HomeApp(three), terminal_size=SIZE, press=["end", "enter"])  # type: ignore[operator]


async def test_a_review_begun_by_mistake_is_dropped_from_its_stop_page(three: Workspace) -> None:
    """It goes into the bin; a review in which something was said does not offer it."""
    opened, scoped, *_ = stamped(Talk(find()).log)
    assert isinstance(opened, ReviewOpened)
    assert isinstance(scoped, ScopeChosen)
    three.create(find(), opened.model_copy(update={"review": "dddd2222", "group": "Slip"}), scoped).close()
    app = HomeApp(three)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("slash", *"slip", "enter", "enter")
        await pilot.pause()
        await pilot.press("escape")
        assert "drop" in {option.id for option in app.screen.query_one(MarkedList).options}
        await pilot.press("up", "up", "enter")
        await pilot.pause()
        assert isinstance(app.screen, HomeScreen)
        assert "Slip" not in shown(app)
        assert [one.id for one in three.list_bin()] == ["dddd2222"]
        await pilot.press("slash", *"heads", "enter", "enter")
        await pilot.pause()
        await pilot.press("escape")
        assert "drop" not in {option.id for option in app.screen.query_one(MarkedList).options}


async def test_undo_takes_back_the_last_change_of_any_kind(three: Workspace) -> None:
    """A name, the archive and a deletion, one after the other."""
    app = HomeApp(three)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("r", "enter", *"X", "ctrl+s")
        await pilot.pause()
        renamed = [one.header.group for one in three.list_reviews() if one.header]
        assert "HeadsX" in renamed
        await pilot.press("z")
        await pilot.press("delete")
        assert len(shown(app)) == 1
        await pilot.press("ctrl+z", "ctrl+z", "ctrl+z")
        await pilot.pause()
        assert sorted(one.header.group for one in three.list_reviews() if one.header) == [
            "Board",
            "Heads",
            "Staff",
        ]
        assert not any(one.is_archived for one in three.list_reviews())


async def test_the_mark_stays_where_it_was_after_a_review_is_deleted(three: Workspace) -> None:
    """A second press does not reach the review at the top."""
    app = HomeApp(three)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("end", "delete")
        marked = app.screen.query_one(ReviewList).marked
        assert marked is None or marked.id == "bbbb2222"
        assert shown(app) == ["Heads", "Board"]
