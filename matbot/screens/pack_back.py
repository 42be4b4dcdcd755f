"""A pack that came back: which file, whose it is, what could not be read, and a review of the rest."""

from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Button, Input, Static

from matbot.packs.bringing import begin_from
from matbot.packs.found import NotAPack
from matbot.packs.opening import read_pack
from matbot.packs.understanding import Understood
from matbot.rubric import Rubric
from matbot.rubric.checker import FaultyRubric
from matbot.rubric.library import UnknownRubric
from matbot.screens.host import host_of
from matbot.screens.keys import key
from matbot.screens.new_form import MOST_PEOPLE
from matbot.screens.widgets.field import Field, NameInput
from matbot.screens.widgets.key_line import KeyLine
from matbot.screens.widgets.top_line import TopLine
from matbot.store.errors import StoreError
from matbot.text import LONGEST_NAME, clean_name, shown

ABOUT = (
    "What is filled in becomes a review of their own, as drafts: you confirm each in the conversation. "
    "Nothing is guessed: what cannot be read is listed here first."
)


class PackBackScreen(Screen[str | None]):
    """Reads a filled pack; gives the file of the review that was begun from it, or None."""

    CSS_PATH = "pack.tcss"
    HELP = (
        "Name the Word or Markdown file that came back, and who filled it in. Whatever cannot be read, such "
        "as two ratings marked, is listed with its place: mend it in the file and read it again, or go on "
        "with the rest. The file itself stays as it is."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        key("f9", "read", "Read it", "Read the file; once more goes on with what could be read"),
        key("tab", "app.focus_next", "Next part", "Go to the next part of the form", in_footer=False),
        key("escape", "dismiss(None)", "Back", "Back to where you came from"),
    ]

    def __init__(self, trust: str = "") -> None:
        super().__init__()
        self._trust = trust
        self._listed: tuple[str, ...] = ()
        """What could not be read, as it stands on the page."""

    def compose(self) -> ComposeResult:
        """The file and whose it is; what could not be read; the button."""
        yield TopLine()
        with Vertical(id="page"):
            with Vertical(id="form"):
                yield Static(Content(ABOUT), classes="about")
                yield Field("The file", NameInput(compact=True, id="file"), "Word or Markdown")
                yield Field("Your trust", _box("trust", self._trust))
                yield Field("Who filled it in", _box("group"), "such as Headteachers")
                people = NameInput("1", restrict=r"\d*", max_length=4, compact=True, id="people")
                yield Field("How many they are", people)
                with VerticalScroll(id="unread"):
                    yield Static(id="lines")
            with Vertical(id="foot"):
                yield Static(id="chosen")
                with Horizontal():
                    yield Button(Content("[ Read it ]"), id="read", compact=True)
        yield KeyLine()

    def on_mount(self) -> None:
        """Begin at the file."""
        self.query_one(TopLine).title = "Read a pack that came back"
        self.query_one("#file").focus()

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        for field in self.query(Field):
            if field.box is event.input:
                field.show_fault("")
        if event.input.id == "file":
            self._tell("")

    @on(Button.Pressed)
    def action_read(self) -> None:
        """Read it and begin its review; what cannot be read is listed first, and again if it changes."""
        if self.app.screen is not self or not self._is_complete():
            return
        try:
            rubric, said = self._read()
            if said.drafts and said.unread in ((), self._listed):
                self._begin(rubric, said)
            else:
                self._list(said)
        except (NotAPack, UnknownRubric, FaultyRubric, StoreError) as problem:
            self._tell(str(problem))

    def _read(self) -> tuple[Rubric, Understood]:
        return read_pack(Path(self._value("file").strip()).expanduser(), host_of(self).workspace.rubrics)

    def _begin(self, rubric: Rubric, said: Understood) -> None:
        names = clean_name(self._value("trust")), clean_name(self._value("group"))
        file = begin_from(host_of(self).workspace, rubric, said, *names, int(self._value("people")))
        file.close()
        self.dismiss(str(file.path))

    def _list(self, said: Understood) -> None:
        """Show what could not be read, and say how to go on."""
        self._show_lines(said.unread)
        self.query_one("#unread").focus()
        count = len(said.unread)
        lines = f"{count} thing{'s' * (count > 1)} could not be read"
        on = "F9 once more goes on with the rest." if said.drafts else "Nothing else is filled in."
        self._say(f"{lines}. {on} If you mend the file, F9 reads it again.")

    def _is_complete(self) -> bool:
        """Whether nothing is missing; if something is, say what, and go there."""
        if not self._value("file").strip():
            return self._missing("file", "Which file came back?")
        if not clean_name(self._value("trust")):
            return self._missing("trust", "Which trust is this about?")
        if not 1 <= int(self._value("people") or 0) <= MOST_PEOPLE:
            return self._missing("people", "One or more, please.")
        return True

    def _missing(self, name: str, words: str) -> bool:
        field = next(field for field in self.query(Field) if field.box.id == name)
        field.show_fault(words)
        field.box.focus()
        return False

    def _value(self, name: str) -> str:
        return self.query_one(f"#{name}", Input).value

    def _tell(self, words: str) -> None:
        """Say something in place of what could not be read."""
        self._show_lines(())
        self._say(words)

    def _show_lines(self, lines: tuple[str, ...]) -> None:
        self._listed = lines
        self.query_one("#lines", Static).update(Content(shown("\n".join(lines))))

    def _say(self, words: str) -> None:
        self.query_one("#chosen", Static).update(Content(shown(words)))


def _box(id_: str, value: str = "") -> NameInput:
    return NameInput(clean_name(value), max_length=LONGEST_NAME, compact=True, id=id_)
