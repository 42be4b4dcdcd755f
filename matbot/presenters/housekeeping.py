"""What is said of reviews that are deleted, restored, renamed or archived, and how the bin lists them."""

from matbot.presenters.review_list import count_copies
from matbot.review.header import Header
from matbot.store.listing import ListedReview
from matbot.text import one_line

BIN = "The bin keeps deleted reviews until you remove their files from its folder yourself."
"""What to know of the bin."""

EMPTY_BIN = "The bin is empty."


def format_owner(listed: ListedReview) -> str:
    """Whose review it is: `Northfields · Executive team`; the name of its file if it cannot be read."""
    if listed.header is None:
        return one_line(listed.path.name)
    return format_names(listed.header.trust, listed.header.group)


def format_names(trust: str, group: str) -> str:
    """The trust and the group in a line, the group only if there is one."""
    return " · ".join(one_line(name) for name in (trust, group) if name)


def format_deleted(listed: ListedReview) -> str:
    """What was moved to the bin, in a sentence."""
    copies = f", with its {count_copies(listed)} copies" if listed.copies else ""
    return f"Moved to the bin: {format_owner(listed)}{copies}."


def format_restored(listed: ListedReview) -> str:
    """What was moved back from the bin, in a sentence."""
    return f"Restored: {format_owner(listed)}."


def format_renamed(header: Header) -> str:
    """What a review is called now, in a sentence."""
    people = "1 person" if header.people == 1 else f"{header.people} people"
    return f"This review is now {format_names(header.trust, header.group)}, {people}."


def format_archived(header: Header) -> str:
    """That a review was moved to the archive, or back, in a sentence."""
    owner = format_names(header.trust, header.group)
    return f"Archived: {owner}." if header.archived else f"No longer in the archive: {owner}."
