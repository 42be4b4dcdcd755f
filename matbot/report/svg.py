"""What the pictures of a report have in common: one width, one hand, and words for those who hear them."""

from collections.abc import Iterator, Sequence
from html import escape

from matbot.report.palette import Colour, colours_of
from matbot.report.words import on_one_line
from matbot.rubric import Level

WIDTH = 360
"""Its letters can be read where the picture is as narrow as a telephone."""

INK = "#0b0c0c"
_GAP = 4
STRIP = 18
"""The height of the strip that shows the scale."""


def drawn(name: str, title: str, description: str, height: float, parts: Sequence[str]) -> str:
    """A picture; `name` is unlike any other name on the page, and `description` says all that it shows."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height:g}" role="img" '
        f'aria-labelledby="{name}-title {name}-said"><title id="{name}-title">{escape(title)}</title>'
        f'<desc id="{name}-said">{escape(description)}</desc>{"".join(parts)}</svg>'
    )


def rectangle(x: float, y: float, width: float, height: float, colour: Colour, dashed: bool = False) -> str:
    """A rectangle with a dark line round it."""
    dashes = ' stroke-dasharray="4 3"' if dashed else ""
    return (
        f'<rect x="{x + 0.5:g}" y="{y + 0.5:g}" width="{width - 1:g}" height="{height - 1:g}" '
        f'fill="{colour.fill}" stroke="{INK}"{dashes}/>'
    )


def words(x: float, y: float, text: str, fill: str = INK, look: str = "", anchor: str = "start") -> str:
    """A line of words on its base line; `look` is what the style sheet calls its kind."""
    kind = f' class="{look}"' if look else ""
    return f'<text x="{x:g}" y="{y:g}" fill="{fill}" text-anchor="{anchor}"{kind}>{escape(text)}</text>'


def fitted(text: str, longest: int) -> str:
    """A text of at most so many letters, with an ellipsis where it was cut."""
    line = on_one_line(text)
    return line if len(line) <= longest else f"{line[: longest - 1].rstrip()}…"


class Scale:
    """A scale drawn from left to right, the weakest level first."""

    def __init__(self, levels: Sequence[Level]) -> None:
        self.width = (WIDTH - (len(levels) - 1) * _GAP) / len(levels)
        self._places = {level.letters: place for place, level in enumerate(levels)}
        self._colours = colours_of(levels)

    def place(self, letters: str | None) -> int | None:
        """Which level it is, from the left; None for letters that the scale does not have."""
        return self._places.get(letters or "")

    def left(self, place: int) -> float:
        """Where a level begins."""
        return place * (self.width + _GAP)

    def middle(self, place: int) -> float:
        """Where the middle of a level is."""
        return self.left(place) + self.width / 2

    def strip(self, y: float) -> Iterator[str]:
        """The levels in their colours, with their letters."""
        for letters, place in self._places.items():
            colour = self._colours[letters]
            yield rectangle(self.left(place), y, self.width, STRIP, colour)
            yield words(self.middle(place), y + 13, letters, colour.text, "code", "middle")
