"""The password that is asked for behind every link, where there is one."""

import asyncio
import hmac
from collections import defaultdict
from collections.abc import Awaitable, Callable
from secrets import token_urlsafe

from matbot.web.refusals import too_many_guesses

BETWEEN_GUESSES = 0.5
"""Seconds that a wrong password takes, one after another for all who try at one link."""

MOST_WAITING = 20
"""How many guesses may wait at a link; more than people make in a meeting."""


async def wait_after_wrong_guess() -> None:
    """What a wrong guess costs."""
    await asyncio.sleep(BETWEEN_GUESSES)


class Password:
    """What every link asks for besides, and how it is known later that it was said."""

    def __init__(self, words: str, pause: Callable[[], Awaitable[None]] = wait_after_wrong_guess) -> None:
        """`words` is the password; empty where none is asked for. `pause` is waited for after a wrong one."""
        self._words, self._pause = words, pause
        self.mark = token_urlsafe(24)
        """What a browser keeps once it was said there; each server's is another."""
        self._asked: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._waiting: defaultdict[str, int] = defaultdict(int)

    def was_given(self, mark: str) -> bool:
        """Whether this is the mark of somebody who said it, or none is asked for."""
        return not self._words or is_same_secret(mark, self.mark)

    async def opens_with(self, typed: str, link: str) -> bool:
        """Whether this is it. A right guess waits its turn, too: or many at once would be many in no time."""
        if self._waiting[link] >= MOST_WAITING:
            raise too_many_guesses()
        self._waiting[link] += 1
        try:
            async with self._asked[link]:
                right = is_same_secret(typed, self._words)
                if not right:
                    await self._pause()
                return right
        finally:
            self._waiting[link] -= 1


def is_same_secret(one: str, other: str) -> bool:
    """Whether two secrets are one; how long that takes tells nobody how much of it was right."""
    return hmac.compare_digest(one.encode(errors="replace"), other.encode(errors="replace"))
