"""A review in a few lines: what a list of reviews shows without reading the replies."""

from typing import Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict

from matbot.review.flow import Flow
from matbot.review.review import Review
from matbot.review.steps import LAST_TIME
from matbot.rubric import Rubric

State = Literal["not started", "under way", "finished"]
"""How far a review has come; finished once nothing is left to ask."""


class Header(BaseModel):
    """What a list of reviews shows of one of them."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    id: str
    """The review's id."""
    trust: str
    group: str = ""
    people: int = 1
    rubric: str
    """The edition's id."""
    since: str | None = None
    """The id of the earlier review that this one follows."""
    copy_of: str | None = None
    """The id of the review that this is a copy of."""
    together: tuple[str, ...] = ()
    """The ids of the groups' reviews that this one brings together."""
    started: AwareDatetime | None = None
    """When it was opened, UTC."""
    scope: tuple[str, ...]
    """The codes of the elements to be reviewed, in the order of the framework."""
    looked_at: int
    """How many elements in scope have anything said of them."""
    rated: int
    """How many elements in scope have a rating."""
    parked: int
    """How many elements and questions in scope are marked to come back to."""
    state: State
    next: str = ""
    """The element it goes on with, such as `1B Understanding of needs`; empty once it is finished."""
    map: dict[str, str]
    """The letters of each element's rating by its code, in the order of the framework; empty if not rated."""
    scale: tuple[str, ...] = ()
    """The letters of the levels, the weakest first; none stand for the framework's own."""


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
        parked=_parked(review),
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


def _parked(review: Review) -> int:
    records = [review.elements[code] for code in review.scope]
    questions = [question for record in records for question in record.questions.values()]
    return sum(record.parked for record in records) + sum(question.parked for question in questions)
