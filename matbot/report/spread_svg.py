"""The spread of groups as a picture: for each element the scale, and each group's letter where it stands.

A letter tells who it is and a place tells what they chose, so it reads without any colour.
"""

from collections.abc import Iterator, Sequence

from matbot.report.blocks import Spread
from matbot.report.palette import NONE
from matbot.report.svg import INK, STRIP, Scale, drawn, fitted, rectangle, words
from matbot.rubric import Level
from matbot.text import in_words

_TITLE = 20
_MARK = 23
"""The room that a group's letter takes."""
_RADIUS = 10
_BETWEEN = 16


def spread_svgs(shows: Spread, levels: Sequence[Level], name: str) -> Iterator[str]:
    """The spread as pieces of SVG, one an element; `name` is unlike any other name on the page."""
    letters = [letter for letter, _ in shows.groups]
    for number, (element, chosen) in enumerate(shows.lines, 1):
        line = _Line(Scale(levels), letters, chosen)
        description = _choice_words(letters, chosen)
        yield drawn(f"{name}-{number}", element, description, line.height, [*line.parts(element)])


def _choice_words(letters: Sequence[str], chosen: Sequence[str | None]) -> str:
    """What a line shows, in letters: `A R, B AG, C no rating`."""
    both = zip(letters, chosen, strict=True)
    return ", ".join(f"{group} {rating or 'no rating'}" for group, rating in both)


class _Line:
    """One element: its title, the scale, and under each level the groups that chose it."""

    def __init__(self, scale: Scale, letters: Sequence[str], chosen: Sequence[str | None]) -> None:
        self._scale = scale
        self._across = int((scale.width - 4) // _MARK)
        self._at: dict[int | None, list[str]] = {}
        for group, rating in zip(letters, chosen, strict=True):
            self._at.setdefault(scale.place(rating), []).append(group)
        self._unrated = self._at.pop(None, [])
        most = max(map(len, self._at.values()), default=1)
        self._room = -(-most // self._across) * _MARK + 4

    @property
    def height(self) -> float:
        """All the room that it takes."""
        return _TITLE + STRIP + self._room + _BETWEEN * (2 if self._unrated else 1)

    def parts(self, element: str) -> Iterator[str]:
        """What it is drawn of."""
        yield words(0, 14, fitted(element, 50), look="code")
        yield from self._scale.strip(_TITLE)
        below = _TITLE + STRIP
        for place in sorted(place for place in self._at if place is not None):
            yield rectangle(self._scale.left(place), below, self._scale.width, self._room, NONE)
            yield from self._marks(place, below)
        yield self._reach(below + self._room + 4)
        if self._unrated:
            yield words(0, below + self._room + 20, f"No rating: {in_words(self._unrated)}")

    def _marks(self, place: int, below: float) -> Iterator[str]:
        for number, group in enumerate(self._at[place]):
            down, across = divmod(number, self._across)
            in_line = min(self._across, len(self._at[place]) - down * self._across)
            x = self._scale.middle(place) + (across - (in_line - 1) / 2) * _MARK
            y = below + down * _MARK + _MARK / 2 + 2
            yield f'<circle cx="{x:g}" cy="{y:g}" r="{_RADIUS}" fill="{INK}"/>'
            yield words(x, y + 4.5, group, NONE.fill, "code", "middle")

    def _reach(self, y: float) -> str:
        """A line from the weakest level that a group chose to the strongest: how far they are apart."""
        places = [place for place in self._at if place is not None] or [0]
        ends = self._scale.middle(min(places)), self._scale.middle(max(places))
        return (
            f'<line x1="{ends[0]:g}" y1="{y:g}" x2="{ends[1]:g}" y2="{y:g}" '
            f'stroke="{INK}" stroke-width="4" stroke-linecap="round"/>'
        )
