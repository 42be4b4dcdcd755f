"""The least that Textual can open, and change at a key: what matbot is set beside."""

from textual.app import App, ComposeResult
from textual.events import Key
from textual.widgets import Label


class OneLabel(App[None]):
    """One label, which counts keys."""

    pressed = 0

    def compose(self) -> ComposeResult:
        """The label."""
        yield Label("Ready 0")

    def on_key(self, event: Key) -> None:
        """Count a key."""
        self.pressed += 1
        self.query_one(Label).update(f"Ready {self.pressed}")


if __name__ == "__main__":
    OneLabel().run()
