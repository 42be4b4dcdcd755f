"""The page that reads a filled pack: the file, the details of its review, and what could not be read."""

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Button, Input, Static

from matbot.commands.new_review import PACK_BACK
from matbot.importers.packs.found import NotAPack
from matbot.importers.packs.interpretation import PackReading
from matbot.importers.packs.opening import read_pack
from matbot.presenters.new_review import find_people_fault, find_trust_fault
from matbot.presenters.packs import WHICH_FILE, PackOutcome, PackSummary, present_outcome, present_reading
from matbot.report.words import month_in_words
from matbot.review.header import Header
from matbot.rubric import Rubric
from matbot.rubric.checker import FaultyRubric
from matbot.rubric.library import UnknownRubric
from matbot.screens.dialogs import AskScreen
from matbot.screens.host import find_host
from matbot.screens.keys import bindings_of
from matbot.screens.new_review.form import build_number_box
from matbot.screens.widgets.field import Field, NameInput
from matbot.screens.widgets.key_line import KeyLine
from matbot.screens.widgets.marked_button import MarkedButton
from matbot.screens.widgets.review_card import format_title
from matbot.screens.widgets.top_line import TopLine
from matbot.services.pack_import import add_pack, begin_from_pack
from matbot.store.errors import StoreError
from matbot.store.listing import ListedReview
from matbot.text import LONGEST_NAME, clean_name, shortened, shown

ABOUT = (
    "What is filled in becomes a review of their own, or goes into one that is here, as drafts: you confirm "
    "each in the conversation. Nothing is guessed: what cannot be read is listed here first."
)
_PROBLEMS = (NotAPack, UnknownRubric, FaultyRubric, StoreError)
"""The errors of a file, a framework version or a review, each with a message for the user."""

NEW = "new"
"""The id of the choice of a new review to read the pack into."""

_ID_LENGTH = 4
"""The number of leading characters of an id that distinguish reviews of the same name."""

_ROOM, _LINE = 54, 58
"""The maximum length of a review's name on its line of the form and in the dialog, in characters."""


class FilledPackScreen(Screen[str | None]):
    """Reads a filled pack; returns the file of the review that it was read into, or None."""

    CSS_PATH = "pack.tcss"
    HELP = (
        "Name the Word or Markdown file that came back, and who filled it in; or choose with Ctrl+E a review "
        "that is here already, in which what you answered stays as it is. Whatever cannot be read, such as "
        "two ratings marked, is listed with its place: mend it in the file and read it again, or go on with "
        "the rest. The file itself stays as it is."
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(PACK_BACK)

    def __init__(self, trust: str = "") -> None:
        super().__init__()
        self._trust = trust
        self._listed: tuple[str, ...] = ()
        """What could not be read, as listed on the page."""
        self._filled_in_for = ""
        """The file whose audience was already filled in, so that later edits are kept."""
        self._into: ListedReview | None = None
        """The review that the pack is read into; None for a new one."""
        self._kept = ""
        """The file of the review that the pack was read into, while its outcome is shown."""

    def compose(self) -> ComposeResult:
        """Lay out the file, the target and its details, what could not be read, and the button."""
        yield TopLine()
        with Vertical(id="page"):
            with Vertical(id="form"):
                yield Static(Content(ABOUT), classes="about")
                yield Field("The file", NameInput(compact=True, id="file"), "Word or Markdown")
                yield MarkedButton(Content(_format_target(None)), id="into")
                yield Field("Your trust", _build_box("trust", self._trust))
                yield Field("Who filled it in", _build_box("group"), "such as Headteachers")
                yield Field("How many they are", build_number_box("1"))
                with VerticalScroll(id="unread"):
                    yield Static(id="lines")
            with Vertical(id="foot"):
                yield Static(id="chosen")
                with Horizontal():
                    yield MarkedButton(Content("[ Read it ]"), id="read")
        yield KeyLine()

    def on_mount(self) -> None:
        """Focus the file box."""
        self.query_one(TopLine).title = "Read a pack that came back"
        self.query_one("#file").focus()

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        for field in self.query(Field):
            if field.box is event.input:
                field.show_fault("")
        if event.input.id == "file":
            self._show_message("")

    @on(Input.Blurred, "#file")
    def _fill_in_group(self) -> None:
        """Fill in the pack's audience as the group, unless the user has typed one."""
        with suppress(*_PROBLEMS):
            self._take_group(self._read()[1])

    def _take_group(self, found: PackReading) -> None:
        named, box = self._value("file"), self.query_one("#group", Input)
        if found.whom and named != self._filled_in_for and not box.value:
            box.value = clean_name(found.whom)
        self._filled_in_for = named

    @on(Button.Pressed, "#into")
    def action_choose(self) -> None:
        """Choose the review to read into: a new one, or one of the same framework version."""
        if not self._value("file").strip():
            self._show_missing("file", WHICH_FILE)
            return
        try:
            rubric, _ = self._read()
        except _PROBLEMS as problem:
            self._show_message(str(problem))
            return
        listed = find_host(self).workspace.list_reviews()
        here = {str(one.path): one for one in listed if one.header and one.header.rubric == rubric.id}
        self.app.push_screen(_build_review_dialog(here), lambda way: self._set_target(here, way))

    def _set_target(self, here: Mapping[str, ListedReview], way: str | None) -> None:
        """Use the chosen review, whose details are known already."""
        if way is None:
            return
        self._into = here.get(way)
        self._show_message("")
        self.query_one("#into", Button).label = Content(_format_target(self._into))
        for name in ("trust", "group", "people"):
            self._field(name).display = self._into is None

    @on(Button.Pressed, "#read")
    def action_read(self) -> None:
        """Read the pack into its review; list what cannot be read first, and again whenever that changes."""
        if self.app.screen is not self or not self._is_complete():
            return
        if self._kept:
            self.dismiss(self._kept)
            return
        try:
            if self._into:
                self._add_to(self._into)
                return
            rubric, found = self._read()
            self._take_group(found)
            if self._is_agreed(found, clean_name(self._value("group"))):
                self._begin(rubric, found)
        except _PROBLEMS as problem:
            self._show_message(str(problem))

    def _read(self, framework: Rubric | None = None) -> tuple[Rubric, PackReading]:
        path = Path(self._value("file").strip()).expanduser()
        return read_pack(path, find_host(self).workspace.rubrics, framework)

    def _is_agreed(self, found: PackReading, group: str) -> bool:
        """Return whether everything to know before reading is already listed on the page; if not, list it."""
        reading = present_reading(found)
        lines = tuple(filter(None, (*reading.unread, reading.for_others(group))))
        agreed = not reading.nothing_filled_in and lines in ((), self._listed)
        if not agreed:
            self._show_lines(lines)
            self.query_one("#unread").focus()
            self._show_status(format_reading(reading))
        return agreed

    def _begin(self, rubric: Rubric, found: PackReading) -> None:
        names = clean_name(self._value("trust")), clean_name(self._value("group"))
        file = begin_from_pack(find_host(self).workspace, rubric, found, *names, int(self._value("people")))
        file.close()
        self.dismiss(str(file.path))

    def _add_to(self, chosen: ListedReview) -> None:
        """Read the pack into an existing review, and show which of its answers were kept."""
        with find_host(self).workspace.open(str(chosen.path)) as file:
            if file.read_only:
                self._show_message(f"This review can only be read: {file.read_only}. Ctrl+E chooses another.")
                return
            _, found = self._read(file.rubric)
            if not self._is_agreed(found, file.projection.review.group):
                return
            outcome = present_outcome(add_pack(file, found), file.projection.review)
        if outcome.added and not outcome.lines:
            self.dismiss(str(chosen.path))
        else:
            self._show_outcome(outcome)
            self._kept = str(chosen.path)

    def _show_outcome(self, outcome: PackOutcome) -> None:
        """List what was kept and what was not, before the review is opened."""
        self._show_lines(outcome.lines)
        self.query_one("#unread").focus()
        self._show_status(format_outcome(outcome))

    def _is_complete(self) -> bool:
        """Return whether the form is complete; if not, show what is missing and focus it."""
        if not self._value("file").strip():
            return self._show_missing("file", WHICH_FILE)
        if self._into:
            return True
        if fault := find_trust_fault(self._value("trust")):
            return self._show_missing("trust", fault.short)
        if fault := find_people_fault(self._value("people")):
            return self._show_missing("people", fault.short)
        return True

    def _show_missing(self, name: str, words: str) -> bool:
        self._field(name).show_fault(words)
        self._field(name).box.focus()
        return False

    def _field(self, name: str) -> Field:
        return next(field for field in self.query(Field) if field.box.id == name)

    def _value(self, name: str) -> str:
        return self.query_one(f"#{name}", Input).value

    def _show_message(self, words: str) -> None:
        """Show a message instead of what could not be read."""
        self._kept = ""
        self._show_lines(())
        self._show_status(words)

    def _show_lines(self, lines: tuple[str, ...]) -> None:
        self._listed = lines
        self.query_one("#lines", Static).update(Content(shown("\n".join(lines))))

    def _show_status(self, words: str) -> None:
        self.query_one("#chosen", Static).update(Content(shown(words)))


def format_reading(reading: PackSummary) -> str:
    """Format how much could not be read, and how to continue."""
    if not reading.unread:
        return "Ctrl+S once more goes on."
    on = reading.nothing_filled_in or "Ctrl+S once more goes on with the rest."
    return f"{reading.left_out}. {on} If you mend the file, Ctrl+S reads it again."


def format_outcome(outcome: PackOutcome) -> str:
    """Format the outcome of reading a pack into a review, and how to continue."""
    waiting = [f"{outcome.drafts}."] if outcome.drafts and not outcome.added else []
    return " ".join([outcome.summary, *outcome.counts, *waiting, "Ctrl+S goes into the review."])


def _format_target(one: ListedReview | None) -> str:
    """Format which review the pack is read into."""
    if one is None or one.header is None:
        return "Goes into           a new review (Ctrl+E chooses)"
    return f"Goes into           {_distinguishing_words(one.header, _ROOM)}"


def _distinguishing_words(header: Header, room: int) -> str:
    """Format a review's name, month and the start of its id, since names alone may be equal."""
    month = [month_in_words(header.started)] if header.started else []
    rest = ", ".join(["", *month, header.id[:_ID_LENGTH]])
    return shortened(format_title(header).plain, room - len(rest)) + rest


def _build_review_dialog(here: Mapping[str, ListedReview]) -> AskScreen:
    """Build the dialog that asks which review to read a pack into: a new one, or one listed in `here`."""
    ways = {NEW: "A new review"}
    ways |= {
        path: f"{_distinguishing_words(one.header, _LINE)}, {one.header.rated} rated"
        for path, one in here.items()
        if one.header
    }
    words = "What you answered in it stays as it is; what is new waits as drafts."
    if not here:
        words = "No review that is here is of the framework version that this pack is of."
    return AskScreen("Goes into", words, ways, "leave it as it is")


def _build_box(id_: str, value: str = "") -> NameInput:
    return NameInput(clean_name(value), max_length=LONGEST_NAME, compact=True, id=id_)
