#!/bin/sh
# Textual 8.2.8: a Static that is updated in its own resize handler keeps its previous height if a layout was
# already requested for it and it has not been idle since.
#
# `Widget.refresh(layout=True)` increments the layout counter only if no layout is pending. A layout that runs in
# the meantime caches the widget's height under the current counter, so an update made while the first request is
# still pending changes the text under the same counter, and the next layout uses the cached height. Nothing is
# raised: one of five lines is visible. Whether the request is still pending depends on the order of tasks, so a
# screen can be correct on Python 3.11 and blank from 3.12 on, where Textual starts tasks eagerly.
#
# Observed: `asked for before: 1 of 5 lines`, `not asked for before: 5 of 5 lines`.
# Exit status: 0 as long as Textual behaves like this, 1 otherwise.
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
    """Text that is generated for the available width once that is known."""

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
