"""What is said of groups side by side, by name and in words: nothing is averaged, and nobody is ranked."""

from collections.abc import Iterator

from matbot.report.sides import DRAFTS, apart, asked_otherwise, drafts, placed, said_of
from matbot.report.words import counted, date_in_words, people_in_words
from matbot.review.comparison import Comparison, Difference, Side
from matbot.rubric.places import numeral_of
from matbot.spoken_beside import HALF_A_SCREEN, in_short
from matbot.text import in_words, shortened

_LABEL = 60
_QUESTION = 100


def side_said(side: Side) -> str:
    """Who stands there, how many they are, and how far they have come."""
    account = side.account
    people = people_in_words(account.people)
    return f"{side.letter} is {_name(side)}, {people}, {date_in_words(account.said)}: {side.progress}."


def opened_said(comparison: Comparison) -> Iterator[str]:
    """How much there is to talk about, and what needs no talk."""
    number = len(comparison.to_discuss)
    if not number:
        yield "There is no difference to talk about yet."
    else:
        yield f"There {'is' if number == 1 else 'are'} {counted(number, 'element')} to talk about."
    discussed = {element.code for element in comparison.to_discuss}
    left = [element for element in comparison.agenda if element.code not in discussed]
    for title, codes in (
        ("Rated alike", [one.code for one in left if one.steps == 0]),
        ("Rated by one of you alone", [one.code for one in left if _alone(one)]),
        ("Spoken of, and rated by nobody yet", [one.code for one in left if not any(one.ratings.values())]),
    ):
        if codes:
            yield f"{title}: {in_words(codes)}."


def _alone(element: Difference) -> bool:
    return element.steps is None and any(element.ratings.values())


def element_said(comparison: Comparison, element: Difference, place: str) -> Iterator[str]:
    """An element: how far apart you are, where each stands, and what else there is to know.

    `place` is where it stands among those that are told, such as `3 of 14`.
    """
    yield f"{place}: {element.code} {element.name}, {apart(comparison.rubric, element)}."
    yield f"{'; '.join(_stands(comparison, element, side) for side in element.sides)}."
    if element.apart:
        numerals = [numeral_of(id_) for id_ in element.apart]
        yield f"You lean differently on question{'s' * (len(numerals) > 1)} {in_words(numerals)}."
    if element.unevidenced:
        yield f"No key evidence was named by {in_words([_name(side) for side in element.unevidenced])}."
    for words in asked_otherwise(element):
        yield f"{words[0].upper()}{words[1:]}."
    if unconfirmed := drafts(element):
        yield f"{DRAFTS} what {in_words([_name(side) for side in unconfirmed])} said."


def element_in_full(comparison: Comparison, element: Difference) -> Iterator[str]:
    """All that each side said of an element, then the questions that they place differently."""
    yield f"{element.code} {element.name}, {apart(comparison.rubric, element)}."
    for side in element.sides:
        yield f"{_stands(comparison, element, side)}."
        for label, words in said_of(element.said(side)):
            if words.strip():
                yield f"{label}: {shortened(words, HALF_A_SCREEN)}"
    for id_ in element.apart:
        question = comparison.rubric.questions[id_]
        yield f"Question {question.numeral}: {in_short(question.text, _QUESTION)}"
        for side in element.sides:
            stands = placed(comparison.rubric, id_, side.account.question(id_))
            yield f"{_name(side)}: {shortened(stands, HALF_A_SCREEN)}"


def _stands(comparison: Comparison, element: Difference, side: Side) -> str:
    """Where a side stands, by its name."""
    said = element.said(side)
    if said.rating:
        return f"{_name(side)}: {comparison.rubric.levels[said.rating].name}"
    asked = element.code in side.account.scope or element.code in side.account.elements
    return f"{_name(side)}: {'not rated' if asked else 'not in their review'}"


def _name(side: Side) -> str:
    return shortened(side.label, _LABEL)
