"""Work that takes a while, done beside the screen, which goes on answering keys meanwhile."""

from asyncio import AbstractEventLoop, Future, get_running_loop
from collections.abc import Callable
from contextlib import suppress
from threading import Thread
from typing import TypeVar

Result = TypeVar("Result")


async def run_in_background(work: Callable[[], Result]) -> Result:
    """What the work gives, or raises. Nobody has to wait for it who leaves matbot meanwhile."""
    loop = get_running_loop()
    done: Future[Result] = loop.create_future()
    # Not the loop's own threads: on leaving, those are waited for.
    Thread(target=_do, args=(work, loop, done), daemon=True).start()
    return await done


def _do(work: Callable[[], Result], loop: AbstractEventLoop, done: "Future[Result]") -> None:
    def settle(result: Result | None, problem: Exception | None) -> None:
        if done.done():
            return
        if problem:
            done.set_exception(problem)
        else:
            done.set_result(result)  # type: ignore[arg-type]  # None only where the work gives it

    try:
        result, problem = work(), None
    except Exception as error:
        result, problem = None, error
    with suppress(RuntimeError):  # the app has ended meanwhile
        loop.call_soon_threadsafe(settle, result, problem)
