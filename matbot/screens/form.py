"""A form over one review: text boxes, drafts of what is typed in them, and events when it is saved."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Button, Static

from matbot.commands.priorities import FORM
from matbot.interview import Unclear
from matbot.review.events import Event
from matbot.screens.keys import bindings_of
from matbot.screens.review_screen import ReviewScreen
from matbot.screens.widgets.form_field import FormField
from matbot.screens.widgets.key_line import KeyLine
from matbot.screens.widgets.marked_button import MarkedButton
from matbot.screens.widgets.top_line import TopLine
from matbot.screens.widgets.words_box import WordsBox
from matbot.store.errors import NotSaved
from matbot.text import clean

if TYPE_CHECKING:
    from matbot.store.review_file import ReviewFile

KEPT_EVERY = 3.0
"""Seconds between two checks for drafts to save."""


class FieldSpec(NamedTuple):
    """One field of a form."""

    name: str
    """The name of the field in the event."""
    label: str
    lines: int
    """The number of lines visible."""


class FormScreen(ReviewScreen[None]):
    """A form of text fields. Escape keeps drafts without asking; saving turns the text into events."""

    # Absolute paths: Textual resolves a relative one from the folder of the subclass.
    CSS_PATH = [Path(__file__).parent / "widgets/conversation.tcss", Path(__file__).with_name("form.tcss")]  # noqa: RUF012 - Textual's type
    FIELDS: ClassVar[tuple[FieldSpec, ...]] = ()
    SAVE: ClassVar[str] = "Save"
    """The label of the save button."""
    KEPT: ClassVar[str] = "Kept as you typed it, not in the table yet"
    """The mark of a field that differs from what was saved."""
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(FORM)

    def __init__(self, file: ReviewFile, place: str) -> None:
        super().__init__(file)
        self.place = place
        """The prefix of the form's draft keys, such as `priority:abc`."""

    # For each form to define

    def about(self) -> Content:
        """Return what the form is about."""
        raise NotImplementedError

    def current_text(self, name: str) -> str:
        """Return the text of a field as recorded in the review."""
        raise NotImplementedError

    def mark_of(self, name: str, text: str) -> str:
        """Return a note on where the text of a field comes from; empty if there is none."""
        return self.KEPT if text != self.current_text(name) and self._key(name) in self.file.drafts else ""

    def build_events(self, words: dict[str, str]) -> list[Event]:
        """Build the events that saving these texts appends.

        Raises:
            Unclear: the texts are incomplete; the message explains it.

        """
        raise NotImplementedError

    # The form

    def compose(self) -> ComposeResult:
        """Lay out the subject, the fields and the buttons."""
        yield TopLine()
        with Vertical(id="page"), Vertical(id="column"):
            yield Static(self.about(), id="about")
            with VerticalScroll(id="fields", can_focus=False):
                yield from self.boxes()
            with Horizontal(id="buttons"):
                yield MarkedButton(f"{self.SAVE} (Ctrl+S)", id="save", variant="primary")
                yield MarkedButton("Back, and keep what I typed (Esc)", id="leave")
        yield KeyLine()

    def boxes(self) -> ComposeResult:
        """Yield a box for each field."""
        for field in self.FIELDS:
            yield FormField(field.name, field.label, field.lines, id=field.name)

    def on_mount(self) -> None:
        """Fill the fields with their drafts, or else with the recorded text."""
        for field in self.query(FormField):
            name = field.field_name
            field.show(self.file.drafts.get(self._key(name), self.current_text(name)))
            field.mark(self.mark_of(name, field.text))
            field.box.read_only = bool(self.file.read_only)
        self.set_focus(self.first_field().box)
        self.set_interval(KEPT_EVERY, self._keep)
        self.reload()

    def first_field(self) -> FormField:
        """Return the field that has the focus first."""
        return self.query(FormField).first()

    @on(FormField.Changed)
    def _changed(self, event: FormField.Changed) -> None:
        event.field.mark(self.mark_of(event.field.field_name, event.field.text))

    @on(WordsBox.Truncated)
    def _was_cut(self) -> None:
        self.tell("That was longer than a field can be: the end of it was left out.", wrong=True)

    @on(Button.Pressed, "#save")
    def action_save(self) -> None:
        """Save the text and go back; stay on the form if it could not be saved."""
        if not self.may_write():
            return
        try:
            events = self.build_events(
                {field.field_name: clean(field.text) for field in self.query(FormField)}
            )
        except Unclear as problem:
            self.tell(str(problem), wrong=True)
            return
        if self.say(*events) and not self.file.unsaved:
            self._drop_drafts()
            self.dismiss(None)

    @on(Button.Pressed, "#leave")
    def action_leave(self) -> None:
        """Go back and keep what was typed as drafts."""
        self._keep()
        self.dismiss(None)

    def keep_drafts(self) -> None:
        """Save the drafts now."""
        self._keep()

    def _keep(self) -> None:
        """Save what is half typed; a field that equals the recorded text needs no draft."""
        if self.file.read_only:
            return
        for field in self.query(FormField):
            same = clean(field.text) == self.current_text(field.field_name)
            self._keep_draft(field.field_name, "" if same else field.text)

    def _drop_drafts(self) -> None:
        for field in self.FIELDS:
            self._keep_draft(field.name, "")

    def _keep_draft(self, name: str, words: str) -> None:
        """Save one draft, unless it is saved already."""
        if self.file.drafts.get(self._key(name), "") == words:
            return
        try:
            self.file.keep_draft(self._key(name), words)
        except NotSaved as problem:
            self.tell(str(problem), wrong=True)

    def _key(self, name: str) -> str:
        return f"{self.place}:{name}"
