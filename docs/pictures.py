"""Draws the README's pictures from the real app: the sample trust's review, taken up and left in the middle.

Run by `make pictures`. The pictures are the app's own SVG, without the fonts it would fetch from elsewhere.
"""

import asyncio
import os
import re
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from textual.pilot import Pilot
from textual.widgets import TextArea

from matbot.app import MatbotApp
from matbot.demo import make
from matbot.demo.stories import APART
from matbot.gathering import comparison_of
from matbot.screens.compare import ComparisonScreen
from matbot.store import saving
from matbot.store.workspace import Workspace

HERE = Path(__file__).parent
SIZE = (132, 34)
REVIEW = "demoexec"
HALF_A_NOTE = "Leaders could name it; in three schools the staff could not, and"


def main() -> None:
    """Draw every picture, with the clock and the time zone of the sample."""
    os.environ["TZ"] = "UTC"
    if hasattr(time, "tzset"):
        time.tzset()
    TextArea.cursor_blink = False  # type: ignore[assignment]  # a picture has no blink
    with tempfile.TemporaryDirectory() as folder:
        os.environ["MATBOT_STATE"] = str(Path(folder, "state"))
        os.chdir(folder)
        workspace = Workspace(Path("matbot"))
        saving.now = lambda: datetime(2026, 10, 13, 16, 2, tzinfo=UTC)  # type: ignore[attr-defined]  # the sample's clock
        list(make(workspace))
        saving.now = lambda: datetime(2026, 10, 14, 9, 14, 5, tzinfo=UTC)  # type: ignore[attr-defined]  # the sample's clock
        asyncio.run(_question(workspace))
        asyncio.run(_carry_on(workspace))
        asyncio.run(_compare(workspace))


async def _question(workspace: Workspace) -> None:
    """A question in the middle of a review, with a note half typed; then the window is gone."""
    app = MatbotApp(workspace)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        app.open_review(REVIEW)
        await pilot.press("f3", "home", "enter", "enter", "2")
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
        app.push_screen(ComparisonScreen(comparison_of(workspace, APART)))
        await _draw(pilot, "compare")


async def _draw(pilot: Pilot[None], name: str) -> None:
    await pilot.pause()
    svg = re.sub(r"@font-face \{.*?\}\s*", "", pilot.app.export_screenshot(), flags=re.DOTALL)
    svg = svg.replace("Fira Code", "Consolas, Menlo, DejaVu Sans Mono")
    (HERE / f"{name}.svg").write_text(svg, encoding="utf-8")


if __name__ == "__main__":
    main()
