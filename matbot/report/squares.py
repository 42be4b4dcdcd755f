"""Coloured squares for formats of plain text; letters or words stand beside them."""

from collections.abc import Sequence

from matbot.report.blocks import NO_LETTERS, RatingCell
from matbot.rubric import Level

WITHOUT_RATING = "⬜"
"""The square of an element that has no rating."""

_SQUARES = {3: "🟥🟨🟩", 4: "🟥🟧🟨🟩", 5: "🟥🟧🟨🟩🟦"}
"""The squares of a scale of so many levels, the weakest first."""


def assign_squares(scale: Sequence[Level]) -> dict[str, str]:
    """The square of each level by its letters."""
    return dict(zip([level.letters for level in scale], _SQUARES[len(scale)], strict=True))


def format_square(scale: Sequence[Level], rating: RatingCell) -> str:
    """A rating with its square: `🟨 AG`; letters of no level of this scale stand without one."""
    squares = assign_squares(scale) if scale else {}
    mark = squares.get(rating.letters, "") if rating.letters else WITHOUT_RATING
    return f"{mark} {rating.text}".strip()


def legend(scale: Sequence[Level]) -> str:
    """What the squares and letters stand for, in a line."""
    levels = [format_square(scale, RatingCell(level.letters, level.name)) for level in scale]
    none = f"{WITHOUT_RATING} {NO_LETTERS} {no_rating(scale)}"
    return " · ".join([*levels, none])


def no_rating(scale: Sequence[Level]) -> str:
    """What the sign for no rating stands for."""
    return f"no rating, which is not the same as {scale[0].name}"
