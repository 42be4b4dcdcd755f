"""What one file of a review holds, and whether it is as matbot saved it."""

from dataclasses import dataclass, field, replace
from pathlib import Path

from matbot.store import files
from matbot.store.checks import Flawed
from matbot.store.contents import Contents, read_contents
from matbot.store.files import Stamp


@dataclass(frozen=True)
class InspectedFile:
    """A file that was looked at."""

    contents: Contents | None
    """None if it is no review."""
    flaw: str
    """What is wrong with it, in words that follow `it`; empty if it is good."""
    stamp: Stamp
    raw: bytes = field(repr=False)
    """Its bytes, which most copies have in common."""

    @property
    def good(self) -> Contents | None:
        """The contents, if they are whole and as matbot saved them."""
        return None if self.flaw else self.contents


def inspect_file(path: Path, beside: InspectedFile | None = None) -> InspectedFile:
    """What a file holds; Unreadable if there is none, or none that may be read.

    One that has the very bytes of another, as a copy mostly has, holds what that one does.
    """
    raw, stamp = files.read_whole(path)
    if beside and raw == beside.raw:
        return replace(beside, stamp=stamp)
    try:
        contents = read_contents(raw)
    except Flawed as flaw:
        return InspectedFile(None, str(flaw), stamp, raw)
    flaw_words = "was changed by something other than matbot" if contents.altered else ""
    return InspectedFile(contents, flaw_words, stamp, raw)
