"""The colours of the levels of a scale, distinguishable with every kind of colour vision and in grey.

A colour is never the only sign of a level: letters or words always accompany it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from matbot.rubric import Level


@dataclass(frozen=True)
class Colour:
    """The background colour of a cell, and the colour of the text on it."""

    name: str
    """Its name in style sheets."""
    fill: str
    """A hexadecimal value, such as `#7f041e`."""
    text: str


NONE = Colour("none", "#ffffff", "#0b0c0c")
"""An element without a rating."""

HEAD = Colour("head", "#f0f1f2", "#0b0c0c")
"""The header row of a table."""

_RED = Colour("red", "#7f041e", "#ffffff")
_AMBER_RED = Colour("amber-red", "#da924f", "#0b0c0c")
_AMBER_GREEN = Colour("amber-green", "#e8ec2e", "#0b0c0c")
_GREEN = Colour("green", "#167b5d", "#ffffff")
_BLUE = Colour("blue", "#0b1a52", "#ffffff")

_SCALES = {
    3: (_RED, _AMBER_GREEN, _GREEN),
    4: (_RED, _AMBER_RED, _AMBER_GREEN, _GREEN),
    5: (_RED, _AMBER_RED, _AMBER_GREEN, _GREEN, _BLUE),
}


def colours_of(scale: Sequence[Level]) -> dict[str, Colour]:
    """Map the letters of each level to its colour, and the empty string to `NONE`."""
    return {"": NONE} | dict(zip([level.letters for level in scale], _SCALES[len(scale)], strict=True))


def find_colour(scale: Sequence[Level], letters: str | None) -> Colour:
    """The colour of a rating; `NONE` for letters that are not on this scale."""
    return colours_of(scale).get(letters or "", NONE) if scale else NONE
