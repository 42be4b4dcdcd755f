#!/bin/sh
# Textual 8.2.8: a Static that is updated in its own resize handler keeps the height that it had before, if a
# layout of it was asked for already and it has not been idle since.
#
# `Widget.refresh(layout=True)` counts a new layout only if none is pending. A layout that runs meanwhile stores
# the widget's height under the present count, so an update that comes while the first request is still pending
# gives other text under the same count, and the next layout takes the stored height. Nothing is raised: of five
# lines one is in view. Whether the request is still pending depends on the order of tasks, so that a page can be
# right on Python 3.11 and blank from 3.12 on, where Textual starts tasks eagerly.
#
# Seen: `asked for before: 1 of 5 lines`, `not asked for before: 5 of 5 lines`.
# Exit status: 0 while it behaves so, 1 once it does not.
set -eu

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/python" -m pip --quiet --disable-pip-version-check install textual==8.2.8

cat >"$folder/show.py" <<'PYTHON'
import asyncio
import sys

from textual.app import App
from textual.screen import Screen
from textual.widgets import Static

LINES = 5


class Fitted(Static):
    """Text that is made for the width there is, once that is known."""

    made_for = 0

    def on_resize(self):
        if self.content_size.width != self.made_for:
            self.made_for = self.content_size.width
            self.update("\n".join(["line"] * LINES))


class Page(Screen):
    def __init__(self, asks):
        super().__init__()
        self.asks = asks

    def compose(self):
        yield Fitted()

    def on_screen_resume(self):
        if self.asks:
            self.query_one(Fitted).refresh(layout=True)


async def height(asks):
    app = App()
    async with app.run_test() as pilot:
        await app.push_screen(Page(asks))
        await pilot.pause(0.3)
        return app.screen.query_one(Fitted).size.height


before, fresh = asyncio.run(height(True)), asyncio.run(height(False))
print(f"asked for before: {before} of {LINES} lines")
print(f"not asked for before: {fresh} of {LINES} lines")
sys.exit((before, fresh) != (1, LINES))
PYTHON
"$folder/venv/bin/python" "$folder/show.py"
