"""How the columns of a table share its width: each at least as wide as its longest word, where that fits."""

from collections.abc import Sequence

from matbot.report.blocks import Table, TableCell, plain
from matbot.report.columns import width

_LONGEST_WORD = 18
_EDGES = 4
"""The room, in letters, that the two edges of a cell take."""


_READ = 240
"""A column that holds more than so many letters in a cell gets no more room for the rest of them."""

_ACROSS, _ROW = 4, 600
"""How many columns there can be, and letters in a row, where the short side of the paper is enough."""


def needs_room(columns: Sequence[str], rows: Sequence[Sequence[TableCell]]) -> bool:
    """Whether a table is better read across the paper."""
    return len(columns) > _ACROSS or any(sum(len(plain(cell)) for cell in row) > _ROW for row in rows)


def column_shares(table: Table, room: int) -> list[float]:
    """The share of each column in a table as wide as `room` letters; together they are 1."""
    columns = list(zip(table.columns, *([plain(cell) for cell in row] for row in table.rows), strict=True))
    longest = [max(map(width, " ".join(texts).split()), default=0) for texts in columns]
    least = [_EDGES + min(_LONGEST_WORD, word) for word in longest]
    wanted = [_EDGES + min(_READ, max(map(width, texts))) for texts in columns]
    wide = _share_out(least, [max(pair) for pair in zip(least, wanted, strict=True)], room)
    return [one / sum(wide) for one in wide]


def _share_out(least: Sequence[int], wanted: Sequence[int], room: int) -> list[float]:
    """What each gets: at least the least, at most what is wanted while others want more."""
    more = [most - few for few, most in zip(least, wanted, strict=True)]
    spare = room - sum(least)
    if spare <= 0 or not any(more):
        return [float(few) for few in least]
    part = min(1.0, spare / sum(more))
    return [few + part * extra for few, extra in zip(least, more, strict=True)]
