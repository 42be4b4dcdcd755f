"""matbot as a page shows it: a group's link leads to its review alone; no path of this machine is named."""

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Button, Static

from matbot.screens.app import MatbotApp
from matbot.screens.home.home import HomeScreen
from matbot.screens.interview.interview import InterviewScreen
from matbot.screens.packs.blank_pack import PackScreen
from matbot.screens.widgets.marked_list import MarkedList
from matbot.store.errors import NotFound, StoreError, Unreadable
from matbot.store.workspace import Workspace
from matbot.web.group_screen import GroupScreen
from matbot.web.one_review import OneReview
from matbot.web.process import app_of
from matbot.web.served import InvitedApp, ServedApp
from tests.talk import Talk
from tests.ui.conftest import Make
from tests.ui.pages import SMALL

Compare = Callable[..., bool]


@pytest.fixture
def invited(make_app: Make, talk: Talk) -> InvitedApp:
    """The app behind the link of a group whose review was begun; another group's is there, too."""
    make_app(Talk(talk.rubric, group="Governors", review="other234"))
    app = make_app(talk)
    return InvitedApp(OneReview(app.workspace.root, "k7m2"), "k7m2")


async def _settled(pilot: Pilot[None]) -> None:
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()
    await pilot.pause()


def _offered(app: MatbotApp) -> list[str]:
    """The choices in view, as they read."""
    options = app.screen.query_one(MarkedList)
    return [str(options.get_option_at_index(at).prompt) for at in range(options.option_count)]


async def test_an_invited_group_begins_in_its_review_and_stops_at_the_door(invited: InvitedApp) -> None:
    """No list of reviews, before or after; Enter carries on, and the review is free meanwhile."""
    async with invited.run_test(size=SMALL) as pilot:
        await _settled(pilot)
        assert isinstance(invited.screen, InterviewScreen)
        assert invited.screen.interview.review.group == "Heads"
        await pilot.press("f10")
        await _settled(pilot)
        assert not [words for words in _offered(invited) if "home" in words]
        await pilot.press("enter")
        await _settled(pilot)
        assert isinstance(invited.screen, GroupScreen)
        assert invited.review_file is None
        await pilot.press("n", "c", "p", "f")
        assert isinstance(invited.screen, GroupScreen)
        await pilot.press("enter")
        await _settled(pilot)
        assert isinstance(invited.screen, InterviewScreen)
        with pytest.raises(NotFound):
            invited.open_review("other234")
        assert invited.screen.file.contents.id == "k7m2"


async def test_no_command_leads_to_other_reviews_or_to_a_file(invited: InvitedApp) -> None:
    """Every command there is, by name: none compares, begins, imports, moves or takes a picture."""
    async with invited.run_test(size=SMALL) as pilot:
        await _settled(pilot)
        names = {command.title for command in invited.get_system_commands(invited.screen)}
        assert names >= {"Transcript", "Priorities", "Light or dark"}
        for word in ("new", "compare", "pack", "edition", "import", "bring", "tour", "screenshot", "theme"):
            assert not [name for name in names if word in name.lower()], word
        await pilot.press("f10")
        await _settled(pilot)
        assert str(Path("workspace").absolute()) not in str(invited.screen._words)  # type: ignore[attr-defined]


async def test_a_review_that_is_open_elsewhere_offers_no_copy(invited: InvitedApp) -> None:
    """A copy would be another review; looking on and leaving is what there is."""
    with invited.workspace.open("k7m2"):
        async with invited.run_test(size=SMALL) as pilot:
            await _settled(pilot)
            options = invited.screen.query_one(MarkedList)
            names = {options.get_option_at_index(at).id for at in range(options.option_count)}
            assert names == {"home", "stay as it is"}
            assert not [words for words in _offered(invited) if "home" in words]


@pytest.mark.parametrize(
    ("problem", "words"),
    [
        (NotFound("There is no review k7m2. See `matbot list`."), "is not in its place any more"),
        (Unreadable("/srv/reviews/heads.matbot.json is damaged."), "cannot be read just now"),
    ],
)
async def test_a_review_that_cannot_be_opened_is_said_without_naming_a_file(
    invited: InvitedApp, monkeypatch: pytest.MonkeyPatch, problem: StoreError, words: str
) -> None:
    """Moved away, or damaged past mending: whom to ask, and Enter tries again."""

    def refuse(*_asked: object) -> None:
        raise problem

    async with invited.run_test(size=SMALL) as pilot:
        await _settled(pilot)
        await pilot.press("f10", "enter")
        await _settled(pilot)
        invited.screen.query_one(Button).active_effect_duration = 0  # it can be pressed again at once
        with monkeypatch.context() as meanwhile:
            meanwhile.setattr(OneReview, "open", refuse)
            await pilot.press("enter")
            await _settled(pilot)
        output = str(invited.screen.query_one("#said").render())
        assert words in output
        assert "Ask the person who started matbot" in output
        assert not [word for word in ("matbot list", "/srv") if word in output]
        await pilot.press("enter")
        await _settled(pilot)
        assert isinstance(invited.screen, InterviewScreen)


async def test_a_page_at_another_machine_names_no_file_of_this_one(make_app: Make, talk: Talk) -> None:
    """Home says no folder, and a pack cannot be read by its path."""
    app = ServedApp(make_app(talk).workspace, names_files=False)
    async with app.run_test(size=SMALL) as pilot:
        await _settled(pilot)
        assert isinstance(app.screen, HomeScreen)
        assert str(app.workspace.reviews) not in str(app.screen.query_one("#kept", Static).content)
        assert "kept in" not in str(app.screen.query_one("#kept", Static).content)
        await pilot.press("p")
        await _settled(pilot)
        assert isinstance(app.screen, PackScreen)
        assert not app.screen.query_one("#read").display
        await pilot.press("ctrl+u")
        assert isinstance(app.screen, PackScreen)


async def test_in_a_page_a_document_is_handed_to_the_browser_and_not_to_the_disk(
    make_app: Make, talk: Talk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Under a plain name, again and again; nothing here opens it."""
    taken: list[tuple[str, str, bytes]] = []
    monkeypatch.setattr(MatbotApp, "is_web", True)
    monkeypatch.setattr(
        MatbotApp,
        "deliver_binary",
        lambda self, what, save_filename, mime_type: taken.append((save_filename, mime_type, what.read())),
    )
    app = make_app(talk)
    async with app.run_test(size=SMALL) as pilot:
        await _settled(pilot)
        await pilot.press("enter", "f7")
        await _settled(pilot)
        await pilot.press("w", "m", "w", "o")
        await _settled(pilot)
    assert [(name.rpartition(".")[2], kind) for name, kind, _ in taken] == [
        ("md", "text/markdown"),
        ("html", "text/html"),
    ]
    assert all(name.isascii() and b"Northfields" in raw for name, _, raw in taken)
    assert not app.workspace.transcripts.exists()


def test_the_process_behind_a_page_sees_what_the_server_says(workspace: Workspace) -> None:
    """All of it with or without paths, or one review."""
    root = str(workspace.root)
    assert app_of([root, "--names-files"]).names_files
    assert not app_of([root]).names_files
    only = app_of([root, "--only", "k7m2"])
    assert isinstance(only, InvitedApp)
    assert isinstance(only.workspace, OneReview)
    assert (only.names_files, only.sees_others) == (False, False)


def test_how_the_door_looks(invited: InvitedApp, snap_compare: Compare) -> None:
    """What has become of the review, and the way back."""

    async def stop(pilot: Pilot[None]) -> None:
        await _settled(pilot)
        await pilot.press("f10", "enter")
        await _settled(pilot)

    assert snap_compare(invited, terminal_size=SMALL, run_before=stop)
