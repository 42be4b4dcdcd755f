#!/bin/sh
# Textual 8.2.8: a screen that is fully covered by an opaque screen is laid out again whenever the window is
# resized.
#
# `App._background_screens` collects the screens below the active one until it finds one with an opaque
# background, starting with the screen directly below: it never checks whether the active screen is itself
# opaque. A screen that nobody can see is therefore laid out at sizes at which it may not work, and an exception
# raised there ends the app. A screen shown instead of others while the window is too small does not stop them
# from being laid out.
#
# Observed: `laid out below an opaque page: at 50 columns`.
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
