"""A dialog to change the details a review is listed under: trust, group and number of people."""

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
    """Three boxes; returns the review's new header once saved, or None if cancelled."""

    # Absolute paths: Textual resolves a relative one from the folder of the subclass.
    CSS_PATH = [Path(__file__).parents[1] / "modals.tcss", Path(__file__).with_name("details.tcss")]  # noqa: RUF012 - Textual's type
    HELP = (
        "Change the name of the trust, who is completing the review, or how many they are. Enter goes to the "
        "next box, Ctrl+S saves, and Esc leaves all as it is."
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(DETAILS)

    def __init__(self, path: str, header: Header) -> None:
        """Create the dialog; `path` is the review's file, and `header` its current details."""
        super().__init__()
        self._path = path
        self._header = header

    def compose(self) -> ComposeResult:
        """Lay out the boxes and the message about their content."""
        with Dialog() as dialog:
            dialog.border_title = Content("Rename this review")
            dialog.border_subtitle = "Ctrl+S saves · Esc: back"
            yield Static(Content(ABOUT), classes="dialog-text")
            yield Field("Trust", build_box("trust", self._header.trust, ""))
            yield Field("Completed by", build_box("group", self._header.group, "such as Headteachers"))
            yield Field("How many people", build_box("people", str(self._header.people), "1"))
            yield Static(id="says")

    def on_mount(self) -> None:
        """Focus the first box."""
        self.query(Input).first().focus()

    def on_input_changed(self, _event: Input.Changed) -> None:
        """Clear the message, which was about the previous text."""
        self._show_message("")

    def action_save(self) -> None:
        """Save the details; stay open and show why if they cannot be saved."""
        trust, group, typed = (box.value for box in self.query(Input))
        people = parse_people(typed)
        if people is None:
            self._show_message(NO_PEOPLE.words)
            return
        try:
            header = change_details(find_host(self).workspace, self._path, trust, group, people)
        except (Unclear, StoreError) as problem:
            self._show_message(str(problem))
        else:
            self.dismiss(header)

    def _show_message(self, words: str) -> None:
        self.query_one("#says", Static).update(Content(shown(words)))
