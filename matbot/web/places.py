"""How many pages may be open at once, and which are."""

import asyncio

from matbot.web.refusals import no_place
from matbot.web.session import LEAVES_WITHIN, Session


class Places:
    """The places for pages: each takes one before its process begins, and gives it back when it is closed."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._taken = 0
        self._open: set[Session] = set()
        self._leaving: set[asyncio.Task[None]] = set()

    def require_free(self) -> None:
        """Refuse where every place is taken."""
        if self._taken >= self._most:
            raise no_place(self._most)

    def take(self) -> None:
        """Take a place, or refuse."""
        self.require_free()
        self._taken += 1

    def give_back(self) -> None:
        """A page is closed."""
        self._taken -= 1

    async def run(self, session: Session, width: int, height: int) -> None:
        """Run a page's session until the page is closed or its app has gone."""
        if self._leaving:  # one that is loaded again finds its review free
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
        """End every session, and wait until nothing is left of them."""
        await asyncio.gather(*(session.stop() for session in self._open), *self._leaving)
