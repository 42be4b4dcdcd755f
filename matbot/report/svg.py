"""The pictures of a report as SVG: the heat map, moves of ratings, and the distance between groups.

Letters, positions and words carry the content, so that it can be read without colour and by a screen reader.
"""

from collections.abc import Iterator, Sequence
from html import escape

from matbot.report.blocks import HeatMap, Moves, Spread
from matbot.report.palette import NONE, Colour, colours_of
from matbot.report.words import cell_in_words, on_one_line
from matbot.review.heat_map import Cell
from matbot.rubric import Level
from matbot.text import in_words, shortened

_WIDTH = 360
"""The width of a picture; its text is legible even if the picture is as narrow as a phone."""

_INK = "#0b0c0c"
_GAP = 4
_TITLE = 20
_STRIP = 18
"""The height of the strip that shows the scale."""

_MOST_BARS = 8
"""The most elements of the heat map in one image."""
_HEADING = 22
_BAR = 38
_EDGE = 6
"""The space between the outline of a bar and its text."""

_LANE = 24
_RING = 6
"""The radius of the ring that marks an earlier rating."""
_ARROW_HEAD = 11
"""The length of an arrowhead."""

_MARK = 23
"""The width and height that a group's letter takes."""
_DISC = 10
"""The radius of the disc behind a group's letter."""
_BETWEEN = 16

MOVES_KEY = (
    "A ring is where you stood then, and its arrow leads to where you stand now. A full circle stands still."
)
"""The key to the signs in a picture of moves."""


def heat_map_svgs(block: HeatMap, name: str) -> Iterator[str]:
    """Render the heat map as SVG images, one or more for each heading.

    A heading with many elements has several images, because a single one would be too tall to read on paper.

    Args:
        block: The heat map.
        name: The prefix of the images' ids, unique on the page.

    """
    colours = colours_of(block.scale)
    for number, (title, cells) in enumerate(_pieces(block), 1):
        parts = [_text(0, 15, _fit(title), look="heading ink")]
        for place, cell in enumerate(cells):
            parts += _bar(cell, _HEADING + place * (_BAR + _GAP), colours[cell.letters])
        description = "; ".join(f"{cell.code} {cell_in_words(cell)}" for cell in cells)
        yield _svg(f"{name}-{number}", title, description, _HEADING + len(cells) * (_BAR + _GAP), parts)


def _pieces(block: HeatMap) -> Iterator[tuple[str, Sequence[Cell]]]:
    """The title and the elements of each image."""
    for row in block.rows:
        count = -(-len(row.cells) // _MOST_BARS) or 1
        high = -(-len(row.cells) // count) or 1
        for start in range(0, max(1, len(row.cells)), high):
            goes_on = " (goes on)" if start else ""
            yield on_one_line(f"{row.number} {row.name}") + goes_on, row.cells[start : start + high]


def _bar(cell: Cell, y: float, colour: Colour) -> Iterator[str]:
    yield _rectangle(0, y, _WIDTH, _BAR, colour, dashed=not cell.letters)
    yield _text(_EDGE, y + 16, _fit(f"{cell.code} {cell.name}"), colour.text, "code")
    yield _text(_EDGE, y + 31, _fit(cell_in_words(cell), 58), colour.text)


def moves_svgs(shows: Moves, levels: Sequence[Level], name: str) -> Iterator[str]:
    """Render moves as SVG images, one for each element; `name` is the prefix of ids, unique on the page."""
    scale = _Scale(levels)
    for number, (element, then, now) in enumerate(shows.lines, 1):
        parts = [
            _text(0, 14, _fit(element), look="code ink"),
            *scale.strip(_TITLE),
            *_signs(scale, scale.place(then), scale.place(now)),
        ]
        yield _svg(f"{name}-{number}", element, _move_in_words(then, now), _TITLE + _STRIP + _LANE, parts)


def _move_in_words(then: str | None, now: str | None) -> str:
    if then and now:
        return f"held at {now}" if then == now else f"from {then} to {now}"
    if now:
        return f"{now}, not rated last time"
    return f"{then} last time, not rated this time" if then else "not rated"


def _signs(scale: "_Scale", then: int | None, now: int | None) -> Iterator[str]:
    """A ring with an arrow to the present rating, or a single sign with a word next to it."""
    y = _TITLE + _STRIP + _LANE / 2 + 1
    if now is not None and then in (None, now):
        yield f'<circle cx="{scale.middle(now):g}" cy="{y:g}" r="{_RING + 1}" class="ink" fill="{_INK}"/>'
        yield _beside(scale.middle(now), y, "new this time" if then is None else "held")
    elif then is not None:
        if now is not None:
            yield from _arrow(scale.middle(then), scale.middle(now), y)
        yield (
            f'<circle cx="{scale.middle(then):g}" cy="{y:g}" r="{_RING}" class="ring" fill="#ffffff" '
            f'stroke="{_INK}" stroke-width="2.5"/>'
        )
        if now is None:
            yield _beside(scale.middle(then), y, "not rated now")


def _arrow(start: float, end: float, y: float) -> Iterator[str]:
    back = -_ARROW_HEAD if end > start else _ARROW_HEAD
    yield (
        f'<line x1="{start:g}" y1="{y:g}" x2="{end + back / 2:g}" y2="{y:g}" '
        f'class="line" stroke="{_INK}" stroke-width="3"/>'
    )
    yield f'<path d="M{end:g} {y:g} l{back:g} -7 v14 z" class="ink" fill="{_INK}"/>'


def _beside(x: float, y: float, text: str) -> str:
    """A word next to a sign, on the side that has more room."""
    left = x > _WIDTH / 2
    away = -(_RING + 6) if left else _RING + 6
    return _text(x + away, y + 4, text, look="ink", anchor="end" if left else "start")


def spread_svgs(shows: Spread, levels: Sequence[Level], name: str) -> Iterator[str]:
    """Render a spread as SVG images, one per element; `name` is the prefix of ids, unique on the page."""
    letters = [letter for letter, _ in shows.groups]
    for number, (element, chosen) in enumerate(shows.lines, 1):
        both = list(zip(letters, chosen, strict=True))
        lane = _SpreadLane(_Scale(levels), both)
        description = ", ".join(f"{group} {rating or 'no rating'}" for group, rating in both)
        yield _svg(f"{name}-{number}", element, description, lane.height, [*lane.parts(element)])


class _SpreadLane:
    """One element of a spread: its title, the scale, and under each level the groups that chose it."""

    def __init__(self, scale: "_Scale", chosen: Sequence[tuple[str, str | None]]) -> None:
        """Place the groups on the scale; `chosen` pairs each group's letter with its rating's letters."""
        self._scale = scale
        self._across = int((scale.width - 4) // _MARK)
        self._at: dict[int | None, list[str]] = {}
        for group, rating in chosen:
            self._at.setdefault(scale.place(rating), []).append(group)
        self._unrated = self._at.pop(None, [])
        most = max(map(len, self._at.values()), default=1)
        self._room = -(-most // self._across) * _MARK + 4

    @property
    def height(self) -> float:
        """The total height."""
        return _TITLE + _STRIP + self._room + _BETWEEN * (2 if self._unrated else 1)

    def parts(self, element: str) -> Iterator[str]:
        """The SVG elements of the lane."""
        yield _text(0, 14, _fit(element), look="code ink")
        yield from self._scale.strip(_TITLE)
        below = _TITLE + _STRIP
        for place in sorted(place for place in self._at if place is not None):
            yield _rectangle(self._scale.left(place), below, self._scale.width, self._room, NONE)
            yield from self._marks(place, below)
        yield self._reach(below + self._room + 4)
        if self._unrated:
            yield _text(0, below + self._room + 20, f"No rating: {in_words(self._unrated)}", look="ink")

    def _marks(self, place: int, below: float) -> Iterator[str]:
        for number, group in enumerate(self._at[place]):
            down, across = divmod(number, self._across)
            in_line = min(self._across, len(self._at[place]) - down * self._across)
            x = self._scale.middle(place) + (across - (in_line - 1) / 2) * _MARK
            y = below + down * _MARK + _MARK / 2 + 2
            yield f'<circle cx="{x:g}" cy="{y:g}" r="{_DISC}" fill="{_INK}"/>'
            yield _text(x, y + 4.5, group, NONE.fill, "code", "middle")

    def _reach(self, y: float) -> str:
        """A line from the weakest to the strongest level that any group chose, to show the distance."""
        places = [place for place in self._at if place is not None] or [0]
        ends = self._scale.middle(min(places)), self._scale.middle(max(places))
        return (
            f'<line x1="{ends[0]:g}" y1="{y:g}" x2="{ends[1]:g}" y2="{y:g}" '
            f'class="line" stroke="{_INK}" stroke-width="4" stroke-linecap="round"/>'
        )


class _Scale:
    """A scale drawn from left to right, weakest level first."""

    def __init__(self, levels: Sequence[Level]) -> None:
        self.width = (_WIDTH - (len(levels) - 1) * _GAP) / len(levels)
        self._places = {level.letters: place for place, level in enumerate(levels)}
        self._colours = colours_of(levels)

    def place(self, letters: str | None) -> int | None:
        """The index of a level, counted from the left; None for letters that are not on the scale."""
        return self._places.get(letters or "")

    def left(self, place: int) -> float:
        """The x coordinate of the left edge of a level."""
        return place * (self.width + _GAP)

    def middle(self, place: int) -> float:
        """The x coordinate of the middle of a level."""
        return self.left(place) + self.width / 2

    def strip(self, y: float) -> Iterator[str]:
        """The levels in their colours, with their letters."""
        for letters, place in self._places.items():
            colour = self._colours[letters]
            yield _rectangle(self.left(place), y, self.width, _STRIP, colour)
            yield _text(self.middle(place), y + 13, letters, colour.text, "code", "middle")


def _svg(name: str, title: str, description: str, height: float, parts: Sequence[str]) -> str:
    """Build an image from its parts.

    It includes a white background, because a browser that darkens pages leaves the ink of an image unchanged.

    Args:
        name: The prefix of the ids in it, unique on the page.
        title: Its title for screen readers.
        description: Everything it shows, as text for screen readers.
        height: Its height; the width is always `_WIDTH`.
        parts: The SVG elements in it.

    """
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height:g}" role="img" '
        f'aria-labelledby="{name}-title {name}-said"><title id="{name}-title">{escape(title)}</title>'
        f'<desc id="{name}-said">{escape(description)}</desc>'
        f'<rect class="page" width="{_WIDTH}" height="{height:g}" fill="#ffffff"/>{"".join(parts)}</svg>'
    )


def _rectangle(x: float, y: float, width: float, height: float, colour: Colour, dashed: bool = False) -> str:
    """A rectangle with a dark outline."""
    dashes = ' stroke-dasharray="4 3"' if dashed else ""
    return (
        f'<rect x="{x + 0.5:g}" y="{y + 0.5:g}" width="{width - 1:g}" height="{height - 1:g}" '
        f'fill="{colour.fill}" stroke="{_INK}"{dashes}/>'
    )


def _text(x: float, y: float, text: str, fill: str = _INK, look: str = "", anchor: str = "start") -> str:
    """A line of text on its baseline; `look` is its class in the style sheet.

    Text on the background itself has the class `ink`, so that it stays visible if readers choose the colours.
    """
    kind = f' class="{look}"' if look else ""
    return f'<text x="{x:g}" y="{y:g}" fill="{fill}" text-anchor="{anchor}"{kind}>{escape(text)}</text>'


def _fit(text: str, longest: int = 50) -> str:
    return shortened(on_one_line(text), longest)
