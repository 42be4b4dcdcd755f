"""What to do about a file that stands where one would be written: the first thing offered loses nothing."""

from itertools import count
from pathlib import Path

from matbot.screens.asking import AskScreen
from matbot.text import one_line


def already_there(path: Path, what: str) -> AskScreen:
    """Asks what to do about a file that is there already; gives `beside`, `over` or None."""
    ways = {
        "beside": f"Write beside it, as {one_line(beside(path).name)}",
        "over": "Write over it: what stands in it now is gone",
    }
    title = f"There is a {what} of that name already"
    return AskScreen(title, one_line(str(path)), ways, "leave it, and write nothing")


def beside(path: Path) -> Path:
    """The first name beside a file that nothing has yet: `…-2.md`, `…-3.md` and so on."""
    names = (path.with_name(f"{path.stem}-{number}{path.suffix}") for number in count(2))
    return next(name for name in names if not name.exists())
