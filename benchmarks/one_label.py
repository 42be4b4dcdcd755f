"""A minimal Textual app that changes at a key: the baseline for matbot."""

from textual.app import App, ComposeResult
from textual.events import Key
from textual.widgets import Label


class OneLabel(App[None]):
    """An app with one label, which counts keys."""

    pressed = 0

    def compose(self) -> ComposeResult:
        """Build the label."""
        yield Label("Ready 0")

    def on_key(self, event: Key) -> None:
        """Count a key."""
        self.pressed += 1
        self.query_one(Label).update(f"Ready {self.pressed}")


if __name__ == "__main__":
    OneLabel().run()
