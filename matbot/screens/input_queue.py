"""A queue that handles keys, pastes and clicks one at a time, each once the current page is ready for it.

Textual sends a key to the widget that has the focus at that moment, even while a page is still being built or
the previous key is still being handled. How far that has got depends on the speed of the machine and on how
the version of Python schedules tasks. This queue holds an event until all earlier work is finished. The page
is checked after an event rather than before the next, so that a key at an idle page is handled at once.
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
"""Seconds between checks that an awaited widget or background worker still exists."""

PAINTED_WITHIN = 0.03
"""Seconds in which the effect of a key is painted, at 60 frames a second. The check whether the page is idle
can be delayed by this, as long as nothing waits for it."""

HOLDS_INPUT = "holds input"
"""The group of workers that prepare what the next key is for, such as another page: input waits for them."""

_LEAVES = {"escape", "ctrl+q", "ctrl+c"}
"""Keys that do not wait for such a worker, and release the input queued before them."""

PATIENCE = 5.0
"""Seconds after which an event is handled in any case, so that a faulty page does not block input."""


class InputQueue:
    """The input of an app that has not been handled yet, oldest first."""

    def __init__(self, app: App[Any]) -> None:
        self._app = app
        self._waiting: deque[events.Event] = deque()
        self._released: events.Event | None = None
        """The event being handled."""
        self._done = asyncio.Event()
        """Set once the released event was handled."""
        self._at_rest: list[MessagePump] | None = None
        """The message pumps that were current when the page last became idle; None while it is busy."""
        self._feeding: asyncio.Task[None] | None = None
        self._is_needed = asyncio.Event()
        """Set once a caller waits for the page to be idle."""
        self._wants_to_leave = asyncio.Event()
        """Set once a key was pressed that does not wait for background work."""
        self._nothing_waits = asyncio.Event()
        self._nothing_waits.set()

    def takes(self, event: events.Event) -> bool:
        """Return whether an event that reached the app is queued here until its turn comes."""
        if event is self._released or not isinstance(event, events.InputEvent | events.Paste):
            return False
        if event.is_forwarded:  # a widget received it first, and it bubbled up
            return False
        if self._nothing_waits.is_set() and self._is_still_at_rest():
            if not isinstance(event, events.MouseMove):  # which does not change the page
                self._at_rest, self._released = None, event
                self._nothing_waits.clear()
            return False
        if self._waiting and event.can_replace(self._waiting[-1]):
            self._waiting.pop()  # of consecutive mouse moves only the last one counts
        self._waiting.append(event)
        if isinstance(event, events.Key) and event.key in _LEAVES:
            self._wants_to_leave.set()
        self._is_needed.set()
        if self._nothing_waits.is_set():
            self._nothing_waits.clear()
            self._begin_feeding()
        return True

    def acted_on(self, event: events.Event) -> None:
        """Record that the app has handled an event."""
        if event is not self._released:
            return
        self._released = None
        self._done.set()
        if self._feeding is None or self._feeding.done():
            self._begin_feeding()

    async def join(self) -> None:
        """Wait until all input received up to now was handled and its effects are in view."""
        await self.page_is_ready()  # events that the app has not received yet enter this queue
        while not self._nothing_waits.is_set():
            self._is_needed.set()
            await self._nothing_waits.wait()
            await self.page_is_ready()

    async def page_is_ready(self) -> None:
        """Wait until the current page is built, has its focus, and has processed all earlier messages."""
        while True:
            before = self._in_view()
            quiet = True
            for node in before:
                quiet &= await _is_drained(node)
            if quiet and before == self._in_view():
                return

    def close(self) -> None:
        """Drop the queued input when the app ends."""
        self._waiting.clear()
        if self._feeding is not None:
            self._feeding.cancel()

    def _is_still_at_rest(self) -> bool:
        """Return whether the current page has received nothing since it was last idle."""
        nodes = self._at_rest
        return (
            nodes is not None
            and nodes == self._in_view()
            and not any(node.message_queue_size for node in nodes)
            and not self._app.workers
        )

    def _is_held(self) -> bool:
        """Return whether background work is running that input has to wait for."""
        return any(worker.group == HOLDS_INPUT and not worker.is_finished for worker in self._app.workers)

    def _begin_feeding(self) -> None:
        self._feeding = asyncio.create_task(self._feed(), name="matbot input")

    async def _feed(self) -> None:
        """Wait for the page to become idle, then pass queued events to the app one at a time."""
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
            self._app.call_later(_raise_fault, fault)  # in the app's own loop, which reports the error
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
        """Return what an event passes through: the focused widget, its ancestors, the screen and the app.

        Messages bubble up in this order, so all of them have arrived by the time the app is checked.
        """
        try:
            screen = self._app.screen
        except ScreenStackError:
            return [self._app]
        focused: Widget = screen.focused or screen
        return [*focused.ancestors_with_self]


async def _is_drained(node: MessagePump) -> bool:
    """Return whether a widget's queue was empty once it had processed the messages in it."""
    reached: asyncio.Future[bool] = asyncio.get_running_loop().create_future()

    def report() -> None:
        if not reached.done():
            reached.set_result(node.message_queue_size == 0)

    if not node.call_later(report):
        return True  # it is being closed
    while not reached.done():
        await asyncio.wait([reached], timeout=LOOKS_AGAIN_AFTER)
        if not node.is_running and (isinstance(node, App) or not node.is_attached):
            return True  # it was removed meanwhile, or the app has ended: nothing is left to process
    return reached.result()


def _raise_fault(fault: BaseException) -> None:
    raise fault
