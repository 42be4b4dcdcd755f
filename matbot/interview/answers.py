"""What an answer becomes: the event that something typed or chosen makes at each kind of turn.

Drafts that were read from a pack are confirmed by saying them once more, which makes the same events.
"""

from collections.abc import Iterator

from matbot.interview.choices import HANDS_AGAIN, Choice
from matbot.interview.turns import Turn, Unclear
from matbot.review import events
from matbot.review.events import Event
from matbot.review.flow import Flow
from matbot.review.review import ElementRecord, QuestionRecord, Review
from matbot.review.steps import ALL_ASKED, Ask, Step
from matbot.rubric.places import numeral_of

_OF_QUESTION = (Ask.CHOICE, Ask.REASON, Ask.NOTE)
_OF_ELEMENT = (Ask.RATING, Ask.RATIONALE, Ask.EVIDENCE, Ask.DIFFERS)


def build_event(turn: Turn, flow: Flow, typed: str, private: bool = False) -> Event:
    """The event that something typed (already clean) makes at a turn; Unclear if it is no answer to it."""
    place = turn.step.place
    match turn.ask:
        case Ask.MET | Ask.SHOWS:
            return _build_promise_event(turn, typed)
        case Ask.OPENING:
            return _build_opening(turn, flow, typed)
        case Ask.CHOICE:
            return events.QuestionAnswered(question=place, leaning=_find_choice(turn, typed).value)
        case Ask.REASON:
            return events.ReasonGiven(question=place, reason=_require_reason(typed))
        case Ask.NOTE:
            return events.NoteWritten(question=place, note=typed, private=private)
        case Ask.HANDS:
            return events.HandsShown(element=place, votes=_parse_votes(flow, typed))
        case Ask.RATING:
            return _build_rating(turn, typed)
        case Ask.RATIONALE | Ask.EVIDENCE | Ask.DIFFERS:
            return _build_element_words(turn.ask, place, typed)
        case Ask.FINISHED:
            raise Unclear(f"{ALL_ASKED} Go to an element to change an answer, or stop here.")


def _build_promise_event(turn: Turn, typed: str) -> Event:
    priority = numeral_of(turn.step.place)
    if turn.ask is Ask.MET:
        return events.PromiseReviewed(priority=priority, met=_find_choice(turn, typed).value)
    return events.PromiseEvidenced(priority=priority, shows=typed)


def _require_reason(typed: str) -> str:
    if not typed:
        raise Unclear("Please say why in a few words.")
    return typed


def _build_element_words(ask: Ask, code: str, words: str) -> Event:
    if ask is Ask.RATIONALE:
        return events.RationaleGiven(element=code, rationale=words)
    if ask is Ask.EVIDENCE:
        return events.EvidenceNamed(element=code, evidence=words)
    return events.DissentNoted(element=code, differs=words)


def _build_opening(turn: Turn, flow: Flow, typed: str) -> Event:
    code, way = turn.step.place, _find_choice(turn, typed).value
    if way == "skip":
        return events.StepSkipped(skipped=turn.step.key)
    before = flow.review.elements[code].way
    again = (flow.is_done(code) and code not in flow.set_aside) or before not in (None, way)
    return events.ElementBegun(element=code, way=way, again=again)


def _build_rating(turn: Turn, typed: str) -> Event:
    rating = _find_choice(turn, typed).value
    if rating == HANDS_AGAIN:
        return events.StepVisited(to=Step(Ask.HANDS, turn.step.place).key)
    return events.ElementRated(element=turn.step.place, rating=rating)


def _find_choice(turn: Turn, typed: str) -> Choice:
    """The choice with that key, or by the letters or words that name it."""
    wanted = typed.strip().lower()
    for choice in turn.choices:
        if wanted == choice.key or (wanted and wanted in (choice.label.lower(), choice.value.lower())):
            return choice
    keys = [choice.key or "Enter" for choice in turn.choices]
    raise Unclear(f"Please answer {', '.join(keys[:-1])} or {keys[-1]}.")


def _parse_votes(flow: Flow, typed: str) -> tuple[int, ...]:
    levels = len(flow.rubric.scale)
    words = typed.replace(",", " ").split()
    if len(words) != levels or not all(word.isascii() and word.isdigit() and len(word) < 5 for word in words):
        names = ", ".join(level.name for level in flow.rubric.scale)
        raise Unclear(f"Please give {levels} numbers with spaces between: the hands for {names}.")
    votes = tuple(int(word) for word in words)
    if sum(votes) > flow.review.people:
        raise Unclear(f"That makes {sum(votes)} hands, and you are {flow.review.people}. Please count again.")
    return votes


def build_confirmations(review: Review, code: str) -> Iterator[Event]:
    """The events that confirm all drafts of an element, which is opened first if it was not."""
    steps = [Step(ask, id_) for id_ in review.elements[code].questions for ask in _OF_QUESTION]
    steps += [Step(ask, code) for ask in _OF_ELEMENT]
    new_events = [event for step in steps if (event := build_confirmation(review, step))]
    if new_events and review.elements[code].way is None:
        yield events.ElementBegun(element=code)
    yield from new_events


def build_confirmation(review: Review, step: Step) -> Event | None:
    """The event that confirms the draft of a step; None where there is no draft."""
    if step not in review.drafted:
        return None
    if step.ask in _OF_QUESTION:
        return _confirm_question(step.ask, step.place, review.question(step.place))
    return _confirm_element(step.ask, step.place, review.elements[step.place])


def _confirm_question(ask: Ask, id_: str, record: QuestionRecord) -> Event | None:
    if ask is Ask.CHOICE:
        return events.QuestionAnswered(question=id_, leaning=record.leaning) if record.leaning else None
    if ask is Ask.REASON:
        return events.ReasonGiven(question=id_, reason=record.reason)
    return events.NoteWritten(question=id_, note=record.note, private=record.private)


def _confirm_element(ask: Ask, code: str, record: ElementRecord) -> Event | None:
    if ask is Ask.RATING:
        return events.ElementRated(element=code, rating=record.rating) if record.rating else None
    words = {Ask.RATIONALE: record.rationale, Ask.EVIDENCE: record.evidence, Ask.DIFFERS: record.differs}
    return _build_element_words(ask, code, words[ask])
