#!/bin/sh
# Textual 8.2.8: `App.clear_notifications()` removes the toasts but leaves the containers that held them.
#
# `ToastRack.show` removes a `Toast` that is no longer among the notifications, and not the `ToastHolder` around
# it; only a toast that expires or is clicked removes its holder. With Textual's own styles the empty holders are
# out of sight, above the toast. An app whose styles give messages lines of their own, so that they cover nothing,
# loses a line for good each time that one message replaces another.
#
# Observed: `holders (1, 2, 3, 4), lines above the page (1, 2, 3, 4)`.
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
from textual.widgets import Static
from textual.widgets._toast import Toast, ToastHolder

ONE_AFTER_THE_OTHER = (1, 2, 3, 4)


class Page(App):
    CSS = """
    ToastRack { layer: default; dock: top; align: left top; margin: 0; }
    Toast { margin: 0; padding: 0; }
    """

    def compose(self):
        yield Static("page", id="page")


async def replace_messages():
    app, seen = Page(), []
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        for number in ONE_AFTER_THE_OTHER:
            app.clear_notifications()
            app.notify(f"Message {number}", timeout=60)
            await pilot.pause(0.3)
            assert len(app.screen.query(Toast)) == 1
            seen.append((len(app.screen.query(ToastHolder)), app.screen.query_one("#page").region.y))
    return zip(*seen)


holders, lines = asyncio.run(replace_messages())
print(f"holders {holders}, lines above the page {lines}")
sys.exit((holders, lines) != (ONE_AFTER_THE_OTHER, ONE_AFTER_THE_OTHER))
PYTHON
"$folder/venv/bin/python" "$folder/show.py"
