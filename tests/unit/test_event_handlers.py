"""Every kind of event changes the review or the flow: one that changes neither was forgotten there."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from matbot.review.events import CopiesMerged, Event, StepVisited
from matbot.review.log import KINDS
from matbot.review.migration import migrate_log
from matbot.review.projection import Projection, projection_of
from matbot.review.review import ElementRecord, Review
from matbot.rubric import Rubric
from matbot.store.contents import read_contents
from tests.frozen.__main__ import FOLDER

FLOW_ALONE: dict[type[Event], str] = {
    StepVisited: "the conversation goes to another step, and nothing was said",
}
"""The kinds of event that change the flow and not the review, and why."""

NEITHER: dict[type[Event], str] = {
    CopiesMerged: "it says where two copies of the log differ; `review.contradictions` reads it",
}
"""The kinds of event that change neither the review nor the flow, and why."""


def without_marks(record: ElementRecord) -> ElementRecord:
    """What was said of an element, apart from whether it was confirmed."""
    questions = {id_: replace(question, drafted=False) for id_, question in record.questions.items()}
    return replace(record, drafted=False, questions=questions)


def review_said(projection: Projection) -> Review:
    """What the review says, apart from what an event of any kind changes in it."""
    elements = {code: without_marks(record) for code, record in projection.review.elements.items()}
    return replace(
        projection.review, elements=elements, said=None, talked=None, drafted=frozenset(), unplaced=()
    )


def flow_stands(projection: Projection) -> tuple[Any, ...]:
    """Where the conversation stands."""
    flow = projection.flow
    return flow.passed, flow.set_aside, flow.current, flow.came_from


def kinds_that_change(part: Callable[[Projection], Any]) -> set[type[Event]]:
    """The kinds of event that change this part of a frozen sample when they come."""
    found = set[type[Event]]()
    for path in FOLDER.glob("*.matbot.json"):
        contents = read_contents(path.read_bytes())

        def comes_to(log: tuple[Event, ...], rubric: Rubric = contents.rubric) -> Any:
            read = migrate_log(rubric, log)
            return part(projection_of(read.rubric, read.log))

        before = comes_to(())
        for length, event in enumerate(contents.log, start=1):
            after = comes_to(contents.log[:length])
            if after != before:
                found.add(type(event))
            before = after
    return found


def test_every_kind_of_event_changes_the_review_or_is_listed_with_its_reason() -> None:
    """Whoever adds a kind of event writes what it changes in `review/fold.py`."""
    untouched = {*KINDS.values()} - kinds_that_change(review_said)
    assert untouched == {*FLOW_ALONE, *NEITHER}


def test_events_that_change_the_flow_alone_do_change_it() -> None:
    """So that none of them stands among these because it was forgotten in `review/flow.py`."""
    changing = kinds_that_change(flow_stands)
    assert changing >= {*FLOW_ALONE}
    assert changing.isdisjoint(NEITHER)
