"""A page of words that is another one at each key: what showing the next question costs at the least."""

from textual.app import App, ComposeResult
from textual.events import Key
from textual.widgets import Static

WORDS = "Does your trust know how it is going to improve its schools, and who leads on it? "


class OnePage(App[None]):
    """One text that fills the screen."""

    pressed = 0

    def compose(self) -> ComposeResult:
        """The text."""
        yield Static(self._page())

    def on_key(self, event: Key) -> None:
        """Show the next page."""
        self.pressed += 1
        self.query_one(Static).update(self._page())

    def _page(self) -> str:
        return "\n".join(f"{self.pressed} {line} {WORDS}" for line in range(40))


if __name__ == "__main__":
    OnePage().run()
