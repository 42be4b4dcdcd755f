#!/bin/sh
# Textual 8.2.8: a page that an opaque page covers whole is laid out again at each change of the window's size.
#
# `App._background_screens` collects the pages below the one in view until it meets one with an opaque
# background, and begins with the page below: it never asks whether the page in view is opaque itself. So a page
# that nobody can see is laid out at sizes at which it may not work, and what it raises ends the app. A page that
# stands in for others while the window is too small does not keep them from being laid out.
#
# Seen: `laid out below an opaque page: at 50 columns`.
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

widths = []


class Box(Static):
    def on_resize(self, event):
        widths.append(event.size.width)


class Below(Screen):
    def compose(self):
        yield Box("below")


class Above(Screen):
    CSS = "Above { background: black; }"

    def compose(self):
        yield Static("above")


async def seen():
    app = App()
    async with app.run_test(size=(80, 24)) as pilot:
        for page in (Below(), Above()):
            await app.push_screen(page)
            await pilot.pause(0.2)
        assert app.screen.styles.background.a == 1
        widths.clear()
        await pilot.resize_terminal(50, 20)
        await pilot.pause(0.3)


asyncio.run(seen())
print("laid out below an opaque page:", f"at {widths[-1]} columns" if widths else "no")
sys.exit(widths != [50])
PYTHON
"$folder/venv/bin/python" "$folder/show.py"
