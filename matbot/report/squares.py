"""Coloured squares, for where a report has only letters to draw with: letters or words go with them."""

from collections.abc import Sequence

from matbot.rubric import Level

WITHOUT_RATING = "⬜"
"""The square of an element that has no rating."""

NO_LETTERS = "–"
"""What stands in the place of the letters where there is no rating."""

_SQUARES = {3: "🟥🟨🟩", 4: "🟥🟧🟨🟩", 5: "🟥🟧🟨🟩🟦"}
"""The squares of a scale of so many levels, the weakest first."""


def squares_of(scale: Sequence[Level]) -> dict[str, str]:
    """The square of each level by its letters."""
    return dict(zip([level.letters for level in scale], _SQUARES[len(scale)], strict=True))


def square(scale: Sequence[Level], letters: str | None) -> str:
    """A rating in the least room: `🟨 AG`; letters of no level of this scale stand alone."""
    if not letters:
        return f"{WITHOUT_RATING} {NO_LETTERS}"
    return f"{squares_of(scale).get(letters, '')} {letters}".strip()


def legend(scale: Sequence[Level]) -> str:
    """What the squares and letters stand for, in a line."""
    levels = [f"{square(scale, level.letters)} {level.name}" for level in scale]
    return " · ".join([*levels, f"{square(scale, None)} no rating, which is not the same as {scale[0].name}"])
