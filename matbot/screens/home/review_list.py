"""The reviews as home lists them: the latest, a new one, all of them, and what cannot be read."""

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
"""A row, and the review that it opens, if it opens one."""

GAP = LazyText(Content, lines=1, width=0)
"""An empty line between rows."""


@dataclass(frozen=True)
class HomeWays:
    """What else there is to choose at home, beside the current reviews."""

    names_files: bool
    """Whether a file of this machine may be named to bring a review in."""
    bin_size: int = 0
    """How many reviews are in the bin."""
    shows_archived: bool = False
    """Whether the archived reviews are listed, and not only counted."""


class ReviewList(MarkedList):
    """The latest review, a new one, and all the others; a card is drawn when it first comes into view."""

    BINDINGS: ClassVar[list[BindingType]] = bindings_of(REVIEW_LIST)

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self.reviews: dict[str, ListedReview] = {}
        """Each row's review, by the row's id."""

    @property
    def marked(self) -> ListedReview | None:
        """The review that is marked, if the mark is at one."""
        option = self.highlighted_option
        return self.reviews.get((option and option.id) or "")

    def show(self, listed: Sequence[ListedReview], now: datetime, ways: HomeWays) -> None:
        """List reviews, and what else there is to choose at home, with the first row marked.

        Args:
            listed: The reviews, the last saved first.
            now: The time of day, which the cards are drawn for.
            ways: What else there is.

        """
        self._fill([*_rows(listed, now, ways), *_put_away(listed, now, ways)])
        if ways.shows_archived:
            self.highlighted = self.get_option_index("archived-0")

    def show_found(self, listed: Sequence[ListedReview], wanted: str, now: datetime) -> None:
        """List the reviews that a search finds, archived ones too, with the first row marked."""
        found = [one for one in listed if matches(one, wanted)]
        self._fill(_found(found, find_sealed([one.header for one in listed if one.header]), now))

    def _fill(self, rows: Iterable[_Row]) -> None:
        rows = list(rows)
        self.reviews = {row.id: review for row, review in rows if row.id and review}
        self.set_options([row for row, _ in rows])
        self.action_first()


def matches(one: ListedReview, wanted: str) -> bool:
    """Whether every word of a search is in the names of a review, its id, its file's name or its year."""
    header = one.header
    about = (
        (header.trust, header.group, f"{header.started:%B %Y}" if header.started else "") if header else ()
    )
    text = " ".join((*about, one.id, one.path.name)).casefold()
    return all(word in text for word in wanted.casefold().split())


def draw_review(one: ListedReview, now: datetime) -> Content:
    """A review as a card; the name of its file and its state if it cannot be read."""
    if one.header is None:
        return _unreadable_card(one)
    return _card(one, one.header, now, folded=False)


def _rows(listed: Sequence[ListedReview], now: datetime, ways: HomeWays) -> Iterator[_Row]:
    sealed = find_sealed([one.header for one in listed if one.header])
    current = [one for one in listed if one.header and not one.is_archived]
    for one in current[:1]:
        assert one.header, "it is readable"
        yield _words("Carry on")
        yield Option(carry_on_card(one.header, _saved(one, now), one.id in sealed), "latest"), one
        yield _gap()
    first = [build_new_row(first=not current)] if listed else build_first_rows(ways.names_files)
    yield from ((way, None) for way in first)
    yield _gap()
    if len(current) > 1:
        yield _words("Other reviews, the latest first")
    yield from _cards(current[1:], sealed, now, "review")
    yield from _unreadable([one for one in listed if not one.header])


def _put_away(listed: Sequence[ListedReview], now: datetime, ways: HomeWays) -> Iterator[_Row]:
    """The archived reviews, or the row that shows them, and the row that opens the bin."""
    archived = [one for one in listed if one.is_archived]
    if archived and ways.shows_archived:
        yield _words("Archived reviews, the latest first")
        yield from _cards(
            archived, find_sealed([one.header for one in listed if one.header]), now, "archived"
        )
    elif archived:
        yield Option(Content(f"Show {_count(len(archived), 'archived')}"), ARCHIVE), None
    if ways.bin_size:
        yield Option(Content(f"Open the bin: {_count(ways.bin_size, 'deleted')}"), BIN), None


def _count(number: int, kind: str) -> str:
    return f"{number} {kind} review{'s' * (number != 1)}"


def _found(found: Sequence[ListedReview], sealed: Set[str], now: datetime) -> Iterator[_Row]:
    if not found:
        yield _words("No review has these words. Esc shows all reviews again.")
    yield from _cards([one for one in found if one.header], sealed, now, "found")
    yield from _unreadable([one for one in found if not one.header])


def _cards(listed: Sequence[ListedReview], sealed: Set[str], now: datetime, key: str) -> Iterator[_Row]:
    """A card for each review, drawn when it first comes into view, with an empty line after it."""
    for number, one in enumerate(listed):
        assert one.header, "it is readable"
        draw = partial(_card, one, one.header, now, one.id in sealed)
        yield Option(LazyText(draw, count_card_lines(one.header), WIDTH), f"{key}-{number}"), one
        yield _gap()


def _unreadable(listed: Sequence[ListedReview]) -> Iterator[_Row]:
    if listed:
        yield _words("Not readable as they are. Enter looks for a good copy.")
    for number, one in enumerate(listed):
        yield Option(_unreadable_card(one), f"unreadable-{number}"), one


def _unreadable_card(one: ListedReview) -> Content:
    state = " ".join(filter(None, (f"{one_line(one.state)}.", format_unreadable_advice(one))))
    return Content.assemble(one_line(one.path.name), (f" · {state.removesuffix('.')}", "$secondary"))


def _card(one: ListedReview, header: Header, now: datetime, folded: bool) -> Content:
    return review_card(header, _saved(one, now), folded)


def _saved(one: ListedReview, now: datetime) -> str:
    words = format_saved(one.saved, now)
    if one.copies:
        words = f"{words}, {count_copies(one)} copies"
    newer = format_newer(one)
    return f"{words}, {newer}" if newer else words


def _words(words: str) -> _Row:
    """The name of a part of the list, which cannot be chosen."""
    return Option(Content(words), disabled=True), None


def _gap() -> _Row:
    return Option(GAP, disabled=True), None
