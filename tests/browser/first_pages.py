"""Reviews whose first page has much to say: many ratings, long words, priorities, and what is left."""

from matbot.report.blocks import Report
from matbot.report.board import board
from matbot.review import events
from matbot.review.events import Event
from matbot.review.fold import review_of
from matbot.rubric import Rubric
from tests.browser.reports import WRITTEN
from tests.talk import Talk

_LONG = "We looked at it in every school, and in every school we were told something else. " * 20


def full(rubric: Rubric, ratings: str = "G AG R AG AR AG R AG G AR AG R AG AR") -> Report:
    """The Board paper of a review of every element, with six priorities and three that are not now."""
    talk = Talk(rubric, people=11, group="Executive team, chair and heads")
    rated = list(zip(rubric.elements, ratings.split(), strict=True))
    for code, rating in rated:
        talk.log += [
            events.ElementRated(element=code, rating=rating),
            events.RationaleGiven(element=code, rationale=_LONG),
            events.EvidenceNamed(element=code, evidence=_LONG),
        ]
    weak = [code for code, rating in rated if rating in ("R", "AR")]
    talk.log += [_row(number, code) for number, code in enumerate([*weak[:4], "1B", "4A"])]
    talk.log += [
        events.ElementDeferred(element=code, why=_LONG, look_again=_LONG) for code in ("3C", "4B", "6B")
    ]
    return board(rubric, review_of(rubric, talk.log), WRITTEN)


def _row(number: int, code: str) -> Event:
    return events.PriorityWritten(
        priority=f"p{number}",
        elements=(code,),
        issues=_LONG,
        action=_LONG,
        progress=_LONG,
        drafted=("progress",),
    )
