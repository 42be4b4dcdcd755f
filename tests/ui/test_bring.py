"""A review from elsewhere: its file is named, a copy is kept, and nothing that was there is lost."""

from pathlib import Path
from typing import Any

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import Static

from matbot.review.events import ReviewOpened, ScopeChosen
from matbot.screens.answers.copy_differences import CopyDifferencesScreen
from matbot.screens.app import MatbotApp
from matbot.screens.dialogs import AskScreen
from matbot.screens.home.bring import BringScreen
from matbot.screens.home.home import HomeScreen
from matbot.screens.interview.interview import InterviewScreen
from matbot.store.workspace import Workspace
from tests.talk import Talk
from tests.ui.conftest import AT_ONCE, stamped

SMALL = (80, 24)


@pytest.fixture
def sent(talk: Talk) -> Path:
    """A review's file as somebody sent it."""
    opened, scoped, *rest = stamped(talk.say("g", "3", "because", "minutes").log)
    assert isinstance(opened, ReviewOpened)
    assert isinstance(scoped, ScopeChosen)
    with Workspace(Path("elsewhere")).create(talk.rubric, opened, scoped, *rest) as file:
        return file.path


async def _bring(pilot: Pilot[None], typed: str) -> None:
    await pilot.pause()
    await pilot.press("b")
    assert isinstance(pilot.app.screen, BringScreen)
    pilot.app.post_message(events.Paste(typed))
    await pilot.pause()
    await pilot.press("enter")
    await pilot.pause()


def _says(pilot: Pilot[None]) -> str:
    return str(pilot.app.screen.query_one("#says", Static).content)


async def test_it_is_kept_and_opens(workspace: Workspace, sent: Path) -> None:
    """With all that was said; the file that was sent stays as it is."""
    before = sent.read_bytes()
    app = MatbotApp(workspace)
    async with app.run_test(size=SMALL) as pilot:
        await _bring(pilot, f'"{sent.absolute()}"')
        assert isinstance(app.screen, InterviewScreen)
        assert app.screen.file.path.parent == workspace.reviews
        assert "1A" in app.screen.interview.review.rated
    app.close_review()
    assert sent.read_bytes() == before
    assert [one.header is not None for one in workspace.list_reviews()] == [True]


async def test_one_that_is_here_already_is_offered_as_one(workspace: Workspace, sent: Path) -> None:
    """Both files are there, and matbot asks before it makes them one."""
    workspace.reviews.mkdir(parents=True)
    here = workspace.reviews / sent.name
    here.write_bytes(sent.read_bytes())
    app = MatbotApp(workspace)
    async with app.run_test(size=SMALL) as pilot:
        await _bring(pilot, str(sent.absolute()))
        assert isinstance(app.screen, AskScreen)
        assert here.read_bytes() == sent.read_bytes()
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, InterviewScreen)
    app.close_review()
    assert [one.copies for one in workspace.list_reviews()] == [()]


@pytest.mark.parametrize("ending", ["backup", "set-aside", "txt", "orig"])
async def test_a_file_among_the_reviews_that_no_list_shows_is_brought_as_a_copy(
    workspace: Workspace, sent: Path, ending: str
) -> None:
    """The app stays, the file stays, and matbot asks before it makes both one."""
    workspace.reviews.mkdir(parents=True)
    here = workspace.reviews / sent.name
    here.write_bytes(sent.read_bytes())
    hidden = here.with_name(f"{here.name}.{ending}")
    hidden.write_bytes(sent.read_bytes())
    app = MatbotApp(workspace)
    async with app.run_test(size=SMALL) as pilot:
        await _bring(pilot, str(hidden.absolute()))
        assert isinstance(app.screen, AskScreen)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, InterviewScreen)
    app.close_review()
    assert hidden.read_bytes() == sent.read_bytes()
    assert [one.copies for one in workspace.list_reviews()] == [()]


async def test_a_review_under_a_name_that_no_list_shows_opens_as_a_review(
    workspace: Workspace, sent: Path
) -> None:
    """There is no other copy of it: nothing is asked."""
    workspace.reviews.mkdir(parents=True)
    hidden = workspace.reviews / "from last year.json.txt"
    hidden.write_bytes(sent.read_bytes())
    app = MatbotApp(workspace)
    async with app.run_test(size=SMALL) as pilot:
        await _bring(pilot, str(hidden.absolute()))
        assert isinstance(app.screen, InterviewScreen)
        assert app.screen.file.path.name.endswith(".matbot.json")


async def test_a_copy_that_cannot_be_read_is_named_where_the_others_are_made_one(
    workspace: Workspace, sent: Path
) -> None:
    """Home opens what the good ones say."""
    workspace.reviews.mkdir(parents=True)
    here = workspace.reviews / sent.name
    here.write_bytes(sent.read_bytes())
    stem = sent.name.removesuffix(".json")
    here.with_name(f"{stem}-DESKTOP-AB12.json").write_bytes(sent.read_bytes())
    here.with_name(f"{stem} (1).json").write_bytes(b"")
    app = MatbotApp(workspace)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, AskScreen)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, CopyDifferencesScreen)
        assert app.screen.file.path == here
        told = str(app.screen.query_one("#about", Static).render())
        assert f"{stem} (1).json cannot be read: it is empty." in told
        assert [notice.message[-21:] for notice in app._notifications] == ["; 1 copy is left out."]
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, InterviewScreen)
    app.close_review()
    assert [one.copies for one in workspace.list_reviews()] == [()]


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        pytest.param("", "Which file?", id="nothing"),
        ("nowhere.matbot.json", "There is no file of that name."),
        (".", "That is a folder."),
        ("pack.docx", "Esc, then p"),
        ("notes.txt", "cannot be read"),
        *(
            pytest.param(words, "There is no file of that name.", id=f"hostile{number}")
            for number, words in enumerate(AT_ONCE)
        ),
    ],
)
async def test_what_is_no_review_is_said_in_words(workspace: Workspace, typed: str, words: str) -> None:
    """Beside the box, and nothing is made; Esc leaves all as it is."""
    for name in ("pack.docx", "notes.txt"):
        Path(name).write_text("words", encoding="utf-8")
    app = MatbotApp(workspace)
    async with app.run_test(size=SMALL) as pilot:
        await _bring(pilot, typed)
        assert words in _says(pilot)
        await pilot.press("escape")
        assert isinstance(app.screen, HomeScreen)
    assert not workspace.root.exists()


async def test_it_is_there_only_where_people_sit(workspace: Workspace) -> None:
    """A browser elsewhere names no files of this machine."""
    app = MatbotApp(workspace)
    app.names_files = False
    async with app.run_test(size=SMALL) as pilot:
        await pilot.pause()
        await pilot.press("b")
        assert isinstance(app.screen, HomeScreen)
        assert "the machine that runs matbot" in str(app.screen.query_one("#welcome", Static).content)


def test_how_it_looks(workspace: Workspace, snap_compare: Any) -> None:
    """With what is wrong with the name in it."""

    async def walk(pilot: Pilot[None]) -> None:
        await _bring(pilot, "nowhere.matbot.json")

    assert snap_compare(MatbotApp(workspace), terminal_size=SMALL, run_before=walk)
