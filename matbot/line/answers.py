"""Check your answers line by line: element by element what was said, and what is still open."""

from collections.abc import Iterator
from functools import partial

from matbot.commands.answers import CHECK_ANSWERS
from matbot.interview import Interview, Unclear
from matbot.interview.choices import MET_LABELS, leaning_label
from matbot.interview.kept import kept_turns
from matbot.interview.past import answer_in_words
from matbot.interview.turns import LAST_TIME_TITLE
from matbot.line.elements import one_of
from matbot.line.mode import LineMode
from matbot.line.words import render_line
from matbot.report.sides import check_in_words
from matbot.report.words import counted
from matbot.review.contradictions import contradictions
from matbot.review.review import ElementRecord, LookBack, QuestionRecord
from matbot.review.steps import Step
from matbot.rubric import Question
from matbot.rubric.places import numeral_of
from matbot.spoken_beside import HALF_A_SCREEN, in_short
from matbot.text import in_words, number_in_words, one_line, shortened

_QUESTION = 100
"""How much of a question is said, in characters."""

_END = "That is all of it. To change an answer go to it, such as: /to {such}"
_HINT = "Enter, code, open"
_WAYS = render_line(CHECK_ANSWERS, "<next>; <open>; /back leaves.")


def check(mode: LineMode, code: str = "") -> None:
    """Tell the answers an element at a time, from the first on or from the one that is named."""
    interview, talk = mode.interview, mode.talk
    codes = list(interview.review.scope)
    at = codes.index(_code(interview, code)) if code else 0
    ways = [_WAYS] if len(codes) > 1 else []
    first = [*_tally(interview), *ways, *([] if code else _last_time(interview))]
    if not codes:
        talk.say(*first)
        return
    while at < len(codes) - 1:
        told = [*_placed(interview, at)]
        talk.tell([*first, *told], answered=True)
        asks = f"Next is {codes[at + 1]}, {at + 2} of {len(codes)}."
        wanted = talk.ask(asks, partial(_way, mode), _HINT, partial(talk.tell, told, answered=True))
        first, at = [], codes.index(wanted) if wanted else at + 1
    talk.tell([*first, *_placed(interview, at), *_from_earlier_edition(interview), _end(interview)])


def _end(interview: Interview) -> str:
    code = interview.review.scope[0]
    such = next((question.id for question in interview.rubric.elements[code].questions), code)
    return _END.format(such=such)


def _placed(interview: Interview, at: int) -> Iterator[str]:
    """All that was said of an element, after its place among them."""
    codes = interview.review.scope
    title, *rest = element_said(interview, codes[at])
    yield f"{at + 1} of {len(codes)}, {title}"
    yield from rest


def _way(mode: LineMode, typed: str) -> str:
    """The element to go to; empty for the next. What is open is told on the way."""
    if typed.casefold() == "open":
        mode.talk.tell(open_said(mode.interview))
        raise Unclear("Enter goes on, a code goes there.")
    return _code(mode.interview, typed) if typed else ""


def _code(interview: Interview, typed: str) -> str:
    return one_of(interview.rubric, interview.review.scope, ())(typed)[0]


def _tally(interview: Interview) -> Iterator[str]:
    """How much was said, in a sentence or two."""
    review = interview.review
    records = [record for code in review.scope for record in review.elements[code].questions.values()]
    answered = sum(record.leaning is not None for record in records)
    yield (
        f"Check your answers. {len(review.rated)} of {counted(len(review.scope), 'element')} rated, "
        f"{answered} of {counted(len(records), 'question')} answered."
    )
    if review.drafted:
        many = number_in_words(len(review.drafted)).capitalize()
        yield f"{many} of the answers were read from the pack; /confirm says yes to all of them."


def element_said(interview: Interview, code: str) -> Iterator[str]:
    """All that was said of an element."""
    record = interview.review.elements[code]
    yield f"{interview.rubric.elements[code].title}: {standing(interview, code)}."
    yield from _reasons(interview, code, record)
    open_ones = []
    for question in interview.rubric.elements[code].questions:
        said = record.questions[question.id]
        if said.looked_at or said.parked:
            yield from _question(interview, question, said)
        else:
            open_ones.append(question.numeral)
    if open_ones and record.way == "questions":
        yield f"Not answered: {in_words(open_ones)}."
    yield from _elsewhere(interview, code)


def standing(interview: Interview, code: str) -> str:
    """Where an element stands, in words."""
    record = interview.review.elements[code]
    if record.rating:
        words = interview.rubric.levels[record.rating].name
    elif code in interview.flow.set_aside:
        words = "not this time"
    else:
        words = "not rated yet" if record.way else "not begun"
    return f"{words}{', parked' if record.parked else ''}{', some of it from the pack' * record.drafted}"


def _reasons(interview: Interview, code: str, record: ElementRecord) -> Iterator[str]:
    if record.votes:
        pairs = zip(interview.rubric.scale, record.votes, strict=False)
        yield f"Hands: {', '.join(f'{level.name} {hands}' for level, hands in pairs)}."
    for label, words in (
        ("Why", record.rationale),
        ("Key evidence", record.evidence),
        ("Seen differently", record.differs),
        *(("Reality check", check_in_words(one)) for one in record.checks),
    ):
        if words.strip():
            yield f"{label}: {shortened(words, HALF_A_SCREEN)}"


def _question(interview: Interview, question: Question, said: QuestionRecord) -> Iterator[str]:
    answer = leaning_label(interview.rubric, question.id, said.leaning) if said.leaning else "Not answered"
    parked = ", parked" if said.parked else ""
    draft = ", from the pack" if said.drafted else ""
    yield f"Question {question.numeral}, {in_short(question.text, _QUESTION)} {answer}{parked}{draft}."
    for label, words in (("Because", said.reason), ("Private note" if said.private else "Note", said.note)):
        if words.strip():
            yield f"{label}: {shortened(words, HALF_A_SCREEN)}"


def _elsewhere(interview: Interview, code: str) -> Iterator[str]:
    """What another copy of the review said of an element, which does not count but is not lost."""
    for key, replies in contradictions(interview.log).items():
        step = Step.of(key)
        if step and step.element == code:
            for reply in replies:
                said = shortened(answer_in_words(interview.rubric, reply) or "nothing", HALF_A_SCREEN)
                yield f"In another copy, {step.place}: {said}"


def _last_time(interview: Interview) -> Iterator[str]:
    """What the review that this one follows had set out to do, and what became of it."""
    review = interview.review
    if review.promises:
        yield f"{LAST_TIME_TITLE}:"
    for number, (name, promised) in enumerate(review.promises.items(), 1):
        found = review.looked_back.get(name, LookBack())
        words = promised.progress or promised.action or promised.focus or ", ".join(promised.elements)
        met = MET_LABELS[found.met] if found.met else "not answered"
        yield f"Priority {number}, {shortened(words, HALF_A_SCREEN)}: {met}. {one_line(found.shows)}".rstrip()


def _from_earlier_edition(interview: Interview) -> Iterator[str]:
    """What was said in an earlier edition and has no place in this one."""
    for turn in kept_turns(interview.review.kept):
        said = " ".join((*turn.lines, *(f"Private: {words}" for words in turn.private)))
        place = f"From the earlier edition, {shortened(turn.title, _QUESTION)}"
        yield f"{place}: {shortened(said, HALF_A_SCREEN)}"


def open_said(interview: Interview) -> Iterator[str]:
    """What still waits for something, element by element; none of it has to be filled in."""
    found = False
    for code in interview.review.scope:
        waits = list(_open(interview, code))
        found = found or bool(waits)
        if waits:
            yield f"{interview.rubric.elements[code].title}: {'; '.join(waits)}."
    if not found:
        yield "Nothing is open."


def _open(interview: Interview, code: str) -> Iterator[str]:
    record = interview.review.elements[code]
    if code in interview.flow.set_aside:
        return
    if not record.rating:
        yield "not rated" if record.way else "not begun"
    questions = record.questions.items()
    asked = record.way == "questions"
    for words, ids in (
        ("not answered", [id_ for id_, said in questions if asked and said.leaning is None]),
        ("not sure", record.leaning("not sure")),
        ("parked", [id_ for id_, said in questions if said.parked]),
        ("from the pack, not confirmed", [id_ for id_, said in questions if said.drafted]),
    ):
        if ids:
            yield f"{words}: {in_words([numeral_of(id_) for id_ in ids])}"
    if record.parked:
        yield "the element is parked"
