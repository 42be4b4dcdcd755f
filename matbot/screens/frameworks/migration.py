"""The page on which a review is moved to another framework version, or back."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from matbot.commands.frameworks import MIGRATION, MIGRATION_TARGETS
from matbot.presenters.framework_versions import list_versions, version_title
from matbot.rubric import Rubric
from matbot.rubric.crosswalk_file import CannotRead
from matbot.screens.host import find_host
from matbot.screens.keys import bindings_of
from matbot.screens.review_screen import ReviewScreen
from matbot.screens.widgets.framework_words import framework_row
from matbot.screens.widgets.key_line import KeyLine
from matbot.screens.widgets.row_list import ListRow, RowList, wrap_lines
from matbot.screens.widgets.top_line import TopLine
from matbot.services.migration import (
    CannotMigrate,
    MigrationPreview,
    find_crosswalk_to,
    find_return_crosswalk,
)

if TYPE_CHECKING:
    from matbot.rubric.crosswalk import Crosswalk
    from matbot.store.review_file import ReviewFile

ABOUT = (
    "What you said goes on in the places of another framework version. First you look through which question "
    "is which, and see the review before and after. Nothing is deleted: the version before is saved, what "
    "has no place is kept under the earlier framework version, and you can move it back."
)
NO_OTHER = (
    "There is no other framework version here. From your reviews, f leads to the framework versions, where "
    "you can import one."
)

BACK = "back "
"""The key of the row that moves a review back; a folder name cannot equal it."""


class MigrationTargetList(RowList):
    """The framework versions a review can be moved to, one row each."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of(MIGRATION_TARGETS)


class MigrationScreen(ReviewScreen[str]):
    """The framework versions a review can be moved to; returns the message once it is moved, or None."""

    CSS_PATH = "migration.tcss"
    HELP = (
        "Choose the framework version in which this review is to go on. matbot then shows which of its "
        "questions ask what the earlier ones asked, and asks you to look at those it is not sure of. After "
        "that you see the map before and after, and decide. Where a review was moved before, the first line "
        "moves it back."
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(MIGRATION)

    def __init__(self, file: ReviewFile) -> None:
        super().__init__(file)
        self._targets: dict[str, Rubric | None] = {}
        """The framework version of each row, by its key; None for moving back."""

    def compose(self) -> ComposeResult:
        """Lay out the explanation, the current framework version and the targets."""
        yield TopLine()
        with Vertical(id="page"), Vertical(id="column"):
            yield Static(Content(ABOUT), classes="about")
            yield Static(id="now")
            yield MigrationTargetList(id="frameworks")
        yield KeyLine()

    def on_mount(self) -> None:
        """Show the framework versions."""
        self.reload()
        self.query_one(MigrationTargetList).focus()

    def show_top_line(self) -> None:
        """Put the name of this page before whose review it is."""
        super().show_top_line()
        line = self.query_one(TopLine)
        line.title = f"Move · {line.title}"

    def draw(self) -> None:
        """Draw the current framework version and the targets, or why there are none."""
        rows = list(self._rows())
        now = f"This review is in: {version_title(self.file.rubric)}."
        why = NO_OTHER if not rows else ""
        if self.file.read_only:
            rows, why = [], f"It cannot be moved: it can only be read: {self.file.read_only}."
        lines = [*wrap_lines(now, 76), Content.styled(why, "bold $warning")] if why else wrap_lines(now, 76)
        self.query_one("#now", Static).update(Content("\n").join(lines))
        self.query_one(MigrationTargetList).show(rows)

    @on(RowList.OptionSelected)
    def _open_selected(self, event: RowList.OptionSelected) -> None:
        later = self._targets[event.option_id or ""]
        try:
            if later is None:
                self._show_move(find_return_crosswalk(self.file))
            else:
                self._show_crosswalk(find_crosswalk_to(self.file, later, find_host(self).workspace))
        except (CannotMigrate, CannotRead, OSError) as problem:
            self.tell(str(problem), wrong=True)

    def _show_crosswalk(self, crosswalk: Crosswalk) -> None:
        from matbot.screens.frameworks.crosswalk import CrosswalkScreen

        self.app.push_screen(CrosswalkScreen(self.file, crosswalk), self._was_migrated)

    def _show_move(self, crosswalk: Crosswalk) -> None:
        from matbot.screens.frameworks.before_after import BeforeAfterScreen

        self.app.push_screen(BeforeAfterScreen(MigrationPreview(self.file, crosswalk)), self._was_migrated)

    def _was_migrated(self, words: str | None) -> None:
        if words:
            self.dismiss(words)

    def _rows(self) -> Iterator[ListRow]:
        """Yield the row to move back, if there is one, then every other framework version without faults."""
        self._targets, left = {}, ""
        if earlier := _find_previous_framework(self.file):
            self._targets[BACK], left = None, earlier.content_hash
            yield ListRow(BACK, partial(_render_back_row, earlier))
        for one in list_versions(find_host(self).workspace.rubrics):
            if one.rubric and one.rubric.content_hash not in (left, self.file.rubric.content_hash):
                if self._targets:
                    yield ListRow("", lambda _: Content(""))
                self._targets[one.name] = one.rubric
                yield ListRow(one.name, partial(framework_row, one.rubric, one.name))


def _find_previous_framework(file: ReviewFile) -> Rubric | None:
    """Return the framework version that the review was last moved from; None if it never was moved."""
    try:
        return find_return_crosswalk(file).later
    except CannotMigrate:
        return None


def _render_back_row(earlier: Rubric, width: int) -> Content:
    title = Content.styled("Move back", "bold")
    where = wrap_lines(f"to the framework version it came from: {version_title(earlier)}", width)
    return Content("\n").join([title, *where])
