"""The colour themes: light, dark and none. Ratings are always shown by letters as well.

The rating colours were measured for contrast and for the common kinds of colour blindness.
"""

from collections.abc import Collection

from textual.theme import Theme

RATING_COLOURS_DARK = {
    "rating-red": "#a6444c",
    "rating-red-text": "#ffffff",
    "rating-amber-red": "#e16c10",
    "rating-amber-red-text": "#0b0c0c",
    "rating-amber-green": "#fbfc30",
    "rating-amber-green-text": "#0b0c0c",
    "rating-green": "#1bd398",
    "rating-green-text": "#0b0c0c",
    "rating-blue": "#2c41ab",
    "rating-blue-text": "#ffffff",
}

RATING_COLOURS_LIGHT = {
    "rating-red": "#7f041e",
    "rating-red-text": "#ffffff",
    "rating-amber-red": "#da924f",
    "rating-amber-red-text": "#0b0c0c",
    "rating-amber-green": "#e8ec2e",
    "rating-amber-green-text": "#0b0c0c",
    "rating-green": "#167b5d",
    "rating-green-text": "#ffffff",
    "rating-blue": "#0b1a52",
    "rating-blue-text": "#ffffff",
}

RATING_COLOURS_NONE = dict.fromkeys(RATING_COLOURS_DARK, "ansi_default")
"""For terminals without colour: letters and words alone."""

DARK = Theme(
    name="matbot-dark",
    primary="#7fb4e6",
    secondary="#9fb3c8",
    accent="#f0c674",
    warning="#e5a64b",
    error="#e5737d",
    success="#1bd398",
    foreground="#ececea",
    background="#121212",
    surface="#1b1d20",
    panel="#25292e",
    dark=True,
    variables={**RATING_COLOURS_DARK, "footer-key-foreground": "#f0c674", "block-cursor-text-style": "bold"},
)

LIGHT = Theme(
    name="matbot-light",
    primary="#1f4f82",
    secondary="#4a5d70",
    accent="#8a4b08",
    warning="#8a4b08",
    error="#9b1c2c",
    success="#167b5d",
    foreground="#16181a",
    background="#fbfaf6",
    surface="#f1efe8",
    panel="#e4e1d7",
    dark=False,
    variables={**RATING_COLOURS_LIGHT, "footer-key-foreground": "#8a4b08", "block-cursor-text-style": "bold"},
)


RATINGS = ("R", "AR", "AG", "G")
"""The letters of the framework's own scale, weakest level first."""

_COLOURS = {
    3: ("red", "amber-green", "green"),
    4: ("red", "amber-red", "amber-green", "green"),
    5: ("red", "amber-red", "amber-green", "green", "blue"),
}
"""The colour names of a scale by its number of levels: a level's position decides, whatever its name."""

COLOURS = _COLOURS[5]
"""The colour names of all levels."""


def rating_style(letters: str, scale: Collection[str] = ()) -> str:
    """Return the style of a rating's letters in running text, such as `$rating-green-text on $rating-green`.

    `scale` has the letters of its levels, weakest first; if empty, the framework's own scale is used.
    """
    colour = rating_colour(letters, scale)
    return f"bold $rating-{colour}-text on $rating-{colour}" if colour else "bold"


def rating_colour(letters: str, scale: Collection[str] = ()) -> str:
    """Return the colour name of a level, such as `amber-green`; empty for letters not on the scale."""
    levels = tuple(scale) or RATINGS
    if letters not in levels or len(levels) not in _COLOURS:
        return ""
    return _COLOURS[len(levels)][levels.index(letters)]


def chip_or_mark(letters: str | None, scale: Collection[str], mark: str = "·") -> tuple[str, str]:
    """Return a rating's letters and their style; without a rating, a mark padded to the same width."""
    return rating_chip(letters, scale) if letters else (rating_chip(mark, scale)[0], "$secondary")


def rating_chip(letters: str, scale: Collection[str] = ()) -> tuple[str, str]:
    """Return a rating's letters, padded to the widest level of its scale, and their style."""
    widest = max((len(one) for one in scale), default=2)
    return f" {letters:<{max(widest, 2)}} ", rating_style(letters, scale)
