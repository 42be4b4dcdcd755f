"""A review as a list shows it: whose, how far, when it was saved, and its strip of colours."""

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
"""The columns of a card: what a terminal of 80 leaves, and what the strip of 14 elements fills."""

_TRUST, _GROUP = 44, 28
"""The columns that each name is cut to where both together are too long for one line."""

_ELEMENTS = 14
"""The elements of the framework, whose strip takes one line."""

_MOST_CELLS = 200
"""The most elements looked at for a strip: a file may say anything."""


FOLDED = "Ratings stay hidden until the groups open them together."
"""Stands for the strip of a group that rates apart from others."""


def carry_on_card(header: Header, saved: str, folded: bool = False) -> Content:
    """The review to carry on with: also where it goes on. `saved` says when it was saved."""
    following = (
        f"Next: {header.next}"
        if header.next
        else "Everything has been asked: check your answers, or choose priorities."
    )
    lines = [
        format_title(header),
        _about(header, saved),
        Content(one_line(following)).truncate(WIDTH, ellipsis=True),
        _strip(header, folded),
    ]
    return Content("\n").join(lines)


def review_card(header: Header, saved: str, folded: bool = False) -> Content:
    """One review among many."""
    return Content("\n").join([format_title(header), _about(header, saved), _strip(header, folded)])


def count_card_lines(header: Header) -> int:
    """How many lines `review_card` takes, told without drawing it; 0 where its map may need a second one."""
    short = len(header.scope) <= _ELEMENTS and all(len(code) <= 2 for code in header.scope)
    return 3 if short and all(len(letters) <= 2 for letters in header.map.values()) else 0


def format_title(header: Header) -> Content:
    """Trust and group on one line, each shortened so that the other keeps its place."""
    names = [Content(one_line(header.trust) or "A trust without a name")]
    if header.group:
        names.append(Content(one_line(header.group)))
    if _joined(names).cell_length > WIDTH and header.group:
        trust, group = names
        names = [trust.truncate(_TRUST, ellipsis=True), group.truncate(_GROUP, ellipsis=True)]
    return _joined(names).truncate(WIDTH, ellipsis=True).stylize("bold")


def format_saved(saved: datetime | None, now: datetime) -> str:
    """When a review was saved, as a person would say it: `saved today 14:03`, `saved 12 October 2026`."""
    if saved is None:
        return ""
    here, today = to_local_time(saved), now.astimezone().date()
    if here.date() == today:
        return f"saved today {here:%H:%M}"
    if here.date() == today - timedelta(days=1):
        return f"saved yesterday {here:%H:%M}"
    return f"saved {here.day} {here:%B %Y}"


def draw_card_strip(header: Header) -> Content:
    """The strip of a review's ratings, drawn as in the conversation itself."""
    return draw_strip(_rows(header), "", header.scale, WIDTH)


def _strip(header: Header, folded: bool) -> Content:
    return Content.styled(FOLDED, "$secondary") if folded and header.rated else draw_card_strip(header)


def _joined(names: list[Content]) -> Content:
    return Content(" · ").join(names)


def _about(header: Header, saved: str) -> Content:
    return Content.styled(" · ".join(filter(None, (format_listed_progress(header), saved))), "$secondary")


def _rows(header: Header) -> Sequence[Row]:
    """The map that a header holds: a row for each number, or for the letters, that its codes begin with."""
    codes = [code for code in header.scope if code in header.map][:_MOST_CELLS]
    return [
        Row(
            number,
            "",
            tuple(Cell(shortened(code, 6), "", shortened(header.map[code], 3), "") for code in group),
        )
        for number, group in groupby(codes, _number)
    ]


def _number(code: str) -> str:
    return re.match(r"\d+|[^\W\d_]*", one_line(code)).group()  # type: ignore[union-attr]  # matches anything
