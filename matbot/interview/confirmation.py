"""Drafts that were read from a pack, said once more by people: that is what confirms them."""

from collections.abc import Iterator

from matbot.review import events
from matbot.review.events import Event
from matbot.review.review import Review
from matbot.review.steps import Ask, Step

_OF_QUESTION = (Ask.CHOICE, Ask.REASON, Ask.NOTE)
_OF_ELEMENT = (Ask.RATING, Ask.RATIONALE, Ask.EVIDENCE, Ask.DIFFERS)


def confirmed(review: Review, code: str) -> Iterator[Event]:
    """Everything of an element that is a draft, said once more; what was not opened is opened for it."""
    steps = [Step(ask, id_) for id_ in review.elements[code].questions for ask in _OF_QUESTION]
    steps += [Step(ask, code) for ask in _OF_ELEMENT]
    new_events = [event for step in steps if (event := restated(review, step))]
    if new_events and review.elements[code].way is None:
        yield events.ElementBegun(element=code)
    yield from new_events


def restated(review: Review, step: Step) -> Event | None:
    """The draft that stands at a step as a reply that people give; None where no draft stands there."""
    if step not in review.drafted:
        return None
    return _of_question(review, step) if step.ask in _OF_QUESTION else _of_element(review, step)


def _of_question(review: Review, step: Step) -> Event | None:
    record = review.question(step.place)
    if step.ask is Ask.CHOICE:
        return (
            events.QuestionAnswered(question=step.place, leaning=record.leaning) if record.leaning else None
        )
    if step.ask is Ask.REASON:
        return events.ReasonGiven(question=step.place, reason=record.reason)
    return events.NoteWritten(question=step.place, note=record.note, private=record.private)


def _of_element(review: Review, step: Step) -> Event | None:
    code, record = step.place, review.elements[step.place]
    match step.ask:
        case Ask.RATING:
            return events.ElementRated(element=code, rating=record.rating) if record.rating else None
        case Ask.RATIONALE:
            return events.RationaleGiven(element=code, rationale=record.rationale)
        case Ask.EVIDENCE:
            return events.EvidenceNamed(element=code, evidence=record.evidence)
    return events.DissentNoted(element=code, differs=record.differs)
