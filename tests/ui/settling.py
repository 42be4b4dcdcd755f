"""When a test goes on: once everything that a key or a click brought about has happened and is painted.

Textual's pilot waits until this process has used little time of the processor for a while. On a busy
machine that may be because others use it, and the test looks too early.
"""

import asyncio
from contextlib import suppress

from textual._context import active_app
from textual.app import App
from textual.dom import DOMNode
from textual.message_pump import MessagePump
from textual.screen import Screen

from matbot.screens.app import MatbotApp

PAINTED_WITHIN = 1 / 120
"""Seconds between looks at a page that is to be painted: half of the time between two pictures."""

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


async def _at_rest(app: App[object]) -> None:
    while app.is_running:
        if isinstance(app, MatbotApp):
            await app.input.join()
        if not app.screen_stack:
            return
        screen = app.screen
        quiet = await _all_drained([*_pumps(screen), app])
        if app.screen is not screen:
            continue
        if app._resize_event is not None or _is_to_be_painted(screen):
            await asyncio.sleep(PAINTED_WITHIN)
        elif quiet:
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


async def _all_drained(pumps: list[MessagePump] | list[DOMNode | App[object]]) -> bool:
    """Let each of them come to the end of what waits for it; whether nothing came after that."""
    loop = asyncio.get_running_loop()
    reached = []
    for pump in pumps:
        end: asyncio.Future[None] = loop.create_future()
        if pump.call_later(_set, end):
            reached.append(end)
    await asyncio.wait(reached, timeout=GIVES_UP_AFTER) if reached else None
    return not any(pump.message_queue_size for pump in pumps)


def _set(end: "asyncio.Future[None]") -> None:
    if not end.done():
        end.set_result(None)
