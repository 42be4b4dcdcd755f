"""Run slow work in a thread while the screen goes on handling keys."""

from asyncio import AbstractEventLoop, Future, get_running_loop
from collections.abc import Callable
from contextlib import suppress
from threading import Thread
from typing import TypeVar

Result = TypeVar("Result")


async def run_in_background(work: Callable[[], Result]) -> Result:
    """Return what the work returns, or raise what it raises. Quitting matbot does not wait for it."""
    loop = get_running_loop()
    done: Future[Result] = loop.create_future()
    # Not the loop's own executor: its threads are joined on exit.
    Thread(target=_run_work, args=(work, loop, done), daemon=True).start()
    return await done


def _run_work(work: Callable[[], Result], loop: AbstractEventLoop, done: "Future[Result]") -> None:
    def settle(result: Result | None, problem: Exception | None) -> None:
        if done.done():
            return
        if problem:
            done.set_exception(problem)
        else:
            done.set_result(result)  # type: ignore[arg-type]  # None only if the work returns it

    try:
        result, problem = work(), None
    except Exception as error:
        result, problem = None, error
    with suppress(RuntimeError):  # the app has ended in the meantime
        loop.call_soon_threadsafe(settle, result, problem)
