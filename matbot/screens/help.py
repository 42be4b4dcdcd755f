"""F1: what the page in view is for, and its keys."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen, Screen
from textual.widgets import Static

from matbot.screens.keys import key

ABOUT = (
    "matbot is for finding out where your trust's capacity to improve schools is strong and where it still "
    "has to be built. It judges nobody: the talk is the point, and the colours are an index into it. "
    "Everything you say stays on this machine and is saved as you go."
)


class HelpScreen(ModalScreen[None]):
    """Explains another screen from its own HELP and the keys it answers to."""

    CSS_PATH = "modals.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        key("escape,f1,enter,q", "dismiss", "Close", "Back to the page"),
    ]

    def __init__(self, about: Screen[object]) -> None:
        super().__init__()
        self._text = getattr(about, "HELP", "")
        self._keys = _keys(about)

    def compose(self) -> ComposeResult:
        """The words first, then the keys."""
        with VerticalScroll(classes="dialog") as dialog:
            dialog.border_title = "Help"
            dialog.border_subtitle = "Up and down to read on · Esc closes"
            yield Static(Content(self._text), classes="dialog-text")
            yield Static(Content("\n").join(self._keys), classes="dialog-text")
            yield Static(Content(ABOUT))


def _keys(screen: Screen[object]) -> list[Content]:
    """Each command of a screen with what it does, from the bindings themselves; of several keys the first."""
    lines: dict[str, Content] = {}
    for active in screen.active_bindings.values():
        binding = active.binding
        if binding.tooltip and active.enabled:
            key = screen.app.get_key_display(binding)
            line = Content.assemble((f"{key:>10}  ", "bold $accent"), binding.tooltip)
            lines.setdefault(binding.action, line)
    return list(lines.values())
