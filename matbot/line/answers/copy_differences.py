"""Settling the differences between copies of a review in line mode: which answer counts."""

from matbot.interview.copy_differences import CopyDifference, choose_answer
from matbot.line.mode import LineMode
from matbot.presenters.copy_differences import (
    ABOUT_DIFFERENCES,
    differences_of,
    format_answer,
    format_chosen,
)

_LEAVE_OPEN = "open"
"""The choice that leaves a difference open."""


def settle_differences(mode: LineMode) -> None:
    """Ask which answer counts for each point on which the copies differ; Enter leaves it open."""
    differences = differences_of(mode.interview)
    if differences:
        mode.talk.say(ABOUT_DIFFERENCES)
    for number, difference in enumerate(differences, 1):
        _settle_difference(mode, difference, f"{number} of {len(differences)}")


def _settle_difference(mode: LineMode, difference: CopyDifference, place: str) -> None:
    answers = {str(number): answer for number, answer in enumerate(difference.answers, 1)}
    labels = {key: format_answer(answer, difference) for key, answer in answers.items()}
    choice = mode.talk.choose(
        f"{place}: {difference.name}. Which answer counts?",
        labels | {_LEAVE_OPEN: "leave it open"},
        _LEAVE_OPEN,
    )
    if choice != _LEAVE_OPEN:
        mode.keep(choose_answer(answers[choice]))
        mode.talk.say(format_chosen(difference, answers[choice]))
