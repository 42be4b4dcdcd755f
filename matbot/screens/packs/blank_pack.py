"""The page that writes a workshop pack, from which a filled pack can also be read."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Button, Input, Static

from matbot.commands.new_review import PACK
from matbot.presenters.new_review import elements_in_words
from matbot.report.formats.exporter import DocumentKind
from matbot.report.formats.registry import find_exporter
from matbot.review.session_plan import plans
from matbot.rubric import Rubric
from matbot.screens.export import DocumentExport
from matbot.screens.host import find_host
from matbot.screens.keys import bindings_of
from matbot.screens.widgets.field import Field, NameInput
from matbot.screens.widgets.key_line import KeyLine
from matbot.screens.widgets.marked_button import MarkedButton
from matbot.screens.widgets.tick_list import TickList
from matbot.screens.widgets.top_line import TopLine
from matbot.services.blank_pack import BlankPack, build_blank_pack
from matbot.text import LONGEST_NAME, clean_name, shown

ABOUT = (
    "The questions, what weak and strong look like, and room for evidence and a rating: to fill in before "
    "you meet, or round a table. What comes back filled in, matbot reads into a review."
)
NOTHING = "Tick at least one element."


class PackScreen(Screen[str | None]):
    """Writes a pack; returns the file of the review that a filled pack was read into, or None."""

    CSS_PATH = "pack.tcss"
    HELP = (
        "A workshop pack asks the questions of a review on paper or in a file, for people who are not in the "
        "room. Say whom it is for, tick the elements, and write it: Word and Markdown can be filled in and "
        "read back with Ctrl+U; a web page is to print. Nothing is written over another file unasked."
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(PACK)

    def __init__(self, rubric: Rubric, trust: str = "") -> None:
        """Create the page; `trust` is the default trust of a review read from a pack."""
        super().__init__()
        self._rubric = rubric
        self._trust = trust
        self._ticked = frozenset(plans(rubric)[0].elements)
        self._export = DocumentExport(self, DocumentKind.PACK, self._document, self._show)

    def compose(self) -> ComposeResult:
        """Lay out the audience and elements and, always in view below, the destination and the buttons."""
        yield TopLine()
        with Vertical(id="page"):
            with Vertical(id="form"):
                yield Static(Content(ABOUT), classes="about")
                box = NameInput(max_length=LONGEST_NAME, compact=True, id="audience")
                yield Field("For whom", box, "such as Headteachers")
                yield Static("About which elements:", classes="part")
                yield TickList(self._rubric.headings, id="ticks")
            with Vertical(id="foot"):
                yield Static(id="chosen")
                yield Static(id="path")
                with Horizontal():
                    yield MarkedButton(Content("[ Write it ]"), id="write")
                    yield MarkedButton(Content("[ Another format ]"), id="another")
                    yield MarkedButton(Content("[ Read one back ]"), id="read")
        yield KeyLine()

    def on_mount(self) -> None:
        """Show the form and focus the audience box."""
        self.query_one(TopLine).title = "Workshop pack"
        self.query_one(TickList).show(self._ticked)
        self.query_one("#read").display = find_host(self).names_files
        self._show()
        self.query_one(Input).focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Allow opening only once a file is written, and reading back only if files may be named."""
        if action == "read":
            return find_host(self).names_files
        return action != "open" or self._export.may_be_opened

    @on(TickList.Changed)
    def _tick(self, event: TickList.Changed) -> None:
        self._ticked = event.ticked
        self._change()

    @on(Input.Changed)
    def _change(self) -> None:
        """Forget the written file, which was of another pack."""
        self._export.written = None
        self._show()

    @on(Button.Pressed, "#write")
    def action_write(self) -> None:
        """Write the pack; if a file of that name exists, ask what to do first."""
        if self._ticked:
            self._export.write()
        else:
            self.query_one(TickList).focus()

    @on(Button.Pressed, "#another")
    def action_form(self) -> None:
        """Select the next format."""
        self._export.next_form()
        self._show()

    def action_open(self) -> None:
        """Open the written file with the system's program for it."""
        self._export.open()

    @on(Button.Pressed, "#read")
    def action_read(self) -> None:
        """Read a pack that was filled in."""
        from matbot.screens.packs.filled_pack import FilledPackScreen

        self.app.push_screen(FilledPackScreen(self._trust), self._open_read)

    def _open_read(self, reference: str | None) -> None:
        """Return the review that the pack was read into, for home to open."""
        if reference is not None:
            self.dismiss(reference)

    def _show(self) -> None:
        export, codes = self._export, self._codes()
        which = elements_in_words(self._rubric, codes)
        where = (
            export.gone_to
            if export.existing
            else f"As {find_exporter(DocumentKind.PACK, export.form).name}, {export.goes_to}"
        )
        self.query_one("#chosen", Static).update(
            Content(f"{which[:1].upper()}{which[1:]}. {where}" if codes else NOTHING)
        )
        path = str(export.existing or export.place) if codes else ""
        self.query_one("#path", Static).update(Content(shown(path)))
        self.query_one("#path").set_class(export.existing is not None, "-written")
        self.refresh_bindings()

    def _codes(self) -> list[str]:
        return [code for code in self._rubric.elements if code in self._ticked]

    def _document(self) -> BlankPack:
        return build_blank_pack(self._rubric, self._codes(), clean_name(self.query_one(Input).value))
