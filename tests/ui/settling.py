"""Waiting until everything that a key or a click caused has been handled and painted.

Textual's pilot waits until this process has used little CPU time for a while. On a busy machine that may
be because other processes use the CPU, and the test would look too early.
"""

import asyncio
from contextlib import suppress

from textual._context import active_app
from textual._queue import Queue
from textual.app import App
from textual.dom import DOMNode
from textual.message import Message
from textual.message_pump import MessagePump
from textual.screen import Screen

from matbot.screens.app import MatbotApp

PAINTED_WITHIN = 1 / 120
"""Seconds between checks of a page that has yet to be painted: half the time between two frames."""

LOOKS_AGAIN_AFTER = 0.005
"""Seconds between checks of a page on which something waits for something other than a message."""

GIVES_UP_AFTER = 30.0
"""Seconds after which a test goes on regardless, and fails on what it finds."""


async def settled(_least: float = 0, _most: float = 0) -> None:
    """Wait until the app of this test has nothing left to do; replaces Textual's `wait_for_idle`."""
    try:
        app = active_app.get()
    except LookupError:
        return
    with suppress(TimeoutError):
        async with asyncio.timeout(GIVES_UP_AFTER):
            await _wait_until_settled(app)


async def screen_settled(_pilot: object, _timeout: float = 0) -> bool:
    """Wait as `settled` does; replaces the pilot's `_wait_for_screen`, which posts to every widget."""
    await settled()
    return True


async def _wait_until_settled(app: App[object]) -> None:
    while app.is_running:
        await _run_ready_tasks()
        if not app.screen_stack:
            return
        screen = app.screen
        if not all(map(_is_idle, [app, *_list_pumps(screen)])):
            await asyncio.sleep(LOOKS_AGAIN_AFTER)
        elif isinstance(app, MatbotApp) and not app.input._nothing_waits.is_set():
            await app.input.join()
        elif app._resize_event is not None or _needs_painting(screen):
            await asyncio.sleep(PAINTED_WITHIN)
        else:
            return


def _list_pumps(screen: Screen[object]) -> list[DOMNode]:
    return screen.walk_children(with_self=True)


def _needs_painting(screen: Screen[object]) -> bool:
    """Return whether a page has yet to be laid out or painted, or to run callbacks that wait for that."""
    return bool(
        screen._layout_required
        or screen._repaint_required
        or screen._scroll_required
        or screen._recompose_required
        or screen._dirty_widgets
        or screen._callbacks
    )


def _is_idle(pump: MessagePump) -> bool:
    """Return whether a message pump has handled its messages and waits for more, or is closing."""
    if pump._closing or pump._closed:
        return True
    queue: Queue[Message | None] = pump._message_queue
    return queue.empty() and bool(queue.ready_event._waiters)


async def _run_ready_tasks() -> None:
    """Run the loop until every task waits for a timer, a thread or input."""
    loop = asyncio.get_running_loop()
    await asyncio.sleep(0)
    while loop._ready:  # type: ignore[attr-defined]  # asyncio has no public name for it
        await asyncio.sleep(0)
