"""Which question of the later edition asks what one of the earlier asked: for people to look through."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from matbot.commands.frameworks import CROSSWALK, MATCH_LIST
from matbot.report.words import counted
from matbot.rubric.crosswalk import Crosswalk, How, Match, counterparts
from matbot.screens.frameworks.before_after import BeforeAfterScreen
from matbot.screens.frameworks.counterparts import CounterpartScreen
from matbot.screens.frameworks.match import MatchScreen
from matbot.screens.keys import bindings_of
from matbot.screens.widgets.key_line import KeyLine
from matbot.screens.widgets.match_words import match_row
from matbot.screens.widgets.row_list import ListRow, RowList
from matbot.screens.widgets.top_line import TopLine
from matbot.services.migration import MigrationPreview

if TYPE_CHECKING:
    from matbot.store.review_file import ReviewFile

AS_THEY_WERE = "as they were"
"""The key of the row that stands for all questions that nothing changed in."""

_PARTS = {
    "look": "Look at these first: they share few words",
    "reworded": "Reworded",
    "moved": "Moved",
    "new": "New",
    "gone": "Gone",
}
"""What stands above the questions that came through in each way."""

_IN_WORDS: dict[How, str] = {
    "comparable": "as they were",
    "reworded": "reworded",
    "moved": "moved",
    "new": "new",
    "gone": "gone",
}

OTHER_SCALE = "\nThe two are rated differently: ratings stay with the edition they were given in."


class MatchList(RowList):
    """The questions of both editions, a row each."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of(MATCH_LIST)


class CrosswalkScreen(Screen[str]):
    """Two editions question by question, to mend; gives what to say once the review was carried over."""

    CSS_PATH = "migration.tcss"
    HELP = (
        "Which question is which, as their words and numbers suggest. Only you know what is meant: where it "
        "says look at this, press Enter and compare. n parts two questions that do not ask the same; m "
        "chooses another counterpart. What you said of a question goes to its counterpart; where it has "
        "none, it is kept under the earlier edition. F9 then shows your review before and after."
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(CROSSWALK)

    def __init__(self, file: ReviewFile, crosswalk: Crosswalk) -> None:
        super().__init__()
        self._file = file
        self._crosswalk = crosswalk
        self._matches: dict[str, Match] = {}
        """Each row's question, by its key."""
        self._by_hand: set[str] = set()
        """The keys of what people matched themselves: nothing of that is doubtful."""
        self._unfolded = False
        """Whether the questions that nothing changed in are listed too."""

    def compose(self) -> ComposeResult:
        """How many came through in which way, and the list."""
        yield TopLine()
        with Vertical(id="page"), Vertical(id="column"):
            yield Static(id="tally")
            yield MatchList(id="matches")
        yield KeyLine()

    def on_mount(self) -> None:
        """Begin with what is doubtful."""
        self._draw()
        self.query_one(MatchList).focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only two can be parted, and only a question can be matched."""
        if action in ("part", "match"):
            match = self._match
            return bool(match and (action == "match" or (match.earlier and match.later)))
        return True

    def on_option_list_option_highlighted(self) -> None:
        """Show the keys of the row that is marked now."""
        self.refresh_bindings()

    @on(RowList.OptionSelected)
    def _chosen(self, event: RowList.OptionSelected) -> None:
        if event.option_id == AS_THEY_WERE:
            self._unfold()
        elif match := self._match:
            self.app.push_screen(MatchScreen(self._crosswalk, match), self._do)

    def _unfold(self) -> None:
        """List the questions that nothing changed in and go to the first, or fold them away again."""
        self._unfolded = not self._unfolded
        same = [key for key, match in self._matches.items() if match.how == "comparable"]
        self._draw(same[0] if self._unfolded else AS_THEY_WERE)

    def _do(self, what: str | None) -> None:
        if what == "part":
            self.action_part()
        elif what == "match":
            self.action_match()

    def action_part(self) -> None:
        """These two do not ask the same."""
        if (match := self._match) and match.earlier and match.later:
            self._crosswalk = self._crosswalk.without(match.earlier.id)
            self._draw()

    def action_match(self) -> None:
        """Choose a counterpart among the questions that have none."""
        if match := self._match:
            free = counterparts(self._crosswalk, match)
            if free:
                self.app.push_screen(CounterpartScreen(match, free), partial(self._take, match))
            else:
                words = "Every question of the other edition has a counterpart. Part two first, with n."
                self.notify(words, markup=False)

    def _take(self, match: Match, chosen: str | None) -> None:
        if chosen is None:
            return
        old, new = (
            (match.earlier.id, chosen) if match.earlier else (chosen, match.later.id if match.later else "")
        )
        self._crosswalk = self._crosswalk.with_match(old, new)
        made = f"{old}>{new}"
        self._by_hand.add(made)
        self._draw(made)

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
        return self._matches.get(self.query_one(MatchList).at)

    # How it looks

    def _draw(self, at: str = "") -> None:
        self._matches = {_key(match): match for match in self._crosswalk.matches}
        doubtful = sum(map(self._is_doubtful, self._matches.values()))
        line = self.query_one(TopLine)
        line.title = "Which question is which"
        line.state = f"{doubtful} to look at" if doubtful else "nothing doubtful"
        self.query_one("#tally", Static).update(Content(self._tally()))
        self.query_one(MatchList).show(self._rows(), at)
        self.refresh_bindings()

    def _tally(self) -> str:
        counts = self._crosswalk.counts
        words = ", ".join(f"{counts[how]} {name}" for how, name in _IN_WORDS.items() if counts[how])
        return f"{words}.{'' if self._crosswalk.same_scale else OTHER_SCALE}"

    def _is_doubtful(self, match: Match) -> bool:
        return match.doubtful and _key(match) not in self._by_hand

    def _rows(self) -> Iterator[ListRow]:
        """What is doubtful, then the rest by how it came through; what nothing changed in as one line."""
        parts: dict[str, list[Match]] = {name: [] for name in (*_PARTS, "comparable")}
        for match in self._matches.values():
            parts["look" if self._is_doubtful(match) else match.how].append(match)
        for name, title in _PARTS.items():
            if parts[name]:
                yield ListRow("", partial(_title, title))
                yield from map(self._row, parts[name])
                yield ListRow("", partial(_title, ""))
        if same := parts["comparable"]:
            yield ListRow(AS_THEY_WERE, partial(_same, len(same), self._unfolded))
            yield from map(self._row, same if self._unfolded else [])

    def _row(self, match: Match) -> ListRow:
        by_hand = _key(match) in self._by_hand
        return ListRow(_key(match), partial(match_row, match, self._is_doubtful(match), by_hand))


def _key(match: Match) -> str:
    return ">".join(question.id if question else "" for question in (match.earlier, match.later))


def _title(words: str, _width: int) -> Content:
    return Content(words)


def _same(number: int, unfolded: bool, _width: int) -> Content:
    what = "is as it was" if number == 1 else "are as they were"
    return Content.assemble(
        (f"{counted(number, 'question')} {what}", "bold"),
        (f"  Enter {'folds them away' if unfolded else 'lists them'}", "$secondary"),
    )
