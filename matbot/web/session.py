"""One open page and the app's process behind it, from opening the page to the end of the process."""

import asyncio
import json
import os
from asyncio.subprocess import PIPE, Process
from collections.abc import Sequence

from aiohttp import WSMsgType, web
from textual_serve.app_service import AppService
from textual_serve.download_manager import DownloadManager

from matbot.store.json_guards import is_too_deep
from matbot.web.access_links import AccessLink

LEAVES_WITHIN = 3.0
"""Seconds that the app has to exit after its page is closed; normally it takes two at most."""

PASSWORD = "MATBOT_PASSWORD"
"""The environment variable that can hold the server's password; the app's process does not get it."""

SIDES = (1, 1000)
"""The minimum and maximum number of columns, or rows, of a page."""


class Session(AppService):
    """A page and its process; when one ends, so does the other."""

    def __init__(
        self,
        link: AccessLink,
        command: Sequence[str],
        page: web.WebSocketResponse,
        downloads: DownloadManager,
    ) -> None:
        super().__init__(
            "",
            write_bytes=page.send_bytes,
            write_str=page.send_str,
            close=self._close_page,
            download_manager=downloads,
        )
        self.link = link
        self._arguments, self._page = command, page
        self._stopping: asyncio.Task[None] | None = None

    @property
    def is_over(self) -> bool:
        """Whether its page is closed, so that it provides no more downloads."""
        return self._stopping is not None

    async def hear(self) -> None:
        """Forward the messages of the page to the app, until the page is closed or sends an invalid one."""
        async for message in self._page:
            if message.type is WSMsgType.TEXT and not await self._forward(message.data):
                return

    async def stop(self) -> None:
        """Let the app exit, or kill it if it does not.

        Can be called repeatedly; cancelling a caller does not interrupt it.
        """
        self._stopping = self._stopping or asyncio.create_task(self._stop())
        await asyncio.shield(self._stopping)

    async def run(self) -> None:
        """Forward the app's output to the page, and close the page when the app has exited."""
        try:
            await super().run()
        finally:
            await self.remote_close()

    async def _close_page(self) -> None:
        await self._page.close()

    async def _forward(self, text: str) -> bool:
        """Forward one message of the page to the app; return whether it is one that a page sends."""
        if is_too_deep(text.encode(errors="replace")):
            return False
        try:
            match json.loads(text):
                case ["stdin", str(typed)]:
                    await self.send_bytes(typed.encode(errors="replace"))
                case ["resize", {"width": int(width), "height": int(height)}]:
                    await self.set_terminal_size(parse_side(width), parse_side(height))
                case ["ping", str(when)]:
                    await self._page.send_json(["pong", when[:40]])
                case ["focus"]:
                    await self.focus()
                case ["blur"]:
                    await self.blur()
                case _:
                    return False
        except (ValueError, ConnectionResetError):
            return False
        return True

    async def _stop(self) -> None:
        if self._process is None:
            return
        await self._download_manager.cancel_app_downloads(self.app_service_id)
        self.stdin.close()
        try:
            await asyncio.wait_for(self._process.wait(), LEAVES_WITHIN)
        except TimeoutError:
            self._process.kill()
            await self._process.wait()
        if self._task is not None:
            self._task.cancel()
            await asyncio.wait([self._task])

    def _build_environment(self, width: int = 80, height: int = 24) -> dict[str, str]:
        environment = super()._build_environment(width, height)
        environment.pop(PASSWORD, None)
        return environment

    async def _open_app_process(self, width: int = 80, height: int = 24) -> Process:
        # Without a shell, and in a separate session, so that Ctrl+C reaches only the server.
        self._process = process = await asyncio.create_subprocess_exec(
            *self._arguments,
            stdin=PIPE,
            stdout=PIPE,
            env=self._build_environment(width, height),
            start_new_session=os.name == "posix",
        )
        assert process.stdin is not None
        self._stdin = process.stdin
        # The process inherits the server's stderr, so that errors are not mixed with the links on stdout;
        # the base class reads an empty stream instead.
        process.stderr = asyncio.StreamReader()
        process.stderr.feed_eof()
        return process


def parse_side(number: int) -> int:
    """Clamp a number of columns or rows to what can be drawn."""
    return max(SIDES[0], min(SIDES[1], number))
