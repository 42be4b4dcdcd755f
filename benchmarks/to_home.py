"""Opens home, or the app of one label, without a terminal; prints which modules that took, and leaves.

Run as `python benchmarks/to_home.py WORKSPACE`, or without a workspace for the label.
What home reads in once it stands is not among them.
"""

import json
import sys


def main(workspace: str) -> None:
    """As `matbot` alone does it, apart from asking for a terminal."""
    import matbot.cli
    from matbot.cli.opening import find_workspace
    from matbot.screens.app import MatbotApp
    from matbot.screens.home.home import HomeScreen

    HomeScreen._read_ahead = _leave  # type: ignore[method-assign]  # what follows the first picture
    assert matbot.cli, "what the command itself brings counts too"
    MatbotApp(find_workspace(workspace)).run(headless=True)


def one_label() -> None:
    """The app to set it beside."""
    from textual.app import App, ComposeResult
    from textual.widgets import Label

    class OneLabel(App[None]):
        def compose(self) -> ComposeResult:
            yield Label("Ready")

        def on_mount(self) -> None:
            self.call_after_refresh(_leave, self)

    OneLabel().run(headless=True)


def _leave(self: object) -> None:
    from textual.dom import DOMNode

    assert isinstance(self, DOMNode)
    names = sorted(sys.modules)
    self.app.exit()
    print(json.dumps(names))


if __name__ == "__main__":
    main(sys.argv[1]) if len(sys.argv) > 1 else one_label()
