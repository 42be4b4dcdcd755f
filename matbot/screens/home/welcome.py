"""The welcome on the home page for new users, and the rows to begin with."""

from collections.abc import Iterator

from textual.content import Content
from textual.widgets.option_list import Option

_WELCOME = (
    "matbot takes the leaders of a multi-academy trust (MAT) through the MAT School Improvement Capacity "
    "Framework: what weak and strong look like, where your trust is, and why.\n\n"
    "Three elements take about 45 minutes, and all 14 a few sittings; stop at any point, and you leave with "
    "a heat map, draft priorities and a transcript that your board can read.\n\n"
    "Everything you say stays on {machine}, and nothing is scored: you choose every rating yourselves."
)

HERE, THERE = "this machine", "the machine that runs matbot"
"""Where data is kept: for a user at this machine, and for one in a browser."""

NEW, TOUR, BRING = "new", "tour", "bring"
"""The ids of the rows that begin a new review, start the tour, and add a review file."""

ARCHIVE, BIN = "archive", "bin"
"""The ids of the rows that show the archived and the deleted reviews."""


def format_welcome(sits_here: bool) -> Content:
    """Format the welcome: what matbot is, how long it takes, and where the data is kept."""
    return Content(_WELCOME.format(machine=HERE if sits_here else THERE))


def build_first_rows(names_files: bool) -> Iterator[Option]:
    """Yield the rows shown while there is no review yet."""
    yield build_new_row(first=True)
    yield _build_row(TOUR, "Take a two-minute tour", "t")
    if names_files:
        yield _build_row(BRING, "Bring a review from elsewhere", "b")


def build_new_row(first: bool) -> Option:
    """Build the row that begins a review."""
    return _build_row(NEW, "Begin a new review" if first else "New review", "n")


def _build_row(id_: str, words: str, key: str) -> Option:
    return Option(Content.assemble((words, "bold"), "  ", (key, "bold $accent")), id=id_)
