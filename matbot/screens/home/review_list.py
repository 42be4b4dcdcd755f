"""The list of reviews on the home page: the latest, a new one, the others, and unreadable ones."""

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content
from textual.widgets.option_list import Option

from matbot.commands.home import REVIEW_LIST
from matbot.presenters.review_list import count_copies, format_newer, format_unreadable_advice
from matbot.review.header import Header
from matbot.review.sealing import find_sealed
from matbot.screens.home.welcome import ARCHIVE, BIN, build_first_rows, build_new_row
from matbot.screens.keys import bindings_of
from matbot.screens.widgets.lazy_text import LazyText
from matbot.screens.widgets.marked_list import MarkedList
from matbot.screens.widgets.review_card import (
    WIDTH,
    carry_on_card,
    count_card_lines,
    format_saved,
    review_card,
)
from matbot.store.listing import ListedReview
from matbot.text import one_line

_Row = tuple[Option, ListedReview | None]
"""An option and the review that it opens, if any."""

GAP = LazyText(Content, lines=1, width=0)
"""An empty line between rows."""


@dataclass(frozen=True)
class HomeWays:
    """What can be chosen on the home page besides the current reviews."""

    names_files: bool
    """Whether files of this machine may be named to add a review."""
    bin_size: int = 0
    """The number of reviews in the bin."""
    shows_archived: bool = False
    """Whether the archived reviews are listed rather than only counted."""


class ReviewList(MarkedList):
    """The latest review, a new one, and all others; a card is rendered when it first comes into view."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of(REVIEW_LIST)

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self.reviews: dict[str, ListedReview] = {}
        """The review of each row, by the row's id."""

    @property
    def marked(self) -> ListedReview | None:
        """The highlighted review, or None if another row is highlighted."""
        option = self.highlighted_option
        return self.reviews.get((option and option.id) or "")

    def show(self, listed: Sequence[ListedReview], now: datetime, ways: HomeWays) -> None:
        """List the reviews and the other choices of the home page, with the first row highlighted.

        Args:
            listed: The reviews, last saved first.
            now: The current time, to which the cards refer.
            ways: The other choices.

        """
        self._fill([*_rows(listed, now, ways), *_build_archive_rows(listed, now, ways)])
        if ways.shows_archived:
            self.highlighted = self.get_option_index("archived-0")

    def show_found(self, listed: Sequence[ListedReview], wanted: str, now: datetime) -> None:
        """List the reviews that match a search, including archived ones, with the first row highlighted."""
        found = [one for one in listed if matches(one, wanted)]
        self._fill(_build_found_rows(found, find_sealed([one.header for one in listed if one.header]), now))

    def highlight_near(self, id_: str, place: int | None) -> None:
        """Highlight a review by its id; if it is not listed, the nearest row to where it was.

        Args:
            id_: The id of the review; empty for none.
            place: The index of the row that was highlighted before.

        """
        rows = [row for row, review in self.reviews.items() if review.id == id_]
        if rows:
            self.highlighted = self.get_option_index(rows[0])
            return
        choosable = [index for index, option in enumerate(self.options) if not option.disabled]
        if choosable and place is not None:
            self.highlighted = min(choosable, key=lambda index: (abs(index - place), index))

    def _fill(self, rows: Iterable[_Row]) -> None:
        rows = list(rows)
        self.reviews = {row.id: review for row, review in rows if row.id and review}
        self.set_options([row for row, _ in rows])
        self.action_first()


def matches(one: ListedReview, wanted: str) -> bool:
    """Return whether every word of a search is in a review's names, id, file name or start date."""
    header = one.header
    about = (
        (header.trust, header.group, f"{header.started:%B %Y}" if header.started else "") if header else ()
    )
    text = " ".join((*about, one.id, one.path.name)).casefold()
    return all(word in text for word in wanted.casefold().split())


def draw_review(one: ListedReview, now: datetime) -> Content:
    """Render a review as a card; if it cannot be read, its file name and state."""
    if one.header is None:
        return _render_unreadable(one)
    return _render_card(one, one.header, now, folded=False)


def _rows(listed: Sequence[ListedReview], now: datetime, ways: HomeWays) -> Iterator[_Row]:
    sealed = find_sealed([one.header for one in listed if one.header])
    current = [one for one in listed if one.header and not one.is_archived]
    for one in current[:1]:
        assert one.header, "it is readable"
        yield _build_heading("Carry on")
        yield Option(carry_on_card(one.header, _format_state(one, now), one.id in sealed), "latest"), one
        yield _build_gap()
    first = [build_new_row(first=not current)] if listed else build_first_rows(ways.names_files)
    yield from ((way, None) for way in first)
    yield _build_gap()
    if len(current) > 1:
        yield _build_heading("Other reviews, the latest first")
    yield from _build_cards(current[1:], sealed, now, "review")
    yield from _build_unreadable_rows([one for one in listed if not one.header])


def _build_archive_rows(listed: Sequence[ListedReview], now: datetime, ways: HomeWays) -> Iterator[_Row]:
    """Yield the archived reviews, or the row that shows them, and the row that opens the bin."""
    archived = [one for one in listed if one.is_archived]
    if archived and ways.shows_archived:
        yield _build_heading("Archived reviews, the latest first")
        yield from _build_cards(
            archived, find_sealed([one.header for one in listed if one.header]), now, "archived"
        )
    elif archived:
        yield Option(Content(f"Show {_format_count(len(archived), 'archived')}"), ARCHIVE), None
    if ways.bin_size:
        yield Option(Content(f"Open the bin: {_format_count(ways.bin_size, 'deleted')}"), BIN), None


def _format_count(number: int, kind: str) -> str:
    return f"{number} {kind} review{'s' * (number != 1)}"


def _build_found_rows(found: Sequence[ListedReview], sealed: Set[str], now: datetime) -> Iterator[_Row]:
    if not found:
        yield _build_heading("No review has these words. Esc shows all reviews again.")
    yield from _build_cards([one for one in found if one.header], sealed, now, "found")
    yield from _build_unreadable_rows([one for one in found if not one.header])


def _build_cards(listed: Sequence[ListedReview], sealed: Set[str], now: datetime, key: str) -> Iterator[_Row]:
    """Yield a card for each review, rendered when it first comes into view, followed by an empty line."""
    for number, one in enumerate(listed):
        assert one.header, "it is readable"
        draw = partial(_render_card, one, one.header, now, one.id in sealed)
        yield Option(LazyText(draw, count_card_lines(one.header), WIDTH), f"{key}-{number}"), one
        yield _build_gap()


def _build_unreadable_rows(listed: Sequence[ListedReview]) -> Iterator[_Row]:
    if listed:
        yield _build_heading("Not readable as they are. Enter looks for a good copy.")
    for number, one in enumerate(listed):
        yield Option(_render_unreadable(one), f"unreadable-{number}"), one


def _render_unreadable(one: ListedReview) -> Content:
    state = " ".join(filter(None, (f"{one_line(one.state)}.", format_unreadable_advice(one))))
    return Content.assemble(one_line(one.path.name), (f" · {state.removesuffix('.')}", "$secondary"))


def _render_card(one: ListedReview, header: Header, now: datetime, folded: bool) -> Content:
    return review_card(header, _format_state(one, now), folded)


def _format_state(one: ListedReview, now: datetime) -> str:
    words = format_saved(one.saved, now)
    if one.copies:
        words = f"{words}, {count_copies(one)} copies"
    newer = format_newer(one)
    return f"{words}, {newer}" if newer else words


def _build_heading(words: str) -> _Row:
    """Return the heading of a part of the list, which cannot be selected."""
    return Option(Content(words), disabled=True), None


def _build_gap() -> _Row:
    return Option(GAP, disabled=True), None
