"""The help page (F1): what the current page is for, and its keys."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen, Screen
from textual.widgets import Static

from matbot.commands.boxes import HELP
from matbot.screens.keys import bindings_of, find_active
from matbot.screens.widgets.fitted_text import FittedText
from matbot.screens.widgets.row_list import hang_lines

ABOUT = (
    "matbot is for finding out where your trust's capacity to improve schools is strong and where it still "
    "has to be built. It judges nobody: the talk is the point, and the colours are an index into it. "
    "Everything you say stays on this machine and is saved as you go."
)

IN_A_BROWSER = (
    "In a browser some keys are the browser's own, such as Ctrl+W, Ctrl+T and Ctrl+N: nothing here needs "
    "them, and every command is in Ctrl+P too. Paste with Ctrl+V; where that does nothing, with Ctrl+Shift+V."
)

_TEXT_COLUMN = 12
"""The column in which the explanation of a key begins."""


class HelpScreen(ModalScreen[None]):
    """The help of another screen: its HELP and the keys it responds to."""

    # Absolute paths: Textual resolves a relative one from the folder of the subclass.
    CSS_PATH = [Path(__file__).with_name("modals.tcss")]  # noqa: RUF012 - Textual's type
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(HELP)

    def __init__(self, about: Screen[object]) -> None:
        super().__init__()
        self._text = about.HELP or ""  # Textual's own screens have none
        self._keys = FittedText()
        self._keys.add_class("dialog-text")
        self._keys.show(partial(_render_keys, _list_commands(about)))

    def compose(self) -> ComposeResult:
        """Lay out the text, then the keys."""
        with VerticalScroll(classes="dialog") as dialog:
            dialog.border_title = "Help"
            dialog.border_subtitle = "Up and down to read on · Esc closes"
            yield Static(Content(self._text), classes="dialog-text")
            yield self._keys
            if self.app.is_web:
                yield Static(Content(IN_A_BROWSER), classes="dialog-text")
            yield Static(Content(ABOUT))


def _list_commands(screen: Screen[object]) -> list[tuple[str, str]]:
    """Return the key and the help text of each command available on a screen."""
    found = (active.binding for active in find_active(screen).values())
    return [(screen.app.get_key_display(binding), binding.tooltip) for binding in found]


def _render_keys(commands: Sequence[tuple[str, str]], width: int) -> Content:
    """Render each key with its explanation next to it, `width` columns wide."""
    lines = (
        hang_lines(
            Content.styled(f"{key:>10}", "bold $accent"),
            Content(does).wrap(width - _TEXT_COLUMN),
            _TEXT_COLUMN,
        )
        for key, does in commands
    )
    return Content("\n").join(lines)
