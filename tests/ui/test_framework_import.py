"""A framework brought in from a file in the app: seen before it is kept, and nothing kept unasked."""

from pathlib import Path
from threading import Event
from typing import Any

import pytest
from textual.events import Paste
from textual.pilot import Pilot
from textual.widgets import Input, Static

from matbot.importers.findings import Correction, Found, Unread
from matbot.importers.frameworks import opening
from matbot.rubric.library import find
from matbot.screens.app import MatbotApp
from matbot.screens.dialogs import AskScreen
from matbot.screens.frameworks.framework_import import READING, ImportScreen
from matbot.screens.frameworks.frameworks import FrameworkList, FrameworksScreen
from matbot.screens.widgets.fitted_text import FittedText
from matbot.screens.widgets.path_input import PathInput, parse_path
from tests.frameworks import twelve
from tests.ui.conftest import AT_ONCE, Make
from tests.ui.pages import SMALL
from tests.unit.published import as_text, layout_of_rubric


@pytest.fixture
def file() -> Path:
    """A framework as people have it, in plain text."""
    path = Path("our framework 2026.txt")
    path.write_text(as_text(layout_of_rubric(find().part(["1A", "2B"]))), encoding="utf-8")
    return path


async def _read(app: MatbotApp, pilot: Pilot[None], typed: str) -> None:
    """Go to the page of imports and have a file read."""
    await pilot.press("f", "i")
    await pilot.pause()
    app.screen.query_one(PathInput).value = typed
    await pilot.press("enter")
    await _wait(app, pilot)


async def _wait(app: MatbotApp, pilot: Pilot[None]) -> None:
    await app.workers.wait_for_complete()
    await pilot.pause()


def _says(app: MatbotApp) -> str:
    return str(app.screen.query_one("#says", Static).content)


def _found(app: MatbotApp) -> str:
    return app.screen.query_one(FittedText).text


async def test_what_was_found_is_shown_and_then_kept(make_app: Make, file: Path) -> None:
    """Its elements with their counts; under a name of people's own; and it is marked in the list."""
    app = make_app()
    async with app.run_test(size=SMALL) as pilot:
        await _read(app, pilot, f'"{file}"')
        assert "1A Clarity of purpose, 6 questions" in _found(app)
        assert list(app.workspace.rubrics.glob("*")) == []
        app.screen.query_one("#name", Input).value = "ours"
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert isinstance(app.screen, FrameworksScreen)
        assert app.screen.query_one(FrameworkList).marked_key == "ours"
    assert list(find("ours", app.workspace.rubrics).elements) == ["1A", "2B"]


async def test_leaving_it_keeps_nothing(make_app: Make, file: Path) -> None:
    """Esc, once all was read."""
    app = make_app()
    async with app.run_test(size=SMALL) as pilot:
        await _read(app, pilot, str(file))
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, FrameworksScreen)
    assert not app.workspace.rubrics.exists()


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("mat-si-capacity-2019", "There is a framework version called mat-si-capacity-2019 already."),
        ("../Our [/red] own", "such as our-red-own"),
        ("", "such as my-framework"),
    ],
)
async def test_a_name_that_will_not_do_is_asked_again(
    make_app: Make, file: Path, name: str, words: str
) -> None:
    """In a line, with what was found still there."""
    app = make_app()
    async with app.run_test(size=SMALL) as pilot:
        await _read(app, pilot, str(file))
        app.screen.query_one("#name", Input).value = name
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert words in _says(app)
        assert "1A Clarity of purpose" in _found(app)
        assert app.focused is app.screen.query_one("#name")


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("", "Which file?"),
        ("nowhere.txt", "There is no such file."),
        (".", "It is a folder."),
        ("letter.txt", "There is no table in it"),
    ],
)
async def test_what_cannot_be_read_is_said_beside_the_box(make_app: Make, typed: str, words: str) -> None:
    """And people can name another file at once."""
    Path("letter.txt").write_text("Dear all,\n\nplease find it attached.\n", encoding="utf-8")
    app = make_app()
    async with app.run_test(size=SMALL) as pilot:
        await _read(app, pilot, typed)
        assert words in _says(app)
        assert app.focused is app.screen.query_one(PathInput)


@pytest.mark.parametrize("size", [SMALL, (40, 10)])
async def test_all_that_is_said_of_a_file_that_is_refused_can_be_read(
    make_app: Make, size: tuple[int, int]
) -> None:
    """By its room, or by scrolling with the keys."""
    Path("long.csv").write_text("Element,Poor,Good\n1,bad,good\n", encoding="utf-8")
    app = make_app()
    async with app.run_test(size=size) as pilot:
        await _read(app, pilot, "long.csv")
        told, says = app.screen.query_one("#told"), app.screen.query_one("#says")
        assert len(_says(app)) > 5 * SMALL[0]
        assert told.region.height >= 3
        await pilot.press("tab", "end")
        await pilot.pause(0.5)
        assert app.focused is told
        assert says.region.bottom == told.region.bottom or says.region.height <= told.region.height


async def test_a_large_file_does_not_hold_up_the_keys(
    make_app: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It says that it is reading; whoever names another file meanwhile is not shown the first."""
    go_on = Event()

    def slowly(_path: Path) -> Found:
        go_on.wait(30)
        return Found(twelve())

    monkeypatch.setattr(opening, "found_in", slowly)
    app = make_app()
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("f", "i", "x", "enter")
        await pilot.pause()
        assert _says(app) == READING
        await pilot.press("y")
        await pilot.pause()
        assert app.screen.query_one(PathInput).value == "xy"
        go_on.set()
        await _wait(app, pilot)
        assert not app.screen.query_one("#found").display
        await pilot.press("enter")
        await _wait(app, pilot)
        assert "A1 Digging, 2 questions" in _found(app)


async def test_a_path_is_pasted_as_it_stands(make_app: Make) -> None:
    """Its spaces too; of several lines the first."""
    app = make_app()
    async with app.run_test(size=SMALL) as pilot:
        await pilot.press("f", "i")
        await pilot.pause()
        app.post_message(Paste("/a/two  spaces.pdf\n/b\n"))
        await pilot.pause()
        assert app.screen.query_one(PathInput).value == "/a/two  spaces.pdf"


@pytest.mark.parametrize(
    ("typed", "path"),
    [
        ("  /a/b.pdf ", "/a/b.pdf"),
        ("'/a/b c.pdf'", "/a/b c.pdf"),
        ("“/a/b.pdf”", "/a/b.pdf"),
        ("file:///a/b%20c.pdf", "/a/b c.pdf"),
        ("file://localhost/a/b.pdf", "/a/b.pdf"),
        ("file:///C:/a/b.pdf", "C:/a/b.pdf"),
        ("/a/b\\ c\\(1\\).pdf", "/a/b c(1).pdf"),
        ("~nobody-of-that-name/x", "~nobody-of-that-name/x"),
    ],
)
def test_whatever_stands_round_a_path_is_taken_off(typed: str, path: str) -> None:
    """Quotes, an address, the backslashes of a file that was dropped into the window."""
    assert parse_path(typed) == Path(path)


def test_a_path_may_begin_at_home() -> None:
    """And no words are no path."""
    assert parse_path("~/x.pdf") == Path.home() / "x.pdf"
    assert parse_path(" '' ") is None


@pytest.mark.parametrize("text", AT_ONCE, ids=["all", "markup", "long"])
async def test_whatever_is_found_in_a_file_is_text(
    make_app: Make, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    """Places, words and reasons."""
    rubric = twelve().model_copy(update={"title": text, "edition": text})
    found = Found(rubric, (Correction(text, text, text),), (Unread(text, text, text),))
    monkeypatch.setattr(opening, "found_in", lambda _path: found)
    app = make_app()
    async with app.run_test(size=SMALL) as pilot:
        await _read(app, pilot, "x")
        assert isinstance(app.screen, ImportScreen)
        await pilot.press("end")
        assert not any(character in app.export_screenshot() for character in "\x1b\x07\x9b\u202e")


@pytest.mark.parametrize("keys", [(), ("pagedown",) * 2], ids=["found", "mended"])
def test_how_it_looks(
    make_app: Make, monkeypatch: pytest.MonkeyPatch, snap_compare: Any, keys: tuple[str, ...]
) -> None:
    """What was found, and below it what was mended and what was left out."""
    correction = Correction(
        "page 2, row 4", "A1: the questions are numbered 1 and 2.", "A number comes twice in the file."
    )
    left = Unread("page 9", "For more, ring the office.", "It is after the tables.")
    monkeypatch.setattr(opening, "found_in", lambda _path: Found(twelve(), (correction,), (left, left)))

    async def before(pilot: Pilot[None]) -> None:
        assert isinstance(pilot.app, MatbotApp)
        await _read(pilot.app, pilot, "Downloads/gardens.pdf")
        await pilot.press(*keys)

    assert snap_compare(make_app(), terminal_size=SMALL, run_before=before)


UNKNOWN = (
    "| Element | Questions | Alpha | Beta | Gamma |\n|---|---|---|---|---|\n| 1A X | Is it? | a | b | c |\n"
)


@pytest.mark.parametrize(("keys", "weakest"), [(("enter",), "Alpha"), (("down", "enter"), "Gamma")])
async def test_the_weak_end_is_asked_for_where_the_file_does_not_tell(
    make_app: Make, tmp_path: Path, keys: tuple[str, ...], weakest: str
) -> None:
    """Before anything is shown or can be kept; then the scale is as people said."""
    path = tmp_path / "unknown.md"
    path.write_text(UNKNOWN, encoding="utf-8")
    app = make_app()
    async with app.run_test(size=SMALL) as pilot:
        await _read(app, pilot, str(path))
        assert isinstance(app.screen, AskScreen)
        await pilot.press(*keys)
        await pilot.pause()
        await _wait(app, pilot)
        assert isinstance(app.screen, ImportScreen)
        found = app.screen._found
        assert found is not None
        assert found.rubric.scale[0].name == weakest


async def test_nothing_is_kept_where_nobody_says_which_end_is_weak(make_app: Make, tmp_path: Path) -> None:
    """Esc leaves it, and Enter asks again."""
    path = tmp_path / "unknown.md"
    path.write_text(UNKNOWN, encoding="utf-8")
    app = make_app()
    async with app.run_test(size=SMALL) as pilot:
        await _read(app, pilot, str(path))
        await pilot.press("escape")
        await pilot.pause()
        assert "Which of these is the weakest?" in _says(app)
        assert not app.screen.query_one("#found").display
        await pilot.press("enter")
        await _wait(app, pilot)
        assert isinstance(app.screen, AskScreen)
