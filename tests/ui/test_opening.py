"""Opening what was written with the system's own program: nobody waits for it, and a failure is told."""

import os
import sys
from pathlib import Path

import pytest
from textual.pilot import Pilot

from matbot.screens import export
from matbot.screens.app import MatbotApp
from matbot.screens.transcript.transcript import TranscriptScreen
from matbot.services import export as writing
from tests.talk import Talk
from tests.ui.conftest import Make
from tests.ui.pages import SMALL, half_a_review, push_page

POSIX = pytest.mark.skipif(os.name != "posix", reason="the openers of these tests are scripts of a shell")
OPENER = "open" if sys.platform == "darwin" else "xdg-open"


@pytest.fixture
def opener(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The system's opener, alone on the path; not there until a test writes it."""
    folder = tmp_path / "programs"
    folder.mkdir()
    monkeypatch.setenv("PATH", f"{folder}")
    return folder / OPENER


def _script(path: Path, words: str) -> None:
    path.write_text(f"#!/bin/sh\n{words}\n", encoding="utf-8")
    path.chmod(0o755)


async def _write_and_open(app: MatbotApp, pilot: Pilot[None]) -> list[str]:
    """What is told after the transcript was written and opened, and where it is."""
    await push_page(app, pilot, TranscriptScreen)
    await pilot.press("w")
    await pilot.pause()
    app.clear_notifications()
    await pilot.press("o")
    await app.workers.wait_for_complete()
    await pilot.pause()
    return [notice.message for notice in app._notifications]


@POSIX
@pytest.mark.parametrize("words", [None, "exit 3", "kill -9 $$"])
async def test_where_no_program_opens_it_its_place_is_told(
    make_app: Make, talk: Talk, opener: Path, words: str | None
) -> None:
    """No opener at all, one that finds no program, and one that dies: one line, with the whole path."""
    if words:
        _script(opener, words)
    app = make_app(half_a_review(talk))
    async with app.run_test(size=SMALL) as pilot:
        (message,) = await _write_and_open(app, pilot)
    (path,) = Path("workspace/transcripts").absolute().iterdir()
    assert message == f"No program here opens it. You find it at {path}"


@POSIX
async def test_what_opens_is_given_the_file_and_nothing_is_said(
    make_app: Make, talk: Talk, opener: Path
) -> None:
    """The program gets the path whole, whatever stands in it."""
    _script(opener, f'printf %s "$1" > "{opener.parent}/given"')
    app = make_app(half_a_review(talk))
    async with app.run_test(size=SMALL) as pilot:
        assert await _write_and_open(app, pilot) == []
    (path,) = Path("workspace/transcripts").absolute().iterdir()
    assert (opener.parent / "given").read_text(encoding="utf-8") == str(path)


@POSIX
async def test_a_program_that_stays_is_taken_for_open(opener: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After a while nobody waits any longer."""
    pipe = opener.parent / "pipe"
    os.mkfifo(pipe)
    _script(opener, f'read words < "{pipe}"')
    monkeypatch.setattr(writing, "_GIVES_UP_WITHIN", 0.1)
    assert await export.open_file(Path("file"))
    os.close(os.open(pipe, os.O_WRONLY))  # it has read to the end, and ends


@pytest.mark.parametrize("works", [True, False])
async def test_on_windows_the_system_opens_it(monkeypatch: pytest.MonkeyPatch, works: bool) -> None:
    """An error of the system is told in the same words."""

    def startfile(path: Path) -> None:
        if not works:
            raise OSError(1155, "No application is associated with the file")

    monkeypatch.setattr(os, "startfile", startfile, raising=False)
    monkeypatch.setattr(writing, "sys", type("System", (), {"platform": "win32"}))
    assert await export.open_file(Path("file")) is works
