"""The optional password that is required behind every link."""

import asyncio
import hmac
from collections import defaultdict
from collections.abc import Awaitable, Callable
from secrets import token_urlsafe

from matbot.web.refusals import too_many_guesses

BETWEEN_GUESSES = 0.5
"""Seconds that a wrong password takes; attempts at one link are handled one after another."""

MOST_WAITING = 20
"""The most attempts that can be pending at a link; more than people make in a meeting."""


async def wait_after_wrong_guess() -> None:
    """Wait for the time that a wrong password takes."""
    await asyncio.sleep(BETWEEN_GUESSES)


class Password:
    """The password that every link requires, and the cookie value that shows that it was entered."""

    def __init__(self, words: str, pause: Callable[[], Awaitable[None]] = wait_after_wrong_guess) -> None:
        """`words` is the password, or empty for none; `pause` is awaited after a wrong attempt."""
        self._words, self._pause = words, pause
        self.mark = token_urlsafe(24)
        """The cookie value of browsers in which it was entered; different for each server."""
        self._locks: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._waiting: defaultdict[str, int] = defaultdict(int)

    def was_given(self, mark: str) -> bool:
        """Whether this cookie value shows that the password was entered, or none is required."""
        return not self._words or is_same_secret(mark, self.mark)

    async def opens_with(self, typed: str, link: str) -> bool:
        """Whether this is the password.

        A right attempt also waits for its turn; otherwise many attempts could be made in parallel without
        delay.

        Raises:
            Refused: Too many attempts are pending at this link.

        """
        if self._waiting[link] >= MOST_WAITING:
            raise too_many_guesses()
        self._waiting[link] += 1
        try:
            async with self._locks[link]:
                right = is_same_secret(typed, self._words)
                if not right:
                    await self._pause()
                return right
        finally:
            self._waiting[link] -= 1


def is_same_secret(one: str, other: str) -> bool:
    """Whether two secrets are equal; timing does not reveal how much of them is."""
    return hmac.compare_digest(one.encode(errors="replace"), other.encode(errors="replace"))
