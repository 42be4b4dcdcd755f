"""Quotations of unreadable words, for the lines that report them."""

from matbot.text import clean, shortened

QUOTED = 60
"""How many characters of a text are quoted in passing."""


def quoted(text: str) -> str:
    """Return the beginning of a text in quotation marks."""
    return f"“{shortened(clean(text), QUOTED)}”"
