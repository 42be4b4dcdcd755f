"""Column widths of a table: each column is at least as wide as its longest word, if there is room."""

from collections.abc import Sequence

from matbot.report.blocks import Table, TableCell, plain
from matbot.report.columns import width

_LONGEST_WORD = 18
_EDGES = 4
"""The width of a cell's two margins, in letters."""


_READ = 240
"""A column gets no additional width for text beyond this many letters in a cell."""

_ACROSS, _ROW = 4, 600
"""The most columns, and the most letters in a row, of a table for a portrait page."""


def needs_room(columns: Sequence[str], rows: Sequence[Sequence[TableCell]]) -> bool:
    """Whether a table reads better on a landscape page."""
    return len(columns) > _ACROSS or any(sum(len(plain(cell)) for cell in row) > _ROW for row in rows)


def column_shares(table: Table, room: int) -> list[float]:
    """Each column's share of the width of a table that is `room` letters wide; the shares add up to 1."""
    columns = list(zip(table.columns, *([plain(cell) for cell in row] for row in table.rows), strict=True))
    longest = [max(map(width, " ".join(texts).split()), default=0) for texts in columns]
    least = [_EDGES + min(_LONGEST_WORD, word) for word in longest]
    wanted = [_EDGES + min(_READ, max(map(width, texts))) for texts in columns]
    wide = _share_out(least, [max(pair) for pair in zip(least, wanted, strict=True)], room)
    return [one / sum(wide) for one in wide]


def _share_out(least: Sequence[int], wanted: Sequence[int], room: int) -> list[float]:
    """Divide the room: each gets its minimum, and an equal fraction of what it wants beyond that."""
    more = [most - few for few, most in zip(least, wanted, strict=True)]
    spare = room - sum(least)
    if spare <= 0 or not any(more):
        return [float(few) for few in least]
    part = min(1.0, spare / sum(more))
    return [few + part * extra for few, extra in zip(least, more, strict=True)]
