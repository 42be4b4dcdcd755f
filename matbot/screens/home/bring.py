"""A review from elsewhere brought in: asks for its file."""

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
    """A box for the path of a review; gives the path at which it is kept now, or None."""

    HELP = (
        "Name the file of a review that somebody sent you or that another machine left, and press Enter. A "
        "copy of it is kept with your reviews. If that review is here already, matbot offers to make both "
        "one, and nothing is lost. Esc leaves all as it is."
    )

    def __init__(self) -> None:
        super().__init__("Bring a review from elsewhere", ABOUT, "The file", "")
        self._path = PathInput()

    def compose(self) -> ComposeResult:
        """What it is for, the box, and what is wrong with what stands in it."""
        with Dialog() as dialog:
            dialog.border_title = Content("Bring a review from elsewhere")
            dialog.border_subtitle = "Enter brings it in · Esc: back"
            yield Static(Content(ABOUT), classes="dialog-text")
            yield Field("The file", self._path)
            yield Static(id="says")

    def on_mount(self) -> None:
        """Begin in the box."""
        self._path.focus()

    def on_input_changed(self, _event: Input.Changed) -> None:
        """What was wrong was wrong with another name."""
        self._say("")

    def action_save(self) -> None:
        """Bring the review in, or say why that cannot be."""
        from matbot.store.incoming import bring_in

        path = self._path.path
        if path is None:
            self._say("Which file? Type its path or paste it.")
            return
        try:
            kept = bring_in(find_host(self).workspace, path)
        except StoreError as problem:
            self._say(str(problem))
        else:
            self.dismiss(str(kept))

    def _say(self, words: str) -> None:
        self.query_one("#says", Static).update(Content(shown(words)))
