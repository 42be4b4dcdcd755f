"""How hands were spread over the scale: a bar a level, with its number. No average, and no winner."""

from collections.abc import Sequence
from math import ceil

from textual.content import Content

from matbot.review.replies import Rated, Voted
from matbot.rubric import Level
from matbot.screens.themes import rating_style

BAR = 12
"""The columns of the longest bar; of more hands than this, a bar shows the share."""

_WIDEST = 3
"""The columns that one hand takes at most."""

_NAME = 18
"""The columns that the name of a level is cut to."""


def shows_of(moves: Sequence[Voted | Rated]) -> list[tuple[int, ...]]:
    """The last show of hands, after the one before it where there was one."""
    return [move.votes for move in moves if isinstance(move, Voted)][-2:]


def spread(levels: Sequence[Level], shows: Sequence[tuple[int, ...]]) -> Content:
    """The spread of one show of hands, or of two beside each other, so that people see how it moved."""
    most = max((count for show in shows for count in show), default=0)
    name = min(max(len(level.name) for level in levels), _NAME)
    lines = [_level(level, [show[place] for show in shows], most, name) for place, level in enumerate(levels)]
    return Content("\n").join([_headings(shows, name), *lines])


def _headings(shows: Sequence[tuple[int, ...]], name: int) -> Content:
    """What each column is, with the hands in all."""
    names = ("Before: ", "Now: ") if len(shows) > 1 else ("",)
    words = [f"{title}{_hands(sum(show))}" for title, show in zip(names, shows, strict=True)]
    return Content.styled(" " * (name + 7) + "".join(f"{word:<{BAR + 6}}" for word in words), "$secondary")


def _hands(count: int) -> str:
    return f"{count} hand{'s' * (count != 1)}"


def _level(level: Level, counts: Sequence[int], most: int, name: int) -> Content:
    chip = (f" {level.letters:<2} ", rating_style(level.letters))
    title = Content(f" {level.name}").truncate(name + 2, ellipsis=True, pad=True)
    return Content.assemble(chip, title, *(_bar(level, count, most) for count in counts))


def _bar(level: Level, count: int, most: int) -> Content:
    """A number, and a bar that is as long as its share of the longest one."""
    each = min(BAR // most, _WIDEST) if 0 < most <= BAR else 0
    columns = count * each or ceil(count * BAR / max(most, 1))
    colour = rating_style(level.letters).rpartition(" ")[2]
    return Content.assemble((f"{count:>4} ", "bold"), (f"{'█' * columns:<{BAR + 1}}", colour))
