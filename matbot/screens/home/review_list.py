"""The reviews as home lists them: the latest, a new one, all of them, and what cannot be read."""

from collections.abc import Iterator, Sequence
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
from matbot.screens.home.welcome import build_first_rows, build_new_row
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

    def show(self, listed: Sequence[ListedReview], now: datetime, names_files: bool) -> None:
        """List reviews, the last saved first, as they are told at this time of day, with the first marked.

        `names_files` is whether a file of this machine may be named to bring a review in.
        """
        rows = list(_rows(listed, now, names_files))
        self.reviews = {row.id: review for row, review in rows if row.id and review}
        self.set_options([row for row, _ in rows])
        self.action_first()


def _rows(listed: Sequence[ListedReview], now: datetime, names_files: bool) -> Iterator[_Row]:
    readable = [(one, one.header) for one in listed if one.header]
    folded = find_sealed([header for _, header in readable])
    for one, header in readable[:1]:
        yield _words("Carry on")
        card = carry_on_card(header, _saved(one, now), header.id in folded)
        yield Option(card, "latest"), one
        yield _gap()
    ways = [build_new_row(first=not readable)] if listed else build_first_rows(names_files)
    yield from ((way, None) for way in ways)
    yield _gap()
    if len(readable) > 1:
        yield _words("All reviews, the latest first")
    for number, (one, header) in enumerate(readable if len(readable) > 1 else []):
        later = LazyText(
            partial(_card, one, header, now, header.id in folded), count_card_lines(header), WIDTH
        )
        yield Option(later, f"review-{number}"), one
        yield _gap()
    yield from _unreadable([one for one in listed if not one.header])


def _unreadable(listed: Sequence[ListedReview]) -> Iterator[_Row]:
    if listed:
        yield _words("Not readable as they are. Enter looks for a good copy.")
    for number, one in enumerate(listed):
        state = " ".join(filter(None, (f"{one_line(one.state)}.", format_unreadable_advice(one))))
        words = Content.assemble(one_line(one.path.name), (f" · {state.removesuffix('.')}", "$secondary"))
        yield Option(words, f"unreadable-{number}"), one


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
