"""A dialog that asks for the file of a review and adds a copy of it to the workspace."""

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input, Static

from matbot.screens.host import find_host
from matbot.screens.one_line import OneLineScreen
from matbot.screens.widgets.dialog import Dialog
from matbot.screens.widgets.field import Field
from matbot.screens.widgets.path_input import PathInput
from matbot.store.errors import StoreError
from matbot.text import shown

ABOUT = (
    "A review is one file, such as one that a colleague sent you by e-mail; its name ends in .matbot.json. "
    "Type or paste its path, or drop the file on this window. A copy is kept with your reviews, and the "
    "file itself stays as it is."
)


class BringScreen(OneLineScreen):
    """A box for the path of a review file; returns the path of the copy in the workspace, or None."""

    HELP = (
        "Name the file of a review that somebody sent you or that another machine left, and press Enter. A "
        "copy of it is kept with your reviews. If that review is here already, matbot offers to make both "
        "one, and nothing is lost. Esc leaves all as it is."
    )

    def __init__(self) -> None:
        super().__init__("Bring a review from elsewhere", ABOUT, "The file", "")
        self._path = PathInput()

    def compose(self) -> ComposeResult:
        """Lay out the explanation, the box, and the message about what was typed."""
        with Dialog() as dialog:
            dialog.border_title = Content("Bring a review from elsewhere")
            dialog.border_subtitle = "Enter brings it in · Esc: back"
            yield Static(Content(ABOUT), classes="dialog-text")
            yield Field("The file", self._path)
            yield Static(id="says")

    def on_mount(self) -> None:
        """Focus the box."""
        self._path.focus()

    def on_input_changed(self, _event: Input.Changed) -> None:
        """Clear the message, which was about the previous text."""
        self._show_message("")

    def action_save(self) -> None:
        """Copy the review into the workspace, or show why that is not possible."""
        from matbot.store.incoming import bring_in

        path = self._path.path
        if path is None:
            self._show_message("Which file? Type its path or paste it.")
            return
        try:
            kept = bring_in(find_host(self).workspace, path)
        except StoreError as problem:
            self._show_message(str(problem))
        else:
            self.dismiss(str(kept))

    def _show_message(self, words: str) -> None:
        self.query_one("#says", Static).update(Content(shown(words)))
