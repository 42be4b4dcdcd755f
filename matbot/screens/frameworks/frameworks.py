"""The list of framework versions: read, check or import them."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from matbot.commands.frameworks import FRAMEWORK_LIST, FRAMEWORKS
from matbot.presenters.framework_versions import FrameworkVersion, list_versions
from matbot.report.words import format_count
from matbot.screens.host import find_host
from matbot.screens.keys import bindings_of
from matbot.screens.widgets.framework_words import framework_row
from matbot.screens.widgets.key_line import KeyLine
from matbot.screens.widgets.row_list import ListRow, RowList, wrap_lines
from matbot.screens.widgets.top_line import TopLine
from matbot.text import one_line, shown

ABOUT = (
    "A framework version is a framework in one wording: its headings, elements and questions, what weak and "
    "strong look like, and the ratings. Reviews keep the words they were asked with, whatever happens here."
)


class FrameworkList(RowList):
    """The framework versions, one row each."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of(FRAMEWORK_LIST)


class FrameworksScreen(Screen[None]):
    """All framework versions; Enter opens one to read, or shows the faults in it."""

    CSS_PATH = "frameworks.tcss"
    HELP = (
        "Here are the framework versions that come with matbot, and your own. Enter reads one through. A "
        "framework version that has something to mend says so; Enter shows each place by file and line. i "
        "brings in a framework that you have as a Word file, a PDF or plain text. Reviews that were begun "
        "keep their words."
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(FRAMEWORKS)

    def __init__(self) -> None:
        super().__init__()
        self._frameworks: dict[str, FrameworkVersion] = {}
        """The framework version of each row, by the name of its folder."""

    def compose(self) -> ComposeResult:
        """Lay out the explanation, the framework versions, and the folder of the user's own ones."""
        yield TopLine()
        with Vertical(id="page"), Vertical(id="column"):
            yield Static(Content(ABOUT), classes="about")
            yield FrameworkList(id="frameworks")
            yield Static(id="kept")
        yield KeyLine()

    def on_screen_resume(self) -> None:
        """Reload the list: a file may have been mended, or a framework version imported."""
        if self.app.screen is self:
            self.reload()

    def reload(self, at: str = "") -> None:
        """Reload the framework versions and highlight the one with that name."""
        own = find_host(self).workspace.rubrics
        self._frameworks = {one.name: one for one in list_versions(own)}
        line = self.query_one(TopLine)
        line.title, line.state = (
            "Framework versions",
            format_count(len(self._frameworks), "framework version"),
        )
        self.query_one("#kept", Static).update(Content(shown(f"Your own are kept in {own}")))
        rows = self.query_one(FrameworkList)
        rows.show(self._rows(), at)
        rows.focus()

    @on(RowList.OptionSelected)
    def _open_selected(self, event: RowList.OptionSelected) -> None:
        one = self._frameworks[event.option_id or ""]
        if one.rubric is None:
            from matbot.screens.frameworks.faults import FrameworkFaultsScreen

            self.app.push_screen(FrameworkFaultsScreen(one), partial(self._show_mended, one.name))
        else:
            from matbot.screens.frameworks.reading import FrameworkReadingScreen

            self.app.push_screen(FrameworkReadingScreen(one.rubric))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Allow importing only where files of this machine may be named."""
        return action != "import" or find_host(self).names_files

    def action_import(self) -> None:
        """Import a framework from a file."""
        from matbot.screens.frameworks.framework_import import ImportScreen

        self.app.push_screen(ImportScreen(), self._show_imported)

    def _show_imported(self, name: str | None) -> None:
        """Show the framework version that was saved; None means the import was cancelled."""
        if name is not None:
            self.reload(name)
            self._show_message(f"Kept as {name}. A new review can use it, and a review can be moved to it.")

    def _show_mended(self, name: str, sound: bool | None) -> None:
        if sound:
            self.reload(name)
            self._show_message(f"{name} is sound: it can be used now.")

    def _show_message(self, words: str) -> None:
        self.notify(shown(words), markup=False)

    def _rows(self) -> Iterator[ListRow]:
        for number, (name, one) in enumerate(self._frameworks.items()):
            if number:
                yield ListRow("", lambda _: Content(""))
            yield ListRow(name, draw_version(one))


def draw_version(one: FrameworkVersion) -> Callable[[int], Content]:
    """Return the function that renders the row of a framework version for a width in columns."""
    if one.rubric is None:
        return partial(_draw_faulty, one)
    return partial(framework_row, one.rubric, f"{one.origin} · {one_line(one.name)}")


def _draw_faulty(one: FrameworkVersion, width: int) -> Content:
    name = Content("\n").join(wrap_lines(one.name, width)).stylize("bold")
    text = f"{one.faults_in_words}: Enter shows where"
    return Content.assemble(name, "\n", (text, "$warning"), "\n", (one.origin, "$secondary"))
