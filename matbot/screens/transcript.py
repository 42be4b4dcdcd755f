"""The transcript: read it here, and write it to a file."""

from __future__ import annotations

from datetime import date
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Button, Static

from matbot.report import AlreadyThere, NotWritten, default_name, to_markdown, transcript, write_new
from matbot.screens.asking import AskScreen
from matbot.screens.host import host_of
from matbot.screens.keys import key, letter
from matbot.screens.review_screen import ReviewScreen
from matbot.screens.widgets.key_line import KeyLine
from matbot.screens.widgets.report_view import ReportView
from matbot.screens.widgets.top_line import TopLine
from matbot.text import one_line, shown

if TYPE_CHECKING:
    from matbot.report import Report
    from matbot.store.review_file import ReviewFile

BEFORE_SHARING = "Before you share it: private notes are in it, and perhaps people's names."


class TranscriptScreen(ReviewScreen[None]):
    """The own edition of the transcript, as it would be written now."""

    CSS_PATH = "transcript.tcss"
    HELP = (
        "The written record of your review: how to read it, the heat map, your strengths, draft priorities, "
        "what is still open, and then everything you said. Press w to write it to a file that you can open, "
        "print or send. It holds private notes too: look through it before you share it."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        letter("w", "write", "Write it", "Write the transcript to a file"),
        key("escape", "dismiss(None)", "Back", "Back to where you came from"),
    ]

    def __init__(self, file: ReviewFile, today: date | None = None) -> None:
        super().__init__(file)
        self._today = today or date.today()
        self._written: Path | None = None
        """The file that it was last written to from here."""
        self._drawn: Report | None = None

    def compose(self) -> ComposeResult:
        """Where it goes, then the transcript itself."""
        yield TopLine()
        with Vertical(id="page"), Vertical(id="column"):
            with Horizontal(id="head"):
                yield Static(id="where")
                yield Button("Write it (w)", id="write", variant="primary", compact=True)
            yield Static(id="path")
            yield Static(Content(BEFORE_SHARING), id="sharing")
            with VerticalScroll(id="preview"):
                yield ReportView(id="report")
        yield KeyLine()

    def on_mount(self) -> None:
        """Show where it would go, and the transcript."""
        self.look_again()
        self.query_one("#preview").focus()

    def draw(self) -> None:
        """Draw the transcript, and say where it would be written or where it was."""
        report = self._report()
        if report != self._drawn:
            self._drawn = report
            self.query_one(ReportView).show(report)
        where = "Written to" if self._written else "Not written yet. It would be written to"
        self.query_one("#where", Static).update(where)
        self.query_one("#path", Static).update(Content(shown(str(self._written or self._place()))))
        self.query_one("#path").set_class(self._written is not None, "-written")

    @on(Button.Pressed, "#write")
    def action_write(self) -> None:
        """Write it; where a file of that name is there already, ask first what to do."""
        place = self._place()
        try:
            self._write(place)
        except AlreadyThere:
            self.app.push_screen(_already_there(place), self._write_so)

    def _write_so(self, way: str | None) -> None:
        """Write it in the way that was chosen, or leave it."""
        place = self._place()
        try:
            if way == "beside":
                self._write(_beside(place))
            elif way == "over":
                self._write(place, overwrite=True)
        except AlreadyThere as problem:  # somebody wrote that very file while the question stood
            self.tell(str(problem), wrong=True)

    def _write(self, path: Path, overwrite: bool = False) -> None:
        """Write it to a file and show which; AlreadyThere is for the caller to ask about."""
        try:
            self._written = write_new(path, to_markdown(self._report()), overwrite)
        except AlreadyThere:
            raise
        except NotWritten as problem:
            self.tell(str(problem), wrong=True)
        else:
            self.tell("The transcript is written. Its path stands at the top of the page.")
            self.draw()

    def _report(self) -> Report:
        return transcript(self.interview.rubric, self.interview.review, self._today)

    def _place(self) -> Path:
        return host_of(self).workspace.transcripts.absolute() / default_name(self.interview.review)


def _already_there(path: Path) -> AskScreen:
    """Asks what to do about a file that is there already."""
    ways = {
        "beside": f"Write beside it, as {one_line(_beside(path).name)}",
        "over": "Write over it: what stands in it now is gone",
    }
    title = "There is a transcript of that name already"
    return AskScreen(title, one_line(str(path)), ways, "leave it, and write nothing")


def _beside(path: Path) -> Path:
    """The first name beside a file that nothing has yet: `…-2.md`, `…-3.md` and so on."""
    names = (path.with_name(f"{path.stem}-{number}{path.suffix}") for number in count(2))
    return next(name for name in names if not name.exists())
