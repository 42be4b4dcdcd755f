"""Opens home, or the app of one label, without a terminal, prints the imported modules, and exits.

Run as `python benchmarks/to_home.py WORKSPACE`, or without a workspace for the label.
Modules that home imports after it is shown are not among them.
"""

import json
import sys


def main(workspace: str) -> None:
    """Open home as `matbot` without arguments does, but without requiring a terminal."""
    import matbot.cli
    from matbot.cli.opening import find_workspace
    from matbot.screens.app import MatbotApp
    from matbot.screens.home.home import HomeScreen

    HomeScreen._read_ahead = _print_modules_and_exit  # type: ignore[method-assign]  # called after the first paint
    assert matbot.cli, "what the command itself brings counts too"
    MatbotApp(find_workspace(workspace)).run(headless=True)


def one_label() -> None:
    """Open the app of one label, the baseline."""
    from textual.app import App, ComposeResult
    from textual.widgets import Label

    class OneLabel(App[None]):
        def compose(self) -> ComposeResult:
            yield Label("Ready")

        def on_mount(self) -> None:
            self.call_after_refresh(_print_modules_and_exit, self)

    OneLabel().run(headless=True)


def _print_modules_and_exit(self: object) -> None:
    from textual.dom import DOMNode

    assert isinstance(self, DOMNode)
    names = sorted(sys.modules)
    self.app.exit()
    print(json.dumps(names))


if __name__ == "__main__":
    main(sys.argv[1]) if len(sys.argv) > 1 else one_label()
