"""A page of matbot without a browser: its cookies and its web socket, for tests that need many."""

import json
import re
from asyncio import timeout
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from urllib.parse import urlsplit

from aiohttp import ClientSession, ClientWebSocketResponse, CookieJar, WSMsgType

from tests.browser.serving import PATIENCE

MARKS = re.compile(r"\x1b(\[[0-9;?<>=]*[A-Za-z]|\][^\x07]*\x07|.)")
"""How a terminal is told where, and in which colour, to draw."""


class Page:
    """An open page: what is drawn in it, and what can be typed."""

    def __init__(self, socket: ClientWebSocketResponse) -> None:
        self._socket = socket
        self.seen = self._drawn = ""
        self.downloads: list[str] = []
        """The keys of what can be downloaded."""

    async def type(self, typed: str) -> None:
        """Type, as a terminal sends keys."""
        await self._socket.send_str(json.dumps(["stdin", typed]))

    async def close(self) -> None:
        """Close the page."""
        await self._socket.close()

    async def shows(self, words: str) -> None:
        """Wait until words were drawn since the last that were waited for."""
        async with timeout(PATIENCE):
            while words not in self._drawn:
                await self._read()
        self._drawn = self._drawn.partition(words)[2]

    async def offers(self) -> str:
        """Wait for a download, and take its key."""
        async with timeout(PATIENCE):
            while not self.downloads:
                await self._read()
        return self.downloads.pop()

    async def _read(self) -> None:
        message = await self._socket.receive()
        assert message.type in (WSMsgType.BINARY, WSMsgType.TEXT), f"it was closed: {self._drawn[-500:]}"
        if message.type is WSMsgType.BINARY:
            drawn = MARKS.sub("", message.data.decode(errors="replace"))
            self.seen, self._drawn = self.seen + drawn, self._drawn + drawn
        else:
            kind, given = json.loads(message.data)
            if kind == "deliver_file_start":
                self.downloads.append(given)


@asynccontextmanager
async def visitor(link: str = "") -> AsyncIterator[ClientSession]:
    """Somebody who has followed a link, and keeps the cookies for it."""
    async with ClientSession(cookie_jar=CookieJar(unsafe=True)) as someone:
        if link:
            async with someone.get(link) as answer:
                assert answer.status == 200
        yield someone


def socket_of(link: str) -> str:
    """The web socket of the page behind a link."""
    parts = urlsplit(link)
    return f"ws://{parts.netloc}{parts.path.rstrip('/')}/ws"


def origin_of(link: str) -> str:
    """The origin of the page behind a link."""
    parts = urlsplit(link)
    return f"{parts.scheme}://{parts.netloc}"


@asynccontextmanager
async def opened(link: str, someone: ClientSession) -> AsyncIterator[Page]:
    """The page behind a link."""
    address = f"{socket_of(link)}?width=80&height=24"
    async with someone.ws_connect(address, origin=origin_of(link)) as socket:
        yield Page(socket)
