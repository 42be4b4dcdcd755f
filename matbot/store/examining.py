"""What one file of a review holds, and whether it is as matbot saved it."""

from dataclasses import dataclass
from pathlib import Path

from matbot.store import files
from matbot.store.checks import Flawed
from matbot.store.contents import Contents, read_contents
from matbot.store.files import Stamp


@dataclass(frozen=True)
class Examined:
    """A file that was looked at."""

    contents: Contents | None
    """None if it is no review."""
    flaw: str
    """What is wrong with it, in words that follow `it`; empty if it is good."""
    stamp: Stamp

    @property
    def good(self) -> Contents | None:
        """The contents, if they are whole and as matbot saved them."""
        return None if self.flaw else self.contents


def examined(path: Path) -> Examined:
    """What a file holds; Unreadable if there is none, or none that may be read."""
    raw, stamp = files.read_whole(path)
    try:
        contents = read_contents(raw)
    except Flawed as flaw:
        return Examined(None, str(flaw), stamp)
    flaw_words = "was changed by something other than matbot" if contents.altered else ""
    return Examined(contents, flaw_words, stamp)
