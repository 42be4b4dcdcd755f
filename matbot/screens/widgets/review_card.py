"""A review in a list: its trust and group, progress, when it was saved, and its strip of ratings."""

import re
from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import groupby

from textual.content import Content

from matbot.presenters.review_list import format_listed_progress
from matbot.review.header import Header
from matbot.review.heat_map import Cell, Row
from matbot.review.local_time import to_local_time
from matbot.screens.widgets.strip import draw_strip
from matbot.text import one_line, shortened

WIDTH = 75
"""The width of a card: what an 80-column terminal leaves, and what the strip of 14 elements takes."""

_TRUST, _GROUP = 44, 28
"""The widths that the names are shortened to if both are too long for one line, in columns."""

_ELEMENTS = 14
"""The number of elements of the framework, whose strip takes one line."""

_MOST_CELLS = 200
"""The maximum number of elements in a strip, since a file may contain any number."""


FOLDED = "Ratings stay hidden until the groups open them together."
"""Shown instead of the strip of a group that rates apart from others."""


def carry_on_card(header: Header, saved: str, folded: bool = False) -> Content:
    """Render the card of the review to carry on with, including its next step; `saved` says when."""
    following = (
        f"Next: {header.next}"
        if header.next
        else "Everything has been asked: check your answers, or choose priorities."
    )
    lines = [
        format_title(header),
        _render_about(header, saved),
        Content(one_line(following)).truncate(WIDTH, ellipsis=True),
        _render_strip(header, folded),
    ]
    return Content("\n").join(lines)


def review_card(header: Header, saved: str, folded: bool = False) -> Content:
    """Render the card of one review among many."""
    return Content("\n").join(
        [format_title(header), _render_about(header, saved), _render_strip(header, folded)]
    )


def count_card_lines(header: Header) -> int:
    """Return how many lines `review_card` takes, without rendering it; 0 if its strip may need two."""
    short = len(header.scope) <= _ELEMENTS and all(len(code) <= 2 for code in header.scope)
    return 3 if short and all(len(letters) <= 2 for letters in header.map.values()) else 0


def format_title(header: Header) -> Content:
    """Format the trust and group on one line, each shortened so that both fit."""
    names = [Content(one_line(header.trust) or "A trust without a name")]
    if header.group:
        names.append(Content(one_line(header.group)))
    if _join_names(names).cell_length > WIDTH and header.group:
        trust, group = names
        names = [trust.truncate(_TRUST, ellipsis=True), group.truncate(_GROUP, ellipsis=True)]
    return _join_names(names).truncate(WIDTH, ellipsis=True).stylize("bold")


def format_saved(saved: datetime | None, now: datetime) -> str:
    """Format when a review was saved: `saved today 14:03`, `saved 12 October 2026`."""
    if saved is None:
        return ""
    here, today = to_local_time(saved), now.astimezone().date()
    if here.date() == today:
        return f"saved today {here:%H:%M}"
    if here.date() == today - timedelta(days=1):
        return f"saved yesterday {here:%H:%M}"
    return f"saved {here.day} {here:%B %Y}"


def draw_card_strip(header: Header) -> Content:
    """Render the strip of a review's ratings, as in the conversation."""
    return draw_strip(_rows(header), "", header.scale, WIDTH)


def _render_strip(header: Header, folded: bool) -> Content:
    return Content.styled(FOLDED, "$secondary") if folded and header.rated else draw_card_strip(header)


def _join_names(names: list[Content]) -> Content:
    return Content(" · ").join(names)


def _render_about(header: Header, saved: str) -> Content:
    return Content.styled(" · ".join(filter(None, (format_listed_progress(header), saved))), "$secondary")


def _rows(header: Header) -> Sequence[Row]:
    """Build the rows of a header's map, one for each number or letters that its codes begin with."""
    codes = [code for code in header.scope if code in header.map][:_MOST_CELLS]
    return [
        Row(
            number,
            "",
            tuple(Cell(shortened(code, 6), "", shortened(header.map[code], 3), "") for code in group),
        )
        for number, group in groupby(codes, _find_number)
    ]


def _find_number(code: str) -> str:
    return re.match(r"\d+|[^\W\d_]*", one_line(code)).group()  # type: ignore[union-attr]  # matches anything
