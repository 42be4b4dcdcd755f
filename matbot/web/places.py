"""Limits how many pages can be open at once, and keeps track of the open ones."""

import asyncio

from matbot.web.refusals import no_place
from matbot.web.session import LEAVES_WITHIN, Session


class Places:
    """The places for open pages: a page takes one before its process starts, and returns it when closed."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._taken = 0
        self._open: set[Session] = set()
        self._leaving: set[asyncio.Task[None]] = set()

    def require_free(self) -> None:
        """Check that a place is free.

        Raises:
            Refused: Every place is taken.

        """
        if self._taken >= self._most:
            raise no_place(self._most)

    def take(self) -> None:
        """Take a place.

        Raises:
            Refused: Every place is taken.

        """
        self.require_free()
        self._taken += 1

    def give_back(self) -> None:
        """Return the place of a page that was closed."""
        self._taken -= 1

    async def run(self, session: Session, width: int, height: int) -> None:
        """Run a page's session until the page is closed or its app has exited."""
        if self._leaving:  # so that a page that is reloaded finds its review closed
            await asyncio.wait(self._leaving, timeout=LEAVES_WITHIN)
        self._open.add(session)
        try:
            await session.start(width, height)
            await session.hear()
        finally:
            self._open.discard(session)
            leaving = asyncio.create_task(session.stop())
            self._leaving.add(leaving)
            leaving.add_done_callback(self._leaving.discard)

    async def close(self) -> None:
        """Stop every session, and wait until all of them have ended."""
        await asyncio.gather(*(session.stop() for session in self._open), *self._leaving)
