"""The colours of the levels of a scale, told apart with every kind of colour vision and in grey.

A colour never stands alone: letters or words always go with it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from matbot.rubric import Level


@dataclass(frozen=True)
class Colour:
    """The colour of a cell, and of the letters on it."""

    name: str
    """What style sheets call it."""
    fill: str
    """Such as `#7f041e`."""
    text: str


NONE = Colour("none", "#ffffff", "#0b0c0c")
"""An element without a rating."""

HEAD = Colour("head", "#f0f1f2", "#0b0c0c")
"""The names of a table's columns."""

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
    """The colour of each level by its letters, and of no letters at all."""
    return {"": NONE} | dict(zip([level.letters for level in scale], _SCALES[len(scale)], strict=True))


def find_colour(scale: Sequence[Level], letters: str | None) -> Colour:
    """The colour of a rating; letters of no level of this scale have none."""
    return colours_of(scale).get(letters or "", NONE) if scale else NONE
