"""Comparing on the screen: chosen, sealed, opened together, written, and brought together."""

from datetime import date, timedelta

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from matbot.review.events import ElementRated, RationaleGiven, VersionSaved
from matbot.rubric import Rubric
from matbot.rubric.library import find
from matbot.screens.app import MatbotApp
from matbot.screens.compare.choice import ChooseReviewsScreen, ReviewTicks
from matbot.screens.compare.comparison import ComparisonScreen, Grid
from matbot.screens.compare.element import ComparedElementScreen
from matbot.screens.compare.sealed import PROMISE, SealedScreen
from matbot.screens.dialogs import AskScreen
from matbot.screens.home.home import HomeScreen
from matbot.screens.interview.interview import InterviewScreen
from matbot.screens.new_review.new_review import NewReviewScreen
from matbot.screens.widgets.fitted_text import FittedText
from matbot.services.joint_reviews import load_comparison
from matbot.store.workspace import Workspace
from tests.talk import Talk
from tests.ui.conftest import AT_ONCE, FIRST
from tests.ui.groups_apart import EXECUTIVE, HEADS, MIDDLE, group, keep, rated, three_groups
from tests.ui.pages import SMALL, WIDE

NOW = FIRST + timedelta(hours=4)
TODAY = date(2026, 10, 6)


class CompareApp(MatbotApp):
    """The app with a clock that stands still."""

    def get_default_screen(self) -> HomeScreen:
        """Home on that day."""
        return HomeScreen(lambda: NOW)


@pytest.fixture(autouse=True)
def this_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """The day that a written comparison bears."""
    opened = ComparisonScreen.__init__
    monkeypatch.setattr(ComparisonScreen, "__init__", lambda self, found: opened(self, found, lambda: TODAY))


@pytest.fixture
def app(workspace: Workspace) -> MatbotApp:
    """The app over a workspace where three groups rated apart."""
    three_groups(workspace)
    return CompareApp(workspace)


async def _choose(pilot: Pilot[None], count: int) -> None:
    """From home to the sealed page, with so many reviews from the first row on."""
    await pilot.press("c")
    await pilot.pause()
    await pilot.press("home")
    for _ in range(count):
        await pilot.press("enter", "down")
    await pilot.press("ctrl+s")
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def _open(pilot: Pilot[None], count: int) -> None:
    """From home to the opened comparison."""
    await _choose(pilot, count)
    assert isinstance(pilot.app.screen, SealedScreen)
    await pilot.press("enter")
    await pilot.pause()
    assert isinstance(pilot.app.screen, ComparisonScreen)


def _text(app: MatbotApp) -> str:
    """Everything that the page in view says, row by row."""
    output = [str(widget.render()) for widget in app.screen.query(Static) if widget.display]
    output += [str(option.prompt) for rows in app.screen.query(ReviewTicks) for option in rows.options]
    return "\n".join(
        output + [str(option.prompt) for rows in app.screen.query(Grid) for option in rows.options]
    )


def _line(app: MatbotApp) -> str:
    return str(app.screen.query_one("#chosen", Static).content)


def _codes(app: MatbotApp) -> list[str]:
    return [option.id for option in app.screen.query_one(Grid).options if option.id]


# Choosing


async def test_reviews_of_the_same_trust_come_first_and_show_no_rating(
    app: MatbotApp, workspace: Workspace
) -> None:
    """Each with its trust, group, how far and when saved; what cannot be read is not offered."""
    group(workspace, "othr2222", "Trustees", rated("1A", "G"), trust="Southfields")
    group(workspace, "last2222", "Headteachers")
    (workspace.reviews / "broken.matbot.json").write_text("{}", encoding="utf-8")
    async with app.run_test(size=SMALL) as pilot:
        home = app.screen
        await pilot.press("end", "up", "c")
        await pilot.pause()
        assert isinstance(app.screen, ChooseReviewsScreen)
        rows = _text(app)
        assert rows.index("Northfields · Executive team") < rows.index("Other trusts")
        assert rows.index("Other trusts") < rows.index("Southfields · Trustees")
        assert "3 of 3 looked at, 3 rated · saved today 15:30" in rows
        assert rows.count("Northfields · Headteachers  begun 6 October 2026") == 2, "twins are told apart"
        assert "broken" not in rows
        assert "AG" not in rows
        await pilot.press("escape")
        assert app.screen is home


async def test_too_few_and_too_many_are_one_plain_line(app: MatbotApp, workspace: Workspace) -> None:
    """The words of the comparison itself; what was chosen stays."""
    for number in range(10):
        group(workspace, f"more{number}222", f"Group {number}")
    async with app.run_test(size=SMALL) as pilot:
        await _choose(pilot, 1)
        assert _line(app) == "Name at least two reviews to compare."
        reviews = app.screen.query_one(ReviewTicks)
        for row in range(1, 13):
            reviews.highlighted = row
            reviews.action_select()
            await pilot.pause()
        assert _line(app) == "At most 12 reviews can be compared at once, and these are 13."
        assert len([line for line in _text(app).splitlines() if line.startswith("[ ]")]) == 1
        await pilot.press("home", "enter")
        assert _line(app).startswith("Eleven chosen: ")


async def test_another_framework_is_refused_in_words(
    app: MatbotApp, workspace: Workspace, small_rubric: Rubric
) -> None:
    """And the page stays, with what was chosen."""
    levels = tuple(level.model_copy(update={"letters": f"{level.letters}x"}) for level in small_rubric.scale)
    other = small_rubric.model_copy(update={"scale": levels})
    group(workspace, "othr2222", "Trustees", rubric=other)
    async with app.run_test(size=SMALL) as pilot:
        await _choose(pilot, 4)
        assert isinstance(app.screen, ChooseReviewsScreen)
        assert "is rated on another scale" in _line(app)


async def test_a_review_can_stand_beside_its_own_saved_version(workspace: Workspace, talk: Talk) -> None:
    """The key m shows the saved versions of a review below it; a name may hold anything."""
    talk.log += [ElementRated(element="1A", rating="R"), VersionSaved(name="Board @ 10/26 [/red]")]
    talk.log += [ElementRated(element="1A", rating="G")]
    keep(workspace, talk.log)
    app = CompareApp(workspace)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("c")
        await pilot.pause()
        await pilot.press("s", "enter", "down")
        assert "[ ] as of Board @ 10/26 [/red], 6 October 2026" in _text(app)
        await pilot.press("enter", "ctrl+s")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "Two reviews, nothing shown yet" in _text(app)
        await pilot.press("enter")
        await pilot.pause()
        assert "three steps apart" in _text(app)
        await pilot.press("j")
        await pilot.pause()
        assert isinstance(app.screen, ComparisonScreen), "one group at two moments is not brought together"
        (notice,) = app._notifications
        assert "twice" in notice.message


async def test_a_review_that_went_away_is_said_in_a_line(app: MatbotApp, workspace: Workspace) -> None:
    """Where somebody else deletes it while people choose."""
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("c")
        await pilot.pause()
        for path in workspace.reviews.iterdir():
            path.unlink()
        await pilot.press("enter", "down", "enter", "ctrl+s")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert isinstance(app.screen, ChooseReviewsScreen)
        assert "There is no file" in _line(app)
        await pilot.press("s")
        assert "There is no file" in _line(app)


# Sealed


async def test_the_sealed_page_says_who_and_how_far_and_no_rating(app: MatbotApp) -> None:
    """What is unfinished is said so; Esc goes back with nothing shown."""
    async with app.run_test(size=SMALL) as pilot:
        await _choose(pilot, 3)
        shown = _text(app)
        assert "Three groups, nothing shown yet" in shown
        assert PROMISE in shown
        assert "6 people" in shown
        assert "Not finished: 2 elements of it are not rated." in shown
        assert not [name for name in ("Amber", "Red", "Green", "apart") if name in shown]
        await pilot.press("escape")
        assert isinstance(app.screen, ChooseReviewsScreen)
        assert _line(app) == "Three chosen: Middle leaders, Headteachers, Executive team"


async def test_a_review_with_nothing_rated_is_said_so(workspace: Workspace) -> None:
    """Two of them can still be opened, and the page says that there is nothing to set side by side."""
    group(workspace, EXECUTIVE, "Executive team")
    group(workspace, HEADS, "Headteachers")
    app = CompareApp(workspace)
    async with app.run_test(size=SMALL) as pilot:
        await _choose(pilot, 2)
        assert "Nothing is rated in it yet" in _text(app)
        await pilot.click("#open")
        await pilot.pause()
        assert "nothing to set side by side" in _text(app)
        assert _codes(app) == []
        await pilot.press("enter", "v", "enter")
        await pilot.pause()
        assert "Not reviewed" in _text(app)


# Opened


async def test_the_agenda_stands_first_and_o_changes_to_the_framework(app: MatbotApp) -> None:
    """The widest difference first; every element in the framework's order; the mark stays where it was."""
    async with app.run_test(size=SMALL) as pilot:
        await _open(pilot, 3)
        assert _codes(app) == ["1B", "1A", "1C"]
        assert "There are 3 elements to talk about, of 3 that two or more of you rated." in _text(app)
        detail = app.screen.query_one("#detail", FittedText).text
        assert "1B Understanding of needs. Red: B. Green: C. Not rated yet: A." in " ".join(detail.split())
        await pilot.press("v")
        assert _codes(app) == list(find().elements)
        assert app.screen.query_one(Grid).marked_key == "1B"


async def test_the_legend_comes_and_goes_with_the_width(app: MatbotApp, workspace: Workspace) -> None:
    """On a wide screen the labels stand above their columns; made narrow, letters do, and a legend."""
    async with app.run_test(size=WIDE) as pilot:
        app.push_screen(ComparisonScreen(load_comparison(workspace, [EXECUTIVE, HEADS, MIDDLE])))
        await pilot.pause()
        legend = app.screen.query_one("#legend", FittedText)
        assert not legend.display
        await pilot.resize_terminal(*SMALL)
        await pilot.pause()
        assert legend.display
        assert legend.text.split("  ")[0] == "A Executive team"
        await pilot.resize_terminal(*WIDE)
        await pilot.pause()
        assert not legend.display


async def test_an_element_shows_every_side_s_words_and_the_keys_go_along_the_agenda(app: MatbotApp) -> None:
    """Rating, why, evidence, who differs, what was tested, and the questions they place differently."""
    async with app.run_test(size=WIDE) as pilot:
        await _open(pilot, 3)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, ComparedElementScreen)
        words = " ".join(_text(app).split())
        assert "Three steps apart" in words
        assert "Two of us see the small schools" in words
        assert "Tested with a peer trust: they sharpen it" in words
        assert "A not sure" in words
        assert "B like the red · Nobody asked us before the plan was written." in words
        assert "C like the green · We went through every school's plan in June." in words
        await pilot.press("right", "right", "right")
        assert "Same, why differs" in _text(app)
        await pilot.press("left", "escape")
        await pilot.pause()
        assert app.screen.query_one(Grid).marked_key == "1A"


async def test_reading_changes_no_file(app: MatbotApp, workspace: Workspace) -> None:
    """Not a byte of any review, and no file beside them."""
    before = {path: path.read_bytes() for path in workspace.reviews.iterdir()}
    async with app.run_test(size=SMALL) as pilot:
        await _open(pilot, 3)
        await pilot.press("enter")
    assert {path: path.read_bytes() for path in workspace.reviews.iterdir()} == before


async def test_it_is_written_once_and_a_second_time_beside_it(app: MatbotApp, workspace: Workspace) -> None:
    """The whole path is shown, and no file is written over unasked."""
    async with app.run_test(size=SMALL) as pilot:
        await _open(pilot, 3)
        await pilot.press("w")
        (path,) = workspace.transcripts.iterdir()
        written = app.screen.query_one("#written", Static)
        assert written.display
        assert f"Written to {path.absolute()}" in str(written.content)
        first = path.read_bytes()
        await pilot.press("w")
        await pilot.pause()
        assert isinstance(app.screen, AskScreen)
        await pilot.press("enter")
        await pilot.pause()
        assert len(list(workspace.transcripts.iterdir())) == 2
        assert path.read_bytes() == first


async def test_groups_are_brought_together_in_a_new_review(app: MatbotApp, workspace: Workspace) -> None:
    """The form has them, the conversation begins, and leaving it leads home."""
    async with app.run_test(size=SMALL) as pilot:
        home = app.screen
        await _open(pilot, 3)
        await pilot.press("j")
        await pilot.pause()
        assert isinstance(app.screen, NewReviewScreen)
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, ComparisonScreen)
        await pilot.press("j", "ctrl+s")
        await pilot.pause()
        await pilot.pause()
        assert isinstance(app.screen, InterviewScreen)
        review = app.screen.interview.review
        assert [account.review for account in review.groups] == [MIDDLE, HEADS, EXECUTIVE]
        assert app.screen_stack[:-1] == [home]


@pytest.mark.parametrize("words", AT_ONCE)
async def test_hostile_words_are_only_text(workspace: Workspace, words: str) -> None:
    """Names of 20,000 characters and anything else: every page opens, and nothing is taken for markup."""
    for review in (EXECUTIVE, HEADS):
        output = [
            ElementRated(element="1A", rating="G"),
            RationaleGiven(element="1A", rationale=words),
            VersionSaved(name=words),
        ]
        group(workspace, review, words, output, trust=words)
    app = CompareApp(workspace)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("c")
        await pilot.pause()
        await pilot.press("s")
        assert "\x1b" not in _text(app)
        await pilot.press("enter", "down", "enter", "ctrl+s")
        await app.workers.wait_for_complete()
        await pilot.pause()
        for key in ("enter", "enter", "escape"):
            assert "\x1b" not in _text(app) + app.export_screenshot()
            await pilot.press(key)
            await pilot.pause()
        assert isinstance(app.screen, ComparisonScreen)
