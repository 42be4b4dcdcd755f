"""The crosswalk page: which question of the later framework version corresponds to which earlier one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen, Screen
from textual.widgets import Static

from matbot.commands.frameworks import COUNTERPARTS, CROSSWALK, MATCH, MATCH_LIST
from matbot.presenters.element_states import lower_first
from matbot.presenters.framework_versions import FEW_WORDS, OTHER_SCALE, crosswalk_counts, is_doubtful
from matbot.report.words import format_count
from matbot.rubric import Question
from matbot.rubric.crosswalk import Crosswalk, Match, find_counterparts
from matbot.screens.frameworks.before_after import BeforeAfterScreen
from matbot.screens.keys import bindings_of
from matbot.screens.widgets.dialog import Dialog
from matbot.screens.widgets.fitted_text import FittedText
from matbot.screens.widgets.key_line import KeyLine
from matbot.screens.widgets.match_words import candidate_row, draw_in_full, format_places, match_row
from matbot.screens.widgets.row_list import ListRow, RowList, wrap_lines
from matbot.screens.widgets.top_line import TopLine
from matbot.services.migration import MigrationPreview

if TYPE_CHECKING:
    from matbot.store.review_file import ReviewFile

AS_THEY_WERE = "as they were"
"""The key of the row that summarises all unchanged questions."""

_PARTS = {
    "look": f"Look at these first: {lower_first(FEW_WORDS)}",
    "reworded": "Reworded",
    "moved": "Moved",
    "new": "New",
    "gone": "Gone",
}
"""The heading of each group of questions, by kind of change."""


class MatchList(RowList):
    """The questions of both framework versions, one row each."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of(MATCH_LIST)


class CrosswalkScreen(Screen[str]):
    """The crosswalk of two framework versions, to correct; returns the message once the review is moved."""

    CSS_PATH = "migration.tcss"
    HELP = (
        "Which question is which, as their words and numbers suggest. Only you know what is meant: where it "
        "says look at this, press Enter and compare. u parts two questions that do not ask the same; z "
        "chooses another counterpart. What you said of a question goes to its counterpart; where it has "
        "none, it is kept under the earlier framework version. Ctrl+S then shows your review before "
        "and after."
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(CROSSWALK)

    def __init__(self, file: ReviewFile, crosswalk: Crosswalk) -> None:
        super().__init__()
        self._file = file
        self._crosswalk = crosswalk
        self._matches: dict[str, Match] = {}
        """The match of each row, by its key."""
        self._by_hand: set[str] = set()
        """The ids of questions of the later framework version that users matched: these are not doubtful."""
        self._unfolded = False
        """Whether the unchanged questions are listed too."""

    def compose(self) -> ComposeResult:
        """Lay out the counts by kind of change, and the list."""
        yield TopLine()
        with Vertical(id="page"), Vertical(id="column"):
            yield Static(id="tally")
            yield MatchList(id="matches")
        yield KeyLine()

    def on_mount(self) -> None:
        """Show the list, with the doubtful matches first."""
        self._draw()
        self.query_one(MatchList).focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Allow separating only a matched pair, and matching only a question."""
        if action in ("part", "match"):
            match = self._match
            return bool(match and (action == "match" or (match.earlier and match.later)))
        return True

    def on_option_list_option_highlighted(self) -> None:
        """Update the keys for the highlighted row."""
        self.refresh_bindings()

    @on(RowList.OptionSelected)
    def _open_selected(self, event: RowList.OptionSelected) -> None:
        if event.option_id == AS_THEY_WERE:
            self._toggle_unchanged()
        elif match := self._match:
            self.app.push_screen(MatchScreen(self._crosswalk, match), self._handle_choice)

    def _toggle_unchanged(self) -> None:
        """Show the unchanged questions and go to the first, or hide them again."""
        self._unfolded = not self._unfolded
        same = [key for key, match in self._matches.items() if match.how == "comparable"]
        self._draw(same[0] if self._unfolded else AS_THEY_WERE)

    def _handle_choice(self, what: str | None) -> None:
        if what == "part":
            self.action_part()
        elif what == "match":
            self.action_match()

    def action_part(self) -> None:
        """Separate two questions that do not ask the same."""
        if (match := self._match) and match.earlier and match.later:
            self._crosswalk = self._crosswalk.without_match(match.earlier.id)
            self._draw()

    def action_match(self) -> None:
        """Choose a counterpart among the unmatched questions."""
        if match := self._match:
            free = find_counterparts(self._crosswalk, match)
            if free:
                self.app.push_screen(CounterpartScreen(match, free), partial(self._take, match))
            else:
                words = (
                    "Every question of the other framework version has a counterpart. Part two first, with u."
                )
                self.notify(words, markup=False)

    def _take(self, match: Match, chosen: str | None) -> None:
        if chosen is None:
            return
        old, new = (
            (match.earlier.id, chosen) if match.earlier else (chosen, match.later.id if match.later else "")
        )
        self._crosswalk = self._crosswalk.with_match(old, new)
        self._by_hand.add(new)
        self._draw(f"{old}>{new}")

    def action_go_on(self) -> None:
        """Show the review before and after."""
        self.app.push_screen(
            BeforeAfterScreen(MigrationPreview(self._file, self._crosswalk)), self._was_migrated
        )

    def _was_migrated(self, words: str | None) -> None:
        if words:
            self.dismiss(words)

    @property
    def _match(self) -> Match | None:
        return self._matches.get(self.query_one(MatchList).marked_key)

    # Rendering

    def _draw(self, at: str = "") -> None:
        self._matches = {_build_key(match): match for match in self._crosswalk.matches}
        doubtful = sum(is_doubtful(match, self._by_hand) for match in self._crosswalk.matches)
        line = self.query_one(TopLine)
        line.title = "Which question is which"
        line.state = f"{doubtful} to look at" if doubtful else "nothing doubtful"
        scale = [] if self._crosswalk.same_scale else [OTHER_SCALE]
        tally = "\n".join([f"{crosswalk_counts(self._crosswalk)}.", *scale])
        self.query_one("#tally", Static).update(Content(tally))
        self.query_one(MatchList).show(self._rows(), at)
        self.refresh_bindings()

    def _rows(self) -> Iterator[ListRow]:
        """Yield the doubtful matches, then the rest by kind of change, with the unchanged ones as one row."""
        parts: dict[str, list[Match]] = {name: [] for name in (*_PARTS, "comparable")}
        for match in self._matches.values():
            parts["look" if is_doubtful(match, self._by_hand) else match.how].append(match)
        for name, title in _PARTS.items():
            if parts[name]:
                yield ListRow("", partial(_render_title, title))
                yield from map(self._row, parts[name])
                yield ListRow("", partial(_render_title, ""))
        if same := parts["comparable"]:
            yield ListRow(AS_THEY_WERE, partial(_render_unchanged, len(same), self._unfolded))
            yield from map(self._row, same if self._unfolded else [])

    def _row(self, match: Match) -> ListRow:
        by_hand = match.later is not None and match.later.id in self._by_hand
        return ListRow(
            _build_key(match), partial(match_row, match, is_doubtful(match, self._by_hand), by_hand)
        )


def _build_key(match: Match) -> str:
    return ">".join(question.id if question else "" for question in (match.earlier, match.later))


def _render_title(words: str, _width: int) -> Content:
    return Content(words)


def _render_unchanged(number: int, unfolded: bool, _width: int) -> Content:
    what = "is as it was" if number == 1 else "are as they were"
    return Content.assemble(
        (f"{format_count(number, 'question')} {what}", "bold"),
        (f"  Enter {'folds them away' if unfolded else 'lists them'}", "$secondary"),
    )


class MatchScreen(ModalScreen[str]):
    """Two matched questions in full; returns `part` or `match` to change the match, or None."""

    CSS_PATH = ["../modals.tcss", "migration.tcss"]  # noqa: RUF012 - Textual's type
    HELP = "Both questions, with what each level looks like. Read them, and say whether they ask the same."
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(MATCH)

    def __init__(self, crosswalk: Crosswalk, match: Match) -> None:
        super().__init__()
        self._crosswalk, self._match = crosswalk, match
        self._both = bool(match.earlier and match.later)

    def compose(self) -> ComposeResult:
        """Lay out both questions in a scrolling area."""
        with Dialog() as dialog:
            dialog.border_title = Content(f"{format_places(self._match)}  {self._match.how}")
            parts = "u not the same · " if self._both else ""
            dialog.border_subtitle = f"{parts}z match with another · Esc back"
            with VerticalScroll(id="both"):
                yield FittedText()

    def on_mount(self) -> None:
        """Fill in the text."""
        self.query_one(FittedText).show(partial(draw_in_full, self._crosswalk, self._match))
        self.query_one("#both").focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Allow separating only a matched pair."""
        return self._both or parameters != ("part",)


_ROOM = 74
"""The width of the question's text, in columns."""


class CounterpartScreen(ModalScreen[str]):
    """A list of possible counterparts; returns the id of a question, or None if cancelled."""

    CSS_PATH = ["../modals.tcss", "migration.tcss"]  # noqa: RUF012 - Textual's type
    HELP = "The questions that have no counterpart yet; those that share most words with yours come first."
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(COUNTERPARTS)

    def __init__(self, match: Match, free: Sequence[Question]) -> None:
        super().__init__()
        self._question = match.earlier or match.later
        self._free = free

    def compose(self) -> ComposeResult:
        """Lay out the question, then the candidates."""
        with Dialog() as dialog:
            dialog.border_title = "Which question asks the same?"
            dialog.border_subtitle = "Enter chooses · Esc back"
            if self._question:
                words = f"{self._question.id}  {self._question.text}"
                yield Static(Content("\n").join(wrap_lines(words, _ROOM, most=3)), classes="dialog-text")
            yield RowList(id="free")

    def on_mount(self) -> None:
        """Focus the most similar candidate."""
        rows = self.query_one(RowList)
        rows.show(ListRow(one.id, partial(candidate_row, one)) for one in self._free)
        rows.focus()

    @on(RowList.OptionSelected)
    def _open_selected(self, event: RowList.OptionSelected) -> None:
        self.dismiss(event.option_id)
