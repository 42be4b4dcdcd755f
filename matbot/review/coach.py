"""What matbot says before people rate an element: how its questions were answered, and which end is nearer.

It never proposes a rating: people choose it.
"""

from dataclasses import dataclass

from matbot.review.review import ElementRecord
from matbot.rubric import Level, Rubric
from matbot.rubric.ends import ScaleEnds
from matbot.rubric.places import numeral_of
from matbot.text import in_words, number_in_words

_NEARLY_ALL = 0.75
"""The share of the answers nearer one end from which that end is in the range."""


@dataclass(frozen=True)
class Summary:
    """The numerals of the questions of an element, grouped by answer, in order."""

    red: tuple[str, ...]
    green: tuple[str, ...]
    not_sure: tuple[str, ...]
    does_not_apply: tuple[str, ...]
    unanswered: tuple[str, ...]


def summary_of(record: ElementRecord) -> Summary:
    """Group the questions of an element by how they were answered."""
    return Summary(
        red=_numerals(record.leaning("red", "nearer red")),
        green=_numerals(record.leaning("nearer green", "green")),
        not_sure=_numerals(record.leaning("not sure")),
        does_not_apply=_numerals(record.leaning("does not apply")),
        unanswered=_numerals([id_ for id_, question in record.questions.items() if question.leaning is None]),
    )


def range_of(rubric: Rubric, record: ElementRecord) -> tuple[Level, ...]:
    """Return the neighbouring levels that the answers point to; empty if no question is nearer either end.

    If all answers, or three quarters of them and more, are nearer one end, these are the levels of that end;
    otherwise those between the ends. Framework, "How to use this tool" and Annex A, 2: "think about which end
    of the scale it is closer to".
    """
    summary = summary_of(record)
    red, green = len(summary.red), len(summary.green)
    if not red and not green:
        return ()
    if red >= _NEARLY_ALL * (red + green):
        return rubric.scale[:2]
    if green >= _NEARLY_ALL * (red + green):
        return rubric.scale[-2:]
    return rubric.scale[1:-1]


def coach(rubric: Rubric, record: ElementRecord) -> list[str]:
    """Return what matbot says before it asks for the rating, one sentence a line."""
    summary = summary_of(record)
    applicable = len(record.questions) - len(summary.does_not_apply)
    sentences = [_leaning_line(summary, applicable, rubric.ends)] if summary.red or summary.green else []
    if summary.not_sure:
        sentences.append(f"Not sure: {in_words(summary.not_sure)}.")
    if summary.does_not_apply:
        sentences.append(f"Does not apply: {in_words(summary.does_not_apply)}.")
    if summary.unanswered and len(summary.unanswered) < len(record.questions):
        sentences.append(f"Not answered: {in_words(summary.unanswered)}.")
    return [*sentences, _range_line(range_of(rubric, record))]


def _leaning_line(summary: Summary, applicable: int, ends: ScaleEnds) -> str:
    red, green = summary.red, summary.green
    weak, strong = ends.leaning_weak, ends.leaning_strong
    if not red:
        return f"{_count(green, applicable)} {_be(green)} {strong}; none is {weak}."
    if not green:
        return f"{_count(red, applicable)} {_be(red)} {weak}; none is {strong}."
    return f"{_count(green, applicable)} {_be(green)} {strong}; {in_words(red)} {_be(red)} {weak}."


def _range_line(levels: tuple[Level, ...]) -> str:
    if not levels:
        return "Think of the descriptors together: which end is your trust closer to?"
    if len(levels) == 1:
        return f"That points to {levels[0].name}. What do you say?"
    return f"Between {levels[0].name} and {levels[-1].name}: which end is it closer to?"


def _numerals(ids: list[str]) -> tuple[str, ...]:
    return tuple(numeral_of(id_) for id_ in ids)


def _count(numerals: tuple[str, ...], applicable: int) -> str:
    of = f" of {number_in_words(applicable)}" if applicable > 1 else ""
    return f"{number_in_words(len(numerals)).capitalize()}{of}"


def _be(numerals: tuple[str, ...]) -> str:
    """Return the verb that agrees with the number of questions."""
    return "is" if len(numerals) == 1 else "are"
