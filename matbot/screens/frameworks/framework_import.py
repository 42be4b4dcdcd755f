"""Import of a framework from a file: read it, check what was found, save it as a framework version."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Button, Input, Static

from matbot.commands.frameworks import IMPORT
from matbot.importers.findings import CannotImport, Found
from matbot.presenters.framework_versions import WHICH_IS_WEAKEST, WHY_WEAKEST, find_versions
from matbot.screens.background import run_in_background
from matbot.screens.dialogs import AskScreen
from matbot.screens.host import find_host
from matbot.screens.keys import bindings_of
from matbot.screens.widgets.field import Field, NameInput
from matbot.screens.widgets.fitted_text import FittedText
from matbot.screens.widgets.found_words import draw_found, format_summary
from matbot.screens.widgets.key_line import KeyLine
from matbot.screens.widgets.marked_button import MarkedButton
from matbot.screens.widgets.path_input import PathInput
from matbot.screens.widgets.top_line import TopLine
from matbot.text import LONGEST_NAME, file_stem, one_line, shown

ABOUT = (
    "Your copy of the published framework, or another of its kind: a Word file, a PDF or plain text, with "
    "tables of questions and of what weak and strong look like. Its words are taken as they stand. You see "
    "what was found before anything is kept, and the file itself stays as it is."
)
BEGIN = "Type or paste its path, or drop it on this window, then press Enter."
READING = "Reading the file …"


class ImportScreen(Screen[str | None]):
    """A file to import and what was found in it; returns the name it was saved under, or None."""

    CSS_PATH = "frameworks.tcss"
    HELP = (
        "Name a file and press Enter. What was found is listed: headings, elements and how many questions "
        "each has; what was mended and why, such as numerals out of order; and what was left out, with its "
        "place. Nothing is guessed. Ctrl+S keeps it among your framework versions under the name in the "
        "box; Esc leaves it, and nothing is kept."
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(IMPORT)

    def __init__(self) -> None:
        super().__init__()
        self._found: Found | None = None
        """What was found in the file; None until it is read."""

    def compose(self) -> ComposeResult:
        """Lay out the file, what was found in it, and the name to save it under."""
        yield TopLine()
        with Vertical(id="page"), Vertical(id="column"):
            yield Static(Content(ABOUT), classes="about")
            yield Field("The file", PathInput(id="file"))
            with VerticalScroll(id="told", can_focus=False):
                yield Static(id="says")
            with VerticalScroll(id="found"):
                yield FittedText()
            with Vertical(id="foot"):
                yield Field("Keep it as", NameInput(max_length=LONGEST_NAME, compact=True, id="name"))
                with Horizontal(id="buttons"):
                    yield MarkedButton(Content("[ Keep it ]"), id="keep")
                    yield MarkedButton(Content("[ Leave it ]"), id="leave")
        yield KeyLine()

    def on_mount(self) -> None:
        """Focus the file box."""
        self.query_one(TopLine).title = "Import a framework version"
        self._show(None, BEGIN)
        self.query_one(PathInput).focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Allow keeping once something was found, and reading before that."""
        if action in ("read", "keep"):
            return (action == "keep") == (self._found is not None)
        return True

    @on(Input.Changed, "#file")
    def _discard_result(self) -> None:
        """Discard what was found in the previous file."""
        self.workers.cancel_group(self, "reading")
        self._show(None, BEGIN)

    @on(Input.Submitted, "#file")
    def action_read(self) -> None:
        """Read the file in the background, since a large one takes a while."""
        path = self.query_one(PathInput).path
        if path is None:
            self._show(None, "Which file? Type its path or paste it.", wrong=True)
            self.query_one(PathInput).focus()
        else:
            self._show(None, READING)
            self.run_worker(self._read(path), group="reading", exclusive=True)

    async def _read(self, path: Path, weakest: str = "") -> None:
        from matbot.importers.frameworks.opening import found_in

        read = partial(found_in, path, weakest) if weakest else partial(found_in, path)
        try:
            found = await run_in_background(read)
        except CannotImport as problem:
            self._show(None, str(problem), wrong=True)
            return
        if found.ends:
            self._ask_weakest(path, found.ends)
        else:
            self._show(found, format_summary(found))
            self.query_one("#name", Input).value = found.rubric.id
            self.query_one("#found").scroll_home(animate=False)
            self.query_one("#found").focus()

    def _ask_weakest(self, path: Path, levels: Sequence[str]) -> None:
        """Ask which end of the scale is weakest, which cannot be inferred, and read the file accordingly."""

        def go_on(weakest: str | None) -> None:
            if weakest is None:
                self._show(
                    None, f"{WHICH_IS_WEAKEST} Nothing is read without it: press Enter to be asked again."
                )
            else:
                self.run_worker(self._read(path, weakest), group="reading", exclusive=True)

        ends = {name: one_line(name) for name in (levels[0], levels[-1])}
        self.app.push_screen(AskScreen(WHICH_IS_WEAKEST, WHY_WEAKEST, ends, "leave it"), go_on)

    @on(Button.Pressed, "#keep")
    def action_keep(self) -> None:
        """Save what was found, unless its name is taken or invalid."""
        from matbot.importers.frameworks.storage import keep

        if self._found is None or self.app.screen is not self:
            return
        name = self.query_one("#name", Input).value.strip()
        if fault := name_fault(name, find_host(self).workspace.rubrics):
            self._show_message(fault, wrong=True)
            self.query_one("#name").focus()
            return
        try:
            keep(self._found, find_host(self).workspace, name)
        except CannotImport as problem:
            self._show_message(str(problem), wrong=True)
        else:
            self.dismiss(name)

    @on(Button.Pressed, "#leave")
    def _leave(self) -> None:
        self.dismiss(None)

    def _show(self, found: Found | None, words: str, wrong: bool = False) -> None:
        """Show what was found, or hide those parts if nothing is, with a message."""
        self._found = found
        for part in ("#found", "#foot"):
            self.query_one(part).display = found is not None
        if found is not None:
            self.query_one(FittedText).show(partial(draw_found, found))
        self._show_message(words, wrong)
        self.refresh_bindings()

    def _show_message(self, words: str, wrong: bool = False) -> None:
        says = self.query_one("#says", Static)
        says.update(Content(shown(words)))
        says.set_class(wrong, "-wrong")
        # A refusal may take many lines: it gets all the room available and can be scrolled.
        told = self.query_one("#told")
        told.can_focus = wrong and self._found is None
        told.set_class(told.can_focus, "-refused")
        told.scroll_home(animate=False)
        self.query_one(".about").display = self._found is None and not told.can_focus


def name_fault(name: str, own: Path) -> str:
    """Return why a name is not possible for a framework version and what to do; empty if it is."""
    fitting = file_stem(name, "my-framework")
    if name != fitting:
        return f"A name has small letters, digits and hyphens, such as {fitting}."
    if name in find_versions(own):
        return f"There is a framework version called {name} already. Give this one another name."
    return ""
