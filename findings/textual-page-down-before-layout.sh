#!/bin/sh
# Textual 8.2.8: Page Down in an OptionList that has not been laid out yet raises KeyError, whereas Down works.
#
# The list looks up the line of the highlighted option in a table that is built during layout.
# `action_page_down` and `action_page_up` return early only if there are no options at all, so a key pressed
# between mounting and the first layout ends the app. The command palette (`CommandPalette`) uses such a list: a
# worker supplies its options, and Page Down right after the key that opens it arrives before they are laid out.
#
# Observed: `before the layout: page down KeyError(0), down moves to 1`, `after it: page down moves to 2`.
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
from textual.widgets import OptionList


class Page(App):
    def compose(self):
        yield OptionList("one", "two", "three")

    def on_mount(self):
        self.before = page_down(self.query_one(OptionList))
        self.query_one(OptionList).action_cursor_down()
        self.down = f"moves to {self.query_one(OptionList).highlighted}"


def page_down(options):
    try:
        options.action_page_down()
    except KeyError as error:
        return repr(error)
    return f"moves to {options.highlighted}"


async def seen():
    app = Page()
    async with app.run_test() as pilot:
        await pilot.pause(0.3)
        return app.before, app.down, page_down(app.query_one(OptionList))


before, down, after = asyncio.run(seen())
print(f"before the layout: page down {before}, down {down}")
print(f"after it: page down {after}")
sys.exit((before, down, after) != ("KeyError(0)", "moves to 1", "moves to 2"))
PYTHON
"$folder/venv/bin/python" "$folder/show.py"
