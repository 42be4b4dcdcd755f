"""The transcript page: what is read is what is written, and no file is lost without a word."""

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from matbot.review.events import NoteWritten, PriorityWritten, RationaleGiven
from matbot.screens.app import MatbotApp
from matbot.screens.dialogs import AskScreen
from matbot.screens.interview.interview import InterviewScreen
from matbot.screens.transcript.transcript import TranscriptScreen
from matbot.screens.widgets.report_view import ReportView, draw_report
from matbot.services.export import transcript_of
from tests.talk import Talk
from tests.ui.conftest import HOSTILE, Make
from tests.ui.pages import SMALL, WIDE, half_a_review, open_page, push_page

TODAY = date(2026, 10, 6)
NAME = "northfields-heads-2026-10-06-transcript"


@pytest.fixture(autouse=True)
def this_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """The day that stands in the transcript, and a path that is the same at every run."""
    opened = TranscriptScreen.__init__
    monkeypatch.setattr(TranscriptScreen, "__init__", lambda self, file: opened(self, file, TODAY))


async def _open(app: MatbotApp, pilot: Pilot[None]) -> TranscriptScreen:
    return await push_page(app, pilot, TranscriptScreen)


def _words(app: MatbotApp, which: str) -> str:
    return str(app.screen.query_one(which, Static).content)


def _transcripts() -> list[str]:
    return sorted(path.name for path in Path("workspace/transcripts").iterdir())


def _expected(screen: TranscriptScreen) -> str:
    return transcript_of(screen.interview.rubric, screen.interview.log, TODAY).text


async def test_it_says_where_it_would_go_and_writes_nothing(make_app: Make, talk: Talk) -> None:
    """Looking is not writing."""
    app = make_app(half_a_review(talk))
    async with app.run_test(size=SMALL) as pilot:
        await _open(app, pilot)
        assert "Not written yet" in _words(app, "#where")
        assert _words(app, "#path") == str(Path("workspace/transcripts").absolute() / f"{NAME}.md")
        assert not Path("workspace/transcripts").exists()


@pytest.mark.parametrize("mouse", [False, True])
async def test_writing_shows_the_whole_path_and_keeps_it(make_app: Make, talk: Talk, mouse: bool) -> None:
    """By key and by button: the file is what the report says, and for its owner alone."""
    app = make_app(half_a_review(talk))
    async with app.run_test(size=SMALL) as pilot:
        screen = await _open(app, pilot)
        await (pilot.click("#write") if mouse else pilot.press("w"))
        await pilot.pause()
        path = Path(_words(app, "#path"))
        assert path.is_absolute()
        assert path.read_text(encoding="utf-8") == _expected(screen)
        assert _words(app, "#where") == "Written to"
        await pilot.press("f1", "escape")
        await pilot.pause()
        assert _words(app, "#path") == str(path)
        if os.name == "posix":
            assert path.stat().st_mode & 0o777 == 0o600


async def test_a_file_that_is_there_is_written_beside(make_app: Make, talk: Talk) -> None:
    """The first thing offered loses nothing: a new name, counted on."""
    app = make_app(half_a_review(talk))
    async with app.run_test(size=SMALL) as pilot:
        await _open(app, pilot)
        await pilot.press("w", "w")
        await pilot.pause()
        assert isinstance(app.screen, AskScreen)
        await pilot.press("enter")
        await pilot.pause()
        assert _words(app, "#path").endswith(f"{NAME}-2.md")
        await pilot.press("w", "enter")
        await pilot.pause()
        assert _transcripts() == [f"{NAME}-2.md", f"{NAME}-3.md", f"{NAME}.md"]


@pytest.mark.parametrize("keys", [("escape",), ("end", "enter")])
async def test_a_file_that_is_there_can_be_left(make_app: Make, talk: Talk, keys: tuple[str, ...]) -> None:
    """By escape and by choice: it stays as it was."""
    folder = Path("workspace/transcripts")
    folder.mkdir(parents=True)
    (folder / f"{NAME}.md").write_text("mine", encoding="utf-8")
    app = make_app(half_a_review(talk))
    async with app.run_test(size=SMALL) as pilot:
        await _open(app, pilot)
        await pilot.press("w", *keys)
        await pilot.pause()
        assert isinstance(app.screen, TranscriptScreen)
        assert "There is a file of this name already:" in _words(app, "#where")
        assert app.screen.check_action("open", ()), "it can be opened"
    assert (folder / f"{NAME}.md").read_text(encoding="utf-8") == "mine"
    assert _transcripts() == [f"{NAME}.md"]


async def test_not_written_yet_is_said_only_where_there_is_no_file(make_app: Make, talk: Talk) -> None:
    """The file that was written can still be opened later; once it is gone, that is said."""
    app = make_app(half_a_review(talk))
    async with app.run_test(size=SMALL) as pilot:
        await _open(app, pilot)
        assert "Not written yet" in _words(app, "#where")
        assert not app.screen.check_action("open", ())
        await pilot.press("w")
        await pilot.pause()
        assert "Written to" in _words(app, "#where")
        await pilot.press("escape")
        await _open(app, pilot)
        assert "There is a file of this name already:" in _words(app, "#where")
        assert app.screen.check_action("open", ())
        (Path("workspace/transcripts") / f"{NAME}.md").unlink()
        await pilot.press("o")
        assert "not there any more" in " ".join(notice.message for notice in app._notifications)


async def test_a_file_that_is_there_is_replaced_when_people_say_so(make_app: Make, talk: Talk) -> None:
    """Only then."""
    folder = Path("workspace/transcripts")
    folder.mkdir(parents=True)
    (folder / f"{NAME}.md").write_text("old", encoding="utf-8")
    app = make_app(half_a_review(talk))
    async with app.run_test(size=SMALL) as pilot:
        screen = await _open(app, pilot)
        await pilot.press("w", "down", "enter")
        await pilot.pause()
        assert (folder / f"{NAME}.md").read_text(encoding="utf-8") == _expected(screen)
        assert _transcripts() == [f"{NAME}.md"]


async def test_a_folder_that_cannot_be_used_is_told_in_words(make_app: Make, talk: Talk) -> None:
    """A file stands where the folder should be: a notice, and nothing else happens."""
    app = make_app(half_a_review(talk))
    Path("workspace/transcripts").write_text("in the way", encoding="utf-8")
    async with app.run_test(size=SMALL) as pilot:
        await _open(app, pilot)
        await pilot.press("w")
        await pilot.pause()
        notices = [notice.message for notice in app._notifications]
        assert any("was not written" in notice for notice in notices)
        assert "Not written yet" in _words(app, "#where")


async def test_what_was_said_since_is_in_it(make_app: Make, talk: Talk) -> None:
    """Back to the conversation, on, and here again."""
    app = make_app(half_a_review(talk))
    async with app.run_test(size=SMALL) as pilot:
        await open_page(app, pilot, "f7", TranscriptScreen)
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, InterviewScreen)
        await pilot.press("1", *"brandnew", "enter", "f7")
        await pilot.pause()
        assert "brandnew" in app.screen.query_one(ReportView).text


async def test_the_arrows_scroll_at_once(make_app: Make, talk: Talk) -> None:
    """The text has the focus when the page opens."""
    app = make_app(half_a_review(talk))
    async with app.run_test(size=SMALL) as pilot:
        screen = await _open(app, pilot)
        await pilot.press("end")
        await pilot.pause()
        assert screen.query_one("#preview").scroll_offset.y > 10


async def test_what_people_typed_is_shown_and_does_nothing(make_app: Make, talk: Talk) -> None:
    """In quotations, tables and names."""
    talk = half_a_review(talk)
    for place, words in zip(talk.rubric.questions, HOSTILE, strict=False):
        talk.log.append(NoteWritten(question=place, note=words))
    everything = "\n".join(HOSTILE)
    talk.log += [
        RationaleGiven(element="1A", rationale=everything),
        PriorityWritten(
            priority="p1", elements=("1A",), issues=everything, action=everything, lead=everything
        ),
    ]
    app = make_app(talk)
    async with app.run_test(size=SMALL) as pilot:
        screen = await _open(app, pilot)
        shown = screen.query_one(ReportView).text
        assert not any(character in shown for character in "\x1b\x07\x9b\u202e")
        assert all(words in shown for words in HOSTILE[:3])


@pytest.mark.parametrize("width", [20, 40, 76, 100])
def test_no_line_is_wider_than_the_page(talk: Talk, width: int) -> None:
    """Tables stand beside or below each other as there is room."""
    talk = half_a_review(talk)
    talk.log.append(
        PriorityWritten(priority="p1", elements=("1A",), issues="one\ntwo", lead="The chief executive")
    )
    report = transcript_of(talk.rubric, talk.log, TODAY).report
    drawn = draw_report(report, width)
    assert max(line.cell_length for line in drawn.split("\n")) <= width
    assert "The chief executive" in " ".join(drawn.plain.split())


def _at_the_page(*keys: str) -> Callable[[Pilot[None]], object]:
    async def go(pilot: Pilot[None]) -> None:
        assert isinstance(pilot.app, MatbotApp)
        await _open(pilot.app, pilot)
        for key in keys:
            await pilot.press(key)
            await pilot.pause()

    return go


@pytest.mark.parametrize("size", [SMALL, WIDE])
@pytest.mark.parametrize("keys", [(), ("w", "w")])
def test_how_it_looks(
    make_app: Make,
    talk: Talk,
    snap_compare: Callable[..., bool],
    monkeypatch: pytest.MonkeyPatch,
    size: tuple[int, int],
    keys: tuple[str, ...],
) -> None:
    """The page, and the question that is asked where a file is there already."""
    monkeypatch.setattr(Path, "absolute", lambda path: path)
    app = make_app(half_a_review(talk))
    assert snap_compare(app, terminal_size=size, run_before=_at_the_page(*keys))
