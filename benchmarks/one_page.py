"""A page of text that is replaced at each key: the baseline for showing the next question."""

from textual.app import App, ComposeResult
from textual.events import Key
from textual.widgets import Static

WORDS = "Does your trust know how it is going to improve its schools, and who leads on it? "


class OnePage(App[None]):
    """An app with one text that fills the screen."""

    pressed = 0

    def compose(self) -> ComposeResult:
        """Build the text."""
        yield Static(self._page())

    def on_key(self, event: Key) -> None:
        """Show the next page."""
        self.pressed += 1
        self.query_one(Static).update(self._page())

    def _page(self) -> str:
        return "\n".join(f"{self.pressed} {line} {WORDS}" for line in range(40))


if __name__ == "__main__":
    OnePage().run()
