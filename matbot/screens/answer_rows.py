"""The rows of the check page: all that was said, element by element, each row leading to its step."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from textual.content import Content

from matbot.interview import Interview
from matbot.interview.choices import MET_LABELS, leaning_label
from matbot.interview.past import answer_in_words
from matbot.interview.turns import LAST_TIME_TITLE
from matbot.review.account import PriorityAccount
from matbot.review.contradictions import contradictions
from matbot.review.replies import Challenged, Reply
from matbot.review.review import ElementRecord, LookBack, QuestionRecord
from matbot.review.steps import LAST_TIME, Ask, Step
from matbot.rubric import Element, Question, Rubric
from matbot.screens.themes import rating_style
from matbot.screens.widgets.row_list import Row, folded, hanging
from matbot.text import one_line

OPEN = "○"
"""The mark of what is still open; words always stand beside it."""

_TEXT = 8
"""The column in which questions and words begin."""
_ANSWER = 27
"""How many columns the answers on the right take."""
_TWO_LINES = 64
"""Below this width the answer stands under its question."""


@dataclass(frozen=True)
class Answer:
    """Something that was said, or was not, and the step to change it at."""

    step: Step
    name: str
    """An element's title, a question's numeral, or what the words are, such as `Evidence`."""
    text: str = ""
    """The question, or people's own words."""
    said: str = ""
    """The answer in words."""
    letters: str = ""
    """The letters of a rating."""
    scale: tuple[str, ...] = ()
    """The letters of all levels of its scale, the weakest first."""
    open: bool = False
    """Whether it still waits for something."""
    elsewhere: bool = False
    """Whether it was said in another copy of the review, and does not count."""
    check: str = ""
    """The id of the reality check that it is, if it is one."""

    @property
    def heads_element(self) -> bool:
        """Whether it is the line of an element, above all that was said of it."""
        of_element = self.step.ask in (Ask.OPENING, Ask.RATING) or self.step == _LAST_TIME
        return bool(self.name) and not self.elsewhere and not self.check and of_element

    @property
    def key(self) -> str:
        """Names its row; empty for one that nothing can be done about."""
        if self.check:
            return f"{CHECK}{self.check}"
        return "" if self.elsewhere or self.step == _LAST_TIME else self.step.key

    @property
    def row(self) -> Row:
        """The row that shows it."""
        return Row(self.key, self._draw)

    def _draw(self, width: int) -> Content:
        if self.elsewhere or self.check:
            return _words_line(self, width)
        if self.heads_element:
            return _element_line(self, width)
        if self.step.ask in (Ask.CHOICE, Ask.MET):
            return _question_line(self, width)
        return _words_line(self, width)


CHECK = "check:"
"""How the key of the row of a reality check begins."""

_LAST_TIME = Step(Ask.MET, LAST_TIME)
"""Stands for all of an earlier review's priorities."""

OUTCOMES_IN_WORDS = {"agrees": "they agree", "differs": "they differ", "sharpens": "it sharpens the picture"}
"""What a reality check did to a rating, as it is said of those it was tested with."""


@dataclass(frozen=True)
class Tally:
    """How many questions there are to answer, and how they stand."""

    asked: int
    answered: int
    not_sure: int
    parked: int
    """Questions and elements marked to come back to."""


def tally_of(interview: Interview) -> Tally:
    """The counts of a review. Questions of an element rated at a glance, or set aside, wait for nobody."""
    review, flow = interview.review, interview.flow
    records = {code: review.elements[code] for code in review.scope}
    questions = [question for record in records.values() for question in record.questions.values()]
    unasked = sum(
        question.leaning is None
        for code, record in records.items()
        if record.way == "glance" or code in flow.set_aside
        for question in record.questions.values()
    )
    return Tally(
        asked=len(questions) - unasked,
        answered=sum(question.leaning is not None for question in questions),
        not_sure=sum(question.leaning == "not sure" for question in questions),
        parked=sum(record.parked for record in records.values()) + sum(said.parked for said in questions),
    )


def _marked(interview: Interview, answer: Answer) -> Answer:
    """An answer with a mark where it was read from a pack and nobody has confirmed it."""
    if answer.elsewhere or answer.step not in interview.review.drafted:
        return answer
    if answer.said:
        return replace(answer, said=f"{answer.said} · pack", open=True)
    return replace(answer, text=f"From the pack: {answer.text}", open=True)


def answers_of(interview: Interview) -> list[Answer]:
    """Everything in the review, in the order of the framework."""
    others = contradictions(interview.log)
    checks = [reply for reply in interview.projection.counted if isinstance(reply, Challenged)]
    elements = (answer for code in interview.review.scope for answer in _element(interview, code, checks))
    answers = [_marked(interview, answer) for answer in (*_last_time(interview), *elements)]
    return [row for answer in answers for row in (answer, *_elsewhere(interview, answer, others))]


def _last_time(interview: Interview) -> Iterator[Answer]:
    """What the review that this one follows had set out to do, and what became of it."""
    review = interview.review
    if review.promises:
        yield Answer(_LAST_TIME, LAST_TIME_TITLE)
    for number, (name, promised) in enumerate(review.promises.items(), 1):
        yield from _promise(number, promised, review.looked_back.get(name, LookBack()))


def _promise(number: int, promised: PriorityAccount, found: LookBack) -> Iterator[Answer]:
    place = f"{LAST_TIME}.{promised.priority}"
    words = promised.progress or promised.action or promised.focus or ", ".join(promised.elements)
    said = MET_LABELS[found.met] if found.met else "Not answered"
    yield Answer(Step(Ask.MET, place), str(number), words, said, open=found.met is None)
    if found.met:
        yield Answer(Step(Ask.SHOWS, place), "What shows it", found.shows, "nothing said")


def _elsewhere(
    interview: Interview, answer: Answer, others: Mapping[str, tuple[Reply, ...]]
) -> Iterator[Answer]:
    """What another copy of the review said in its place, which does not count but is not lost."""
    for reply in others.get(answer.key, ()):
        said = answer_in_words(interview.rubric, reply)
        yield Answer(answer.step, "In another copy", said or "nothing", elsewhere=True)


def rows_of(answers: Iterable[Answer]) -> list[Row]:
    """The rows of the answers, with a blank line between elements."""
    rows: list[Row] = []
    for answer in answers:
        if rows and answer.heads_element:
            rows.append(Row("", lambda _: Content("")))
        rows.append(answer.row)
    return rows


def _element(interview: Interview, code: str, checks: Iterable[Challenged]) -> Iterator[Answer]:
    element, record = interview.rubric.elements[code], interview.review.elements[code]
    yield _rating(interview, element, record)
    if record.rating:
        yield from _reasons(interview, code, record)
    yield from (_check(reply) for reply in checks if reply.element == code)
    for question in element.questions:
        said = record.questions[question.id]
        if record.way == "questions" or said.looked_at or said.parked:
            yield from _question(interview.rubric, question, said)


def _rating(interview: Interview, element: Element, record: ElementRecord) -> Answer:
    begun = record.way is not None
    said = _standing(interview, element.code, record) + (", parked" if record.parked else "")
    return Answer(
        Step(Ask.RATING if begun else Ask.OPENING, element.code),
        element.title,
        said=said,
        letters=record.rating or "",
        scale=tuple(interview.rubric.levels),
        open=record.parked or not (record.rating or element.code in interview.flow.set_aside),
    )


def _standing(interview: Interview, code: str, record: ElementRecord) -> str:
    if record.rating:
        return interview.rubric.levels[record.rating].name
    if code in interview.flow.set_aside:
        return "Not this time"
    return "Not rated yet" if record.way else "Not begun"


def _reasons(interview: Interview, code: str, record: ElementRecord) -> Iterator[Answer]:
    if record.way == "glance":
        yield Answer(Step(Ask.OPENING, code), "", "Rated at a glance, not question by question")
    if record.votes:
        yield Answer(Step(Ask.HANDS, code), "Hands", _hands(interview, record))
    yield Answer(Step(Ask.RATIONALE, code), "Why", record.rationale, "no rationale given")
    yield Answer(Step(Ask.EVIDENCE, code), "Evidence", record.evidence, "none given")
    if interview.review.people > 1:
        yield Answer(Step(Ask.DIFFERS, code), "Seen differently", record.differs, "nobody said so")


def _check(reply: Challenged) -> Answer:
    """A reality check, beside the rating that it tested."""
    when = f", {one_line(reply.when)}" if reply.when.strip() else ""
    words = f"{one_line(reply.with_whom)}{when}: {OUTCOMES_IN_WORDS[reply.outcome]}. {reply.said}"
    return Answer(Step(Ask.RATING, reply.element), "Reality check", words, check=reply.id)


def _hands(interview: Interview, record: ElementRecord) -> str:
    pairs = zip(interview.rubric.scale, record.votes, strict=True)
    return ", ".join(f"{level.name} {hands}" for level, hands in pairs)


def _question(rubric: Rubric, question: Question, record: QuestionRecord) -> Iterator[Answer]:
    said = leaning_label(rubric, question.id, record.leaning) if record.leaning else "Not answered"
    yield Answer(
        Step(Ask.CHOICE, question.id),
        question.numeral,
        question.text,
        f"{said}, parked" if record.parked else said,
        open=record.parked or record.leaning in (None, "not sure"),
    )
    if record.leaning == "does not apply":
        missing = not record.reason
        yield Answer(
            Step(Ask.REASON, question.id), "Because", record.reason, "no reason given yet", open=missing
        )
    if record.note:
        yield Answer(Step(Ask.NOTE, question.id), "Private note" if record.private else "Note", record.note)


# How they look


def _element_line(answer: Answer, width: int) -> Content:
    chip = (f" {answer.letters} ", rating_style(answer.letters, answer.scale)) if answer.letters else ""
    right = Content.assemble(chip, " " if chip else "", (answer.said, "bold"))
    name = Content.styled(answer.name, "bold")
    return _two_columns(_mark(answer), name, right, width, indent=2)


def _question_line(answer: Answer, width: int) -> Content:
    numeral = Content.assemble(_mark(answer), (answer.name, "bold"))
    style = "$secondary" if answer.said.startswith("Not answered") else ""
    return _two_columns(numeral, Content(answer.text), Content.styled(answer.said, style), width, _TEXT)


def _two_columns(first: Content, left: Content, right: Content, width: int, indent: int) -> Content:
    """What is asked on the left, what was said on the right; below each other where it is too narrow."""
    if width < _TWO_LINES:
        lines = [left.truncate(max(width - indent, 8), ellipsis=True), right]
        return hanging(first, lines, indent)
    room = width - indent - _ANSWER
    return Content.assemble(
        first.truncate(indent, pad=True),
        left.truncate(room - 2, ellipsis=True).truncate(room, pad=True),
        right,
    )


def _words_line(answer: Answer, width: int) -> Content:
    label = f"{answer.name}: " if answer.name else ""
    if not answer.text:
        line = Content.styled(f"{label}{answer.said}", "$secondary")
        return hanging(_mark(answer), [line], _TEXT)
    lines = folded(label + answer.text, width - _TEXT)
    lines[0] = lines[0].stylize("$secondary", 0, len(label))
    return hanging(_mark(answer), lines, _TEXT)


def _mark(answer: Answer) -> Content:
    return Content.styled(f"{OPEN if answer.open else ' '} ", "bold $accent")
