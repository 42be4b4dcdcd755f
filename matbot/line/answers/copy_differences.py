"""Settling the differences between copies of a review in line mode: which answer counts."""

from matbot.interview.copy_differences import CopyDifference, choose_answer
from matbot.line.mode import LineMode
from matbot.presenters.copy_differences import (
    ABOUT_DIFFERENCES,
    differences_of,
    format_answer,
    format_chosen,
)

_OPEN = "open"
"""The choice that leaves a difference open."""


def settle_differences(mode: LineMode) -> None:
    """Ask which answer counts for each point on which the copies differ; Enter leaves it open."""
    differences = differences_of(mode.interview)
    if differences:
        mode.talk.say(ABOUT_DIFFERENCES)
    for number, difference in enumerate(differences, 1):
        _settle(mode, difference, f"{number} of {len(differences)}")


def _settle(mode: LineMode, difference: CopyDifference, place: str) -> None:
    answers = {str(number): answer for number, answer in enumerate(difference.answers, 1)}
    ways = {key: format_answer(answer, difference) for key, answer in answers.items()}
    way = mode.talk.choose(
        f"{place}: {difference.name}. Which answer counts?", ways | {_OPEN: "leave it open"}, _OPEN
    )
    if way != _OPEN:
        mode.keep(choose_answer(answers[way]))
        mode.talk.say(format_chosen(difference, answers[way]))
