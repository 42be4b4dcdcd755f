"""Workshop packs in the app: one written, one that came back read into a review of its own."""

from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Button, Input, Static

from matbot.importers.packs.opening import read_pack
from matbot.presenters.packs import DRAFTS_WAIT, NOTHING_NEW, READ
from matbot.review.events import ElementRated, QuestionAnswered
from matbot.rubric.library import find
from matbot.screens.app import MatbotApp
from matbot.screens.dialogs import AskScreen
from matbot.screens.interview.interview import InterviewScreen
from matbot.screens.packs.blank_pack import PackScreen
from matbot.screens.packs.filled_pack import FilledPackScreen
from matbot.screens.widgets.field import Field
from matbot.screens.widgets.marked_list import MarkedList
from matbot.services.blank_pack import build_blank_pack
from matbot.services.pack_import import add_drafts
from tests.talk import Talk
from tests.ui.conftest import AT_ONCE, Make
from tests.ui.groups_apart import EXECUTIVE, group
from tests.ui.pages import SMALL, WIDE

SIZES = pytest.mark.parametrize("size", [SMALL, WIDE])


def _words(app: MatbotApp, id_: str) -> str:
    return str(app.screen.query_one(f"#{id_}", Static).content)


def _filled(marks: str = "- **Green:** x") -> Path:
    """A Markdown pack of 1A with one leaning, one note and these marks beside the levels."""
    text = build_blank_pack(find(), ["1A"]).render("md").decode()
    text = text.replace("- **Where you are:**", "- **Where you are:** 3", 1)
    text = text.replace("- **What makes you say that:**", "- **What makes you say that:** Staff say so.", 1)
    path = Path("filled.md")
    path.write_text(text.replace("".join(marks.partition(":**")[:2]), marks, 1), encoding="utf-8")
    return path


async def _fill_in(pilot: Pilot[None], **values: str) -> None:
    for box, value in values.items():
        pilot.app.screen.query_one(f"#{box}", Input).value = value
    await pilot.pause()


async def _open_back(pilot: Pilot[None]) -> None:
    await pilot.press("p", "ctrl+u")
    await pilot.pause()
    await _fill_in(pilot, file="filled.md", trust="No", group="Heads")


def _is_asked(app: MatbotApp, box: str) -> bool:
    """Whether a line of the form is there to be filled in."""
    return any(field.display for field in app.screen.query(Field) if field.box.id == box)


async def _into_the_one_review(pilot: Pilot[None]) -> None:
    """Choose the review that is here for the pack to go into."""
    await _open_back(pilot)
    await pilot.press("ctrl+e", "down", "enter")
    await pilot.pause()


async def test_a_pack_is_written_and_can_be_read(make_app: Make) -> None:
    """For whom, one element less, Markdown: the file is there, and is a pack of just that."""
    app = make_app()
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("p", *"Heads", "ctrl+d", "ctrl+s")
        await pilot.pause()
        assert isinstance(app.screen, PackScreen)
        assert _words(app, "chosen").endswith("Written to")
        path = Path(_words(app, "path"))
        assert path.is_file()
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert not isinstance(app.screen, PackScreen)  # asks, as the file is there already
    assert path.suffix == ".md"
    assert "For Heads." in path.read_text(encoding="utf-8")


async def test_a_pack_that_came_back_becomes_a_review_of_drafts(make_app: Make) -> None:
    """Its answers wait in the conversation, each with the word that it is from the pack."""
    _filled()
    app = make_app()
    async with app.run_test(size=SMALL) as pilot:
        await _open_back(pilot)
        await pilot.press("ctrl+s")
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, InterviewScreen)
        review = screen.interview.review
        assert (review.trust, review.group, review.scope) == ("No", "Heads", ("1A",))
        await pilot.press("enter")
        await pilot.pause()
        assert (screen.interview.turn.present, screen.interview.turn.drafted) == ("nearer green", True)
        await pilot.press("enter")
        await pilot.pause()
        assert screen.interview.turn.present == "Staff say so."
        assert screen.interview.review.question("1A.i").leaning == "nearer green"
        await pilot.press("enter")
        await pilot.pause()
        assert not screen.interview.review.question("1A.i").drafted


async def test_what_cannot_be_read_is_listed_before_anything_is_kept(make_app: Make) -> None:
    """The first Ctrl+S lists it, the second goes on with the rest."""
    _filled("- **Green:** [/red] \x1b[31m perhaps")
    app = make_app()
    async with app.run_test(size=SMALL) as pilot:
        await _open_back(pilot)
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert "“[/red] perhaps” is no mark. No rating was read." in _words(app, "lines")
        assert "Ctrl+S once more goes on" in _words(app, "chosen")
        assert app.workspace.list_reviews() == []
        _filled("- **Green:** perhaps - or not")
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert "“perhaps - or not” is no mark" in _words(app, "lines")  # mended otherwise: read again
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert isinstance(app.screen, InterviewScreen)


@pytest.mark.parametrize("typed", AT_ONCE)
async def test_a_file_that_is_none_is_said_in_words(make_app: Make, typed: str) -> None:
    """Whatever is typed for a file or a name, nothing breaks and nothing is begun."""
    app = make_app()
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("p")
        app.screen.query_one(Input).value = typed
        await pilot.press("ctrl+u")
        await pilot.pause()
        await _fill_in(pilot, file=typed, trust=typed, group=typed)
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert isinstance(app.screen, FilledPackScreen)
        assert "cannot be read" in _words(app, "chosen")
        assert app.workspace.list_reviews() == []


async def test_whom_a_pack_was_made_for_is_who_filled_it_in(make_app: Make) -> None:
    """Once the file is named, unless people say otherwise; a box that they emptied stays empty."""
    text = build_blank_pack(find(), ["1A"], "Trustees").render("md").decode()
    Path("filled.md").write_text(text.replace("- **Green:**", "- **Green:** x"), encoding="utf-8")
    app = make_app()
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("p", "ctrl+u", *"filled.md", "tab")
        await pilot.pause()
        box = app.screen.query_one("#group", Input)
        assert box.value == "Trustees"
        box.value = ""
        app.screen.query_one("#file").focus()
        await pilot.press("tab")
        await pilot.pause()
        assert box.value == ""


async def test_a_pack_goes_into_a_review_that_is_here(make_app: Make, talk: Talk) -> None:
    """It is offered beside a new one; what is new waits in it as drafts, and nobody is asked whose it is."""
    _filled()
    app = make_app(talk)
    group(app.workspace, EXECUTIVE, "[/red] Executive")
    async with app.run_test(size=SMALL) as pilot:
        await _open_back(pilot)
        await pilot.press("ctrl+e")
        await pilot.pause()
        assert isinstance(app.screen, AskScreen)
        ways = [str(option.prompt) for option in app.screen.query_one(MarkedList).options]
        assert ways[0] == "A new review"
        assert sorted(ways[1:3]) == [
            "Northfields · Heads, October 2026, k7m2, 0 rated",
            "Northfields · [/red] Executive, October 2026, exec, 0 rated",
        ], "with the month and how the id begins"
        await pilot.press(
            *["down"] * (1 + ways[1:].index("Northfields · Heads, October 2026, k7m2, 0 rated"))
        )
        await pilot.press("enter")
        await pilot.pause()
        assert "Northfields · Heads" in str(app.screen.query_one("#into", Button).label)
        assert not _is_asked(app, "group")
        await pilot.press("ctrl+s")
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, InterviewScreen)
        assert (screen.interview.review.id, screen.interview.review.group) == ("k7m2", "Heads")
        assert screen.interview.review.question("1A.i").drafted
        assert len(app.workspace.list_reviews()) == 2


async def test_answers_that_were_given_stay_and_are_named(make_app: Make, talk: Talk) -> None:
    """First they are listed; then Ctrl+S goes into the review."""
    _filled()
    talk.log += [QuestionAnswered(question="1A.i", leaning="red"), ElementRated(element="1A", rating="R")]
    app = make_app(talk)
    async with app.run_test(size=SMALL) as pilot:
        await _into_the_one_review(pilot)
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert "1A (i), Where you are" in _words(app, "lines")
        assert "1A, The rating" in _words(app, "lines")
        assert _words(app, "chosen").startswith(f"{READ} 2 answers stayed as you gave them.")
        await pilot.press("ctrl+s")
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, InterviewScreen)
        review = screen.interview.review
        assert (review.elements["1A"].rating, review.question("1A.i").note) == ("R", "Staff say so.")


async def test_a_pack_that_was_made_for_others_says_so_first(make_app: Make, talk: Talk) -> None:
    """Before it is read into a review by somebody else; Ctrl+S once more reads it."""
    text = build_blank_pack(find(), ["1A"], "Trustees").render("md").decode()
    Path("filled.md").write_text(text.replace("- **Green:**", "- **Green:** x", 1), encoding="utf-8")
    app = make_app(talk)
    before = app.workspace.read("k7m2").log
    async with app.run_test(size=SMALL) as pilot:
        await _into_the_one_review(pilot)
        await pilot.press("ctrl+s")
        await pilot.pause()
        words = "The pack says it is for Trustees, and this review is by Heads. Check whether it is theirs."
        assert _words(app, "lines") == words
        assert _words(app, "chosen") == "Ctrl+S once more goes on."
        assert app.workspace.read("k7m2").log == before
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert isinstance(app.screen, InterviewScreen)


async def test_a_pack_that_is_read_twice_adds_nothing(make_app: Make, talk: Talk) -> None:
    """It says so, and the review stays as it is."""
    _filled()
    app = make_app(talk)
    _, found = read_pack(Path("filled.md"))
    with app.workspace.open("k7m2") as file:
        add_drafts(file, found)
    before = app.workspace.read("k7m2").log
    async with app.run_test(size=SMALL) as pilot:
        await _into_the_one_review(pilot)
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert _words(app, "chosen") == f"{NOTHING_NEW} {DRAFTS_WAIT}. Ctrl+S goes into the review."
        assert app.workspace.read("k7m2").log == before


async def test_a_draft_that_gave_way_is_named(make_app: Make, talk: Talk) -> None:
    """Where a second pack says otherwise than a draft that still waits."""
    app = make_app(talk)
    _, found = read_pack(_filled("- **Red:** x"))
    with app.workspace.open("k7m2") as file:
        add_drafts(file, found)
    _filled("- **Green:** x")
    async with app.run_test(size=SMALL) as pilot:
        await _into_the_one_review(pilot)
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert _words(app, "lines").startswith("1A, The rating: the draft that waited there")
        assert "1 draft gave way to what it says. Ctrl+S goes into the review." in _words(app, "chosen")


async def test_what_cannot_be_read_is_listed_before_a_review_is_changed(make_app: Make, talk: Talk) -> None:
    """As for a new review: the second Ctrl+S goes on with the rest."""
    _filled("- **Green:** perhaps")
    app = make_app(talk)
    before = app.workspace.read("k7m2").log
    async with app.run_test(size=SMALL) as pilot:
        await _into_the_one_review(pilot)
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert "is no mark" in _words(app, "lines")
        assert app.workspace.read("k7m2").log == before
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert isinstance(app.screen, InterviewScreen)


async def test_a_review_that_can_only_be_read_takes_no_pack(make_app: Make, talk: Talk) -> None:
    """It says why, and another can be chosen."""
    _filled()
    app = make_app(talk)
    async with app.run_test(size=SMALL) as pilot:
        await _into_the_one_review(pilot)
        with app.workspace.open("k7m2"):
            await pilot.press("ctrl+s")
            await pilot.pause()
        assert "This review can only be read" in _words(app, "chosen")
        await pilot.press("ctrl+e", "enter")
        await pilot.pause()
        assert _is_asked(app, "group")


async def test_where_it_goes_is_asked_once_the_file_is_known(make_app: Make, talk: Talk) -> None:
    """Without a file, or with one that is no pack, Ctrl+E says so; reviews of others are not offered."""
    app = make_app(talk)
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("p", "ctrl+u", "ctrl+e")
        await pilot.pause()
        assert isinstance(app.screen, FilledPackScreen)
        await _fill_in(pilot, file="filled.md")
        await pilot.press("ctrl+e")
        await pilot.pause()
        assert "There is no such file" in _words(app, "chosen")


def test_what_a_blank_pack_says(tmp_path: Path) -> None:
    """The pack that these tests fill in is read as what they filled in."""
    rubric, found = read_pack(_filled())
    assert (rubric.id, len(found.drafts), found.unread) == (find().id, 3, ())


@SIZES
def test_how_it_looks(
    snap_compare: Any, make_app: Make, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whom it is for, which elements, and where it goes."""
    monkeypatch.setattr(Path, "absolute", lambda path: path)
    assert snap_compare(make_app(), press=["p", *"Headteachers"], terminal_size=size)


@SIZES
def test_how_what_could_not_be_read_looks(snap_compare: Any, make_app: Make, size: tuple[int, int]) -> None:
    """The form above, the list of what could not be read, and how to go on."""
    _filled("- **Green:** perhaps")

    async def read(pilot: Pilot[None]) -> None:
        await pilot.press("p", "ctrl+u")
        await pilot.pause()
        await _fill_in(pilot, file="filled.md", trust="Northfields", group="Headteachers")
        await pilot.press("ctrl+s")
        await pilot.pause()

    assert snap_compare(make_app(), run_before=read, terminal_size=size)
