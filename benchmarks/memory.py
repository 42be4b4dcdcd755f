"""The memory of the app after a full review, and of a page of `matbot serve`; from /proc (Linux only)."""

import asyncio
import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks.keys import A_QUESTION, conversation
from benchmarks.programs import one_label
from benchmarks.results import Memory, Result
from benchmarks.samples import at_turn, workspace_in
from benchmarks.terminal import Terminal
from tests.browser.serving import served
from tests.browser.sockets import opened, visitor

A_RATING = "What is your rating"
LAST = "Everything in this review has been asked"


def results(folder: Path) -> Iterator[Result]:
    """Measure the app at its first and after its last question, and a page, next to the one-label app."""
    if sys.platform != "linux":
        return
    with one_label(folder) as label:
        label.painted("Ready 0")
        beside = f"a one-label app: {held(label.pid):.0f} MB"
    with conversation(folder / "walk", 0) as terminal:
        yield Memory("the app, at the first question", held(terminal.pid), beside)
        walk(terminal)
        yield Memory("the app, after all 76 questions and 14 ratings", held(terminal.pid), beside)
    yield Memory("a page of `matbot serve`, at the first question", asyncio.run(page(folder)), beside)


def held(pid: int) -> float:
    """Return the resident memory of a process, in megabytes."""
    lines = Path(f"/proc/{pid}/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS"))


def walk(terminal: Terminal) -> None:
    """Answer every question with one key, without notes."""
    while LAST not in terminal.text:
        terminal.press("3" if A_QUESTION in terminal.text else "2" if A_RATING in terminal.text else "\r")


async def page(folder: Path) -> float:
    """Measure the memory of the process behind a page that shows a review, in megabytes."""
    workspace = workspace_in(folder / "page")
    at_turn(workspace, 0).close()
    with served(workspace.root, "--invite", "Turn 0") as server:
        link = server.links["Turn 0"]
        async with visitor(link) as someone, opened(link, someone) as drawn:
            await drawn.shows(A_QUESTION)
            (session,) = server.sessions
            return held(session)
