"""The faults of a framework version, by file and line, with a key to check again after mending them."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from matbot.commands.frameworks import FAULTS
from matbot.presenters.framework_versions import TO_MEND, FrameworkVersion, read_version
from matbot.report.words import format_count
from matbot.rubric.reader import Fault
from matbot.screens.keys import bindings_of
from matbot.screens.widgets.fitted_text import FittedText
from matbot.screens.widgets.framework_words import wrap
from matbot.screens.widgets.key_line import KeyLine
from matbot.screens.widgets.top_line import TopLine
from matbot.text import one_line, shown

ABOUT = "Open these files with any program that edits plain text, save them, and press r to look again."


class FrameworkFaultsScreen(Screen[bool]):
    """The faults of a framework version; returns True once it has none."""

    CSS_PATH = "frameworks.tcss"
    HELP = (
        "This framework version cannot be used for a new review until its files are mended. Each place is "
        "named by its file and line, with what to do. Leave this page open, mend a file, and press r: what "
        "is left is shown, and once nothing is, you are back at the list."
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(FAULTS)

    def __init__(self, one: FrameworkVersion) -> None:
        super().__init__()
        self._version = one

    def compose(self) -> ComposeResult:
        """Lay out the folder and the faults."""
        yield TopLine()
        with Vertical(id="page"), Vertical(id="column"):
            yield Static(Content(ABOUT), classes="about")
            yield Static(Content(shown(str(self._version.folder))), id="folder")
            with VerticalScroll(id="text"):
                yield FittedText()
        yield KeyLine()

    def on_mount(self) -> None:
        """Show the faults."""
        self._draw()
        self.query_one("#text").focus()

    def action_look(self) -> None:
        """Check again; if no fault is left, go back to the list."""
        before = self._version.faults
        self._version = read_version(self._version.folder)
        if self._version.rubric is not None:
            self.dismiss(True)
            return
        self._draw()
        now, then = len(self._version.faults), len(before)
        same = "The same as before" if self._version.faults == before else f"{now} now, {then} before"
        self.notify(f"{same}.", markup=False)

    def _draw(self) -> None:
        line = self.query_one(TopLine)
        line.title = f"{TO_MEND.capitalize()}: {one_line(self._version.name)}"
        line.state = format_count(len(self._version.faults), "place")
        self.query_one(FittedText).show(self._words)

    def _words(self, width: int) -> Content:
        lines = [
            line for fault in self._version.faults for line in (*_render_fault(fault, width), Content(""))
        ]
        return Content("\n").join(lines)


def _render_fault(fault: Fault, width: int) -> list[Content]:
    place = f"{fault.file}, line {fault.line}" if fault.line else fault.file
    message = [Content.assemble("  ", line) for line in wrap(Content(one_line(fault.message)), width - 2)]
    return [*wrap(Content.styled(one_line(place), "bold"), width), *message]
