"""Draws the pictures of the README and the guide from the real app, over the sample trust's reviews.

Run by `make pictures`. The pictures are the app's own SVG, without the fonts it would fetch from elsewhere.
"""

import asyncio
import os
import re
import tempfile
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path
from shutil import copytree

from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from matbot.demo import make_samples
from matbot.demo.stories import APART
from matbot.review.steps import Step
from matbot.screens.app import MatbotApp
from matbot.screens.compare.comparison import ComparisonScreen
from matbot.screens.export import DocumentExport
from matbot.screens.interview.interview import InterviewScreen
from matbot.services.joint_reviews import load_comparison
from matbot.store import saving
from matbot.store.workspace import Workspace

HERE = Path(__file__).parent
SIZE = (132, 34)
REVIEW = "demoexec"
Walk = Callable[[Pilot[None]], Awaitable[None]]

HALF_A_NOTE = "Leaders could name it; in three schools the staff could not, and"


def main() -> None:
    """Draw every picture, with the clock and the time zone of the sample."""
    os.environ["TZ"] = "UTC"
    if hasattr(time, "tzset"):
        time.tzset()
    TextArea.cursor_blink = Input.cursor_blink = False  # type: ignore[assignment]  # a picture has no blink
    DocumentExport.place = property(_place)  # type: ignore[assignment]  # nor a path of this machine
    with tempfile.TemporaryDirectory() as folder:
        os.environ["MATBOT_STATE"] = str(Path(folder, "state"))
        os.chdir(folder)
        workspace = Workspace(Path("matbot"))
        saving.now = lambda: datetime(2026, 10, 13, 16, 2, tzinfo=UTC)  # type: ignore[attr-defined]  # the sample's clock
        list(make_samples(workspace))
        saving.now = lambda: datetime(2026, 10, 14, 9, 14, 5, tzinfo=UTC)  # type: ignore[attr-defined]  # the sample's clock
        for_the_guide = Workspace(Path("Documents", "matbot"))
        asyncio.run(_walk(for_the_guide, "first", _nowhere))
        copytree(workspace.root, for_the_guide.root)
        for name, walk in FOR_THE_GUIDE.items():
            asyncio.run(_walk(for_the_guide, name, walk))
        asyncio.run(_question(workspace))
        asyncio.run(_carry_on(workspace))
        asyncio.run(_compare(workspace))


def _place(export: DocumentExport) -> Path:
    """Where something goes, from the folder of documents on."""
    return Path("Documents", "matbot", "transcripts", export._document().name(export.form))


async def _question(workspace: Workspace) -> None:
    """A question in the middle of a review, with a note half typed; then the window is gone."""
    app = MatbotApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        app.open_review(REVIEW)
        # The list, to add the element, to take it question by question, and an answer.
        await pilot.press("f3", "home", "enter", "enter", "enter", "2")
        await pilot.press(*HALF_A_NOTE)
        await pilot.pause(1.2)  # a draft is kept after a second of stillness
        await _draw(pilot, "question")
    app.close_review()


async def _carry_on(workspace: Workspace) -> None:
    """The app opened again: home, then the same place with the half-typed note."""
    app = MatbotApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        await _draw(pilot, "home")
        await pilot.press("enter")
        await pilot.pause()
        await _draw(pilot, "carry-on")
    app.close_review()


async def _compare(workspace: Workspace) -> None:
    """Three groups opened together: the grid, and the agenda."""
    app = MatbotApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        app.push_screen(ComparisonScreen(load_comparison(workspace, APART)))
        await _draw(pilot, "compare")


async def _walk(workspace: Workspace, name: str, walk: Walk) -> None:
    """A picture of where a walk leads."""
    app = MatbotApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        await walk(pilot)
        await _draw(pilot, name)
    app.close_review()


async def _nowhere(_pilot: Pilot[None]) -> None:
    """Home."""


async def _hands(pilot: Pilot[None]) -> None:
    """The rating of 2B, after a show of hands."""
    await _at(pilot, "demoexec", "rating:2B")


async def _year_on(pilot: Pilot[None]) -> None:
    """A rating a year on, with the map of then and now."""
    await _at(pilot, "demonext", "rating:2B")


async def _at(pilot: Pilot[None], review: str, step: str) -> None:
    """A review at a step of its conversation."""
    app, there = pilot.app, Step.of(step)
    assert isinstance(app, MatbotApp)
    assert there
    app.open_review(review)
    await pilot.pause()
    assert isinstance(app.screen, InterviewScreen)
    app.screen.say(app.screen.interview.go_to_step(there))


async def _board(pilot: Pilot[None]) -> None:
    """The board's edition, in the app."""
    app = pilot.app
    assert isinstance(app, MatbotApp)
    app.open_review("demotogether")
    await pilot.press("f7", "k")


async def _pack(pilot: Pilot[None]) -> None:
    """A pack, before it is written."""
    await pilot.press("p")
    await pilot.press(*"Headteachers")


FOR_THE_GUIDE: dict[str, Walk] = {"hands": _hands, "year-on": _year_on, "board": _board, "pack": _pack}
"""The pictures of the guide beside the README's, and how to get there."""


async def _draw(pilot: Pilot[None], name: str) -> None:
    await pilot.pause()
    svg = re.sub(r"@font-face \{.*?\}\s*", "", pilot.app.export_screenshot(), flags=re.DOTALL)
    svg = svg.replace("Fira Code", "Consolas, Menlo, DejaVu Sans Mono")
    svg = svg.replace("<text ", '<text xml:space="preserve" ')  # or some viewers move words to the left
    (HERE / f"{name}.svg").write_text(svg, encoding="utf-8")


if __name__ == "__main__":
    main()
