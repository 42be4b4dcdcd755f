"""What the app holds after a full walk, and what a page of `matbot serve` does. From /proc: Linux alone."""

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
    """The app at its first question and once all was answered, and a page, each beside the one-label app."""
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
    """The megabytes of memory that a process holds now."""
    lines = Path(f"/proc/{pid}/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS"))


def walk(terminal: Terminal) -> None:
    """Answer everything, a key a question, without notes."""
    while LAST not in terminal.text:
        terminal.press("3" if A_QUESTION in terminal.text else "2" if A_RATING in terminal.text else "\r")


async def page(folder: Path) -> float:
    """What the process behind a page holds that stands in a review."""
    workspace = workspace_in(folder / "page")
    at_turn(workspace, 0).close()
    with served(workspace.root, "--invite", "Turn 0") as server:
        link = server.links["Turn 0"]
        async with visitor(link) as someone, opened(link, someone) as drawn:
            await drawn.shows(A_QUESTION)
            (session,) = server.sessions
            return held(session)
