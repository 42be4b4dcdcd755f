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
        parked=count_parked(review),
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


def count_parked(review: Review) -> int:
    """How many elements and questions in scope are marked to come back to."""
    records = [review.elements[code] for code in review.scope]
    questions = [question for record in records for question in record.questions.values()]
    return sum(record.parked for record in records) + sum(question.parked for question in questions)
