"""A review in a list of reviews: its progress, and what to know before opening it."""

from collections.abc import Sequence
from pathlib import Path

from matbot.review.header import Header, format_looked_at
from matbot.store.listing import EMPTY, ListedReview
from matbot.text import in_words, one_line

MERGE_CHOICES = {
    "merge": "Make them one, and open it",
    "last": "Open the one saved last",
    "look": "See where they differ",
}
"""The choices if a synced folder has left several copies of a review."""


def format_listed_progress(header: Header, noun: bool = False) -> str:
    """The progress of a review: `5 of 14 looked at, 3 rated, 1 parked`, or `not started, 14 elements`.

    Args:
        header: The header of the review's file.
        noun: Whether to include the noun: `5 of 14 elements looked at`.

    """
    many = f"{len(header.scope)} element{'s' * (len(header.scope) != 1)}"
    if header.state == "not started":
        return f"{header.state}, {many}"
    return format_counts(header, many if noun else str(len(header.scope)))


def format_counts(header: Header, many: str) -> str:
    """How many of a review's elements, `many` in all, were looked at, rated and parked."""
    far = f"{format_looked_at(header.looked_at, many)}, {header.rated} rated"
    return f"{far}, {header.parked} parked" if header.parked else far


def format_newer(one: ListedReview) -> str:
    """A file's state if it is more than the review's progress, as `saved by a newer matbot`; else empty."""
    return one_line(one.state) if one.header and one.state != one.header.state else ""


def format_unreadable_advice(one: ListedReview) -> str:
    """What to do with a file in which nothing stands and that has no review's name; empty for any other."""
    return "Delete it, or put an earlier version of it back." if one.state == EMPTY else ""


def count_copies(one: ListedReview) -> int:
    """The number of files of a review in the folder, including the one listed."""
    return 1 + len(one.copies)


def format_several(one: ListedReview) -> str:
    """A sentence on a review that has several copies in its folder."""
    return f"This folder has {count_copies(one)} copies of it, as happens where a folder is synced."


def format_none_readable(one: ListedReview, command: str) -> str:
    """What to know if none of a review's files can be read; `command` lists every copy of it."""
    return (
        f"None of the {count_copies(one)} copies of this review in the folder can be read, and nothing was "
        f"changed. {command} lists every copy on this machine. Another machine, or the program that syncs "
        "the folder, may have an earlier one."
    )


def name_files(paths: Sequence[Path]) -> str:
    """The names of files as a list in a sentence."""
    return in_words([path.name for path in paths])


def format_unsaved(count: int, what: str) -> str:
    """The start of a sentence on entries not saved: `Your last 5 entries are not on disk`."""
    return f"Your last entry is {what}" if count == 1 else f"Your last {format_events(count)} are {what}"


def format_events(count: int) -> str:
    """A number of events as people read it: `1 entry`, `5 entries`; not all of them are answers."""
    return f"{count} entr{'y' if count == 1 else 'ies'}"
