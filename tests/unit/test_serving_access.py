"""What guards matbot in a browser: guesses at the password, and what a page's app has to say."""

import asyncio
import sys
from typing import cast

import pytest

pytest.importorskip("textual_serve", reason="matbot[web] is not installed")

from aiohttp import web
from textual_serve.download_manager import DownloadManager

from matbot.store.workspace import Workspace
from matbot.web.access_links import build_access_links
from matbot.web.address import Address
from matbot.web.password import MOST_WAITING, Password
from matbot.web.refusals import Refused
from matbot.web.server import Offer, serve
from matbot.web.session import Session


class Pause:
    """What a wrong guess costs, for as long as the test wants it to."""

    def __init__(self) -> None:
        self.over = asyncio.Event()

    async def __call__(self) -> None:
        """Wait for the end of it."""
        await self.over.wait()


async def _as_far_as_they_get() -> None:
    for _ in range(10):
        await asyncio.sleep(0)


async def test_a_right_guess_among_many_is_not_told_sooner() -> None:
    """Whoever sends thousands at once learns no more than one by one; other links are not held up."""
    pause = Pause()
    password = Password("correct horse", pause)
    wrong = asyncio.create_task(password.opens_with("wrong horse", "/"))
    right = asyncio.create_task(password.opens_with("correct horse", "/"))
    await _as_far_as_they_get()
    assert not right.done()
    assert await password.opens_with("correct horse", "/group/heads")
    pause.over.set()
    assert [await wrong, await right] == [False, True]


async def test_more_guesses_at_once_than_people_make_are_refused() -> None:
    """Until those that wait have had their turn."""
    pause = Pause()
    password = Password("correct horse", pause)
    waiting = [asyncio.create_task(password.opens_with("wrong horse", "/")) for _ in range(MOST_WAITING)]
    await _as_far_as_they_get()
    with pytest.raises(Refused, match="Many are saying the password at once"):
        await password.opens_with("correct horse", "/")
    pause.over.set()
    await asyncio.gather(*waiting)
    assert await password.opens_with("correct horse", "/")


def test_only_its_own_mark_shows_that_the_password_was_said() -> None:
    """Not an empty one, nor that of another server; where none is asked for, everybody has said it."""
    password = Password("correct horse")
    assert password.was_given(password.mark)
    for mark in ("", "correct horse", Password("correct horse").mark, "\ud800"):
        assert not password.was_given(mark)
    assert Password("").was_given("")


async def test_what_an_app_complains_of_does_not_stand_among_the_links(
    capfd: pytest.CaptureFixture[str],
) -> None:
    """It goes where the server's own complaints go."""
    page = cast("web.WebSocketResponse", FakePage())
    given = [sys.executable, "-c", "import sys; print('__GANGLION__'); sys.stderr.write('trouble')"]
    session = Session(build_access_links()[0], given, page, DownloadManager())
    await session.start(80, 24)
    assert not session.is_over
    await session.stop()
    assert session.is_over
    assert capfd.readouterr() == ("", "trouble")


async def test_a_request_that_no_browser_sends_is_answered_and_not_reported(
    workspace: Workspace, caplog: pytest.LogCaptureFixture
) -> None:
    """Whoever knocks at every port of a machine fills nobody's terminal with tracebacks."""
    stopping: asyncio.Future[Address] = asyncio.get_running_loop().create_future()
    serving = asyncio.create_task(
        serve(Offer(workspace, build_access_links(), most=1), Address("127.0.0.1", 0), stopping.set_result)
    )
    at = await stopping
    reader, writer = await asyncio.open_connection(at.host, at.port)
    writer.write(b"GET /" + b"a" * 9000 + b" HTTP/1.1\r\n\r\n")
    assert b"400" in await reader.readline()
    writer.close()
    serving.cancel()
    await asyncio.wait([serving])
    assert caplog.records == []


class FakePage:
    """A page that takes everything."""

    async def send_bytes(self, drawn: bytes) -> None:
        """Draw."""

    async def send_str(self, given: str) -> None:
        """Hear."""

    async def close(self) -> None:
        """End."""
