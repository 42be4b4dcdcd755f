"""The steps of a review: which of them are done, and which is the current one.

All of it follows from the events: an answer leads to the next open step, `StepVisited` to the step it names.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from matbot.review.events import (
    ElementBegun,
    ElementRated,
    Event,
    HandsShown,
    PromiseReviewed,
    QuestionAnswered,
    ReasonGiven,
    StepVisited,
)
from matbot.review.log import effective_events, is_draft
from matbot.review.review import Review
from matbot.review.steps import FINISHED, LAST_TIME, Ask, Step
from matbot.rubric import Rubric

_REOPENED_BY: dict[type[Event], tuple[Ask, ...]] = {
    QuestionAnswered: (Ask.REASON, Ask.NOTE),
    ReasonGiven: (Ask.NOTE,),
    HandsShown: (Ask.RATING,),
    ElementRated: (Ask.RATIONALE,),
    PromiseReviewed: (Ask.SHOWS,),
}
"""The steps that a new answer of each kind reopens, for the same question or element."""


@dataclass(frozen=True)
class Flow:
    """The steps of a review, and its position among them."""

    rubric: Rubric
    review: Review
    passed: frozenset[Step]
    """The steps that were answered or skipped."""
    current: Step
    """The current step."""
    came_from: Step | None = None
    """The step from which somebody jumped to the current one, if that is how it was reached."""

    @property
    def set_aside(self) -> frozenset[str]:
        """The codes of the elements left out with `Not this time`."""
        return self.review.set_aside

    @property
    def parts(self) -> list[str]:
        """The parts of the conversation: last time's priorities, then the elements in scope."""
        return [*([LAST_TIME] if self.review.promises else []), *self.review.scope]

    def has_part(self, code: str) -> bool:
        """Return whether there is such a part, in scope or not."""
        return code in self.review.elements or (code == LAST_TIME and bool(self.review.promises))

    def steps(self, code: str) -> list[Step]:
        """Return the steps of one part, in order, as far as the answers determine them."""
        return steps_of(self.rubric, self.review, code)

    def is_done(self, code: str) -> bool:
        """Return whether nothing is left to ask in a part."""
        return code in self.set_aside or self.passed.issuperset(self.steps(code))

    def is_half_done(self, code: str) -> bool:
        """Return whether a part was begun and still has an open step."""
        return self.steps(code)[0] in self.passed and not self.is_done(code)

    def find_resume_step(self, code: str) -> Step:
        """Return the step at which to resume a part: its first open step, or its first if all are done."""
        steps = self.steps(code)
        return next((step for step in steps if step not in self.passed), steps[0])

    def find_next_step(self, step: Step) -> Step:
        """The step that is asked once one was answered: the next open one."""
        return _find_next_open(self, step if self.has_part(step.element) else None)

    def find_previous_step(self) -> Step | None:
        """Return the step to go back to: where a jump began, else the previous step; None at the start."""
        if self.came_from:
            return self.came_from
        if self.current == FINISHED:
            return self._find_last_reached(self.parts[-1])
        steps = self.steps(self.current.element)
        place = steps.index(self.current)
        return steps[place - 1] if place else self._find_end_of_previous_part()

    def _find_end_of_previous_part(self) -> Step | None:
        codes = [LAST_TIME, *self.rubric.elements]
        position = codes.index(self.current.element)
        earlier = [code for code in self.parts if codes.index(code) < position]
        return self._find_last_reached(earlier[-1]) if earlier else None

    def _find_last_reached(self, code: str) -> Step:
        steps = self.steps(code)
        return next((step for step in reversed(steps) if step in self.passed), steps[0])


def flow_of(rubric: Rubric, review: Review, log: Sequence[Event]) -> Flow:
    """Build the flow of a review from its log. It never raises: unknown steps are ignored."""
    fold = FlowFold()
    for event in effective_events(log):
        fold.apply(event)
    return fold.flow(rubric, review)


def steps_of(rubric: Rubric, review: Review, code: str) -> list[Step]:
    """Return the steps of one part, in order, as far as the answers determine them."""
    if code == LAST_TIME:
        return list(_last_time_steps(review))
    record = review.elements[code]
    steps = [Step(Ask.OPENING, code)]
    if record.way == "questions":
        steps += _question_steps(rubric, review, code)
    if record.way:
        steps += _rating_steps(review, code)
    return steps


def _last_time_steps(review: Review) -> Iterator[Step]:
    for priority in review.promises:
        yield Step(Ask.MET, f"{LAST_TIME}.{priority}")
        if priority in review.promise_progress:
            yield Step(Ask.SHOWS, f"{LAST_TIME}.{priority}")


def _question_steps(rubric: Rubric, review: Review, code: str) -> Iterator[Step]:
    for question in rubric.elements[code].questions:
        record = review.question(question.id)
        yield Step(Ask.CHOICE, question.id)
        applies = record.leaning != "does not apply"
        if not applies:
            yield Step(Ask.REASON, question.id)
        note = Step(Ask.NOTE, question.id)
        # The reason is the note of a question that does not apply: it is not asked for twice.
        if note in review.drafted or (record.leaning and (applies or record.note)):
            yield note


def _rating_steps(review: Review, code: str) -> Iterator[Step]:
    group = review.people > 1
    if group:
        yield Step(Ask.HANDS, code)
    yield Step(Ask.RATING, code)
    asks = (Ask.RATIONALE, Ask.EVIDENCE, *([Ask.DIFFERS] if group else []))
    for ask in (Ask.RATIONALE, Ask.EVIDENCE, Ask.DIFFERS):
        step = Step(ask, code)
        if (review.elements[code].rating and ask in asks) or step in review.drafted:
            yield step


class FlowFold:
    """Folds the events that count, one at a time, into the position among the steps."""

    def __init__(self) -> None:
        self.passed: set[Step] = set()
        self.last: Event | None = None
        """The last event that moved the conversation."""

    def apply(self, event: Event) -> None:
        """Apply the next event."""
        if isinstance(event, StepVisited):
            self.last = event
        elif step := event.step:
            self._reopen(event, step)
            if is_draft(event):
                self.passed.discard(step)  # it is asked, with the draft as its current answer
            else:
                self.passed.add(step)
                self.last = event

    def flow(self, rubric: Rubric, review: Review) -> Flow:
        """Build the flow from the events that were applied, for the review that they fold to."""
        flow = Flow(rubric, review, frozenset(self.passed), FINISHED)
        return replace(
            flow, current=_find_current_step(flow, self.last), came_from=_find_origin(flow, self.last)
        )

    def _reopen(self, event: Event, step: Step) -> None:
        for ask in _REOPENED_BY.get(type(event), ()):
            self.passed.discard(Step(ask, step.place))
        if isinstance(event, ElementBegun) and event.again:
            self.passed = {passed for passed in self.passed if passed.element != event.element}


def _find_current_step(flow: Flow, last: Event | None) -> Step:
    """Return the step to ask after the last event that moved the conversation."""
    if isinstance(last, StepVisited):
        step = Step.of(last.to)
        if step and flow.has_part(step.element):
            return step if step in flow.steps(step.element) else flow.find_resume_step(step.element)
    step = last.step if last else None
    return _find_next_open(flow, step if step and flow.has_part(step.element) else None)


def _find_origin(flow: Flow, last: Event | None) -> Step | None:
    """Return the step that the last move jumped from, if it still exists."""
    step = Step.of(last.come_from) if isinstance(last, StepVisited) else None
    if step is None or step == FINISHED:
        return step
    exists = flow.has_part(step.element) and step in flow.steps(step.element)
    return step if exists else None


def _find_next_open(flow: Flow, after: Step | None) -> Step:
    """Return the next open step: later in the part, then in the parts that follow, then from the start."""
    if after:
        steps = flow.steps(after.element)
        place = steps.index(after) if after in steps else 0
        if after.element not in flow.set_aside:
            for step in steps[place:]:
                if step not in flow.passed:
                    return step
    for code in _parts_after(flow, after):
        if not flow.is_done(code):
            return flow.find_resume_step(code)
    return FINISHED


def _parts_after(flow: Flow, after: Step | None) -> list[str]:
    """Return all parts, starting after the part of a step and wrapping round to it."""
    codes = [LAST_TIME, *flow.review.elements]
    place = codes.index(after.element) + 1 if after else 0
    later = [code for code in flow.parts if codes.index(code) >= place]
    return later + [code for code in flow.parts if code not in later]
