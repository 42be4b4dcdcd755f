"""What to do about a file that stands where one would be written: the first thing offered loses nothing."""

from pathlib import Path

from matbot.screens.dialogs import AskScreen
from matbot.services.export import beside as beside
from matbot.text import one_line


def already_there(path: Path, what: str) -> AskScreen:
    """Asks what to do about a file that is there already; gives `beside`, `over` or None."""
    ways = {
        "beside": f"Write beside it, as {one_line(beside(path).name)}",
        "over": "Write over it: what stands in it now is gone",
    }
    title = f"There is a {what} of that name already"
    return AskScreen(title, one_line(str(path)), ways, "leave it, and write nothing")
