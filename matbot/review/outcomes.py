"""The wording of outcomes: of reality checks, and of the priorities that an earlier review set out."""

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
"""The outcome of a reality check, as it continues a sentence."""


def format_check(with_whom: str, when: str, outcome: Outcome) -> str:
    """Format a reality check as a line, such as `Pupils, May: they see it differently`.

    Args:
        with_whom: Who the rating was tested with, on one line; may be empty.
        when: When, on one line; may be empty.
        outcome: The outcome.

    """
    return f"{', '.join(filter(None, (with_whom or 'Others', when)))}: {CHECK_OUTCOMES[outcome]}"


NOT_LOOKED_BACK = "not looked back on yet"
"""Shown for a priority whose progress has not been assessed."""


def format_promise(met: Progress | None) -> str:
    """Format how far a priority of an earlier review has come, as it continues a sentence: `partly met`."""
    return met or NOT_LOOKED_BACK


def format_progress_counts(review: "Review") -> str:
    """Format the progress of an earlier review's priorities: `1 met, 2 not yet, 1 not looked back on yet`."""
    found = [
        review.promise_progress[name].met if name in review.promise_progress else None
        for name in review.promises
    ]
    counts = [(found.count(met), format_promise(met)) for met in (*PROGRESS, None)]
    return ", ".join(f"{count} {words}" for count, words in counts if count)
