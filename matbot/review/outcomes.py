"""How outcomes are put in words: of reality checks, and of the priorities that an earlier review set out."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from matbot.review.account import Outcome
from matbot.review.events import PROGRESS, Progress

if TYPE_CHECKING:
    from matbot.review.review import Review

CHECK_OUTCOMES: Mapping[Outcome, str] = {
    "agrees": "they agree",
    "differs": "they see it differently",
    "sharpens": "they sharpen it",
}
"""What those whom a rating was tested with made of it, as it goes on in a sentence."""


def format_check(with_whom: str, when: str, outcome: Outcome) -> str:
    """A reality check in a line: whom the rating was tested with, when, and what they made of it.

    Args:
        with_whom: Whom, on one line; may be empty.
        when: When, on one line; may be empty.
        outcome: What they made of it.

    Returns:
        Such as `Pupils, May: they see it differently`.

    """
    return f"{', '.join(filter(None, (with_whom or 'Others', when)))}: {CHECK_OUTCOMES[outcome]}"


NOT_LOOKED_BACK = "not looked back on yet"
"""What is said of a priority whose progress nobody has judged."""


def format_promise(met: Progress | None) -> str:
    """How far a priority of an earlier review has come, as it goes on in a sentence: `partly met`."""
    return met or NOT_LOOKED_BACK


def format_progress_counts(review: "Review") -> str:
    """How far an earlier review's priorities have come: `1 met, 2 not yet, 1 not looked back on yet`."""
    found = [
        review.promise_progress[name].met if name in review.promise_progress else None
        for name in review.promises
    ]
    counts = [(found.count(met), format_promise(met)) for met in (*PROGRESS, None)]
    return ", ".join(f"{count} {words}" for count, words in counts if count)
