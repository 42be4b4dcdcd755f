"""The page "Check your answers": everything recorded, element by element, and what is still open."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from matbot.interview import Interview
from matbot.interview.choices import leaning_label
from matbot.interview.past import answer_in_words
from matbot.interview.turns import LAST_TIME_TITLE
from matbot.interview.unplaced_turns import UnplacedTurn, build_unplaced_turns
from matbot.presenters.answer_counts import Tally, count_answers
from matbot.presenters.element_states import element_state, lower_first
from matbot.report.words import NOT_CONFIRMED
from matbot.review import labels
from matbot.review.account import PriorityAccount
from matbot.review.contradictions import find_contradictions
from matbot.review.events import Event, RealityChecked
from matbot.review.outcomes import format_check, format_promise
from matbot.review.review import ElementRecord, PromiseProgress, QuestionRecord
from matbot.review.steps import LAST_TIME, Ask, Step
from matbot.review.unrated import Unrated
from matbot.rubric import Question
from matbot.rubric.places import code_of
from matbot.text import one_line

NOT_ANSWERED = "Not answered"
"""Shown as the answer of a question that has none."""

NOT_ASKED = "Not asked"
"""Shown as the answer of a question that is not asked, but has a note or is parked."""


class Kind(StrEnum):
    """What an answer is about, so that front ends can lay it out."""

    ELEMENT = "element"
    """The heading of an element, above everything recorded about it."""
    PROMISES = "promises"
    """The heading above the priorities of the earlier review."""
    QUESTION = "question"
    PROMISE = "promise"
    """A priority of the earlier review."""
    WORDS = "words"
    """People's own words, or a show of hands."""
    CHECK = "check"
    """A reality check."""
    ELSEWHERE = "elsewhere"
    """An answer from another copy of the review, which does not count."""


class Open(StrEnum):
    """What an answer still lacks, as text, in the order in which it is reported."""

    NOT_REVIEWED = lower_first(Unrated.NOT_REVIEWED)
    NOT_RATED = lower_first(Unrated.NOT_RATED)
    NOT_LOOKED_BACK = format_promise(None)
    NOT_ANSWERED = "not answered"
    NOT_SURE = "not sure"
    NO_REASON = lower_first(labels.NO_REASON)
    NO_EVIDENCE = "no key evidence"
    PARKED = "parked"
    DRAFT = NOT_CONFIRMED


@dataclass(frozen=True)
class Answer:
    """Something that was recorded or is missing, and the step at which to change it."""

    kind: Kind
    step: Step
    name: str = ""
    """An element's title, a question's numeral, or a label for the text, such as `Key evidence`."""
    text: str = ""
    """The question, or people's own words."""
    answer: str = ""
    """The answer as text; for people's own words, the text shown if there are none."""
    letters: str = ""
    """The letters of a rating."""
    scale: tuple[str, ...] = ()
    """The letters of all levels of its scale, weakest first."""
    open_points: tuple[Open, ...] = ()
    """What it still lacks."""
    check: str = ""
    """For a reality check, its id."""
    other: str = ""
    """For an answer from another copy, its id."""

    @property
    def is_open(self) -> bool:
        """Whether it still lacks anything."""
        return bool(self.open_points)

    @property
    def is_parked(self) -> bool:
        """Whether it is marked to come back to."""
        return Open.PARKED in self.open_points

    @property
    def is_draft(self) -> bool:
        """Whether it was read from a pack and is not confirmed yet."""
        return Open.DRAFT in self.open_points

    @property
    def key(self) -> str:
        """Its unique key on the page; empty if there is nothing to do about it."""
        if self.check:
            return f"{CHECK}{self.check}"
        if self.kind is Kind.ELSEWHERE:
            return f"{COPY}{self.other}"
        return "" if self.kind is Kind.PROMISES else self.step.key


CHECK = "check:"
"""The prefix of the key of a reality check."""

COPY = "copy:"
"""The prefix of the key of an answer from another copy."""


@dataclass(frozen=True)
class AnswerPart:
    """An element, or the priorities of the earlier review, with everything recorded about it."""

    code: str
    """The element's code, or `LAST_TIME`."""
    head: Answer
    answers: tuple[Answer, ...]
    """Everything recorded about it, below its heading."""
    drafted: bool = False
    """Whether any of it was read from a pack and is not confirmed yet."""

    @property
    def open_points(self) -> dict[Open, list[str]]:
        """What is still open, with the names of the answers concerned; the heading itself has no name."""
        found: dict[Open, dict[str, None]] = {}
        for answer in (self.head, *self.answers):
            for point in answer.open_points:
                names = found.setdefault(point, {})
                if place := self._place(answer):
                    names[place] = None
        return {point: list(found[point]) for point in Open if point in found}

    def _place(self, answer: Answer) -> str:
        """What an answer is about: the numeral of its question, or the number of its priority."""
        about = (Kind.QUESTION, Kind.PROMISE)
        named = {one.step.place: one.name for one in self.answers if one.kind in about}
        return named.get(answer.step.place, "")


@dataclass(frozen=True)
class CheckAnswers:
    """All answers of a review, as the page shows them."""

    tally: Tally
    parts: tuple[AnswerPart, ...]
    """The priorities of the earlier review, if there is one; then the elements, in the framework's order."""
    unplaced: tuple[UnplacedTurn, ...]
    """Answers from an earlier framework version that have no place in this one."""

    @property
    def answers(self) -> list[Answer]:
        """Every answer, in the order of the page."""
        return [answer for part in self.parts for answer in (part.head, *part.answers)]

    @property
    def elements(self) -> tuple[AnswerPart, ...]:
        """The parts that are elements."""
        return tuple(part for part in self.parts if part.code != LAST_TIME)

    @property
    def promises(self) -> AnswerPart | None:
        """The part with the earlier review's priorities, if there are any."""
        return next((part for part in self.parts if part.code == LAST_TIME), None)


def present_answers(interview: Interview) -> CheckAnswers:
    """Present everything in a review, in the framework's order."""
    checks = [event for event in interview.projection.counted if isinstance(event, RealityChecked)]
    parts = [
        *_build_promises(interview),
        *(_build_element(interview, code, checks) for code in interview.review.scope),
    ]
    others = find_contradictions(interview.log, interview.projection.counted)
    return CheckAnswers(
        count_answers(interview),
        tuple(_add_other_copies(interview, part, others) for part in parts),
        tuple(build_unplaced_turns(interview.review.unplaced)),
    )


# The priorities of an earlier review


def _build_promises(interview: Interview) -> Iterator[AnswerPart]:
    """The priorities of the earlier review, with the progress on each."""
    review = interview.review
    answers = [
        answer
        for number, (name, promised) in enumerate(review.promises.items(), 1)
        for answer in _build_promise(number, promised, review.promise_progress.get(name, PromiseProgress()))
    ]
    if answers:
        head = Answer(Kind.PROMISES, Step(Ask.MET, LAST_TIME), LAST_TIME_TITLE)
        yield AnswerPart(LAST_TIME, head, tuple(answers))


def _build_promise(number: int, promised: PriorityAccount, found: PromiseProgress) -> Iterator[Answer]:
    place = f"{LAST_TIME}.{promised.priority}"
    words = promised.progress or promised.action or promised.focus or ", ".join(promised.elements)
    open_points = () if found.met else (Open.NOT_LOOKED_BACK,)
    state = format_promise(found.met).capitalize()
    yield Answer(Kind.PROMISE, Step(Ask.MET, place), str(number), words, state, open_points=open_points)
    if found.met or found.shows:
        yield Answer(Kind.WORDS, Step(Ask.SHOWS, place), "What shows it", found.shows, "nothing said")


def _build_element(interview: Interview, code: str, checks: Iterable[RealityChecked]) -> AnswerPart:
    record = interview.review.elements[code]
    answers = [
        *_build_reasons(interview, code, record),
        *(_build_check(event) for event in checks if event.element == code),
        *(
            answer
            for question in interview.rubric.elements[code].questions
            for answer in _build_question(interview, question, record.questions[question.id])
        ),
    ]
    marked = [_mark_draft(interview, answer) for answer in answers]
    return AnswerPart(code, _build_head(interview, code, record), tuple(marked), record.drafted)


def _build_head(interview: Interview, code: str, record: ElementRecord) -> Answer:
    open_points = []
    if not record.rating and code not in interview.flow.set_aside:
        open_points.append(Open.NOT_RATED if record.looked_at else Open.NOT_REVIEWED)
    if record.parked:
        open_points.append(Open.PARKED)
    if Step(Ask.RATING, code) in interview.review.drafted:
        open_points.append(Open.DRAFT)
    return Answer(
        Kind.ELEMENT,
        Step(Ask.RATING if record.way is not None else Ask.OPENING, code),
        interview.rubric.elements[code].title,
        answer=element_state(interview, code),
        letters=record.rating or "",
        scale=tuple(interview.rubric.levels),
        open_points=tuple(open_points),
    )


def _build_reasons(interview: Interview, code: str, record: ElementRecord) -> Iterator[Answer]:
    """The texts behind a rating; for an element without one, the texts that were entered nevertheless."""
    if record.rating and record.way == "glance":
        words = "Rated at a glance, not question by question"
        yield Answer(Kind.WORDS, Step(Ask.OPENING, code), "", words)
    if record.votes:
        yield Answer(Kind.WORDS, Step(Ask.HANDS, code), "Hands", format_votes(interview, record.votes))
    several = interview.review.people > 1
    for ask, label, words, gap in (
        (Ask.RATIONALE, "Why", record.rationale, lower_first(labels.NO_RATIONALE)),
        (Ask.EVIDENCE, labels.EVIDENCE, record.evidence, lower_first(labels.NO_EVIDENCE)),
        (Ask.DIFFERS, "Seen differently", record.differs, "nobody said so"),
    ):
        if words.strip() or (record.rating and (several or ask is not Ask.DIFFERS)):
            missing = (Open.NO_EVIDENCE,) if ask is Ask.EVIDENCE and not words.strip() else ()
            yield Answer(Kind.WORDS, Step(ask, code), label, words, gap, open_points=missing)


def format_votes(interview: Interview, votes: Iterable[int]) -> str:
    """A show of hands, including the levels without any: `Red 0, Amber Red 3`."""
    pairs = zip(interview.rubric.scale, votes, strict=True)
    return ", ".join(f"{level.name} {hands}" for level, hands in pairs)


def _build_check(event: RealityChecked) -> Answer:
    """A reality check, shown with the rating that it tested."""
    found = format_check(one_line(event.with_whom), one_line(event.when), event.outcome)
    words = f"{found}. {event.said}".rstrip()
    return Answer(Kind.CHECK, Step(Ask.RATING, event.element), "Reality check", words, check=event.id)


def _build_question(interview: Interview, question: Question, record: QuestionRecord) -> Iterator[Answer]:
    element = interview.review.elements[code_of(question.id)]
    place, leaning = question.id, record.leaning
    asked = interview.review.is_asked(place)
    if not ((asked and element.way == "questions") or record.looked_at or record.parked):
        return
    unanswered = NOT_ANSWERED if asked else NOT_ASKED
    yield Answer(
        Kind.QUESTION,
        Step(Ask.CHOICE, place),
        question.numeral,
        question.text,
        leaning_label(interview.rubric, place, leaning) if leaning else unanswered,
        open_points=tuple(_find_open_points(interview, place, record)),
    )
    if leaning == "does not apply":
        left_out = code_of(place) in interview.flow.set_aside
        missing = () if record.reason.strip() or left_out else (Open.NO_REASON,)
        reason = Step(Ask.REASON, place)
        gap = f"{lower_first(labels.NO_REASON)} yet"
        yield Answer(Kind.WORDS, reason, labels.REASON, record.reason, gap, open_points=missing)
    if record.note.strip():
        label = labels.PRIVATE_NOTE if record.private else labels.NOTE
        yield Answer(Kind.WORDS, Step(Ask.NOTE, place), label, record.note)


def _find_open_points(interview: Interview, place: str, record: QuestionRecord) -> Iterator[Open]:
    """What a question still lacks; in an element that was left out, an answer is not missing."""
    if record.leaning is None and interview.review.is_asked(place):
        yield Open.NOT_ANSWERED
    if record.leaning == "not sure" and code_of(place) not in interview.flow.set_aside:
        yield Open.NOT_SURE
    if record.parked:
        yield Open.PARKED


# Drafts, and answers from other copies


def _mark_draft(interview: Interview, answer: Answer) -> Answer:
    """The answer, marked if it was read from a pack and is not confirmed yet; empty words are no draft."""
    is_empty = answer.kind is Kind.WORDS and not answer.text.strip()
    if answer.kind is Kind.CHECK or is_empty or answer.step not in interview.review.drafted:
        return answer
    return replace(answer, open_points=(*answer.open_points, Open.DRAFT))


def _add_other_copies(
    interview: Interview, part: AnswerPart, others: Mapping[str, tuple[Event, ...]]
) -> AnswerPart:
    """Add to a part what other copies of the review have in place of its answers, so that nothing is lost."""
    mine = {
        step: found for key, found in others.items() if (step := Step.of(key)) and step.element == part.code
    }
    answers: list[Answer] = []
    for answer in (part.head, *part.answers):
        answers.append(answer)
        if answer.kind is not Kind.CHECK and answer.kind is not Kind.PROMISES:
            answers += _present_other_copies(interview, answer.step, mine.pop(answer.step, ()))
    for step, events in mine.items():  # the answer itself is gone, such as a note that was cleared
        answers += _present_other_copies(interview, step, events)
    return replace(part, answers=tuple(answers[1:]))


def _present_other_copies(interview: Interview, step: Step, events: Iterable[Event]) -> Iterator[Answer]:
    for event in events:
        words = answer_in_words(interview.rubric, event) or "nothing"
        yield Answer(Kind.ELSEWHERE, step, "In another copy", answer=words, other=event.id)
