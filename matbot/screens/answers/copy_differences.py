"""Answers on which copies of a review differ: to read before a merge, to choose from after it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from matbot.commands.answers import COPY_ANSWER_LIST, COPY_DIFFERENCES, COPY_PREVIEW
from matbot.interview.copy_differences import choose_answer
from matbot.presenters.copy_differences import (
    ABOUT_DIFFERENCES,
    BEFORE_MERGING,
    NOTHING_DIFFERS,
    AnswerWords,
    DifferenceWords,
    differences_of,
    format_chosen,
    present_differences,
)
from matbot.screens.dialogs import AskScreen
from matbot.screens.keys import bindings_of
from matbot.screens.review_screen import ReviewScreen
from matbot.screens.widgets.dialog import Dialog
from matbot.screens.widgets.fitted_text import FittedText
from matbot.screens.widgets.key_line import KeyLine
from matbot.screens.widgets.row_list import ListRow, RowList, hang_lines, wrap_lines
from matbot.screens.widgets.top_line import TopLine
from matbot.text import lines, shortened, shown

if TYPE_CHECKING:
    from matbot.store.review_file import ReviewFile

_INDENT = 4
_MAX_LINES = 12
"""The maximum number of lines of an answer in a row."""

_MAX_LENGTH = 800
"""The maximum length of an answer in the dialog, in characters."""


class CopyAnswerList(RowList):
    """The answers of the copies, one row each."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of(COPY_ANSWER_LIST)


class CopyDifferencesScreen(ReviewScreen[None]):
    """Both answers for each difference between the copies; Enter selects the one that counts."""

    CSS_PATH = "copy_differences.tcss"
    HELP = (
        "Two copies of this review were merged, and here is what they answered differently. The answer given "
        "last counts, unless you choose another: go to it and press Enter. The one that does not count stays "
        "in the history, and Undo in the conversation takes your choice back. Nothing has to be settled "
        "now; F9 in the conversation opens this page as long as anything differs."
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(COPY_DIFFERENCES)

    def __init__(self, file: ReviewFile, at: str = "", notes: Sequence[str] = ()) -> None:
        """Create the page; `at` is the id of the answer to highlight, `notes` more lines about the merge."""
        super().__init__(file)
        self._at = at
        self._notes = notes

    def compose(self) -> ComposeResult:
        """Lay out the explanation and the answers."""
        yield TopLine()
        with Vertical(id="page"), Vertical(id="column"):
            yield Static(id="about")
            yield CopyAnswerList(id="differences")
        yield KeyLine()

    def on_mount(self) -> None:
        """Show the answers."""
        self.reload()
        self.query_one(CopyAnswerList).focus()

    def draw(self) -> None:
        """Draw the differences that remain."""
        differences = present_differences(self.interview)
        about = ABOUT_DIFFERENCES if differences else NOTHING_DIFFERS
        words = "\n".join(shown(line) for line in (about, *self._notes))
        title = Content.styled("Where the copies differ", "bold $primary")
        self.query_one("#about", Static).update(Content.assemble(title, "\n", words), layout=True)
        self.query_one(CopyAnswerList).show(_rows(differences), self._at)
        self._at = ""

    @on(RowList.OptionSelected)
    def _ask_choice(self, event: RowList.OptionSelected) -> None:
        """Ask whether the answer of the row should count."""
        if self.file.read_only:
            self.tell(f"This review can only be read: {self.file.read_only}.", wrong=True)
            return
        for difference in present_differences(self.interview):
            for answer in difference.answers:
                if answer.id == event.option_id:
                    self.app.push_screen(
                        _build_dialog(difference, answer), partial(self._choose_answer, answer.id)
                    )

    def _choose_answer(self, id_: str, way: str | None) -> None:
        """Make an answer count; the others remain in the history."""
        for difference in differences_of(self.interview):
            for answer in difference.answers:
                if way and answer.event.id == id_ and self.say(choose_answer(answer)):
                    self.tell(format_chosen(difference, answer))


class CopyPreviewScreen(ModalScreen[None]):
    """A read-only list of what copies would differ on if they were merged."""

    CSS_PATH = "../modals.tcss"
    HELP = (
        "What the copies of this review answer differently, with the file that each answer is in. Nothing is "
        "merged yet. When they are merged, the later answer counts, the other is kept, and you can choose."
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(COPY_PREVIEW)

    def __init__(self, differences: Sequence[DifferenceWords]) -> None:
        super().__init__()
        self._differences = differences

    def compose(self) -> ComposeResult:
        """Lay out all differences in a scrolling area."""
        with Dialog() as dialog:
            dialog.border_title = "Where the copies differ"
            dialog.border_subtitle = "To read only · Esc back"
            yield Static(BEFORE_MERGING, classes="dialog-text")
            with VerticalScroll(id="whole"):
                yield FittedText()

    def on_mount(self) -> None:
        """Fill in the text."""
        self.query_one(FittedText).show(self._words)
        self.query_one("#whole").focus()

    def _words(self, width: int) -> Content:
        return Content("\n").join(row.draw(width) for row in _rows(self._differences))


def _build_dialog(difference: DifferenceWords, answer: AnswerWords) -> AskScreen:
    """Build the dialog that asks whether an answer should count."""
    words = f"{answer.label}:\n{shortened(answer.words, _MAX_LENGTH)}"
    take = "Keep this answer: it is settled" if answer.counts else "Let this answer count"
    return AskScreen(
        difference.name, words, {"take": take}, "leave it open, both are kept", begin_with_leaving=True
    )


def _rows(differences: Iterable[DifferenceWords]) -> Iterator[ListRow]:
    """Yield a line for each difference, with a row for each of its answers below it."""
    for number, difference in enumerate(differences):
        if number:
            yield ListRow("", lambda _: Content(""))
        yield ListRow("", partial(_render_title, difference.name))
        for answer in difference.answers:
            yield ListRow(answer.id, partial(_render_answer, answer))


def _render_title(name: str, width: int) -> Content:
    return Content("\n").join(line.stylize("bold") for line in wrap_lines(name, width))


def _render_answer(answer: AnswerWords, width: int) -> Content:
    label = [line.stylize("$secondary") for line in wrap_lines(f"{answer.label}:", width - _INDENT)]
    words = [line for text in lines(answer.words) for line in wrap_lines(text, width - _INDENT, _MAX_LINES)]
    if len(words) > _MAX_LINES:
        words = [*words[: _MAX_LINES - 1], Content("…")]
    return hang_lines(Content(""), [*label, *words], _INDENT)
