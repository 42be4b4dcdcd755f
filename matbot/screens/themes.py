"""The colours: light, dark, and none, with the ratings always told by letters too.

The rating colours were measured for contrast and for the common kinds of colour blindness.
"""

from textual.theme import Theme

RATING_COLOURS_DARK = {
    "rating-r": "#a6444c",
    "rating-r-text": "#ffffff",
    "rating-ar": "#e16c10",
    "rating-ar-text": "#0b0c0c",
    "rating-ag": "#fbfc30",
    "rating-ag-text": "#0b0c0c",
    "rating-g": "#1bd398",
    "rating-g-text": "#0b0c0c",
}

RATING_COLOURS_LIGHT = {
    "rating-r": "#7f041e",
    "rating-r-text": "#ffffff",
    "rating-ar": "#da924f",
    "rating-ar-text": "#0b0c0c",
    "rating-ag": "#e8ec2e",
    "rating-ag-text": "#0b0c0c",
    "rating-g": "#167b5d",
    "rating-g-text": "#ffffff",
}

RATING_COLOURS_NONE = dict.fromkeys(RATING_COLOURS_DARK, "ansi_default")
"""For terminals that asked for no colour: letters and words alone."""

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


def rating_style(letters: str) -> str:
    """The style of a rating's letters in running text, such as `$rating-ag-text on $rating-ag`."""
    name = f"rating-{letters.lower()}"
    return f"bold ${name}-text on ${name}" if name in RATING_COLOURS_DARK else "bold"
