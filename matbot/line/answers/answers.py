"""The "Check your answers" page of line mode: the answers of each element, and what is still open."""

import sys
from collections.abc import Iterator
from functools import partial

from matbot.commands.answers import CHECK_ANSWERS
from matbot.interview import Interview, Unclear
from matbot.line.elements import build_elements_parser
from matbot.line.mode import LineMode
from matbot.line.other_views import HALF_A_SCREEN, keep_first_words
from matbot.line.words import find_handlers, list_hints, render_line
from matbot.presenters.answer_counts import Tally
from matbot.presenters.check_answers import (
    NOT_ANSWERED,
    Answer,
    AnswerPart,
    CheckAnswers,
    Kind,
    present_answers,
)
from matbot.presenters.element_states import lower_first
from matbot.report.words import reference
from matbot.text import in_words, number_in_words, one_line, shortened

_MAX_QUESTION = 100
"""The longest part of a question's text to print, in characters."""

_HINT = ", ".join(list_hints(CHECK_ANSWERS))
_CHOICES = render_line(CHECK_ANSWERS, "<next>; <open>; /back leaves.")


def check(mode: LineMode, code: str = "") -> None:
    """Print the answers one element at a time, starting at the first element or at `code`."""
    interview, talk = mode.interview, mode.talk
    codes = list(interview.review.scope)
    position = codes.index(_parse_code(interview, code)) if code else 0
    choices = [_CHOICES] if len(codes) > 1 else []
    shown = present_answers(interview)
    first = [*_format_tally(shown.tally), *choices, *([] if code else _format_promises(shown.promises))]
    if not codes:
        talk.say(*first)
        return
    while position < len(codes) - 1:
        lines = [*_format_element_with_place(shown, position)]
        talk.tell([*first, *lines], answered=True)
        prompt = f"Next is {codes[position + 1]}, {position + 2} of {len(codes)}."
        next_code = talk.ask(
            prompt, partial(_parse_next, mode), _HINT, partial(talk.tell, lines, answered=True)
        )
        first, position = [], codes.index(next_code) if next_code else position + 1
    example = next((question.id for question in interview.rubric.elements[codes[0]].questions), codes[0])
    end = f"That is all of it. To change an answer go to it, such as: /to {example}"
    talk.tell([*first, *_format_element_with_place(shown, position), *_format_unplaced(shown), end])


def _format_element_with_place(shown: CheckAnswers, position: int) -> Iterator[str]:
    """Yield an element's position in the review, followed by everything recorded about it."""
    title, *rest = _format_element(shown.elements[position])
    yield f"{position + 1} of {len(shown.elements)}, {title}"
    yield from rest


def _parse_next(mode: LineMode, typed: str) -> str:
    """Return the code of the element to go to; empty for the next one.

    Raises:
        Unclear: The line was a command, which has been run, or it names no element of the review.

    """
    if command := _COMMANDS.get(typed.casefold()):
        command(mode)
        raise Unclear("Enter goes on, a code goes there.")
    return _parse_code(mode.interview, typed) if typed else ""


def do_open(mode: LineMode) -> None:
    """Print what is still open."""
    mode.talk.tell(_format_open_points(present_answers(mode.interview)))


_COMMANDS = find_handlers(CHECK_ANSWERS, sys.modules[__name__])
"""The handler of each word that can be typed on this page."""


def _parse_code(interview: Interview, typed: str) -> str:
    return build_elements_parser(interview.rubric, interview.review.scope, ())(typed)[0]


def _format_tally(tally: Tally) -> Iterator[str]:
    """Yield one or two sentences with the number of ratings, answers and unconfirmed drafts."""
    yield f"Check your answers. {tally.elements_rated}, {tally.questions_answered}."
    if tally.drafts:
        many = number_in_words(tally.drafts).capitalize()
        yield f"{many} of the answers were read from the pack; /confirm says yes to all of them."


def _format_element(part: AnswerPart) -> Iterator[str]:
    """Yield everything recorded about an element, with its unanswered questions listed in one line."""
    marks = (
        f"{', parked' if part.head.is_parked else ''}{', some of it from the pack' if part.drafted else ''}"
    )
    text = part.head.answer if part.head.letters else lower_first(part.head.answer)
    yield f"{part.head.name}: {text}{marks}."
    unanswered = [answer.name for answer in part.answers if _is_unanswered(part, answer)]
    for answer in part.answers:
        if answer.kind is Kind.QUESTION and answer.name not in unanswered:
            yield _format_question(part, answer)
        elif answer.kind in (Kind.WORDS, Kind.CHECK):
            yield _format_words(answer)
    if unanswered:
        yield f"{NOT_ANSWERED}: {in_words(unanswered)}."
    for answer in part.answers:
        if answer.kind is Kind.ELSEWHERE:
            place = answer.step.place
            name = place if place == part.code else reference(place)
            yield f"{answer.name}, {name}: {shortened(answer.answer, HALF_A_SCREEN)}"


def _format_words(answer: Answer) -> str:
    """Format the text people wrote, or the placeholder shown where they wrote none."""
    label = f"{answer.name}: " if answer.name else ""
    if answer.text.strip():
        words = f"{label}{shortened(answer.text, HALF_A_SCREEN)}"
        return words if label else f"{words}."
    return f"{label}{answer.answer}."


def _is_unanswered(part: AnswerPart, answer: Answer) -> bool:
    """Return whether a question has no answer, note or parked mark, so that its numeral is enough."""
    place = answer.step.place
    noted = any(one.kind is Kind.WORDS and one.step.place == place for one in part.answers)
    return answer.kind is Kind.QUESTION and answer.answer == NOT_ANSWERED and not (noted or answer.is_parked)


def _format_question(part: AnswerPart, answer: Answer) -> str:
    drafted = any(one.is_draft for one in part.answers if one.step.place == answer.step.place)
    marks = f"{', parked' if answer.is_parked else ''}{', from the pack' if drafted else ''}"
    return f"Question {answer.name}, {keep_first_words(answer.text, _MAX_QUESTION)} {answer.answer}{marks}."


def _format_promises(part: AnswerPart | None) -> Iterator[str]:
    """Yield the priorities set in the earlier review, and what became of each."""
    if part is None:
        return
    yield f"{part.head.name}:"
    shows = {answer.step.place: answer.text for answer in part.answers if answer.kind is Kind.WORDS}
    for answer in part.answers:
        if answer.kind is Kind.PROMISE:
            met = answer.answer if not answer.is_open else lower_first(answer.answer)
            words = f"Priority {answer.name}, {shortened(answer.text, HALF_A_SCREEN)}: {met}."
            yield f"{words} {one_line(shows.get(answer.step.place, ''))}".rstrip()
        elif answer.kind is Kind.ELSEWHERE:
            yield f"{answer.name}: {shortened(answer.answer, HALF_A_SCREEN)}"


def _format_unplaced(shown: CheckAnswers) -> Iterator[str]:
    """Yield the answers from an earlier framework version that have no place in this one."""
    for turn in shown.unplaced:
        text = " ".join((*turn.lines, *(f"Private: {words}" for words in turn.private)))
        place = f"From the earlier framework version, {shortened(turn.title, _MAX_QUESTION)}"
        yield f"{place}: {shortened(text, HALF_A_SCREEN)}"


def _format_open_points(shown: CheckAnswers) -> Iterator[str]:
    """Yield the open points of each element. Nothing has to be filled in."""
    found = [(part.head.name, part.open_points) for part in shown.parts if part.open_points]
    for title, points in found:
        lines = [f"{words}: {in_words(names)}" if names else words for words, names in points.items()]
        yield f"{title}: {'; '.join(lines)}."
    if not found:
        yield "Nothing is open."
