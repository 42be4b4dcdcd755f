"""The transcript of a part of a review, and without some names: chosen on the page, and told at its head."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, Static

from matbot.review.events import PriorityWritten, RationaleGiven
from matbot.screens.app import MatbotApp
from matbot.screens.element_choice import ElementsScreen
from matbot.screens.one_line import OneLineScreen
from matbot.screens.transcript import transcript
from matbot.screens.transcript.redaction import LONGEST_LIST, join_names, parse_names
from matbot.screens.transcript.transcript import TranscriptScreen
from matbot.screens.widgets.report_view import ReportView
from matbot.services import export as writing
from matbot.services.export import Document
from tests.talk import Talk
from tests.ui.conftest import AT_ONCE, Make
from tests.ui.pages import SMALL, half_a_review, push_page


@pytest.fixture
def talk(talk: Talk) -> Talk:
    """Half a review, in which somebody who leads is named in a rationale too."""
    talk = half_a_review(talk)
    talk.log.append(PriorityWritten(priority="p", elements=("1A",), action="Ask jo okafor", lead="Jo Okafor"))
    return talk


async def _open(app: MatbotApp, pilot: Pilot[None]) -> TranscriptScreen:
    return await push_page(app, pilot, TranscriptScreen)


async def _press(pilot: Pilot[None], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
        await pilot.pause()


def _chosen(screen: TranscriptScreen) -> str:
    return str(screen.query_one("#chosen", Static).content)


def _report(screen: TranscriptScreen) -> str:
    return screen.query_one(ReportView).text


async def test_elements_are_chosen_and_told(make_app: Make, talk: Talk) -> None:
    """What was not ticked is not there, in the file's name neither; all of them is the whole again."""
    app = make_app(talk)
    async with app.run_test(size=SMALL) as pilot:
        screen = await _open(app, pilot)
        assert _chosen(screen) == "Elements: all of this review · Names left out: none"
        await _press(pilot, "e", "space", "ctrl+s")
        assert _chosen(screen).startswith("Elements: 2A, 2B, 3A")
        assert "1A Clarity of purpose" not in _report(screen)
        await _press(pilot, "e", "down", "space", "escape")
        assert _chosen(screen).startswith("Elements: 2A, 2B, 3A"), "they thought better of it"
        await _press(pilot, "e", "space", "ctrl+s")
        assert _chosen(screen).startswith("Elements: all of this review")
        assert "1A Clarity of purpose" in _report(screen)


async def test_the_file_is_about_the_chosen_elements(make_app: Make, talk: Talk) -> None:
    """Its name says so, and what was written before is another file."""
    app = make_app(talk)
    async with app.run_test(size=SMALL) as pilot:
        screen = await _open(app, pilot)
        await _press(pilot, "w")
        screen._take_elements(("1A", "1B"))
        await pilot.pause()
        assert _chosen(screen).startswith("Elements: 1A and 1B alone")
        assert str(screen.query_one("#where", Static).content).startswith("Not written yet")
        await _press(pilot, "k", "k", "w")
        names = sorted(path.name for path in Path("workspace/transcripts").iterdir())
        assert [name.partition("2026-10-06-")[2] for name in names] == [
            "learning-set-1a-1b.md",
            "transcript.md",
        ]


async def test_no_element_at_all_is_not_taken(make_app: Make, talk: Talk) -> None:
    """The dialog stays, and says what is missing."""
    app = make_app(talk)
    async with app.run_test(size=SMALL) as pilot:
        screen = await _open(app, pilot)
        screen._take_elements(("1A",))
        await _press(pilot, "e", "down", "space", "ctrl+s")
        assert isinstance(app.screen, ElementsScreen)
        assert [notice.message for notice in app._notifications] == ["Tick at least one element."]


async def test_names_are_left_out_and_told(make_app: Make, talk: Talk) -> None:
    """Those that the review knows stand in the box; what is chosen stays chosen until the box is empty."""
    app = make_app(talk)
    async with app.run_test(size=SMALL) as pilot:
        screen = await _open(app, pilot)
        assert "Jo Okafor" in _report(screen)
        await _press(pilot, "h")
        assert app.screen.query_one(Input).value == "Jo Okafor"
        await _press(pilot, *", Heads", "enter")
        assert _chosen(screen).endswith("Names left out: Jo Okafor and Heads")
        assert "okafor" not in _report(screen).casefold()
        assert "Ask (a name)" in _report(screen)
        await _press(pilot, "h", "escape", "h")
        box = app.screen.query_one(Input)
        assert box.value == "Jo Okafor, Heads"
        box.value = " , "
        await _press(pilot, "enter")
        assert _chosen(screen).endswith("Names left out: none")
        assert "Jo Okafor" in _report(screen)


async def test_others_read_no_name_that_matbot_knows_unless_the_box_is_emptied(
    make_app: Make, talk: Talk
) -> None:
    """The page names whoever is left out of the Board paper; an empty box keeps all."""
    talk.log.append(RationaleGiven(element="1A", rationale="Jo Okafor began it"))
    app = make_app(talk)
    async with app.run_test(size=SMALL) as pilot:
        screen = await _open(app, pilot)
        await _press(pilot, "k")
        assert _chosen(screen).endswith("Names left out: Jo Okafor")
        assert "(a name) began it" in _report(screen)
        await _press(pilot, "h", "ctrl+u", "enter")
        assert _chosen(screen).endswith("Names left out: none")
        assert "Jo Okafor began it" in _report(screen)


@pytest.mark.parametrize("typed", AT_ONCE)
async def test_whatever_is_typed_for_a_name_does_nothing_else(make_app: Make, talk: Talk, typed: str) -> None:
    """It stands at the head of the page, shortened, and nothing breaks."""
    talk.log.append(PriorityWritten(priority="p", elements=("1A",), lead=typed))
    app = make_app(talk)
    async with app.run_test(size=SMALL) as pilot:
        screen = await _open(app, pilot)
        await _press(pilot, "h")
        assert isinstance(app.screen, OneLineScreen)
        assert len(app.screen.query_one(Input).value) <= LONGEST_LIST
        await _press(pilot, "enter")
        assert not any(character in _chosen(screen) for character in "\x1b\x07\x9b\u202e")


async def test_it_is_made_once_for_what_it_is_made_from(
    make_app: Make, talk: Talk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Opening the page makes it once, another format not again, another kind of document once more."""
    made: list[str] = []

    def count(*arguments: object) -> Document:
        made.append("one")
        return writing.transcript_of(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(transcript, "transcript_of", count)
    app = make_app(talk)
    async with app.run_test(size=SMALL) as pilot:
        await _open(app, pilot)
        assert len(made) == 1
        await _press(pilot, "m", "w", "f1", "escape")
        assert len(made) == 1
        await _press(pilot, "k")
        assert len(made) == 2


@pytest.mark.parametrize("key", ["e", "h"])
def test_how_the_questions_look(
    make_app: Make,
    talk: Talk,
    snap_compare: Callable[..., bool],
    monkeypatch: pytest.MonkeyPatch,
    key: str,
) -> None:
    """Over the page: every element to tick in view on the smallest screen, and the box with its words."""
    monkeypatch.setattr(Path, "absolute", lambda path: path)

    async def ask(pilot: Pilot[None]) -> None:
        assert isinstance(pilot.app, MatbotApp)
        await push_page(pilot.app, pilot, lambda file: TranscriptScreen(file, date(2026, 10, 6)))
        await _press(pilot, key)

    assert snap_compare(make_app(talk), terminal_size=SMALL, run_before=ask)


def test_names_stand_between_commas() -> None:
    """What is empty is none; a line that is too long for the box ends with a whole name."""
    assert parse_names(" Jo ,, Ann\tLee,\x1b[31m ,JO") == ["Jo", "Ann Lee"]
    line = join_names([f"Name number {number}" for number in range(200)])
    assert LONGEST_LIST - 20 < len(line) <= LONGEST_LIST
    assert line.split(", ")[-1].startswith("Name number ")
