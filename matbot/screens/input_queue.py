"""Keys, pastes and clicks, acted on one after another, each once the page in view is ready for it.

Textual sends a key to whatever has the focus at that moment, also while a page is still being built or while
the key before it is still being worked on. How far that has come depends on the speed of the machine and on
how the version of Python starts tasks. Here an event waits until nothing before it is under way. The page is
looked at after an event rather than before the next, so that a key at a page at rest is acted on at once.
"""

from __future__ import annotations

import asyncio
from collections import deque
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from textual import events
from textual.app import App, ScreenStackError

if TYPE_CHECKING:
    from textual.message_pump import MessagePump
    from textual.widget import Widget

LOOKS_AGAIN_AFTER = 0.1
"""Seconds between looks at whether a widget, or work in the background, that is waited for is still there."""

PAINTED_WITHIN = 0.03
"""Seconds in which what a key changed is painted, at 60 pictures a second. To see whether the page is at rest
can wait so long, as long as nobody waits for it."""

HOLDS_INPUT = "holds input"
"""The group of workers that lead to what the next key is for, such as another page: input waits for them."""

_LEAVES = {"escape", "ctrl+q", "ctrl+c"}
"""Keys that wait for no such worker, and let what was typed before them wait no longer."""

PATIENCE = 5.0
"""Seconds after which an event is acted on all the same, so that a page with a fault locks nobody out."""


class InputQueue:
    """The input of an app that nobody has acted on yet, oldest first."""

    def __init__(self, app: App[Any]) -> None:
        self._app = app
        self._waiting: deque[events.Event] = deque()
        self._released: events.Event | None = None
        """The event that is acted on now."""
        self._done = asyncio.Event()
        """Set once the released event was acted on."""
        self._at_rest: list[MessagePump] | None = None
        """What was in view when the page was last done with everything; None while it is at work."""
        self._feeding: asyncio.Task[None] | None = None
        self._is_needed = asyncio.Event()
        """Set once somebody waits for the page to be at rest."""
        self._wants_to_leave = asyncio.Event()
        """Set once somebody does not want to wait for work in the background."""
        self._nothing_waits = asyncio.Event()
        self._nothing_waits.set()

    def takes(self, event: events.Event) -> bool:
        """Whether an event that reached the app is kept here until its turn comes."""
        if event is self._released or not isinstance(event, events.InputEvent | events.Paste):
            return False
        if event.is_forwarded:  # a widget had it, and it came back up
            return False
        if self._nothing_waits.is_set() and self._is_still_at_rest():
            if not isinstance(event, events.MouseMove):  # which leaves the page as it is
                self._at_rest, self._released = None, event
                self._nothing_waits.clear()
            return False
        if self._waiting and event.can_replace(self._waiting[-1]):
            self._waiting.pop()  # of many moves of the mouse in a row the last one counts
        self._waiting.append(event)
        if isinstance(event, events.Key) and event.key in _LEAVES:
            self._wants_to_leave.set()
        self._is_needed.set()
        if self._nothing_waits.is_set():
            self._nothing_waits.clear()
            self._begin_feeding()
        return True

    def acted_on(self, event: events.Event) -> None:
        """Take note that the app has acted on an event."""
        if event is not self._released:
            return
        self._released = None
        self._done.set()
        if self._feeding is None or self._feeding.done():
            self._begin_feeding()

    async def join(self) -> None:
        """Wait until all that was typed so far was acted on, and what followed from it is in view."""
        await self.page_is_ready()  # what the app has not seen yet comes into this queue
        while not self._nothing_waits.is_set():
            self._is_needed.set()
            await self._nothing_waits.wait()
            await self.page_is_ready()

    async def page_is_ready(self) -> None:
        """Wait until the page in view stands, has its focus, and is done with all that came before."""
        while True:
            before = self._in_view()
            quiet = True
            for node in before:
                quiet &= await _is_drained(node)
            if quiet and before == self._in_view():
                return

    def close(self) -> None:
        """Keep nothing more, as the app ends."""
        self._waiting.clear()
        if self._feeding is not None:
            self._feeding.cancel()

    def _is_still_at_rest(self) -> bool:
        """Whether nothing has come to the page in view since it was last at rest."""
        nodes = self._at_rest
        return (
            nodes is not None
            and nodes == self._in_view()
            and not any(node.message_queue_size for node in nodes)
            and not self._app.workers
        )

    def _is_held(self) -> bool:
        """Whether work goes on in the background that what is typed now belongs after."""
        return any(worker.group == HOLDS_INPUT and not worker.is_finished for worker in self._app.workers)

    def _begin_feeding(self) -> None:
        self._feeding = asyncio.create_task(self._feed(), name="matbot input")

    async def _feed(self) -> None:
        """Let the page come to rest, and give the app one event after another meanwhile."""
        try:
            with suppress(TimeoutError):
                await asyncio.wait_for(self._is_needed.wait(), PAINTED_WITHIN)
            await self._come_to_rest()
            while self._waiting:
                self._at_rest, self._released = None, self._waiting.popleft()
                self._done.clear()
                if self._app.post_message(self._released):
                    await self._done.wait()
                await self._come_to_rest()
        except Exception as fault:
            self._app.call_later(_raise, fault)  # in the app's own loop, which ends in words
        finally:
            self._is_needed.clear()
            self._wants_to_leave.clear()
            self._nothing_waits.set()

    async def _come_to_rest(self) -> None:
        while self._is_held() and not self._wants_to_leave.is_set():
            with suppress(TimeoutError):
                await asyncio.wait_for(self._wants_to_leave.wait(), LOOKS_AGAIN_AFTER)
        with suppress(TimeoutError):
            async with asyncio.timeout(PATIENCE):
                await self.page_is_ready()
                self._at_rest = self._in_view()

    def _in_view(self) -> list[MessagePump]:
        """What an event passes through: the widget with the focus, those around it, the page, and the app.

        What a widget says rises in this order, so by the time the app is asked all of it has arrived.
        """
        try:
            screen = self._app.screen
        except ScreenStackError:
            return [self._app]
        focused: Widget = screen.focused or screen
        return [*focused.ancestors_with_self]


async def _is_drained(node: MessagePump) -> bool:
    """Whether a widget had nothing more to work on once it came to the end of what was waiting for it."""
    reached: asyncio.Future[bool] = asyncio.get_running_loop().create_future()

    def report() -> None:
        if not reached.done():
            reached.set_result(node.message_queue_size == 0)

    if not node.call_later(report):
        return True  # it is being closed
    while not reached.done():
        await asyncio.wait([reached], timeout=LOOKS_AGAIN_AFTER)
        if not node.is_running and (isinstance(node, App) or not node.is_attached):
            return True  # it was taken away meanwhile, or the app has ended: it works on nothing more
    return reached.result()


def _raise(fault: BaseException) -> None:
    raise fault
