"""How far a review has come, summed up in its header."""

from matbot.review.flow import Flow
from matbot.review.header import Header, State
from matbot.review.review import Review
from matbot.review.steps import LAST_TIME
from matbot.rubric import Rubric


def header_of(rubric: Rubric, review: Review, flow: Flow) -> Header:
    """The header of a review as it stands."""
    state = _state(review, flow)
    return Header(
        id=review.id,
        trust=review.trust,
        group=review.group,
        people=review.people,
        rubric=review.rubric,
        since=review.since,
        copy_of=review.copy_of,
        together=tuple(group.review for group in review.groups),
        started=review.started,
        scope=review.scope,
        looked_at=len(review.looked_at),
        rated=len(review.rated),
        parked=len(review.parked),
        state=state,
        next="" if state == "finished" else _next(rubric, flow),
        map={code: record.rating or "" for code, record in review.elements.items()},
        scale=tuple(rubric.levels),
    )


def _state(review: Review, flow: Flow) -> State:
    if all(flow.done(code) for code in flow.parts):
        return "finished"
    return "under way" if flow.passed or review.looked_at else "not started"


def _next(rubric: Rubric, flow: Flow) -> str:
    if flow.current.element == LAST_TIME:
        return "last time's priorities"
    element = rubric.elements.get(flow.current.element)
    return element.title if element else ""
