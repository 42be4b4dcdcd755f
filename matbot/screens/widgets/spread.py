"""The spread of hands over the scale: a bar and a number for each level. No average, and no winner."""

from collections.abc import Sequence
from math import ceil

from textual.content import Content

from matbot.report.words import format_count
from matbot.review.events import ElementRated, HandsShown
from matbot.rubric import Level
from matbot.screens.themes import rating_chip, rating_style

BAR = 12
"""The width of the longest bar, in columns; for more hands than this, a bar shows the share."""

_WIDEST = 3
"""The maximum width of one hand, in columns."""

_NAME = 18
"""The width that level names are shortened to if the available width is unknown, in columns."""


def find_last_shows(moves: Sequence[HandsShown | ElementRated]) -> list[tuple[int, ...]]:
    """Return the votes of the last show of hands, preceded by those of the one before if there was one."""
    return [move.votes for move in moves if isinstance(move, HandsShown)][-2:]


_LEAST_NAME = 8

_HANDS = BAR + 6
"""The width of one show of hands, a number and its bar, in columns."""


def draw_spread(levels: Sequence[Level], shows: Sequence[tuple[int, ...]], width: int = 0) -> Content:
    """Render the spread of one show of hands, or of two side by side to compare them.

    Long level names are shortened to what `width` leaves; 0 if the width is unknown.
    """
    most = max((count for show in shows for count in show), default=0)
    scale = [level.letters for level in levels]
    lines = [[Content.styled(*rating_chip(level.letters, scale))] for level in levels]
    room = width - _HANDS * len(shows) - lines[0][0].cell_length - 2
    name = min(max(len(level.name) for level in levels), max(room, _LEAST_NAME) if width else _NAME)
    for place, level in enumerate(levels):
        title = Content(f" {level.name}").truncate(name + 2, ellipsis=True, pad=True)
        lines[place] += [title, *(_render_bar(level.letters, scale, show[place], most) for show in shows)]
    indent = lines[0][0].cell_length + name + 3
    return Content("\n").join([_render_headings(shows, indent), *(Content("").join(line) for line in lines)])


def _render_headings(shows: Sequence[tuple[int, ...]], indent: int) -> Content:
    """Render the heading of each column, with the total number of hands."""
    names = ("Before: ", "Now: ") if len(shows) > 1 else ("",)
    words = [f"{title}{format_count(sum(show), 'hand')}" for title, show in zip(names, shows, strict=True)]
    return Content.styled(" " * indent + "".join(f"{word:<{_HANDS}}" for word in words), "$secondary")


def _render_bar(letters: str, scale: Sequence[str], count: int, most: int) -> Content:
    """Render a number and a bar, whose length is relative to the longest one."""
    each = min(BAR // most, _WIDEST) if 0 < most <= BAR else 0
    columns = count * each or ceil(count * BAR / max(most, 1))
    colour = rating_style(letters, scale).rpartition(" ")[2]
    return Content.assemble((f"{count:>4} ", "bold"), (f"{'█' * columns:<{BAR + 1}}", colour))
