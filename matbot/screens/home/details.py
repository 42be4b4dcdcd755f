"""What a review is listed under, to be changed: the trust, the group, and the number of people."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from matbot.commands.home import DETAILS
from matbot.interview import Unclear
from matbot.presenters.new_review import NO_PEOPLE, parse_people
from matbot.review.header import Header
from matbot.screens.host import find_host
from matbot.screens.keys import bindings_of
from matbot.screens.new_review.form import build_box
from matbot.screens.widgets.dialog import Dialog
from matbot.screens.widgets.field import Field
from matbot.services.housekeeping import change_details
from matbot.store.errors import StoreError
from matbot.text import shown

ABOUT = (
    "Every page and every document written from now on has these names. The file keeps the name it has, and "
    "documents that were written before stay as they are."
)


class DetailsScreen(ModalScreen[Header | None]):
    """Three boxes; gives what the list shows of the review once they are saved, or None if nothing was."""

    # Whole paths: Textual takes a relative one from the folder of the class that inherits it.
    CSS_PATH = [Path(__file__).parents[1] / "modals.tcss", Path(__file__).with_name("details.tcss")]  # noqa: RUF012 - Textual's type
    HELP = (
        "Change the name of the trust, who is completing the review, or how many they are. Enter goes to the "
        "next box, Ctrl+S saves, and Esc leaves all as it is."
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(DETAILS)

    def __init__(self, path: str, header: Header) -> None:
        """`path` names the review's file, and `header` is what the list shows of it."""
        super().__init__()
        self._path = path
        self._header = header

    def compose(self) -> ComposeResult:
        """The boxes, and what is wrong with what is in them."""
        with Dialog() as dialog:
            dialog.border_title = Content("Rename this review")
            dialog.border_subtitle = "Ctrl+S saves · Esc: back"
            yield Static(Content(ABOUT), classes="dialog-text")
            yield Field("Trust", build_box("trust", self._header.trust, ""))
            yield Field("Completed by", build_box("group", self._header.group, "such as Headteachers"))
            yield Field("How many people", build_box("people", str(self._header.people), "1"))
            yield Static(id="says")

    def on_mount(self) -> None:
        """Begin in the first box."""
        self.query(Input).first().focus()

    def on_input_changed(self, _event: Input.Changed) -> None:
        """Take away what was said of other words."""
        self._say("")

    def action_save(self) -> None:
        """Save the names; stay here and say why if they cannot be saved."""
        trust, group, typed = (box.value for box in self.query(Input))
        people = parse_people(typed)
        if people is None:
            self._say(NO_PEOPLE.words)
            return
        try:
            header = change_details(find_host(self).workspace, self._path, trust, group, people)
        except (Unclear, StoreError) as problem:
            self._say(str(problem))
        else:
            self.dismiss(header)

    def _say(self, words: str) -> None:
        self.query_one("#says", Static).update(Content(shown(words)))
