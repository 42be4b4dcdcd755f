"""How words that could not be read are quoted in the line that says so."""

from matbot.text import clean, shortened

QUOTED = 60
"""How much of what stands in a file is said in passing, in characters."""


def quoted(text: str) -> str:
    """The beginning of a text, in quotation marks."""
    return f"“{shortened(clean(text), QUOTED)}”"
