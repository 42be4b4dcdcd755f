"""Coloured squares for plain-text formats; letters or words always accompany them."""

from collections.abc import Sequence

from matbot.report.blocks import NO_LETTERS, RatingCell
from matbot.rubric import Level

WITHOUT_RATING = "⬜"
"""The square of an element without a rating."""

_SQUARES = {3: "🟥🟨🟩", 4: "🟥🟧🟨🟩", 5: "🟥🟧🟨🟩🟦"}
"""The squares of a scale by its number of levels, weakest first."""


def assign_squares(scale: Sequence[Level]) -> dict[str, str]:
    """Map the letters of each level to its square."""
    return dict(zip([level.letters for level in scale], _SQUARES[len(scale)], strict=True))


def format_square(scale: Sequence[Level], rating: RatingCell) -> str:
    """A rating with its square: `🟨 AG`; letters that are not on this scale have no square."""
    squares = assign_squares(scale) if scale else {}
    mark = squares.get(rating.letters, "") if rating.letters else WITHOUT_RATING
    return f"{mark} {rating.text}".strip()


def legend(scale: Sequence[Level]) -> str:
    """The meaning of the squares and letters, in one line."""
    levels = [format_square(scale, RatingCell(level.letters, level.name)) for level in scale]
    none = f"{WITHOUT_RATING} {NO_LETTERS} {no_rating(scale)}"
    return " · ".join([*levels, none])


def no_rating(scale: Sequence[Level]) -> str:
    """The meaning of the mark for no rating."""
    return f"no rating, which is not the same as {scale[0].name}"
