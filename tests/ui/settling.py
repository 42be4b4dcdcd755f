"""When a test goes on: once everything that a key or a click brought about has happened and is painted.

Textual's pilot waits until this process has used little time of the processor for a while. On a busy
machine that may be because others use it, and the test looks too early.
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
"""Seconds between looks at a page that is to be painted: half of the time between two pictures."""

LOOKS_AGAIN_AFTER = 0.005
"""Seconds between looks at a page part of which waits for something else than a message."""

GIVES_UP_AFTER = 30.0
"""Seconds after which a test goes on all the same, and fails by what it finds."""


async def settled(_least: float = 0, _most: float = 0) -> None:
    """Wait until the app of this test has nothing left to do; in place of Textual's `wait_for_idle`."""
    try:
        app = active_app.get()
    except LookupError:
        return
    with suppress(TimeoutError):
        async with asyncio.timeout(GIVES_UP_AFTER):
            await _at_rest(app)


async def screen_settled(_pilot: object, _timeout: float = 0) -> bool:
    """Wait as `settled` does; in place of the pilot's `_wait_for_screen`, which writes to every widget."""
    await settled()
    return True


async def _at_rest(app: App[object]) -> None:
    while app.is_running:
        await _loop_has_nothing_ready()
        if not app.screen_stack:
            return
        screen = app.screen
        if not all(map(_waits_for_messages, [app, *_pumps(screen)])):
            await asyncio.sleep(LOOKS_AGAIN_AFTER)
        elif isinstance(app, MatbotApp) and not app.input._nothing_waits.is_set():
            await app.input.join()
        elif app._resize_event is not None or _is_to_be_painted(screen):
            await asyncio.sleep(PAINTED_WITHIN)
        else:
            return


def _pumps(screen: Screen[object]) -> list[DOMNode]:
    return screen.walk_children(with_self=True)


def _is_to_be_painted(screen: Screen[object]) -> bool:
    """Whether a page has yet to be laid out or painted, or to call what waits for that."""
    return bool(
        screen._layout_required
        or screen._repaint_required
        or screen._scroll_required
        or screen._recompose_required
        or screen._dirty_widgets
        or screen._callbacks
    )


def _waits_for_messages(pump: MessagePump) -> bool:
    """Whether a part of the page has acted on all that came to it and waits for more, or is being closed."""
    if pump._closing or pump._closed:
        return True
    queue: Queue[Message | None] = pump._message_queue
    return queue.empty() and bool(queue.ready_event._waiters)


async def _loop_has_nothing_ready() -> None:
    """Let everything go on that can, until it waits for a time, a thread or something from outside."""
    loop = asyncio.get_running_loop()
    await asyncio.sleep(0)
    while loop._ready:  # type: ignore[attr-defined]  # asyncio has no public name for it
        await asyncio.sleep(0)
