"""Choose the reviews to compare. No ratings are shown yet."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Button, OptionList, Static

from matbot.commands.compare import CHOOSE_REVIEWS, REVIEW_TICKS
from matbot.review.account_building import NoSuchSavedVersion
from matbot.review.comparison import FEWEST, CannotCompare, Comparison, build_comparison, check_number
from matbot.review.fold import review_of
from matbot.screens.compare.review_rows import ReviewChoice, build_choices, build_rows
from matbot.screens.host import find_host
from matbot.screens.input_queue import HOLDS_INPUT
from matbot.screens.keys import bindings_of
from matbot.screens.widgets.key_line import KeyLine
from matbot.screens.widgets.marked_button import MarkedButton
from matbot.screens.widgets.row_list import RowList
from matbot.screens.widgets.top_line import TopLine
from matbot.services.joint_reviews import Source, load_source
from matbot.store.errors import StoreError
from matbot.text import number_in_words, shortened, shown

ADVICE = (
    "Choose two to twelve reviews. They are only read: nothing in them changes, and no rating is shown yet."
)

LONGEST = 150
"""The maximum length of the names of the chosen reviews, in characters."""


class ReviewTicks(RowList):
    """The available reviews, each with its letter in the comparison."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of(REVIEW_TICKS)


class ChooseReviewsScreen(Screen[str | None]):
    """Choose reviews to compare; returns the file of the joint review begun from them, or None."""

    CSS_PATH = "compare.tcss"
    HELP = (
        "Choose the reviews to set side by side: groups that rated apart, or the same group a year on. They "
        "get their letters in the order you choose them, and the first one's framework version gives the "
        "words. A review can also be compared as it was in a saved version: s shows those there are."
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(CHOOSE_REVIEWS)

    def __init__(self, beside: str = "", now: Callable[[], datetime] = datetime.now) -> None:
        """Create the page; `beside` is the file of a review whose trust is listed first, `now` the clock."""
        super().__init__()
        self._beside = beside
        self._now = now
        self._choices: list[ReviewChoice] = []
        self._ticked: tuple[str, ...] = ()
        """The references of the chosen reviews and saved versions, in the order they were chosen."""

    def compose(self) -> ComposeResult:
        """Lay out the reviews and, always in view below them, the selection and the button to continue."""
        yield TopLine()
        with Vertical(id="page"), Vertical(id="column"):
            yield Static(Content(ADVICE), id="advice")
            yield ReviewTicks(id="reviews")
            with Vertical(id="foot"):
                yield Static(id="chosen")
                with Horizontal():
                    yield MarkedButton(Content("[ Put them side by side ]"), id="go")
                    yield Static("Nothing is opened yet.", classes="aside")
        yield KeyLine()

    def on_mount(self) -> None:
        """List the reviews, with the current one highlighted."""
        self.query_one(TopLine).title = "Compare"
        self._choices = build_choices(find_host(self).workspace.list_reviews(), self._beside)
        self._draw(at=self._beside)
        self.query_one(ReviewTicks).focus()

    # User actions

    @on(OptionList.OptionSelected)
    def _toggle_review(self, event: OptionList.OptionSelected) -> None:
        """Add a review to the selection or remove it."""
        reference = event.option.id or ""
        if reference in self._ticked:
            self._ticked = tuple(one for one in self._ticked if one != reference)
        else:
            try:
                check_number(max(len(self._ticked) + 1, FEWEST))
            except CannotCompare as problem:
                self._show_message(str(problem), wrong=True)
                return
            self._ticked = (*self._ticked, reference)
        self._draw()

    def action_saved_versions(self) -> None:
        """Show the saved versions of the highlighted review below it."""
        place, choice = self._find_highlighted()
        if choice is None:
            return
        try:
            then = find_host(self).workspace.read(choice.reference).migrated_log()
        except StoreError as problem:
            self._show_message(str(problem), wrong=True)
            return
        saved_versions = {one.name.casefold(): one for one in review_of(then.rubric, then.log).snapshots}
        if saved_versions:
            self._choices[place] = replace(choice, saved_versions=tuple(saved_versions.values()))
            self._draw()
        else:
            self._show_message("This review has no saved version yet.")

    @on(Button.Pressed)
    def action_go_on(self) -> None:
        """Read the chosen reviews and open the sealed page, or show why they cannot be compared."""
        try:
            check_number(len(self._ticked))
        except CannotCompare as problem:
            self._show_message(str(problem), wrong=True)
        else:
            self._read(self._ticked)

    # Next pages

    @work(group=HOLDS_INPUT, exclusive=True)
    async def _read(self, references: Sequence[str]) -> None:
        """Read reviews one after another and show progress, since a folder may be slow to read."""
        workspace, sources = find_host(self).workspace, list[Source]()
        try:
            for count, reference in enumerate(references, 1):
                self._show_message(f"Reading {number_in_words(count)} of {number_in_words(len(references))}…")
                sources.append(await asyncio.to_thread(load_source, workspace, reference))
                if self.app.screen is not self:  # the user has gone elsewhere in the meantime
                    return
            comparison = build_comparison(sources[0].rubric, [source.account for source in sources])
        except (StoreError, NoSuchSavedVersion, CannotCompare) as problem:
            self._show_message(str(problem), wrong=True)
        else:
            self._draw_chosen()
            self._seal(comparison)

    def _seal(self, comparison: Comparison) -> None:
        from matbot.screens.compare.sealed import SealedScreen

        if self.app.screen is self:  # the user may have gone elsewhere while it was read
            self.app.push_screen(SealedScreen(comparison), self._unseal)

    def _unseal(self, comparison: Comparison | None) -> None:
        """Open the comparison if the groups agreed to; None means they did not."""
        from matbot.screens.compare.comparison import ComparisonScreen

        if comparison:
            self.app.push_screen(ComparisonScreen(comparison), self._open_joint_review)

    def _open_joint_review(self, reference: str | None) -> None:
        """Return the joint review of these groups, for home to open."""
        if reference is not None:
            self.dismiss(reference)

    def _find_highlighted(self) -> tuple[int, ReviewChoice | None]:
        """Return the index and the review of the highlighted row, which may be one of its saved versions."""
        at = self.query_one(ReviewTicks).marked_key
        found = ((place, one) for place, one in enumerate(self._choices) if at in one.labels)
        return next(found, (0, None))

    def _draw(self, at: str = "") -> None:
        self.query_one(ReviewTicks).show(build_rows(self._choices, self._ticked, self._now()), at)
        many = len(self._choices)
        self.query_one(TopLine).state = f"{many} review{'s' * (many != 1)}"
        self._draw_chosen()

    def _draw_chosen(self) -> None:
        labels = {reference: label for one in self._choices for reference, label in one.labels.items()}
        names = ", ".join(shortened(labels[reference], 60) for reference in self._ticked)
        many = number_in_words(len(self._ticked)).capitalize()
        words = f"{many} chosen: {names}" if names else "None chosen yet."
        self._show_message(shortened(words, LONGEST))

    def _show_message(self, words: str, wrong: bool = False) -> None:
        chosen = self.query_one("#chosen", Static)
        chosen.set_class(wrong, "-wrong")
        chosen.update(Content(shown(words)))
