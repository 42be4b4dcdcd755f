"""A form over one review: boxes to write in, what is half typed kept, and one event when it is saved."""

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
"""Seconds between two looks whether something half typed is to be kept."""


class FieldSpec(NamedTuple):
    """One field of a form."""

    name: str
    """The event's own name for it."""
    label: str
    lines: int
    """How many lines of its text are in view."""


class FormScreen(ReviewScreen[None]):
    """Fields to write in. Escape keeps what was typed and asks nothing; saving makes an event of it."""

    # Whole paths: Textual takes a relative one from the folder of the class that inherits it.
    CSS_PATH = [Path(__file__).parent / "widgets/conversation.tcss", Path(__file__).with_name("form.tcss")]  # noqa: RUF012 - Textual's type
    FIELDS: ClassVar[tuple[FieldSpec, ...]] = ()
    SAVE: ClassVar[str] = "Save"
    """What saving is called here."""
    KEPT: ClassVar[str] = "Kept as you typed it, not in the table yet"
    """The mark of a field that is not as it was saved."""
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(FORM)

    def __init__(self, file: ReviewFile, place: str) -> None:
        super().__init__(file)
        self.place = place
        """What the drafts of this form are kept under, such as `priority:abc`."""

    # What each form says for itself

    def about(self) -> Content:
        """What the form is about."""
        raise NotImplementedError

    def current_text(self, name: str) -> str:
        """The text of a field as the review has it."""
        raise NotImplementedError

    def mark_of(self, name: str, text: str) -> str:
        """A word on where the text of a field comes from; empty if there is nothing to say."""
        return self.KEPT if text != self.current_text(name) and self._key(name) in self.file.drafts else ""

    def build_events(self, words: dict[str, str]) -> list[Event]:
        """What saving these words says; Unclear, in words, if they are not enough."""
        raise NotImplementedError

    # The form

    def compose(self) -> ComposeResult:
        """What it is about, the fields, the buttons."""
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
        """A box for each field."""
        for field in self.FIELDS:
            yield FormField(field.name, field.label, field.lines, id=field.name)

    def on_mount(self) -> None:
        """Show the words as they stand, or as they were left half typed."""
        for field in self.query(FormField):
            name = field.field_name
            field.show(self.file.drafts.get(self._key(name), self.current_text(name)))
            field.mark(self.mark_of(name, field.text))
            field.box.read_only = bool(self.file.read_only)
        self.set_focus(self.first_field().box)
        self.set_interval(KEPT_EVERY, self._keep)
        self.reload()

    def first_field(self) -> FormField:
        """The field that has the focus first."""
        return self.query(FormField).first()

    @on(FormField.Changed)
    def _changed(self, event: FormField.Changed) -> None:
        event.field.mark(self.mark_of(event.field.field_name, event.field.text))

    @on(WordsBox.Truncated)
    def _was_cut(self) -> None:
        self.tell("That was longer than a field can be: the end of it was left out.", wrong=True)

    @on(Button.Pressed, "#save")
    def action_save(self) -> None:
        """Save the words and go back; stay where they could not be saved."""
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
        """Go back, with what was typed kept for the next time."""
        self._keep()
        self.dismiss(None)

    def keep_drafts(self) -> None:
        """Keep what is half typed, now."""
        self._keep()

    def _keep(self) -> None:
        """Keep what is half typed; a field that is as the review has it needs no draft."""
        if self.file.read_only:
            return
        for field in self.query(FormField):
            same = clean(field.text) == self.current_text(field.field_name)
            self._keep_draft(field.field_name, "" if same else field.text)

    def _drop_drafts(self) -> None:
        for field in self.FIELDS:
            self._keep_draft(field.name, "")

    def _keep_draft(self, name: str, words: str) -> None:
        """Keep one draft, if it is not kept like that already."""
        if self.file.drafts.get(self._key(name), "") == words:
            return
        try:
            self.file.keep_draft(self._key(name), words)
        except NotSaved as problem:
            self.tell(str(problem), wrong=True)

    def _key(self, name: str) -> str:
        return f"{self.place}:{name}"
